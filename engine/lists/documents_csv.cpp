#include "lists/documents_csv.h"

#include <algorithm>
#include <optional>
#include <string>

#include "documents/states.h"
#include "lists/birth_dates.h"
#include "lists/headed_table.h"
#include "lists/words.h"

namespace darvaza::lists {
namespace {

struct StatusWord {
  std::string_view word;  ///< lower case, with blanks for '_' and '-'
  DocumentStatus status;
};

/// The kinds of fraud of SLTD records (Doc 9303-2 App. E; INTERPOL to ICAO FALP/8), and single
/// words.
constexpr StatusWord kStatusWords[] = {
    {"lost", DocumentStatus::lost},
    {"lost by bearer", DocumentStatus::lost},
    {"stolen", DocumentStatus::stolen},
    {"stolen from bearer", DocumentStatus::stolen},
    {"stolen blank", DocumentStatus::stolen_blank},
    {"blank", DocumentStatus::stolen_blank},
    {"revoked", DocumentStatus::revoked},
    {"cancelled", DocumentStatus::revoked},
    {"invalid", DocumentStatus::invalid},
    {"invalidated", DocumentStatus::invalid},
};

std::optional<DocumentStatus> parse_status(std::string_view text) {
  std::string word = lower_case(text);
  for (char& c : word) c = c == '_' || c == '-' ? ' ' : c;
  const auto* found = std::find_if(std::begin(kStatusWords), std::end(kStatusWords),
                                   [&](const StatusWord& known) { return known.word == word; });
  if (found == std::end(kStatusWords)) return std::nullopt;
  return found->status;
}

StateCode state(std::string_view text, SourceRecorder& recorder, Place place) {
  if (text.empty()) return {};
  const auto code = documents::parse_state(text);
  if (!code) recorder.remark(place, "an issuing or reporting State that is not known");
  return code.value_or(StateCode{});
}

PartialDate date(std::string_view text, SourceRecorder& recorder, Place place) {
  if (text.empty()) return {};
  const auto parsed = parse_list_date(text);
  if (!parsed) recorder.remark(place, "a date of report that cannot be read");
  return parsed.value_or(PartialDate{});
}

void add_document(const TableHeader& header, std::span<const std::string> fields,
                  SourceRecorder& recorder, Place place) {
  LostDocument document;
  document.number = header.get(fields, {"document_number"});
  if (document.number.empty()) {
    recorder.skip(place, "a document without a number");
    return;
  }
  const auto status = parse_status(header.get(fields, {"status"}));
  if (!status) {
    recorder.skip(place,
                  "an unknown status: expected lost, stolen, stolen blank, revoked or invalid");
    return;
  }
  document.status = *status;
  document.list = header.get(fields, {"list"});
  document.range_end = header.get(fields, {"range_end"});
  document.type = header.get(fields, {"document_type"});
  document.issuing_state = state(header.get(fields, {"issuing_state"}), recorder, place);
  document.reported = date(header.get(fields, {"reported"}), recorder, place);
  document.reporting_state = state(header.get(fields, {"reporting_state"}), recorder, place);
  recorder.lost_document(std::move(document));
}

}  // namespace

bool is_documents_header(std::span<const std::string> headings) {
  const TableHeader header(headings);
  return header.has("document_number") && header.has("status");
}

Result<void> read_documents_csv(std::istream& in, SourceRecorder& recorder) {
  std::optional<TableHeader> header;
  return read_headed_table(
      in, recorder, [&](std::span<const std::string> headings) { header.emplace(headings); },
      [&](std::span<const std::string> fields, Place place) {
        add_document(*header, fields, recorder, place);
      });
}

}  // namespace darvaza::lists
