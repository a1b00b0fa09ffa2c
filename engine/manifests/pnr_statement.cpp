#include "manifests/pnr_statement.h"

#include <algorithm>
#include <iterator>
#include <utility>
#include <vector>

#include "documents/states.h"
#include "documents/written_date.h"
#include "manifests/airimp_date.h"
#include "manifests/edifact_text.h"
#include "manifests/glued_titles.h"
#include "manifests/manifest_sink.h"
#include "manifests/traveller_facts.h"
#include "manifests/trim.h"

namespace darvaza::manifests {
namespace {

/// C334 of SSR: code, status, quantity, carrier, two indicators, board point, off point; then text.
constexpr std::size_t kTextComponent = 9;
constexpr std::size_t kFirstPossibleText = 4;
/// A component of free text that is as long may have been cut (4440 is an..70).
constexpr std::size_t kTextLimit = 70;
constexpr std::size_t kMostFields = 24;

std::string_view upper_word(std::string_view text, std::string& buffer) {
  buffer = to_upper(trim(text));
  return buffer;
}

/// The fields of a text, without the empty one before a leading '/'.
class Fields {
 public:
  explicit Fields(std::string_view text) {
    if (text.starts_with('/')) text.remove_prefix(1);
    while (fields_.size() < kMostFields) {
      const auto end = text.find('/');
      fields_.emplace_back(trim(text.substr(0, end)));
      if (end == std::string_view::npos) return;
      text.remove_prefix(end + 1);
    }
  }

  std::string_view get(std::ptrdiff_t at) const {
    const bool there = at >= 0 && static_cast<std::size_t>(at) < fields_.size();
    return there ? std::string_view(fields_[static_cast<std::size_t>(at)]) : std::string_view();
  }
  std::size_t size() const { return fields_.size(); }
  void drop_last() { fields_.pop_back(); }

  /// "…/SMITH/JANE-1SMITH/JANEMRS": what follows the '-' names the passenger of the reservation
  /// once more. Numbers of documents may hold a '-' of their own, so only fields from `first`
  /// count.
  void cut_association(std::size_t first) {
    for (std::size_t i = first; i < fields_.size(); ++i) {
      const auto dash = fields_[i].find('-');
      const bool association = dash != std::string::npos && dash + 1 < fields_[i].size() &&
                               is_digit(fields_[i][dash + 1]);
      if (!association) continue;
      fields_[i] = trim(std::string_view(fields_[i]).substr(0, dash));
      fields_.resize(i + 1);
      return;
    }
  }

 private:
  std::vector<std::string> fields_;
};

bool is_infant_word(std::string_view field) {
  std::string buffer;
  const std::string_view word = upper_word(field, buffer);
  return word == "INFT" || word == "INF";
}

bool is_sex(std::string_view field) {
  static constexpr std::string_view kSexes[] = {"M", "F", "MI", "FI", "U", "X"};
  std::string buffer;
  const std::string_view word = upper_word(field, buffer);
  return std::find(std::begin(kSexes), std::end(kSexes), word) != std::end(kSexes);
}

class Reader {
 public:
  Reader(const EdifactSegment& ssr, const PnrContext& context) : ssr_(ssr), context_(context) {
    statement_.place = ssr.place();
  }

  std::optional<PnrStatement> read() {
    static constexpr std::pair<std::string_view, void (Reader::*)(std::string_view)> kRequests[] = {
        {"DOCS", &Reader::read_docs}, {"DOCO", &Reader::read_doco}, {"DOCA", &Reader::read_doca},
        {"INFT", &Reader::read_inft}, {"CHLD", &Reader::read_chld},
    };
    const std::string code = to_upper(ssr_.get(1));
    for (const auto& [known, read] : kRequests) {
      if (code != known) continue;
      if (ssr_.overlong) report("the segment is too long; its end was not read");
      find_reference();
      const std::string text = free_text();
      (this->*read)(text);
      return std::move(statement_);
    }
    return std::nullopt;
  }

 private:
  Traveller& facts() { return statement_.facts; }
  void report(std::string text) {
    add_problem(facts().problems, statement_.place, std::move(text));
  }

  /// The first reference number among the elements after the text.
  void find_reference() {
    const std::size_t last = ssr_.element_of(ssr_.components() - 1);
    for (std::size_t element = 2; element <= last; ++element) {
      const std::string_view reference = ssr_.get(element, 3);
      if (reference.empty()) continue;
      statement_.reference = plain_reference(reference);
      return;
    }
  }

  /// Senders miscount the colons before the text: it begins where the first '/' is, if not in its
  /// place.
  std::string free_text() {
    std::string text;
    bool begun = false;
    for (std::size_t i = 0; i < ssr_.components() && ssr_.element_of(i) <= 1; ++i) {
      const std::string_view part = ssr_.value(i);
      const bool here = i >= kTextComponent ||
                        (i >= kFirstPossibleText && part.find('/') != std::string_view::npos);
      begun = begun || here;
      if (begun) text += part;
      cut_ = begun && edifact_characters(part, context_.syntax) == kTextLimit;
    }
    return edifact_text(facts(), text, context_.syntax, statement_.place);
  }

  void read_birth_date(std::string_view text) {
    if (text.empty()) return;
    auto date = parse_airimp_date(text, YearRule::past, context_.reference_year);
    if (!date) date = documents::parse_written_birth_date(text);  // "1980-05-17", and "1980" alone
    if (!date) return report("the birth date is not a calendar date in the form DDMMMYY");
    set_birth_date(facts(), *date, context_.reference_year, statement_.place);
  }

  void read_sex(std::string_view text) {
    std::string buffer;
    std::string_view word = upper_word(text, buffer);
    if (word == "MI" || word == "FI") {
      statement_.infant = true;
      word.remove_suffix(1);
    }
    set_sex(facts(), word, statement_.place);
  }

  void add_names(std::string surname, std::string given_names) {
    const std::size_t before = facts().names.size();
    add_booked_name(facts(), std::move(surname), std::move(given_names), statement_.place);
    for (std::size_t i = before; cut_ && i < facts().names.size(); ++i) {
      facts().names[i].may_be_truncated = true;
    }
  }

  /// How far the fields are shifted: sex and birth date show it when a '/' is missing or too many.
  static std::ptrdiff_t shift_of(const Fields& fields) {
    for (const std::ptrdiff_t shift : {0, 1, -1}) {
      const bool date = parse_airimp_date(fields.get(4 + shift), YearRule::past, 2026).has_value();
      if (date && is_sex(fields.get(5 + shift))) return shift;
    }
    return 0;
  }

  /// type/issuer/number/nationality/birth date/sex/expiry/surname/given/middle/H
  void read_docs(std::string_view text) {
    Fields fields(text);
    const std::ptrdiff_t shift = shift_of(fields);
    fields.cut_association(static_cast<std::size_t>(7 + shift));
    while (fields.size() > static_cast<std::size_t>(9 + shift)) {
      const std::string_view last = fields.get(static_cast<std::ptrdiff_t>(fields.size()) - 1);
      const bool marks_infant = is_infant_word(last);
      if (!marks_infant && !last.empty() && last != "H" && last != "h") break;
      statement_.infant = statement_.infant || marks_infant;
      fields.drop_last();  // H: the holder of a passport for several persons
    }
    const auto field = [&](std::ptrdiff_t at) { return fields.get(at + shift); };

    TravelDocument document;
    document.type = field(0);
    document.number = field(2);
    set_issuing_state(facts(), document, field(1), statement_.place);
    if (!field(6).empty()) {
      const auto date = parse_airimp_date(field(6), YearRule::nearest, context_.reference_year);
      if (!date) report("the date of expiry is not a calendar date in the form DDMMMYY");
      if (date) document.expires = *date;
    }
    add_document(facts(), std::move(document), statement_.place);
    add_nationality(facts(), field(3), statement_.place);
    read_birth_date(field(4));
    read_sex(field(5));
    std::string given(field(8));
    for (std::size_t i = static_cast<std::size_t>(9 + shift); i < fields.size(); ++i) {
      given += ' ';
      given += fields.get(static_cast<std::ptrdiff_t>(i));
    }
    add_names(std::string(field(7)), std::move(given));
    if (facts().names.empty() && facts().documents.empty()) {
      report("a travel document request without name and number");
    }
  }

  /// place of birth/type/number/place of issue/date of issue/State where it is valid/I
  void read_doco(std::string_view text) {
    const Fields fields(text);
    // Without the field for the place of birth, the type stands first.
    const bool no_birth_place = fields.get(0).size() <= 2 && !fields.get(0).empty() &&
                                std::any_of(fields.get(1).begin(), fields.get(1).end(), is_digit);
    const std::ptrdiff_t shift = no_birth_place ? -1 : 0;
    const auto field = [&](std::ptrdiff_t at) { return fields.get(at + shift); };
    facts().birth_place = field(0);
    statement_.infant = field(6) == "I";

    TravelDocument document;
    document.type = field(1);
    document.number = field(2);
    document.issued_at = field(3);
    // A visa is issued by the State for which it is valid, wherever that may have been.
    if (const auto state = documents::parse_state(field(5))) document.issuing_state = *state;
    if (!field(4).empty()) {
      const auto date = parse_airimp_date(field(4), YearRule::past, context_.reference_year);
      if (!date) report("the date of issue is not a calendar date in the form DDMMMYY");
      if (date) document.issued = *date;
    }
    // R: redress number, K: known traveller number; neither is a document.
    if (document.type == "R" || document.type == "K") return;
    if (document.number.empty() && !document.type.empty()) report("a document without a number");
    add_document(facts(), std::move(document), statement_.place);
  }

  /// type (R or D)/State/street/city/region/postal code/I
  void read_doca(std::string_view text) {
    const Fields fields(text);
    statement_.infant = fields.get(6) == "I";
    TravellerAddress address;
    address.type = fields.get(0);
    for (const std::ptrdiff_t at : {2, 3, 4, 5}) append_item(address.text, fields.get(at));
    set_address_state(address, fields.get(1));
    add_address(facts(), std::move(address), statement_.place);
  }

  /// surname/given/DDMMMYY, also with the date behind the given name.
  void read_inft(std::string_view text) {
    statement_.infant = true;
    Fields fields(text);
    fields.cut_association(0);
    std::vector<std::string> words;
    for (std::size_t i = 0; i < fields.size(); ++i) {
      std::string_view field = fields.get(static_cast<std::ptrdiff_t>(i));
      const auto blank = field.find_last_of(" .");
      const std::string_view tail =
          blank == std::string_view::npos ? field : field.substr(blank + 1);
      if (const auto date = parse_airimp_date(tail, YearRule::past, context_.reference_year)) {
        set_birth_date(facts(), *date, context_.reference_year, statement_.place);
        field.remove_suffix(tail.size());
        field = trim(field);
      }
      while (field.starts_with('.')) field.remove_prefix(1);
      while (field.ends_with('.')) field.remove_suffix(1);
      if (!field.empty() && !is_infant_word(field)) words.emplace_back(field);
    }
    std::string given;
    for (std::size_t i = 1; i < words.size(); ++i) given += (i > 1 ? " " : "") + words[i];
    if (!words.empty()) add_names(words[0], std::move(given));
  }

  void read_chld(std::string_view text) {
    const Fields fields(text);
    for (std::size_t i = 0; i < fields.size(); ++i) {
      const std::string_view field = fields.get(static_cast<std::ptrdiff_t>(i));
      if (parse_airimp_date(field, YearRule::past, context_.reference_year)) {
        return read_birth_date(field);
      }
    }
  }

  const EdifactSegment& ssr_;
  const PnrContext& context_;
  PnrStatement statement_;
  bool cut_ = false;  ///< the text fills its element
};

}  // namespace

std::optional<PnrStatement> read_statement(const EdifactSegment& ssr, const PnrContext& context) {
  return Reader(ssr, context).read();
}

void add_booked_name(Traveller& traveller, std::string surname, std::string given_names,
                     const std::string& where) {
  std::string bare = without_glued_titles(given_names);
  const std::string lone = surname_without_title(surname, trim(given_names).empty());
  add_name(traveller, {surname, std::move(given_names)}, where);
  add_name(traveller, {std::move(surname), bare}, where);
  if (!lone.empty()) add_name(traveller, {lone, std::move(bare)}, where);
}

std::string plain_reference(std::string_view reference) {
  reference = trim(reference);
  while (reference.size() > 1 && reference[0] == '0' && is_digit(reference[1])) {
    reference.remove_prefix(1);
  }
  return std::string(reference);
}

}  // namespace darvaza::manifests
