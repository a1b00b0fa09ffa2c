// What differs between two states of lists.
#pragma once

#include <cstdint>
#include <filesystem>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "darvaza/error.h"
#include "darvaza/read_lists.h"
#include "index/index_builder.h"
#include "screening/list_states.h"

namespace darvaza::screening {

/// Digests of all that lists say: of a person all records under one identifier together, of a lost
/// document each.
class ListContents {
 public:
  static Result<ListContents> of(std::span<const std::filesystem::path> sources);

  /// Whether `other` says the same of what this record is about.
  bool agrees(const ListContents& other, const WatchlistEntry& entry) const;
  bool holds(const LostDocument& document) const;
  /// Of the sources, tables of terms left out.
  bool holds_list(std::string_view list) const { return lists_.contains(list); }
  const ListStates& states() const { return states_; }
  /// Those of which `after` has no source any more.
  std::vector<std::string> lists_without(const ListContents& after) const;
  /// Tells `builder` which persons are in this and not in `after`, and of which lists `after`
  /// states no terms any more: those of an older index would go on hiding their lost documents.
  void add_removals(const ListContents& after, index::IndexBuilder& builder) const;

 private:
  struct Sum {
    std::uint64_t low = 0, high = 0;
    bool is_whole = true;  ///< false: of something no digest was made, so that it counts as changed
    bool agrees(const Sum& other) const {
      return is_whole && other.is_whole && low == other.low && high == other.high;
    }
  };
  void add(const WatchlistEntry& entry);
  void add(const LostDocument& document);

  ListStates states_;
  std::unordered_map<std::string, Sum> persons_;  ///< by list, a zero byte, and identifier
  std::set<std::string, std::less<>> lists_, with_terms_;
  std::unordered_map<std::uint64_t, std::uint64_t> documents_;  ///< two halves of a digest
};

}  // namespace darvaza::screening
