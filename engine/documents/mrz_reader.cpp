#include "documents/mrz_reader.h"

#include <algorithm>
#include <string>

#include <fmt/format.h>

#include "documents/check_digit.h"
#include "documents/mrz_date.h"
#include "documents/mrz_name.h"
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

// The check digit over characters that split_mrz has let through, which all have a value.
char check_digit_of(std::string_view field) { return check_digit(field).value_or(kFiller); }

class MrzReader {
 public:
  MrzReader(const MrzLines& zone, const MrzOptions& options)
      : zone_(zone), layout_(*zone.layout), options_(options) {
    read_.format = layout_.format;
    read_.problems = zone.problems;
  }

  Mrz read() && {
    read_document_code();
    read_.issuing_state = read_state(layout_.issuing_state, "issuing State");
    read_number();
    read_.nationality = read_state(layout_.nationality, "nationality");
    read_.birth_date = read_date(layout_.birth_date, "date of birth", century_of_birth);
    check(layout_.birth_date, layout_.birth_check, "birth date");
    read_sex();
    read_.expires = read_date(layout_.expires, "date of expiry", century_of_expiry);
    check(layout_.expires, layout_.expires_check, "expiry");
    read_optional_data();
    check_composite();
    read_name();
    return std::move(read_);
  }

 private:
  void report(const MrzField& where, std::string text) {
    read_.problems.push_back({mrz_position(where.line, where.first), std::move(text)});
  }

  void add_check(const MrzField& where, std::string_view field, char expected, char found,
                 bool holds) {
    read_.checks.push_back({field, expected, found, holds});
    if (holds) return;
    report(where, fmt::format("check digit of the {} is '{}', computed '{}'",
                              field == "composite" ? "whole zone" : field, found, expected));
  }

  void check(const MrzField& data, const MrzField& digit, std::string_view field) {
    const char expected = check_digit_of(zone_.field(data));
    const char found = zone_.field(digit).front();
    add_check(digit, field, expected, found, expected == found);
  }

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

  PartialDate read_date(const MrzField& where, std::string_view what, int (*century)(int, int)) {
    const MrzDate read = parse_mrz_date(zone_.field(where), options_.reference_year, century);
    if (!read.problem.empty()) report(where, fmt::format("{}: {}", what, read.problem));
    return read.date;
  }

  void read_sex() {
    const char sex = zone_.field(layout_.sex).front();
    if (sex == 'F') read_.sex = Sex::female;
    if (sex == 'M') read_.sex = Sex::male;
    if (sex != 'F' && sex != 'M' && sex != kFiller) report(layout_.sex, "sex is not F, M or '<'");
  }

  // Doc 9303-5 §4.2.2 note j: a filler instead of the check digit says that the number goes on in
  // the optional data, up to the first filler there, and that its last character is the check
  // digit. A crew member certificate has the employer's code there (Doc 9303-5 App. C), never a
  // number.
  bool is_long_number() const {
    return layout_.long_number && zone_.field(layout_.number_check).front() == kFiller &&
           continuation_length() >= 2 && read_.document_code != "AC";
  }

  std::size_t continuation_length() const {
    const std::string_view optional = zone_.field(layout_.optional);
    return std::min(optional.find(kFiller), optional.size());
  }

  void read_number() {
    const std::string_view principal = zone_.field(layout_.number);
    if (is_long_number()) {
      read_long_number(principal);
    } else {
      read_.document_number = without_fillers(principal);
      check(layout_.number, layout_.number_check, "document number");
    }
    if (read_.document_number.empty()) report(layout_.number, "no document number");
  }

  void read_long_number(std::string_view principal) {
    const std::size_t length = continuation_length();
    const std::string_view rest = zone_.field(layout_.optional).substr(0, length - 1);
    const std::string whole = std::string(principal) + std::string(rest);
    read_.document_number = without_fillers(whole);
    optional_used_ = length;
    MrzField digit = layout_.optional;
    digit.first = static_cast<std::uint8_t>(digit.first + length - 1);
    const char expected = check_digit_of(whole);
    const char found = zone_.field(digit).front();
    add_check(digit, "document number", expected, found, expected == found);
  }

  // What follows the end of a long number, then the second field of a TD1, one filler between them.
  void read_optional_data() {
    std::string_view first = zone_.field(layout_.optional);
    if (optional_used_ != 0) first.remove_prefix(std::min(optional_used_ + 1, first.size()));
    read_.optional_data = without_trailing_fillers(first);
    const std::string_view second = without_trailing_fillers(zone_.field(layout_.more_optional));
    if (!read_.optional_data.empty() && !second.empty()) read_.optional_data += kFiller;
    read_.optional_data += second;
    if (layout_.optional_check.exists()) check_optional_data();
  }

  // Doc 9303-4 §4.2.2.2: where the field is not used its check digit may be 0 or a filler.
  void check_optional_data() {
    const std::string_view data = zone_.field(layout_.optional);
    const char expected = check_digit_of(data);
    const char found = zone_.field(layout_.optional_check).front();
    const bool unused = all_fillers(data) && found == kFiller;
    add_check(layout_.optional_check, "optional data", expected, found,
              unused || expected == found);
  }

  void check_composite() {
    if (!layout_.composite_check.exists()) return;
    std::string data;
    for (const MrzField& part : layout_.composite_over) data += zone_.field(part);
    const char expected = check_digit_of(data);
    const char found = zone_.field(layout_.composite_check).front();
    add_check(layout_.composite_check, "composite", expected, found, expected == found);
  }

  void read_name() {
    const std::string_view field = zone_.field(layout_.name);
    read_.name = parse_mrz_name(field);
    if (all_fillers(field)) report(layout_.name, "no name");
    const auto digit = std::find_if(field.begin(), field.end(), is_digit);
    if (digit != field.end()) {
      MrzField where = layout_.name;
      where.first = static_cast<std::uint8_t>(where.first + (digit - field.begin()));
      report(where, "a digit in the name");
    }
  }

  const MrzLines& zone_;
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
