#include "lists/documents_csv.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include <fmt/core.h>

#include "documents/document_number.h"
#include "documents/number_cell.h"
#include "documents/serial_number.h"
#include "documents/states.h"
#include "documents/written_date.h"
#include "lists/headed_table.h"
#include "text/words.h"
#include "records/trimmed.h"

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
  std::string word = text::lower_case(text);
  for (char& c : word) c = c == '_' || c == '-' ? ' ' : c;
  const auto* found = std::find_if(std::begin(kStatusWords), std::end(kStatusWords),
                                   [&](const StatusWord& known) { return known.word == word; });
  if (found == std::end(kStatusWords)) return std::nullopt;
  return found->status;
}

enum class Column : std::uint8_t { number, range_end, type, issuing_state, status, lost, reported, review, reporting_state, reference, list };

/// By Column.
constexpr std::array<std::string_view, 11> kHeadings = {"document_number", "range_end", "document_type",   "issuing_state", "status", "lost_on",
                                                        "reported",        "review_date", "reporting_state", "reference",     "list"};

bool is_read(const std::string& heading) {
  const TableHeader header(std::span(&heading, 1));
  return std::any_of(kHeadings.begin(), kHeadings.end(), [&](std::string_view known) { return header.has(known); });
}

constexpr const char* kRounded = "a document number that a spreadsheet has rounded, as 1.23457E+11: expected all its digits";

/// Reads rows into documents. Tables have tens of millions of rows and some hundred States, so what a State's text means
/// is remembered, and columns are found once.
class DocumentRows {
 public:
  DocumentRows(const TableHeader& header, SourceRecorder& recorder) : recorder_(recorder) {
    std::transform(kHeadings.begin(), kHeadings.end(), columns_.begin(), [&](std::string_view heading) { return header.column(heading); });
  }

  void add(std::span<const std::string> fields, Place place) {
    LostDocument document;
    document.number = text(fields, Column::number);
    document.range_end = text(fields, Column::range_end);
    if (document.number.empty()) {
      recorder_.skip(place, "a document without a number");
      return;
    }
    further_.clear();
    if (document.range_end.empty()) {
      if (!documents::is_plain_number(document.number) && !read_number(document, place)) return;
    } else if (!read_run(document, place)) {
      return;
    }
    const std::string normalised = documents::normalise_number(document.number);
    if (normalised.empty()) {
      recorder_.skip(place, "a document whose number has no letter and no digit");
      return;
    }
    const auto status = parse_status(text(fields, Column::status));
    if (!status) {
      recorder_.skip(place, "an unknown status: expected lost, stolen, stolen blank, revoked or invalid");
      return;
    }
    document.status = *status;
    document.list = text(fields, Column::list);
    if (!document.range_end.empty()) check_run(normalised, document.range_end, place);
    document.type = text(fields, Column::type);
    document.issuing_state = state(text(fields, Column::issuing_state), place);
    document.lost = date(text(fields, Column::lost), "a date of loss", place);
    document.reported = date(text(fields, Column::reported), "a date of report", place);
    document.review = date(text(fields, Column::review), "a date of review", place);
    document.reporting_state = state(text(fields, Column::reporting_state), place);
    document.reference = text(fields, Column::reference);
    for (std::string& number : std::exchange(further_, {})) {
      LostDocument another = document;
      another.number = std::move(number);
      recorder_.lost_document(std::move(another));
    }
    recorder_.lost_document(std::move(document));
  }

 private:
  /// Takes the number out of its cell, and keeps further ones. False, and the row is skipped, where there is none.
  bool read_number(LostDocument& document, Place place) {
    documents::NumberCell cell = documents::read_number_cell(document.number);
    if (cell.numbers.empty()) {
      recorder_.skip(place, cell.rounded ? kRounded : "a document without a number");
      return false;
    }
    recorder_.remark_numbers(place, cell);
    document.number = std::move(cell.numbers.front().number);
    for (std::size_t i = 1; i < cell.numbers.size(); ++i) further_.push_back(std::move(cell.numbers[i].number));
    return true;
  }

  /// Both ends of a run are one number each. False, and the row is skipped, where the first is none.
  bool read_run(LostDocument& document, Place place) {
    for (std::string* const end : {&document.number, &document.range_end}) {
      const documents::Quantity written = documents::quantity_in(*end);
      if (written == documents::Quantity::none) continue;
      if (written == documents::Quantity::whole) {
        documents::NumberCell cell = documents::read_number_cell(*end);
        recorder_.remark_numbers(place, cell);
        *end = std::move(cell.numbers.front().number);
      } else if (end == &document.number) {
        recorder_.skip(place, kRounded);
        return false;
      } else {
        recorder_.remark(place, "a run of documents whose end a spreadsheet has rounded, as 1.23457E+11: only its beginning can be found");
        end->clear();
      }
    }
    return true;
  }

  std::string_view text(std::span<const std::string> fields, Column column) const {
    const auto place = columns_[static_cast<std::size_t>(column)];
    return place ? records::trimmed(fields[*place]) : std::string_view();
  }

  /// The two numbers themselves are stolen whatever lies between them: the record is kept.
  void check_run(std::string_view first, std::string_view range_end, Place place) {
    const std::string last = documents::normalise_number(range_end);
    if (documents::is_run(first, last) || first == last) return;
    recorder_.remark(place, "a run of documents of which only the two ends can be found: expected an end with the same letters before "
                            "as many digits, and not before the beginning");
  }

  StateCode state(std::string_view text, Place place) {
    if (text.empty()) return {};
    std::optional<StateCode> code;
    if (const auto known = states_.find(std::string(text)); known != states_.end()) {
      code = known->second;
    } else {
      code = documents::parse_state(text);
      constexpr std::size_t kMostRemembered = 1000;
      if (states_.size() < kMostRemembered) states_.emplace(text, code);
    }
    if (!code) recorder_.remark(place, "an issuing or reporting State that is not known");
    return code.value_or(StateCode{});
  }

  PartialDate date(std::string_view text, std::string_view what, Place place) {
    if (text.empty()) return {};
    const auto parsed = documents::parse_written_date(text);
    if (!parsed) recorder_.remark(place, fmt::format("{} that cannot be read: {}", what, documents::kExpectedDate));
    return parsed.value_or(PartialDate{});
  }

  SourceRecorder& recorder_;
  std::vector<std::string> further_;  ///< numbers of the row that is read, besides the first
  std::array<std::optional<std::size_t>, kHeadings.size()> columns_;
  std::unordered_map<std::string, std::optional<StateCode>> states_;
};

}  // namespace

bool is_documents_header(std::span<const std::string> headings) {
  const TableHeader header(headings);
  return header.has("document_number") && header.has("status");
}

Result<void> read_documents_csv(std::istream& in, SourceRecorder& recorder) {
  std::optional<DocumentRows> rows;
  return read_headed_table(
      in, recorder, [&](std::span<const std::string> headings) {
        rows.emplace(TableHeader(headings), recorder);
        remark_unread(headings, is_read, recorder);
        remark_given_twice(headings, recorder);
      },
      [&](std::span<const std::string> fields, Place place) { rows->add(fields, place); });
}

}  // namespace darvaza::lists
