#include "lists/terms_columns.h"

#include <algorithm>
#include <iterator>
#include <optional>
#include <utility>
#include <vector>

#include <fmt/core.h>

#include "documents/states.h"
#include "documents/written_date.h"
#include "lists/terms_headings.h"
#include "text/words.h"

namespace darvaza::lists {
namespace {

/// "Specific check" as "specific_check".
std::string as_word(std::string_view text) {
  std::string word = text::lower_case(text);
  std::replace_if(
      word.begin(), word.end(), [](char c) { return c == ' ' || c == '-'; }, '_');
  return word;
}

std::optional<Line> line_of(std::string_view text) {
  const std::string word = as_word(text);
  if (word == "first_line" || word == "1") return Line::first;
  if (word == "second_line" || word == "2") return Line::second;
  return parse_line(word);
}

/// One row on its way into terms.
class TermsRow {
 public:
  TermsRow(const TableHeader& header, std::span<const std::string> fields, Place place,
           SourceRecorder& recorder)
      : header_(header), fields_(fields), place_(place), recorder_(recorder) {}

  EntryTerms read() {
    EntryTerms terms;
    terms.owner = state(get("owner"), "an owner that is no known State");
    terms.focal_point = get("focal_point");
    terms.legal_basis = get("legal_basis");
    terms.category = word("alert_category", parse_alert_category, AlertCategory::unstated,
                          "an unknown alert category");
    terms.instruction =
        word("instruction", parse_instruction, Instruction::unstated, "an unknown instruction");
    terms.visible_from = visibility();
    terms.releasable_to = releasable_to();
    terms.valid_from = date("valid_from", "a first day of validity");
    terms.valid_until = date("valid_until", "a last day of validity");
    terms.review = date("review_date", "a date of review");
    terms.source_reference = get("source_reference");
    return terms;
  }

 private:
  std::string_view get(std::string_view heading) const { return header_.get(fields_, {heading}); }

  StateCode state(std::string_view text, std::string_view otherwise) {
    if (text.empty()) return {};
    const auto code = documents::parse_state(text);
    if (!code) recorder_.remark(place_, otherwise);
    return code.value_or(StateCode{});
  }

  template <typename Enum>
  Enum word(std::string_view heading, std::optional<Enum> (*parse)(std::string_view), Enum unstated,
            std::string_view otherwise) {
    const auto read = parse(as_word(get(heading)));
    if (!read) recorder_.remark(place_, otherwise);
    return read.value_or(unstated);
  }

  /// Whoever writes something here means to restrict.
  Line visibility() {
    const std::string_view text = header_.get(fields_, {"visibility", "visible_from"});
    if (text.empty()) return Line::first;
    const auto line = line_of(text);
    if (!line)
      recorder_.remark(
          place_,
          "an unknown visibility, taken for the second line: expected first line or second line");
    return line.value_or(Line::second);
  }

  /// Of "UZB; KGZ", "UZB, KGZ", "UZB/KGZ": taken for one State, unknown, it would hide the entry from both. "Korea, Republic of" is one.
  void add_states(std::string_view text, std::vector<StateCode>& states) {
    const bool is_one = documents::parse_state(text).has_value();
    for (const char separator : {';', ',', '/', '|'}) {
      if (is_one || text.find(separator) == text.npos) continue;
      for (const std::string_view item : text::split_trimmed(text, separator)) add_states(item, states);
      return;
    }
    const StateCode code = state(text, "a State to which an entry is releasable, and that is not known");
    if (!code.empty()) states.push_back(code);
  }

  std::optional<std::vector<StateCode>> releasable_to() {
    const std::string_view text = get("releasable_to");
    if (text.empty() || as_word(text) == "all") return std::nullopt;
    std::vector<StateCode> states;
    if (as_word(text) == "owner") return states;
    add_states(text, states);
    std::sort(states.begin(), states.end());
    states.erase(std::unique(states.begin(), states.end()), states.end());
    return states;
  }

  PartialDate date(std::string_view heading, std::string_view what) {
    const std::string_view text = get(heading);
    if (text.empty()) return {};
    const auto parsed = documents::parse_written_date(text);
    if (!parsed) recorder_.remark(place_, fmt::format("{} that cannot be read: {}", what, documents::kExpectedDate));
    return parsed.value_or(PartialDate{});
  }

  const TableHeader& header_;
  std::span<const std::string> fields_;
  Place place_;
  SourceRecorder& recorder_;
};

}  // namespace

bool TermsColumns::is_one(const std::string& heading) { return TermsColumns(std::span(&heading, 1)).any(); }

bool TermsColumns::any() const {
  return std::any_of(std::begin(kTermsHeadings), std::end(kTermsHeadings), [&](std::string_view heading) { return header_.has(heading); });
}

EntryTerms TermsColumns::read(std::span<const std::string> fields, Place place,
                              SourceRecorder& recorder) const {
  return TermsRow(header_, fields, place, recorder).read();
}

}  // namespace darvaza::lists
