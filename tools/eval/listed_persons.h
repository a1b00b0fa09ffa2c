// Who is listed: the entries that matchers answer with, and their names for matchers that need
// them.
#pragma once

#include <cstdint>
#include <filesystem>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "darvaza/error.h"
#include "darvaza/partial_date.h"

namespace darvaza::eval {

/// Entries are numbered in the order in which they are first seen. Not thread-safe.
class ListedPersons {
 public:
  struct Entry {
    std::string list, id, name;
    std::vector<BirthDate> births;
  };
  struct Name {
    std::uint32_t entry = 0;
    std::string text;
  };

  /// Reads lists in any format that `darvaza build` reads.
  static Result<ListedPersons> read(std::span<const std::filesystem::path> lists);

  /// The number of an entry, which is added when it is new.
  std::uint32_t number_of(std::string_view list, std::string_view id, std::string_view name);
  /// The same for a matcher that knows no lists: the entry that has this identifier, in whichever
  /// list.
  std::uint32_t number_of(std::string_view id);

  const std::vector<Entry>& entries() const { return entries_; }
  /// Empty when the entries come from an index: it does not tell its names.
  const std::vector<Name>& names() const { return names_; }
  /// Whether any entry is the one that `truth` means.
  bool holds(std::string_view truth) const;
  /// The name of the first entry that `truth` means, or nothing.
  std::string name_of(std::string_view truth) const;

 private:
  std::vector<Entry> entries_;
  std::vector<Name> names_;
  std::unordered_map<std::string, std::uint32_t> by_list_and_id_;
  std::unordered_map<std::string, std::vector<std::uint32_t>> by_id_;  ///< without dots at the end
};

/// Whether an entry's identifier is the one that labelled data mean. Dots at the end make no
/// difference (lists print "QDi.001" and "QDi.001."); what stands before a colon may name the list:
/// "un:QDi.001".
bool is_meant(std::string_view id, std::string_view truth);

}  // namespace darvaza::eval
