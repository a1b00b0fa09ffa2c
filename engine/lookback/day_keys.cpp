#include "lookback/day_keys.h"

#include <fcntl.h>
#include <sodium.h>
#include <sys/stat.h>
#include <unistd.h>

#include "darvaza/partial_date.h"
#include "releases/durable_files.h"
#include "releases/keys.h"

namespace darvaza::lookback {
namespace {

constexpr std::string_view kHead = "darvaza-register-keys 1 ";
constexpr std::size_t kDayLength = 10;
constexpr std::size_t kHexLength = 2 * sizeof(DayKey);
constexpr std::size_t kLineLength = kDayLength + 1 + kHexLength + 1;
/// A key a day for a hundred years.
constexpr std::uint64_t kMaxBytes = 4 << 20;

/// Wipes a text that has keys, however the block is left.
struct Wipe {
  std::string& text;
  ~Wipe() { ::sodium_memzero(text.data(), text.size()); }
};

std::string head_of(std::string_view register_id) { return std::string(kHead).append(register_id) += '\n'; }

/// Whether the line is whole and well-formed; its key goes to `key`.
bool parse_line(std::string_view line, DayKey& key) {
  if (line.size() != kLineLength) return false;
  const std::string day(line.substr(0, kDayLength));
  const auto date = parse_iso_date(day);
  if (!date || !date->full() || darvaza::to_string(*date) != day || line[kDayLength] != ' ' || line.back() != '\n') return false;
  std::size_t length = 0;
  return ::sodium_hex2bin(key.data(), key.size(), line.data() + kDayLength + 1, kHexLength, nullptr, &length, nullptr) == 0 && length == key.size();
}

/// Whether the last line is one that a crash cut short: it ends early, or blocks of it never came to the disk. Nothing was
/// sealed with its key, since that begins after the sync; the next key is written over it.
bool is_torn(std::string_view line) { return line.size() < kLineLength || line.find('\0') != std::string_view::npos; }

Error malformed(const std::filesystem::path& file, std::uint64_t line) {
  return {ErrorCode::input_refused, "not a key file of a register: expected a heading, then for each day 'YYYY-MM-DD' and 64 hexadecimal digits",
          file.string(), line, 0, 0};
}

/// Writes in place and syncs. On disks that write elsewhere than they are told, overwriting says little.
Result<void> write_in_place(const std::filesystem::path& file, std::uint64_t at, std::string_view bytes) {
  const int descriptor = ::open(file.c_str(), O_WRONLY | O_CLOEXEC);
  const bool done = descriptor >= 0 && ::pwrite(descriptor, bytes.data(), bytes.size(), static_cast<off_t>(at)) == static_cast<ssize_t>(bytes.size()) &&
                    ::fsync(descriptor) == 0;
  if (descriptor >= 0) ::close(descriptor);
  if (!done) return fail(ErrorCode::io, "the key of a day cannot be written or overwritten", file.string());
  return {};
}

}  // namespace

std::string key_name(const DayKey& key) {
  return releases::digest_of({reinterpret_cast<const char*>(key.data()), key.size()}).substr(0, 16);
}

DayKeys::Line::~Line() { ::sodium_memzero(key.data(), key.size()); }

Result<void> DayKeys::create(const std::filesystem::path& file, std::string_view register_id) {
  return releases::write_new(file, head_of(register_id), 0600);
}

Result<DayKeys> DayKeys::read(const std::filesystem::path& file, std::string_view register_id) {
  struct stat status {};
  if (::stat(file.c_str(), &status) == 0 && (status.st_mode & 0077) != 0) {
    return fail(ErrorCode::input_refused, "others than its owner may read or write this key file: chmod 600", file.string());
  }
  DayKeys keys(file, head_of(register_id));
  if (auto done = keys.reload(); !done) return tl::unexpected(done.error());
  return keys;
}

Result<void> DayKeys::reload() {
  auto text = releases::read_bounded(file_, kMaxBytes);
  if (!text) return tl::unexpected(text.error());
  const Wipe wipe{*text};
  lines_.clear();
  std::string_view rest = *text;
  if (!rest.starts_with(kHead)) return tl::unexpected(malformed(file_, 1));
  if (!rest.starts_with(head_)) return fail(ErrorCode::input_refused, "the key file is that of another register", file_.string());
  rest.remove_prefix(head_.size());
  end_ = head_.size();
  for (std::uint64_t number = 2; !rest.empty(); ++number) {
    const std::string_view text_of_line = rest.substr(0, kLineLength);
    if (text_of_line.size() == rest.size() && is_torn(text_of_line)) break;
    Line parsed;
    if (!parse_line(text_of_line, parsed.key)) return tl::unexpected(malformed(file_, number));
    if (parsed.key != DayKey{}) {
      const auto [line, is_new] = lines_.try_emplace(std::string(text_of_line.substr(0, kDayLength)));
      if (!is_new) return tl::unexpected(malformed(file_, number));
      line->second.at = end_;
      line->second.key = parsed.key;
    }
    end_ += kLineLength;
    rest.remove_prefix(kLineLength);
  }
  return {};
}

const DayKey* DayKeys::find(std::string_view day) const {
  const auto found = lines_.find(day);
  return found == lines_.end() ? nullptr : &found->second.key;
}

Result<const DayKey*> DayKeys::find_or_make(const std::string& day) {
  if (auto done = reload(); !done) return tl::unexpected(done.error());
  const DayKey* const found = find(day);
  if (found != nullptr && synced_ == day) return found;
  std::string text;
  const Wipe wipe{text};
  if (found == nullptr) {
    if (::sodium_init() < 0) return fail(ErrorCode::internal, "libsodium cannot be started");
    Line& line = lines_[day];
    line.at = end_;
    ::randombytes_buf(line.key.data(), line.key.size());
    text.assign(kLineLength + 1, '\0');  // one more: the hexadecimal digits end with a zero
    text.replace(0, kDayLength + 1, day + ' ');
    ::sodium_bin2hex(text.data() + kDayLength + 1, kHexLength + 1, line.key.data(), line.key.size());
    text[kLineLength - 1] = '\n';
  }
  // A key that is there already is synced once: whoever wrote it may have been stopped before that.
  if (auto done = write_in_place(file_, end_, std::string_view(text).substr(0, kLineLength)); !done) return tl::unexpected(done.error());
  if (found == nullptr) end_ += kLineLength;
  synced_ = day;
  return find(day);
}

Result<void> DayKeys::destroy(const std::string& day) {
  if (auto done = reload(); !done) return done;
  const auto found = lines_.find(day);
  if (found == lines_.end()) return {};
  if (auto done = write_in_place(file_, found->second.at + kDayLength + 1, std::string(kHexLength, '0')); !done) return done;
  lines_.erase(found);
  if (synced_ == day) synced_.clear();
  return {};
}

}  // namespace darvaza::lookback
