// What lists say, in one number a list: whether changes belong behind an index.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <string>
#include <string_view>

#include "darvaza/watchlist_entry.h"

namespace darvaza::screening {

/// The sum of digests of a list's records, in whatever order they come. Against mistakes, not against forgers.
class ListStates {
 public:
  void add(const WatchlistEntry& entry);
  void add(const LostDocument& document);

  /// 16 hexadecimal digits; empty for a list of which no record came.
  std::string of(std::string_view list) const;

 private:
  void add_digest(std::string_view list);
  void put(std::string_view text);
  void put(const PartialDate& date);
  void put(const EntryTerms& terms);
  void put_number(std::uint64_t number);

  std::map<std::string, std::uint64_t, std::less<>> sums_;
  std::string record_;  ///< the record that is being added
};

}  // namespace darvaza::screening
