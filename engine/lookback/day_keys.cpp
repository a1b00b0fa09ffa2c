#include "lookback/day_keys.h"

#include <optional>
#include <utility>

#include <fcntl.h>
#include <sodium.h>
#include <sys/stat.h>
#include <unistd.h>

#include "darvaza/partial_date.h"
#include "releases/durable_files.h"
#include "releases/keys.h"

namespace darvaza::lookback {
namespace {

constexpr std::string_view kHead = "darvaza-register-keys 1\n";
constexpr std::size_t kDayLength = 10;
constexpr std::size_t kHexLength = 2 * sizeof(DayKey);
constexpr std::size_t kLineLength = kDayLength + 1 + kHexLength + 1;
/// A key a day for a hundred years.
constexpr std::uint64_t kMaxBytes = 4 << 20;

std::optional<std::pair<std::string, DayKey>> parse_line(std::string_view line) {
  const std::string day(line.substr(0, kDayLength));
  const auto date = parse_iso_date(day);
  if (!date || !date->full() || darvaza::to_string(*date) != day || line[kDayLength] != ' ' || line.back() != '\n') return std::nullopt;
  std::pair<std::string, DayKey> parsed{day, {}};
  std::size_t length = 0;
  const char* const hex = line.data() + kDayLength + 1;
  if (::sodium_hex2bin(parsed.second.data(), parsed.second.size(), hex, kHexLength, nullptr, &length, nullptr) != 0 ||
      length != parsed.second.size()) {
    return std::nullopt;
  }
  return parsed;
}

Error malformed(const std::filesystem::path& file, std::uint64_t line) {
  return {ErrorCode::input_refused, "not a key file of a register: expected 'YYYY-MM-DD' and 64 hexadecimal digits, in the order of the days",
          file.string(), line, 0, 0};
}

/// Zeros where the digits of the key stand. On disks that write elsewhere than they are told this says little; the
/// file without the key replaces this one all the same.
Result<void> overwrite(const std::filesystem::path& file, std::uint64_t offset) {
  const std::string zeros(kHexLength, '0');
  const int descriptor = ::open(file.c_str(), O_WRONLY | O_CLOEXEC);
  const bool done = descriptor >= 0 && ::pwrite(descriptor, zeros.data(), zeros.size(), static_cast<off_t>(offset)) == static_cast<ssize_t>(zeros.size()) &&
                    ::fsync(descriptor) == 0;
  if (descriptor >= 0) ::close(descriptor);
  if (!done) return fail(ErrorCode::io, "the key of a day cannot be overwritten", file.string());
  return {};
}

}  // namespace

std::string key_name(const DayKey& key) {
  return releases::digest_of({reinterpret_cast<const char*>(key.data()), key.size()}).substr(0, 16);
}

Result<void> DayKeys::create(const std::filesystem::path& file) { return releases::write_new(file, kHead, 0600); }

Result<DayKeys> DayKeys::read(const std::filesystem::path& file) {
  struct stat status {};
  if (::stat(file.c_str(), &status) == 0 && (status.st_mode & 0077) != 0) {
    return fail(ErrorCode::input_refused, "others than its owner may read or write this key file: chmod 600", file.string());
  }
  DayKeys keys(file);
  if (auto done = keys.reload(); !done) return tl::unexpected(done.error());
  return keys;
}

DayKeys::~DayKeys() {
  for (auto& [day, key] : keys_) ::sodium_memzero(key.data(), key.size());
}

Result<void> DayKeys::reload() {
  auto text = releases::read_bounded(file_, kMaxBytes);
  if (!text) return tl::unexpected(text.error());
  std::string_view rest = *text;
  if (!rest.starts_with(kHead)) return tl::unexpected(malformed(file_, 1));
  rest.remove_prefix(kHead.size());
  decltype(keys_) keys;
  half_destroyed_ = false;
  std::string_view last;
  for (std::uint64_t line = 2; !rest.empty(); ++line) {
    auto parsed = rest.size() < kLineLength ? std::nullopt : parse_line(rest.substr(0, kLineLength));
    const std::string_view day = rest.substr(0, kDayLength);
    if (!parsed || day <= last) return tl::unexpected(malformed(file_, line));
    last = day;
    if (parsed->second == DayKey{}) {
      half_destroyed_ = true;
    } else {
      keys.insert(std::move(*parsed));
    }
    rest.remove_prefix(kLineLength);
  }
  keys_ = std::move(keys);
  ::sodium_memzero(text->data(), text->size());
  return {};
}

Result<void> DayKeys::save() const {
  std::string text(kHead);
  std::array<char, kHexLength + 1> hex{};
  for (const auto& [day, key] : keys_) {
    ::sodium_bin2hex(hex.data(), hex.size(), key.data(), key.size());
    ((text += day) += ' ').append(hex.data(), kHexLength) += '\n';
  }
  auto done = releases::replace_file(file_, text, 0600);
  ::sodium_memzero(text.data(), text.size());
  ::sodium_memzero(hex.data(), hex.size());
  return done;
}

const DayKey* DayKeys::find(std::string_view day) const {
  const auto found = keys_.find(day);
  return found == keys_.end() ? nullptr : &found->second;
}

Result<const DayKey*> DayKeys::find_or_make(const std::string& day) {
  if (auto done = reload(); !done) return tl::unexpected(done.error());
  if (const DayKey* key = find(day)) return key;
  if (::sodium_init() < 0) return fail(ErrorCode::internal, "libsodium cannot be started");
  DayKey& key = keys_[day];
  ::randombytes_buf(key.data(), key.size());
  if (auto done = save(); !done) {
    keys_.erase(day);
    return tl::unexpected(done.error());
  }
  return &key;
}

Result<void> DayKeys::destroy(const std::string& day) {
  if (auto done = reload(); !done) return done;
  const auto found = keys_.find(day);
  if (found == keys_.end()) return half_destroyed_ ? save() : Result<void>{};
  if (half_destroyed_) {
    if (auto done = save(); !done) return done;
  }
  const auto before = static_cast<std::uint64_t>(std::distance(keys_.begin(), found));
  if (auto done = overwrite(file_, kHead.size() + before * kLineLength + kDayLength + 1); !done) return done;
  ::sodium_memzero(found->second.data(), found->second.size());
  keys_.erase(found);
  return save();
}

}  // namespace darvaza::lookback
