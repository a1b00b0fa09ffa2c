#include "upkeep/index_archive.h"

#include <algorithm>
#include <cerrno>
#include <chrono>
#include <system_error>

#include <fcntl.h>
#include <fmt/core.h>
#include <sys/stat.h>
#include <unistd.h>

#include "audit/answer_record.h"
#include "releases/durable_files.h"

namespace darvaza::daemon {
namespace {

namespace fs = std::filesystem;

constexpr const char* kIndex = ".dvz";
constexpr const char* kServed = ".served";

std::string why(const fs::path& file, const std::error_code& error) {
  return fmt::format("{}: {}", file.string(), error.message());
}

/// Makes or renews the file that says when an index last served.
bool touch(const fs::path& file) {
  const int descriptor = ::open(file.c_str(), O_WRONLY | O_CREAT | O_CLOEXEC, 0600);
  const bool touched = descriptor >= 0 && futimens(descriptor, nullptr) == 0;
  if (descriptor >= 0) ::close(descriptor);
  return touched;
}

std::error_code synced(const fs::path& file) {
  const int descriptor = ::open(file.c_str(), O_RDONLY | O_CLOEXEC);
  const int failed = descriptor >= 0 && ::fsync(descriptor) == 0 ? 0 : errno;
  if (descriptor >= 0) ::close(descriptor);
  return {failed, std::generic_category()};
}

bool is_digest(const std::string& name) {
  return name.size() == 32 && name.find_first_not_of("0123456789abcdef") == std::string::npos;
}

}  // namespace

IndexArchive::IndexArchive(fs::path directory, std::uint64_t days)
    : directory_(std::move(directory)), days_(days) {}

/// `file` is one of HeldFiles: a name in /proc that leads to the file that was opened, whatever
/// bears its own name now.
std::string IndexArchive::keep_one(const fs::path& file, const std::string& digest) const {
  const fs::path target = directory_ / (digest + kIndex),
                 made = directory_ / ("." + digest + ".new");
  std::error_code error;
  if (fs::exists(target, error)) return {};
  fs::remove(made, error);
  if (::linkat(AT_FDCWD, file.c_str(), AT_FDCWD, made.c_str(), AT_SYMLINK_FOLLOW) != 0) {
    // Another file system, another owner (fs.protected_hardlinks), or no name is left.
    error.clear();
    fs::copy_file(file, made, error);
    if (!error) error = synced(made);
    if (error) {
      std::error_code ignored;
      fs::remove(made, ignored);
      return why(target, error);
    }
  }
  const auto renamed = releases::rename_durably(made, target);
  return renamed ? std::string() : to_string(renamed.error());
}

std::string IndexArchive::keep(const ListsInUse::Version& serving) {
  const std::vector<std::string> digests = audit::digests_of(serving.digest);
  std::vector<fs::path> files;
  for (const auto& edition : *serving.editions)
    files.insert(files.end(), edition->paths().begin(), edition->paths().end());
  std::error_code error;
  fs::create_directories(directory_, error);
  std::string fault = error ? why(directory_, error) : std::string();
  for (std::size_t i = 0; fault.empty() && i < std::min(files.size(), digests.size()); ++i) {
    fault = keep_one(files[i], digests[i]);
    if (fault.empty() && !touch(directory_ / (digests[i] + kServed)))
      fault = why(directory_, {errno, std::generic_category()});
  }
  fails_ = !fault.empty();
  remove_old(digests);
  return fault;
}

/// What somebody put there by hand has no time of service, and stays.
void IndexArchive::remove_old(const std::vector<std::string>& serving) {
  std::error_code error;
  kept_ = 0;
  std::vector<fs::path> over;
  const auto oldest = fs::file_time_type::clock::now() - std::chrono::hours(24 * days_);
  for (fs::directory_iterator at(directory_, error), end; !error && at != end;
       at.increment(error)) {
    const fs::path& file = at->path();
    const std::string digest = file.stem().string();
    if (file.extension() != kIndex || !is_digest(digest)) continue;
    ++kept_;
    std::error_code unknown;
    const auto served = fs::last_write_time(directory_ / (digest + kServed), unknown);
    const bool serves = std::find(serving.begin(), serving.end(), digest) != serving.end();
    if (days_ != 0 && !unknown && !serves && served < oldest) over.push_back(file);
  }
  for (const fs::path& file : over) {
    if (!fs::remove(file, error)) continue;
    --kept_;
    fs::remove(fs::path(file).replace_extension(kServed), error);
  }
}

Facts IndexArchive::facts() const {
  return {
      {"darvazad_archived_indexes", "Indexes kept for audit replay", static_cast<double>(kept_)},
      {"darvazad_archive_failing", "1 while an index that serves cannot be kept for audit replay",
       fails_ ? 1.0 : 0.0}};
}

}  // namespace darvaza::daemon
