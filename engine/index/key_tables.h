// Under which keys the groups of the dictionary are filed.
#pragma once

#include <cstdint>
#include <functional>
#include <span>
#include <vector>

#include "index/file_format.h"
#include "romanize/pivot.h"

namespace darvaza::index {

/// Working memory: a set of groups as bits, which gives them in order without sorting them.
class GroupSet {
 public:
  void add(std::span<const std::uint32_t> groups);
  /// Overwrites `out` with the groups, ascending, and empties the set.
  void take(std::vector<std::uint32_t>& out);

 private:
  std::vector<std::uint64_t> words_;
  std::vector<std::uint64_t> used_;  ///< which words are not 0
};

/// Where the keys of a table begin, by their highest bits: keys are hashes, so that a few have those in common. At most an eighth of the size of the keys,
/// made when the table is opened.
class KeyDirectory {
 public:
  KeyDirectory() = default;
  /// `keys`: ascending, and one more.
  explicit KeyDirectory(std::span<const KeyRecord> keys);

  /// Brings what is said of a key nearer.
  void fetch(std::uint32_t key) const { __builtin_prefetch(&begin_[key >> shift_]); }
  /// Between which records a key stands, if it is there.
  std::size_t begin(std::uint32_t key) const { return begin_[key >> shift_]; }
  std::size_t end(std::uint32_t key) const { return begin_[(key >> shift_) + 1]; }

 private:
  std::vector<std::uint32_t> begin_{0, 0, 0};  ///< by the highest bits, and one more
  unsigned shift_ = 31;
};

/// Working memory of KeyView::collect.
struct KeyScratch {
  GroupSet met;
  std::vector<std::span<const std::uint32_t>> runs;  ///< of groups, by key
};

/// Views of a table of keys, ascending and one more, and of the groups filed under them, ascending within a key.
/// A key has several groups on average, so that it is written once and not with each of them.
struct KeyView {
  std::span<const KeyRecord> keys;
  std::span<const std::uint32_t> groups;
  const KeyDirectory* directory = nullptr;  ///< of `keys`; none: of no keys

  /// The groups under any of `wanted`, ascending, each once; `out` is overwritten.
  void collect(std::span<const std::uint32_t> wanted, KeyScratch& scratch, std::vector<std::uint32_t>& out) const;
};

/// The same, owned.
struct KeyTable {
  std::vector<KeyRecord> keys;
  std::vector<std::uint32_t> groups;
  KeyDirectory directory;

  /// Valid as long as this stays where it is.
  KeyView view() const { return {keys, groups, &directory}; }
};

/// Gives the keys of a token: names::skeleton_keys or names::prefix_keys.
using KeysOf = void (*)(const romanize::Sounds& token, std::vector<std::uint32_t>& out);

/// `group_heads`: one token of each group, all of whose tokens have the same keys.
KeyTable key_table(std::span<const romanize::Sounds> group_heads, KeysOf keys_of);

}  // namespace darvaza::index
