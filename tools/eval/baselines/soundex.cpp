#include "eval/baselines/soundex.h"

namespace darvaza::baselines {
namespace {

/// A to Z: the digit; '0': a vowel, which parts equal digits; '-': H and W, which do not.
constexpr std::string_view kDigits = "0123012-02245501262301-202";
static_assert(kDigits.size() == 26);

}  // namespace

std::string soundex(std::string_view word) {
  constexpr std::size_t kLength = 4;
  std::string code;
  char before = '0';
  for (char c : word) {
    if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
    if (c < 'A' || c > 'Z') continue;
    const char digit = kDigits[static_cast<std::size_t>(c - 'A')];
    if (code.empty()) {
      code = c;
    } else if (digit != '0' && digit != '-' && digit != before && code.size() < kLength) {
      code += digit;
    }
    if (digit != '-') before = digit;
  }
  if (!code.empty()) code.resize(kLength, '0');
  return code;
}

}  // namespace darvaza::baselines
