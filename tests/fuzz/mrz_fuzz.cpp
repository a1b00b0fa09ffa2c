// Any bytes as a machine-readable zone: refused with a reason, or read whole with every check digit
// recomputed; nothing wrong with the zone is kept from the reader, and only what check digits
// confirm is repaired.
#include <algorithm>
#include <string>

#include "darvaza/mrz.h"
#include "documents/check_digit.h"
#include "documents/mrz_layout.h"
#include "documents/mrz_lines.h"
#include "fuzz/fuzz_target.h"

namespace darvaza::fuzz {
namespace {

using documents::MrzField;
using documents::MrzLayout;
using documents::MrzLines;

char digit_over(std::string_view field) { return documents::check_digit(field).value_or('?'); }

std::string composite_of(const MrzLines& zone) {
  std::string data;
  for (const MrzField& part : zone.layout->composite_over) data += zone.field(part);
  return data;
}

/// A number and its check digit as Doc 9303-5 §4.2.2 note j joins them: one or the other form must
/// be what the reader computed from.
bool is_number_check(const MrzLines& zone, const MrzCheck& check) {
  const MrzLayout& layout = *zone.layout;
  const std::string number(zone.field(layout.number));
  const char printed = zone.field(layout.number_check).front();
  if (printed != '<' || !layout.long_number) {
    return check.expected == digit_over(number) && check.found == printed;
  }
  const std::string_view optional = zone.field(layout.optional);
  const std::string_view rest = optional.substr(0, optional.find('<'));
  if (check.found == '<') return check.expected == digit_over(number);
  return rest.size() >= 2 && check.found == rest.back() &&
         check.expected == digit_over(number + std::string(rest.substr(0, rest.size() - 1)));
}

bool is_check_over(const MrzCheck& check, std::string_view data, char printed) {
  return check.expected == digit_over(data) && check.found == printed;
}

bool is_right(const MrzLines& zone, const MrzCheck& check) {
  const MrzLayout& layout = *zone.layout;
  const auto over = [&](const MrzField& data, const MrzField& digit) {
    return digit.exists() && is_check_over(check, zone.field(data), zone.field(digit).front());
  };
  if (check.field == "document number") return is_number_check(zone, check);
  if (check.field == "birth date") return over(layout.birth_date, layout.birth_check);
  if (check.field == "expiry") return over(layout.expires, layout.expires_check);
  if (check.field == "optional data") return over(layout.optional, layout.optional_check);
  return check.field == "composite" && layout.composite_check.exists() &&
         is_check_over(check, composite_of(zone), zone.field(layout.composite_check).front());
}

/// Doc 9303-4 §4.2.2.2: an unused field of a TD3 may have a filler instead of its check digit.
bool may_be_filler(const MrzLines& zone, const MrzCheck& check) {
  return check.field == "optional data" && check.found == '<' &&
         zone.field(zone.layout->optional).find_first_not_of('<') == std::string_view::npos;
}

void check_checks(const MrzLines& zone, const Mrz& read) {
  const MrzLayout& layout = *zone.layout;
  const std::size_t expected =
      3u + (layout.optional_check.exists() ? 1 : 0) + (layout.composite_check.exists() ? 1 : 0);
  require(read.checks.size() == expected, "every check digit of the format is checked");
  std::size_t failing = 0;
  for (const MrzCheck& check : read.checks) {
    require(is_right(zone, check), "a check is over its own field");
    require(check.holds == (check.found == check.expected || may_be_filler(zone, check)),
            "a check holds when both digits agree");
    failing += check.holds ? 0 : 1;
  }
  require(read.problems.size() >= zone.problems.size() + failing,
          "every failing check is reported");
}

void check_facts(const Mrz& read) {
  require(is_valid(read.birth_date) && is_valid(read.expires), "dates exist");
  require(read.name.full().find('<') == std::string::npos, "fillers are no part of a name");
  require(read.document_number.find('<') == std::string::npos, "or of a number");
  const Traveller traveller = to_traveller(read);
  require(
      traveller.documents.empty() == (read.document_number.empty() && read.personal_number.empty()),
      "the document goes along");
  require(read.printed_number.empty() || traveller.documents.size() >= 2,
          "printed numbers go along");
  require(read.arabic_name.full().find('<') == std::string::npos, "nor of an Arabic one");
  require(traveller.names.empty() == read.name.primary.empty(), "the name goes along");
  require(traveller.problems.size() == read.problems.size(), "the problems go along");
}

std::string printed_lines(const MrzLines& zone) {
  std::string printed;
  for (const std::string& line : zone.lines) printed += line + '\n';
  return printed;
}

const MrzCheck& check_of(const Mrz& read, std::string_view field) {
  const auto found = std::find_if(read.checks.begin(), read.checks.end(),
                                  [&](const MrzCheck& check) { return check.field == field; });
  require(found != read.checks.end(), "every check is there");
  return *found;
}

/// A zone with its repairs written into it is sound where it was repaired, and says the same.
void check_repairs(MrzLines zone, const Mrz& read) {
  for (const MrzRepair& repair : read.repairs) {
    char& printed = zone.lines.at(static_cast<std::size_t>(repair.line - 1))
                        .at(static_cast<std::size_t>(repair.position - 1));
    require(printed == repair.found && repair.taken != repair.found,
            "a repair is of what was printed");
    printed = repair.taken;
  }
  const auto again = parse_mrz(printed_lines(zone));
  require(again.has_value() && again->repairs.empty(), "what is repaired needs no repair");
  require(again->document_number == read.document_number &&
              again->name.full() == read.name.full() && again->birth_date == read.birth_date &&
              again->expires == read.expires && again->sex == read.sex &&
              again->optional_data == read.optional_data && again->nationality == read.nationality,
          "a repaired zone says the same");
  for (const MrzCheck& check : read.checks) {
    require(!check.repaired || check_of(*again, check.field).holds,
            "a repaired check holds after the repairs");
  }
  for (const MrzRepair& repair : read.repairs) {
    const bool is_date = repair.field == "birth date" || repair.field == "expiry";
    if (!is_date && repair.field != "document number") continue;
    require(check_of(*again, repair.field).holds, "only what a check digit confirms is repaired");
    if (!is_date && zone.layout->composite_check.exists()) {
      require(check_of(*again, "composite").holds,
              "a number is repaired when the composite digit agrees");
    }
  }
}

/// The zone's own lines, as a reader of passports would deliver them, say the same.
void check_read_again(const MrzLines& zone, const Mrz& read) {
  const auto again = parse_mrz(printed_lines(zone));
  require(again.has_value(), "a zone's own lines are a zone");
  require(again->format == read.format && again->document_number == read.document_number &&
              again->name.full() == read.name.full() && again->birth_date == read.birth_date,
          "a zone's own lines say the same");
}

}  // namespace
}  // namespace darvaza::fuzz

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace darvaza;
  const std::string_view text = fuzz::as_text(data, size);
  const auto read = parse_mrz(text);
  const auto zone = documents::split_mrz(text);
  fuzz::require(read.has_value() == zone.has_value(), "a zone of a known shape is always read");
  if (!read) {
    fuzz::require(read.error().code == ErrorCode::input_refused, "anything else is refused");
    fuzz::require(!read.error().message.empty(), "a refusal has its reason");
    return 0;
  }
  fuzz::check_checks(*zone, *read);
  fuzz::check_facts(*read);
  fuzz::check_repairs(*zone, *read);
  fuzz::check_read_again(*zone, *read);
  return 0;
}
