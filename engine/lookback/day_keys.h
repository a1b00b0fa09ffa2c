// The keys under which kept travellers are sealed: one a day, in a file of its own.
//
//   darvaza-register-keys 1 5d20...   (the register's identifier)
//   2026-11-25 0000...   (64 hexadecimal digits; zeros: destroyed)
//   2026-11-26 9c01...
//
// The file is only ever changed in place: a line is added at the end, a key is overwritten where it stands. A file
// that was replaced by a newer one would leave its keys on the disk, where nobody can destroy them.
//
// Whoever destroys the key of a day has destroyed every copy of that day's travellers, those in backups of the
// register among them. The file therefore belongs where nothing copies it.
#pragma once

#include <array>
#include <cstdint>
#include <filesystem>
#include <map>
#include <string>
#include <string_view>

#include "darvaza/error.h"

namespace darvaza::lookback {

/// Days are written YYYY-MM-DD, so that their order is that of their text.
using DayKey = std::array<unsigned char, 32>;

/// Holds the keys of a file in memory and wipes them when it goes. Not thread-safe; of several processes only the
/// one that holds the register's write transaction may change the file.
class DayKeys {
 public:
  /// Makes an empty file for the register of this identifier, which only its owner may read; an existing one is never
  /// overwritten.
  static Result<void> create(const std::filesystem::path& file, std::string_view register_id);
  /// Reads the file. Refused when others than its owner may read it, when it is not of this form, and when it is that
  /// of another register.
  static Result<DayKeys> read(const std::filesystem::path& file, std::string_view register_id);

  DayKeys(DayKeys&&) noexcept = default;
  DayKeys& operator=(DayKeys&&) noexcept = default;

  /// Reads the file again: another process may have changed it. Keys found before are wiped.
  Result<void> reload();
  /// The key of a day; null when there is none.
  const DayKey* find(std::string_view day) const;
  /// The same, made and synced to the file when there is none.
  Result<const DayKey*> find_or_make(const std::string& day);
  /// Writes zeros over the key of the day where it stands in the file, and syncs. Does nothing when there is none.
  Result<void> destroy(const std::string& day);

 private:
  /// Wiped when it goes, on every way it may go.
  struct Line {
    std::uint64_t at = 0;  ///< where in the file the line begins
    DayKey key{};

    Line() = default;
    Line(const Line&) = delete;
    Line& operator=(const Line&) = delete;
    ~Line();
  };

  DayKeys(std::filesystem::path file, std::string head) : file_(std::move(file)), head_(std::move(head)) {}

  std::filesystem::path file_;
  std::string head_;  ///< the first line
  std::map<std::string, Line, std::less<>> lines_;  ///< of the keys that are not destroyed
  std::uint64_t end_ = 0;   ///< of the whole lines; after it stands nothing, or a line that a crash cut short
  std::string synced_;      ///< the day whose key is known to be on the disk
};

/// A name of a key that does not betray it: the first 16 digits of its BLAKE2b digest.
std::string key_name(const DayKey& key);

}  // namespace darvaza::lookback
