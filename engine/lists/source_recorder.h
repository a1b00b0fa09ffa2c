// What a reader does with each record: hand it on, or say why not; and count.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "darvaza/watchlist_entry.h"
#include "darvaza/read_lists.h"
#include "records/today.h"
#include "documents/number_cell.h"
#include "lists/known_records.h"

namespace darvaza::lists {

/// Where a record stands in its file; 0: unknown.
struct Place {
  std::uint64_t record = 0;
  std::uint64_t line = 0;
};

/// Keeps the SourceSummary of one file true. Every record of a file must end in exactly one call of
/// entry, lost_document, not_person, attached or skip. Must not outlive the sink.
class SourceRecorder {
 public:
  SourceRecorder(std::string file, ListFormat format, std::string list, const ListSink& sink);

  /// The place of the next record; numbers them from 1. For formats whose records are not numbered by the way they are
  /// read, as rows and lines are.
  Place next_record(std::uint64_t line) { return {++records_, line}; }

  /// Remarks from now on upon records whose list and identifier are `known` already, and adds to them. Other files may
  /// share it; it must outlive the recorder.
  void tell_repeated(KnownRecords& known) { known_ = &known; }

  /// Delivers a person, after remarks upon names that nobody can find. One without any name is skipped instead. `list` is filled in when it is
  /// empty; when no name is primary, the first becomes it.
  void entry(WatchlistEntry&& entry, Place place);
  void lost_document(LostDocument&& document);
  /// Terms that hold on no day would hide an entry for good: they are remarked upon, and neither first nor last day is taken.
  /// So would days of another calendar, none of which is taken. A first day far ahead is remarked upon, and stays: whether it is a slip, only its owner
  /// knows; a last day that is past is counted, for the same reason.
  void settle_validity(EntryTerms& terms, Place place);
  /// Delivers the terms of a list: a record of a companion file.
  void list_terms(std::string_view list, const EntryTerms& terms);
  void not_person() { ++summary_.not_persons; }
  void attached() { ++summary_.attached; }
  void skip(Place place, std::string_view reason);
  /// Notes a fact that could not be read, of a record that is kept.
  void remark(Place place, std::string_view reason);
  /// What a cell of document numbers did not give as it stands.
  void remark_numbers(Place place, const documents::NumberCell& cell);

  const std::string& file() const { return summary_.file; }
  void set_list(std::string_view list) { summary_.list = list; }
  void set_list_date(std::string date) { summary_.list_date = std::move(date); }
  const SourceSummary& summary() const { return summary_; }

 private:
  void remark_illegible(const WatchlistEntry& entry, Place place);
  void remark_repeated(const WatchlistEntry& entry, Place place);

  SourceSummary summary_;
  const ListSink& sink_;
  std::uint64_t records_ = 0;
  KnownRecords* known_ = nullptr;
  PartialDate today_ = records::today();
};

}  // namespace darvaza::lists
