#include "documents/number_formats.h"

#include <algorithm>
#include <map>
#include <memory>

#include <re2/re2.h>

#include "documents/number_formats_table.h"

namespace darvaza::documents {
namespace {

using Patterns = std::map<StateCode, std::unique_ptr<const re2::RE2>>;

Patterns compile() {
  Patterns patterns;
  for (const NumberFormatRow& row : number_formats()) {
    patterns.emplace(StateCode(row.state), std::make_unique<const re2::RE2>(re2::StringPiece(
                                               row.pattern.data(), row.pattern.size())));
  }
  return patterns;
}

}  // namespace

NumberFormat number_format(StateCode issuer, std::string_view normalised) {
  static const Patterns patterns = compile();
  const auto pattern = patterns.find(issuer);
  if (pattern == patterns.end() || normalised.empty()) return NumberFormat::unknown;
  const re2::StringPiece number(normalised.data(), normalised.size());
  return re2::RE2::FullMatch(number, *pattern->second) ? NumberFormat::usual
                                                       : NumberFormat::unusual;
}

bool is_rare_number(std::string_view normalised) {
  constexpr std::size_t kWithLetter = 8, kOfDigits = 12;
  const bool has_letter = std::any_of(normalised.begin(), normalised.end(), [](char c) { return c > '9'; });
  return normalised.size() >= (has_letter ? kWithLetter : kOfDigits);
}

}  // namespace darvaza::documents
