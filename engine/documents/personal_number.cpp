#include "documents/personal_number.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <span>

#include "documents/document_number.h"

namespace darvaza::documents {
namespace {

using Digits = std::string_view;  // all of them '0' to '9', unless a scheme says otherwise

int digit(Digits number, std::size_t at) { return number[at] - '0'; }

int digits(Digits number, std::size_t first, std::size_t count) {
  int value = 0;
  for (std::size_t i = first; i < first + count; ++i) value = value * 10 + digit(number, i);
  return value;
}

int weighed_sum(Digits number, std::span<const int> weights) {
  int sum = 0;
  for (std::size_t i = 0; i < weights.size(); ++i) sum += digit(number, i) * weights[i];
  return sum;
}

PersonalNumberCheck check_of(bool holds) {
  return holds ? PersonalNumberCheck::holds : PersonalNumberCheck::fails;
}

/// The date, or unknown where there is no such day: then the number is none of the scheme.
PartialDate day(int year, int month, int day_of_month) {
  if (month < 1 || day_of_month < 1) return {};
  const PartialDate date{static_cast<std::int16_t>(year), static_cast<std::uint8_t>(month),
                         static_cast<std::uint8_t>(day_of_month)};
  return is_valid(date) ? date : PartialDate{};
}

/// Kazakhstan and Uzbekistan: 1 and 2 for the 1800s, 3 and 4 for the 1900s, 5 and 6 for the 2000s;
/// odd for men.
struct CenturyAndSex {
  int first_year;
  Sex sex;
};
std::optional<CenturyAndSex> century_and_sex(int code) {
  if (code < 1 || code > 6) return std::nullopt;
  return CenturyAndSex{1800 + (code - 1) / 2 * 100, code % 2 == 1 ? Sex::male : Sex::female};
}

using Read = std::optional<PersonalNumber> (*)(Digits);

// Iran, national code: 10 digits, the last one against the others with weights 10 to 2, modulo 11.
// Numbers of one digit throughout satisfy the rule and are never given out.
std::optional<PersonalNumber> iranian_person(Digits number) {
  const bool alike = number.find_first_not_of(number.front()) == Digits::npos;
  const int rest = weighed_sum(number, std::array{10, 9, 8, 7, 6, 5, 4, 3, 2}) % 11;
  const int expected = rest < 2 ? rest : 11 - rest;
  return PersonalNumber{.scheme = "national code",
                        .check = check_of(!alike && digit(number, 9) == expected)};
}

// Iran, identity of companies: 11 digits; every digit is raised by the tenth one and 2.
std::optional<PersonalNumber> iranian_company(Digits number) {
  constexpr std::array kWeights = {29, 27, 23, 19, 17};
  const int raise = digit(number, 9) + 2;
  int sum = 0;
  for (std::size_t i = 0; i < 10; ++i)
    sum += (digit(number, i) + raise) * kWeights[i % kWeights.size()];
  return PersonalNumber{.scheme = "company identity",
                        .check = check_of(digit(number, 10) == sum % 11 % 10),
                        .of_person = false};
}

// Turkey, TCKN: 11 digits, the first not 0; two check digits.
std::optional<PersonalNumber> turkish(Digits number) {
  int odd = 0, even = 0;
  for (std::size_t i = 0; i < 9; ++i) (i % 2 == 0 ? odd : even) += digit(number, i);
  const int tenth = ((7 * odd - even) % 10 + 10) % 10;
  const int eleventh = (odd + even + digit(number, 9)) % 10;
  const bool holds =
      number.front() != '0' && digit(number, 9) == tenth && digit(number, 10) == eleventh;
  return PersonalNumber{.scheme = "TCKN", .check = check_of(holds)};
}

// Kazakhstan, IIN (government decree 406 of 2007): YYMMDD, century and sex, serial, check digit
// with two rows of weights; where both give 10 the number is not issued.
std::optional<PersonalNumber> kazakh(Digits number) {
  const auto born = century_and_sex(digit(number, 6));
  if (!born) return std::nullopt;
  const PartialDate date =
      day(born->first_year + digits(number, 0, 2), digits(number, 2, 2), digits(number, 4, 2));
  if (!date.known()) return std::nullopt;
  int rest = weighed_sum(number, std::array{1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11}) % 11;
  if (rest == 10) rest = weighed_sum(number, std::array{3, 4, 5, 6, 7, 8, 9, 10, 11, 1, 2}) % 11;
  return PersonalNumber{.scheme = "IIN",
                        .check = check_of(digit(number, 11) == rest),
                        .birth_date = date,
                        .sex = born->sex};
}

// Uzbekistan, PINFL: century and sex, DDMMYY, district, serial, check digit with weights 7, 3, 1.
std::optional<PersonalNumber> uzbek(Digits number) {
  const auto born = century_and_sex(digit(number, 0));
  if (!born) return std::nullopt;
  const PartialDate date =
      day(born->first_year + digits(number, 5, 2), digits(number, 3, 2), digits(number, 1, 2));
  if (!date.known()) return std::nullopt;
  const int sum = weighed_sum(number, std::array{7, 3, 1, 7, 3, 1, 7, 3, 1, 7, 3, 1, 7});
  return PersonalNumber{.scheme = "PINFL",
                        .check = check_of(digit(number, 13) == sum % 10),
                        .birth_date = date,
                        .sex = born->sex};
}

// Kyrgyzstan, PIN: 1 for women and 2 for men, DDMMYYYY, serial. No check digit is published.
std::optional<PersonalNumber> kyrgyz(Digits number) {
  const int sex = digit(number, 0);
  const int year = digits(number, 5, 4);
  constexpr int kFirstYear = 1850, kLastYear = 2099;  // of anybody who has a number
  if (sex < 1 || sex > 2 || year < kFirstYear || year > kLastYear) return std::nullopt;
  const PartialDate date = day(year, digits(number, 3, 2), digits(number, 1, 2));
  if (!date.known()) return std::nullopt;
  return PersonalNumber{.scheme = "PIN",
                        .check = PersonalNumberCheck::has_none,
                        .birth_date = date,
                        .sex = sex == 1 ? Sex::female : Sex::male};
}

// Pakistan, CNIC: province (1 to 7; 8 is met, too), district, serial, and a last digit that is odd
// for men. No check digit.
std::optional<PersonalNumber> pakistani(Digits number) {
  if (number.front() < '1' || number.front() > '8') return std::nullopt;
  return PersonalNumber{.scheme = "CNIC",
                        .check = PersonalNumberCheck::has_none,
                        .sex = digit(number, 12) % 2 == 1 ? Sex::male : Sex::female};
}

// China, GB 11643: district, YYYYMMDD, serial odd for men, ISO 7064 MOD 11-2 (X for 10).
std::optional<PersonalNumber> chinese(Digits number) {
  const PartialDate date = day(digits(number, 6, 4), digits(number, 10, 2), digits(number, 12, 2));
  if (!date.known()) return std::nullopt;
  int product = 0;
  for (std::size_t i = 0; i < 17; ++i) product = (product + digit(number, i)) * 2 % 11;
  const int expected = (12 - product) % 11;
  const char printed = expected == 10 ? 'X' : static_cast<char>('0' + expected);
  return PersonalNumber{.scheme = "resident identity number",
                        .check = check_of(number.back() == printed),
                        .birth_date = date,
                        .sex = digit(number, 16) % 2 == 1 ? Sex::male : Sex::female};
}

struct Scheme {
  StateCode state;
  std::size_t length;
  bool may_end_in_x;
  Read read;
};

constexpr Scheme kSchemes[] = {
    {StateCode("CHN"), 18, true, chinese},          {StateCode("IRN"), 10, false, iranian_person},
    {StateCode("IRN"), 11, false, iranian_company}, {StateCode("KAZ"), 12, false, kazakh},
    {StateCode("KGZ"), 14, false, kyrgyz},          {StateCode("PAK"), 13, false, pakistani},
    {StateCode("TUR"), 11, false, turkish},         {StateCode("UZB"), 14, false, uzbek},
};

bool has_shape(const Scheme& scheme, std::string_view number) {
  if (number.size() != scheme.length) return false;
  if (scheme.may_end_in_x && number.back() == 'X') number.remove_suffix(1);
  return std::all_of(number.begin(), number.end(), [](char c) { return c >= '0' && c <= '9'; });
}

bool has_scheme(StateCode state) {
  return std::any_of(std::begin(kSchemes), std::end(kSchemes),
                     [&](const Scheme& scheme) { return scheme.state == state; });
}

}  // namespace

std::optional<PersonalNumber> read_personal_number(StateCode state, std::string_view number) {
  if (!has_scheme(state)) return std::nullopt;  // most are not worth normalising
  const std::string plain = normalise_number(number);
  for (const Scheme& scheme : kSchemes) {
    if (scheme.state == state && has_shape(scheme, plain)) return scheme.read(plain);
  }
  return std::nullopt;
}

std::string find_personal_number(StateCode state, std::string_view optional_data) {
  while (!optional_data.empty()) {
    const std::size_t end = std::min(optional_data.find('<'), optional_data.size());
    const std::string_view part = optional_data.substr(0, end);
    if (facts_of_number(state, part)) return std::string(part);
    optional_data.remove_prefix(std::min(end + 1, optional_data.size()));
  }
  return {};
}

std::optional<PersonalNumber> facts_of_number(StateCode state, std::string_view number) {
  auto read = read_personal_number(state, number);
  if (read && (read->check == PersonalNumberCheck::fails || !read->of_person)) read.reset();
  return read;
}

}  // namespace darvaza::documents
