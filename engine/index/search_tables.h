// The sections that a search by name reads: the dictionary's tables, similar tokens, postings.
#pragma once

#include <cstdint>
#include <functional>
#include <span>
#include <vector>

#include "darvaza/state_code.h"
#include "darvaza/watchlist_entry.h"
#include "index/dated_names.h"
#include "index/dictionary.h"
#include "index/name_postings.h"
#include "index/name_tables.h"
#include "index/section_file.h"

namespace darvaza::index {

/// Collects the facts of names, which postings repeat, and makes the sections once all names are in order.
class SearchTables {
 public:
  /// Once for each name that is added to the names' tables, in the same order.
  void add_name_of(const WatchlistEntry& entry);

  /// Numbers States as another index does (Index::posted_states), and new ones behind them. Before anything is added.
  void number_states_like(std::span<const StateCode> states) { states_.assign(states.begin(), states.end()); }

  /// Makes all sections; `names` must be sorted. The bytes do not depend on `threads`. `progress` gets 0 to 1.
  void finish(const NameTables& names, unsigned threads, Sections& sections, const std::function<void(double)>& progress);

  /// Records or bytes of the largest section made.
  std::uint64_t largest() const { return largest_; }

 private:
  NameFacts facts_of(const WatchlistEntry& entry);
  void finish_similar(const NameTables& names, const Dictionary& dictionary, unsigned threads, Sections& sections,
                      const std::function<void(double)>& progress);
  void finish_postings(const NameTables& names, const Dictionary& dictionary, unsigned threads, Sections& sections);
  void finish_dictionary(DictionaryTables tables, Sections& sections);

  std::vector<NameFacts> facts_;  ///< by name
  DatedNamesBuilder dated_;
  std::vector<StateCode> states_;
  std::uint64_t largest_ = 0;
};

}  // namespace darvaza::index
