// The keys under which kept travellers are sealed: one a day, in a file of its own.
//
//   darvaza-register-keys 1
//   2026-11-25 3a7b...   (64 hexadecimal digits)
//   2026-11-26 9c01...
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
  /// Makes an empty file that only its owner may read; an existing one is never overwritten.
  static Result<void> create(const std::filesystem::path& file);
  /// Reads the file. Refused when others than its owner may read it, or when it is not of this form.
  static Result<DayKeys> read(const std::filesystem::path& file);

  DayKeys(DayKeys&&) noexcept = default;
  DayKeys& operator=(DayKeys&&) noexcept = default;
  ~DayKeys();

  /// Reads the file again: another process may have changed it.
  Result<void> reload();
  /// The key of a day; null when there is none.
  const DayKey* find(std::string_view day) const;
  /// The same, made and synced to the file when there is none.
  Result<const DayKey*> find_or_make(const std::string& day);
  /// Writes zeros over the key of the day where it stands in the file, syncs, and replaces the file by one without it.
  /// Does nothing when there is none.
  Result<void> destroy(const std::string& day);

 private:
  explicit DayKeys(std::filesystem::path file) : file_(std::move(file)) {}
  Result<void> save() const;

  std::filesystem::path file_;
  std::map<std::string, DayKey, std::less<>> keys_;
  bool half_destroyed_ = false;  ///< the file has a key of zeros: a crash came between the two steps of destroy
};

/// A name of a key that does not betray it: the first 16 digits of its BLAKE2b digest.
std::string key_name(const DayKey& key);

}  // namespace darvaza::lookback
