#include "documents/glued_number.h"

#include <algorithm>
#include <utility>

#include "documents/check_digit.h"
#include "documents/document_number.h"
#include "documents/states.h"

namespace darvaza::documents {
namespace {

constexpr std::size_t kLeastLeft = 6;
constexpr std::size_t kCode = 3;

bool is_digit(char c) { return c >= '0' && c <= '9'; }

bool ends_in_its_check_digit(std::string_view number) {
  return number.size() > kLeastLeft && is_digit(number.back()) && check_digit(number.substr(0, number.size() - 1)) == number.back();
}

/// The code of three letters before a number; empty: none is there.
StateCode code_before(std::string_view number) {
  const bool letters = number.size() >= kCode + kLeastLeft && std::none_of(number.begin(), number.begin() + kCode, is_digit);
  if (!letters) return {};
  const std::string_view code = number.substr(0, kCode);
  const auto state = parse_state(code);
  return state && state->text() == code ? *state : StateCode{};
}

}  // namespace

std::vector<GluedNumber> glued_numbers(std::string_view presented) {
  std::vector<GluedNumber> readings;
  const std::string number = normalise_number(presented);
  const auto add = [&](std::string_view text, StateCode state) {
    if (!state.empty()) readings.push_back({std::string(text), state});
    if (ends_in_its_check_digit(text)) readings.push_back({std::string(text.substr(0, text.size() - 1)), state});
  };
  add(number, {});
  if (const StateCode state = code_before(number); !state.empty()) add(std::string_view(number).substr(kCode), state);
  return readings;
}

}  // namespace darvaza::documents
