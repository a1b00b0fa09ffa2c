#include "documents/mrz_reader.h"

#include <algorithm>
#include <string>

#include <fmt/core.h>

#include "documents/mrz_arabic.h"
#include "documents/mrz_checks.h"
#include "documents/mrz_date.h"
#include "documents/mrz_name.h"
#include "documents/mrz_repair.h"
#include "documents/personal_number.h"
#include "documents/states.h"

namespace darvaza::documents {
namespace {

constexpr char kFiller = '<';

std::string_view without_trailing_fillers(std::string_view field) {
  return field.substr(0, field.find_last_not_of(kFiller) + 1);
}

std::string without_fillers(std::string_view field) {
  std::string text(field);
  text.erase(std::remove(text.begin(), text.end(), kFiller), text.end());
  return text;
}

bool all_fillers(std::string_view field) { return without_trailing_fillers(field).empty(); }
bool is_capital(char c) { return c >= 'A' && c <= 'Z'; }
bool is_digit(char c) { return c >= '0' && c <= '9'; }

constexpr int kOneCentury = 100;

class MrzReader {
 public:
  MrzReader(const MrzLines& printed, const MrzOptions& options)
      : printed_(printed),
        repaired_(repair_mrz(printed)),
        zone_(repaired_.zone),
        layout_(*printed.layout),
        options_(options) {
    read_.format = layout_.format;
    read_.problems = printed.problems;
  }

  Mrz read() && {
    read_repairs();
    read_checks();
    read_document_code();
    read_.issuing_state = read_state(layout_.issuing_state, "issuing State");
    read_number();
    read_.nationality = read_state(layout_.nationality, "nationality");
    read_.birth_date = read_date(layout_.birth_date, "date of birth",
                                 reference_year() - within_a_century(options_.youngest_age));
    read_sex();
    read_.expires = read_date(layout_.expires, "date of expiry",
                              reference_year() + within_a_century(options_.expiry_years_ahead));
    read_optional_data();
    read_number_of_holder();
    read_name();
    return std::move(read_);
  }

 private:
  void report(const MrzField& where, std::string text) {
    read_.problems.push_back({mrz_position(where.line, where.first), std::move(text)});
  }

  // One problem a field, at the first character of it that was repaired.
  void read_repairs() {
    read_.repairs = std::move(repaired_.repairs);
    for (auto repair = read_.repairs.begin(); repair != read_.repairs.end();) {
      const auto end = std::find_if(repair, read_.repairs.end(), [&](const MrzRepair& other) {
        return other.line != repair->line || other.field != repair->field;
      });
      read_.problems.push_back({mrz_position(repair->line, repair->position),
                                fmt::format("{}: {} character(s) read as what they look like",
                                            repair->field, end - repair)});
      repair = end;
    }
  }

  void read_checks() {
    const std::vector<PlacedCheck> after = checks_of(zone_);
    std::size_t i = 0;
    for (PlacedCheck& placed : checks_of(printed_)) {
      MrzCheck& check = placed.check;
      check.repaired = after[i++].check.holds && !check.holds;
      if (!check.holds) {
        report(placed.digit,
               fmt::format("check digit of the {} is '{}', computed '{}'{}",
                           check.field == "composite" ? "whole zone" : check.field, check.found,
                           check.expected, check.repaired ? "; it holds after the repairs" : ""));
      }
      read_.checks.push_back(check);
    }
  }

  int reference_year() const {
    constexpr int kLatest = 9800;  // leaves room for a century
    return std::clamp(options_.reference_year, 2 * kOneCentury, kLatest);
  }
  static int within_a_century(int years) { return std::clamp(years, 0, kOneCentury - 1); }

  void read_document_code() {
    const std::string_view code = zone_.field(layout_.document_code);
    read_.document_code = without_fillers(code);
    if (layout_.first_characters.find(code.front()) == std::string_view::npos) {
      report(layout_.document_code,
             fmt::format("document code of a {} begins with one of {}", to_string(layout_.format),
                         layout_.first_characters));
    }
  }

  StateCode read_state(const MrzField& where, std::string_view what) {
    const std::string_view text = without_trailing_fillers(zone_.field(where));
    if (text.empty() || !std::all_of(text.begin(), text.end(), is_capital)) {
      report(where, fmt::format("{} is not a code of one to three letters", what));
      return {};
    }
    if (!parse_state(text)) {
      report(where, fmt::format("{} '{}' is not an assigned code", what, text));
    }
    return StateCode(text);
  }

  PartialDate read_date(const MrzField& where, std::string_view what, int last_year) {
    const MrzDate read = parse_mrz_date(zone_.field(where), last_year);
    if (!read.problem.empty()) report(where, fmt::format("{}: {}", what, read.problem));
    return read.date;
  }

  void read_sex() {
    const char sex = zone_.field(layout_.sex).front();
    if (sex == 'F') read_.sex = Sex::female;
    if (sex == 'M') read_.sex = Sex::male;
    if (sex != 'F' && sex != 'M' && sex != kFiller) report(layout_.sex, "sex is not F, M or '<'");
  }

  void read_number() {
    const MrzNumber number = number_of(zone_);
    read_.document_number = without_fillers(number.text(zone_));
    optional_used_ = number.optional_used;
    const std::string printed = without_fillers(number_of(printed_).text(printed_));
    if (printed != read_.document_number) read_.printed_number = printed;
    if (read_.document_number.empty()) report(layout_.number, "no document number");
  }

  // What follows the end of a long number, then the second field of a TD1, one filler between them.
  void read_optional_data() {
    std::string_view first = zone_.field(layout_.optional);
    if (optional_used_ != 0) first.remove_prefix(std::min(optional_used_ + 1, first.size()));
    read_.optional_data = without_trailing_fillers(first);
    const std::string_view second = without_trailing_fillers(zone_.field(layout_.more_optional));
    if (!read_.optional_data.empty() && !second.empty()) read_.optional_data += kFiller;
    read_.optional_data += second;
    constexpr std::size_t kEmployerLetters = 3;  // Doc 9303-5 App. C
    if (layout_.format == MrzFormat::td1 && read_.document_code == "AC") {
      read_.employer = without_fillers(zone_.field(layout_.optional).substr(0, kEmployerLetters));
    }
  }

  void report_failing_number(StateCode issuer) {
    const auto number = read_personal_number(issuer, read_.optional_data);
    if (number && number->check == PersonalNumberCheck::fails) {
      report(
          layout_.optional,
          fmt::format("optional data: has the shape of a {} and fails its check", number->scheme));
    }
  }

  // Two digits of a year leave the century open; a personal number says it.
  void read_number_of_holder() {
    const StateCode issuer = parse_state(read_.issuing_state.text()).value_or(read_.issuing_state);
    read_.personal_number = find_personal_number(issuer, read_.optional_data);
    if (read_.personal_number.empty()) return report_failing_number(issuer);
    const PersonalNumber facts = *facts_of_number(issuer, read_.personal_number);
    read_.personal_birth_date = facts.birth_date;
    read_.personal_sex = facts.sex;
    const PartialDate& stated = facts.birth_date;
    PartialDate& printed = read_.birth_date;
    const bool agree = printed.full() && stated.known() &&
                       printed.year % kOneCentury == stated.year % kOneCentury &&
                       printed.month == stated.month && printed.day == stated.day;
    if (agree) printed.year = stated.year;
  }

  void read_name() {
    const std::string_view field = zone_.field(layout_.name);
    read_.name = parse_mrz_name(field);
    read_.arabic_name =
        arabic_name(read_.name, read_.issuing_state, read_.nationality).value_or(TravellerName{});
    if (all_fillers(field)) report(layout_.name, "no name");
    const auto digit = std::find_if(field.begin(), field.end(), is_digit);
    if (digit != field.end()) {
      MrzField where = layout_.name;
      where.first = static_cast<std::uint8_t>(where.first + (digit - field.begin()));
      report(where, "a digit in the name");
    }
  }

  const MrzLines& printed_;
  RepairedMrz repaired_;
  const MrzLines& zone_;  ///< the repaired one
  const MrzLayout& layout_;
  const MrzOptions& options_;
  std::size_t optional_used_ = 0;  ///< characters of the optional data that belong to the number
  Mrz read_;
};

}  // namespace

Mrz read_mrz(const MrzLines& zone, const MrzOptions& options) {
  return MrzReader(zone, options).read();
}

}  // namespace darvaza::documents
