// The sections that hold listed persons and all that is known of them besides names.
#pragma once

#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "darvaza/watchlist_entry.h"
#include "index/file_format.h"
#include "index/number_table.h"
#include "index/section_file.h"
#include "index/string_pool.h"
#include "index/terms_tables.h"

namespace darvaza::index {

/// Filled entry by entry. What many entries share (a list, a category, nationalities, dates of birth: of a
/// million people hardly 30,000 have a birthday of their own) is kept once.
class EntryTables {
 public:
  EntryTables(StringPool& strings, TermsTables& terms) : strings_(strings), terms_(terms) {}

  /// The names of `entry` are first_name, first_name + 1, ...; there is at least one.
  void add(const WatchlistEntry& entry, std::uint32_t first_name);

  std::span<const PersonDocumentRecord> documents() const { return documents_; }
  /// The largest count of records, and of bytes of text, in any section of these.
  std::uint64_t most_records() const;
  std::uint64_t text_bytes() const { return ids_.size(); }

  /// Hands everything over; `name_count` is where the names of the last entry end.
  void finish(std::uint32_t name_count, Sections& sections);

 private:
  std::uint32_t profile_of(const WatchlistEntry& entry);
  std::uint32_t run_of(std::span<const BirthDate> dates);
  std::string_view run(std::uint32_t number) const;
  void add_extras(const WatchlistEntry& entry);
  ExtrasRecord next_extras() const;

  StringPool& strings_;
  TermsTables& terms_;
  std::vector<EntryRecord> entries_;
  std::string ids_;
  /// By the bytes that make two profiles the same.
  std::unordered_map<std::string, std::uint32_t, TextHash, std::equal_to<>> profile_numbers_;
  std::vector<ProfileRecord> profiles_;
  std::vector<StateCode> states_;
  NumberTable run_numbers_;
  std::vector<std::uint32_t> run_begins_;
  std::string birth_dates_;  ///< BirthDates as bytes, with their padding zero
  std::vector<ExtrasRecord> extras_;
  std::vector<StringRef> texts_;
  std::vector<PersonDocumentRecord> documents_;
  std::string key_;  ///< working memory
};

}  // namespace darvaza::index
