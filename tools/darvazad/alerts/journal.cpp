#include "alerts/journal.h"

#include <algorithm>
#include <cerrno>
#include <charconv>
#include <cstring>
#include <string_view>
#include <utility>
#include <vector>

#include <fcntl.h>
#include <fmt/core.h>
#include <sys/stat.h>
#include <unistd.h>

#include "releases/durable_files.h"

namespace darvaza::daemon {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kPrefix = "alerts-";
constexpr std::string_view kSuffix = ".jsonl";

fs::path file_of(const fs::path& directory, std::uint64_t first) {
  return directory / fmt::format("{}{:020}{}", kPrefix, first, kSuffix);
}

/// The numbers by which the files of a journal are named, in order.
std::vector<std::uint64_t> files_in(const fs::path& directory) {
  std::vector<std::uint64_t> firsts;
  std::error_code error;
  for (const auto& item : fs::directory_iterator(directory, error)) {
    const std::string name = item.path().filename().string();
    if (!name.starts_with(kPrefix) || !name.ends_with(kSuffix)) continue;
    std::uint64_t first = 0;
    const char* const end = name.data() + name.size() - kSuffix.size();
    const auto read = std::from_chars(name.data() + kPrefix.size(), end, first);
    if (read.ec == std::errc() && read.ptr == end && first > 0) firsts.push_back(first);
  }
  std::sort(firsts.begin(), firsts.end());
  return firsts;
}

tl::unexpected<Error> io_error(const char* what, const fs::path& file) {
  return fail(ErrorCode::io, fmt::format("{}: {}", what, std::strerror(errno)), file.string());
}

bool write_all(int descriptor, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t count = write(descriptor, bytes.data(), bytes.size());
    if (count < 0 && errno == EINTR) continue;
    if (count <= 0) return false;
    bytes.remove_prefix(static_cast<std::size_t>(count));
  }
  return true;
}

}  // namespace

Journal::Journal(fs::path directory, const Limits& limits)
    : directory_(std::move(directory)), limits_(limits) {}

Journal::~Journal() {
  if (descriptor_ >= 0) close(descriptor_);
}

Result<std::unique_ptr<Journal>> Journal::open(const fs::path& directory, const Limits& limits) {
  std::unique_ptr<Journal> journal(new Journal(directory, limits));
  const std::vector<std::uint64_t> files = files_in(directory);
  auto opened = files.empty() ? journal->begin_file() : journal->continue_file(files.back());
  if (!opened) return tl::unexpected(opened.error());
  return journal;
}

Result<void> Journal::begin_file() {
  const fs::path file = file_of(directory_, end_);
  const int descriptor =
      ::open(file.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_APPEND | O_CLOEXEC, 0600);
  if (descriptor < 0) return io_error("cannot be created", file);
  if (descriptor_ >= 0) close(descriptor_);
  descriptor_ = descriptor;
  bytes_ = 0;
  return releases::sync_directory(directory_);
}

/// Counts the lines of the newest file; what stands behind the last line end is of a crash.
Result<void> Journal::continue_file(std::uint64_t first) {
  const fs::path file = file_of(directory_, first);
  std::ifstream in(file, std::ios::binary);
  if (!in) return io_error("cannot be read", file);
  end_ = first;
  for (std::string line; std::getline(in, line) && !in.eof();) {
    bytes_ += line.size() + 1;
    ++end_;
  }
  descriptor_ = ::open(file.c_str(), O_WRONLY | O_APPEND | O_CLOEXEC);
  if (descriptor_ < 0) return io_error("cannot be opened", file);
  if (ftruncate(descriptor_, static_cast<off_t>(bytes_)) != 0)
    return io_error("cannot be cut", file);
  return {};
}

void Journal::remove_oldest() const {
  const std::vector<std::uint64_t> files = files_in(directory_);
  std::error_code ignored;
  for (std::size_t i = 0; i + limits_.files < files.size(); ++i) {
    fs::remove(file_of(directory_, files[i]), ignored);
  }
}

Result<void> Journal::append(std::span<const std::string> lines) {
  if (bytes_ >= limits_.file_bytes) {
    if (auto begun = begin_file(); !begun) return begun;
    remove_oldest();
  }
  std::string text;
  for (const std::string& line : lines) text.append(line).push_back('\n');
  if (!write_all(descriptor_, text) || fdatasync(descriptor_) != 0) {
    auto failed = io_error("cannot be written", directory_);
    // Half a batch must not be taken for alerts: their numbers are given again.
    if (ftruncate(descriptor_, static_cast<off_t>(bytes_)) != 0)
      failed.value().message += "; and what was written cannot be taken back";
    return failed;
  }
  bytes_ += text.size();
  end_ += lines.size();
  return {};
}

/// Opens the file that holds `next_` and goes to it. Where the file is gone or ends before it, and another follows, which
/// nobody writes behind any more, that one.
bool JournalReader::open_file() {
  const std::vector<std::uint64_t> files = files_in(journal_.directory());
  if (files.empty()) return false;
  auto file = std::upper_bound(files.begin(), files.end(), next_);
  if (file != files.begin()) --file;
  for (;; ++file) {
    next_ = std::max(next_, *file);
    file_.close();
    file_.clear();
    file_.open(file_of(journal_.directory(), *file), std::ios::binary);
    if (!file_.is_open()) return false;
    std::string passed;
    for (std::uint64_t number = *file; number < next_; ++number) {
      if (!std::getline(file_, passed)) break;
    }
    if (file + 1 == files.end()) return file_.good();
    const auto here = file_.tellg();
    const bool has_line = std::getline(file_, passed) && !file_.eof();
    if (file_.bad()) return false;  // it may be readable later
    if (has_line) return file_.seekg(here).good();
  }
}

std::optional<std::string> JournalReader::read() {
  if (next_ >= journal_.end()) return std::nullopt;
  std::string line;
  // A file that has come to its end was followed by another.
  for (const bool opened_before : {true, false}) {
    if (opened_before ? !file_.is_open() : !open_file()) continue;
    if (std::getline(file_, line) && !file_.eof()) {
      ++next_;
      return line;
    }
    file_.close();
  }
  return std::nullopt;
}

std::optional<std::string> JournalReader::read_again() {
  file_.close();
  --next_;
  return read();
}

}  // namespace darvaza::daemon
