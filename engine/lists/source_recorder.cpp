#include "lists/source_recorder.h"

#include <algorithm>
#include <utility>

#include <fmt/format.h>

#include "documents/number_cell.h"
#include "records/term_rules.h"
#include "records/today.h"
#include "text/normalise.h"
#include "text/word_count.h"

namespace darvaza::lists {
namespace {

void report(std::vector<SkippedRecord>& reported, std::uint64_t& count, Place place,
            std::string_view reason) {
  ++count;
  if (reported.size() >= kMaxReportedRecords) return;
  reported.push_back({place.record, place.line, std::string(reason)});
}

void ensure_primary(std::vector<ListedName>& names) {
  const bool has_primary = std::any_of(names.begin(), names.end(), [](const ListedName& name) {
    return name.grade == NameGrade::primary;
  });
  if (!has_primary) names.front().grade = NameGrade::primary;
}

/// A slip in any digit of a year but the last, or two digits exchanged, leads further from the years that are written today; nobody is listed so long before.
constexpr int kYearsAhead = 5;

/// Ahead of the clock, or of the list's own date where that is later: a clock that is behind says nothing against a list.
bool is_far_ahead(const PartialDate& first, const std::string& list_date) {
  if (!first.known()) return false;
  PartialDate latest = std::max(records::today(), parse_iso_date(list_date).value_or(PartialDate{}));
  latest.year = static_cast<std::int16_t>(latest.year + kYearsAhead);
  return first > latest;
}

}  // namespace

SourceRecorder::SourceRecorder(std::string file, ListFormat format, std::string list,
                               const ListSink& sink)
    : sink_(sink) {
  summary_.file = std::move(file);
  summary_.format = format;
  summary_.list = std::move(list);
}

void SourceRecorder::entry(WatchlistEntry&& entry, Place place) {
  if (entry.names.empty()) {
    skip(place, "a person without any name");
    return;
  }
  ensure_primary(entry.names);
  if (entry.list.empty()) entry.list = summary_.list;
  remark_illegible(entry, place);
  remark_repeated(entry, place);
  settle_validity(entry.terms, place);
  ++summary_.entries;
  summary_.names += entry.names.size();
  summary_.documents += entry.documents.size();
  if (sink_.entry) sink_.entry(std::move(entry));
}

void SourceRecorder::remark_illegible(const WatchlistEntry& entry, Place place) {
  std::size_t illegible = 0;
  bool in_part = false, says_none = false, cut = false;
  for (const ListedName& name : entry.names) {
    const text::WordCount words = text::count_words(name.text);
    illegible += words.legible == 0;
    says_none |= documents::says_no_number(name.text);
    cut |= name.text.size() > text::kMaxNameBytes;
    in_part |= words.legible > 0 && (words.illegible > 0 || words.damaged);
  }
  if (illegible == entry.names.size()) {
    remark(place, "a person without a name that has letters, who cannot be found by name");
  } else if (illegible > 0) {
    remark(place, "a name without letters, which cannot be found");
  }
  if (says_none) remark(place, "a name such as N/A or UNKNOWN, which says that there is none: nobody is found by it");
  if (cut) remark(place, fmt::format("a name of more than {} bytes: found by its beginning alone", text::kMaxNameBytes));
  if (in_part) remark(place, "a name with other characters where letters are expected: found by its letters alone");
}

void SourceRecorder::remark_repeated(const WatchlistEntry& entry, Place place) {
  if (known_ != nullptr && known_->add(entry.list, entry.id)) {
    remark(place, "an identifier that an earlier record of the list bears: both stand in the index");
  }
}

void SourceRecorder::settle_validity(EntryTerms& terms, Place place) {
  for (PartialDate* day : {&terms.valid_from, &terms.valid_until, &terms.review}) {
    if (records::is_calendar_day(*day)) continue;
    *day = {};
    remark(place, "a day of validity or review of a year before 1900, as other calendars have it: not taken");
  }
  if (records::ends_before_it_begins(terms)) {
    terms.valid_from = terms.valid_until = {};
    remark(place, "a last day of validity before the first: neither is taken");
  }
  if (is_far_ahead(terms.valid_from, summary_.list_date)) {
    remark(place, fmt::format("a first day of validity more than {} years ahead: taken as it stands, and nobody is found by the entry until then", kYearsAhead));
  }
  if (records::is_over(today_, terms)) {
    report(summary_.over, summary_.over_count, place, fmt::format("the last day of validity was {}: nobody is found by the entry", to_string(terms.valid_until)));
  }
}

void SourceRecorder::lost_document(LostDocument&& document) {
  if (document.list.empty()) document.list = summary_.list;
  ++summary_.lost_documents;
  if (sink_.lost_document) sink_.lost_document(std::move(document));
}

void SourceRecorder::list_terms(std::string_view list, const EntryTerms& terms) {
  attached();
  if (sink_.list_terms) sink_.list_terms(list, terms);
}

void SourceRecorder::skip(Place place, std::string_view reason) {
  report(summary_.skipped, summary_.skipped_count, place, reason);
}

void SourceRecorder::remark_numbers(Place place, const documents::NumberCell& cell) {
  if (cell.rounded) remark(place, "a document number that a spreadsheet has rounded, as 1.23457E+11: left out, expected all its digits");
  if (cell.quantity) remark(place, "a document number that a program wrote as a quantity, as 123456.0: taken without the end, zeros in front may be lost");
  if (!cell.doubtful.empty()) remark(place, "what may be a further document number in one cell: not taken, expected ';' between several");
}

void SourceRecorder::remark(Place place, std::string_view reason) {
  report(summary_.remarks, summary_.remark_count, place, reason);
}

}  // namespace darvaza::lists
