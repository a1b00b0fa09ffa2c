#include "scoring/document_evidence.h"

#include <fmt/core.h>

#include "documents/states.h"

namespace darvaza::scoring {
namespace {

/// A number of seven digits is shared by chance once in millions; issuers reuse the same series, so
/// a different issuer takes most of that back.
constexpr std::int32_t kSameNumber = 12'000;
constexpr std::int32_t kConfusableNumber = 7'500;
constexpr std::int32_t kTransposedNumber = 6'000;
constexpr std::int32_t kOneWrongCharacter = 4'000;  // a number has some eighty such neighbours
constexpr std::int32_t kSameIssuer = 1'000;
constexpr std::int32_t kRelatedIssuer = 0;
constexpr std::int32_t kOtherIssuer = -6'000;

std::int32_t weight_of(DocumentMatch match) {
  switch (match) {
    case DocumentMatch::exact:
    case DocumentMatch::range:
      return kSameNumber;
    case DocumentMatch::confusable:
      return kConfusableNumber;
    case DocumentMatch::transposed:
      return kTransposedNumber;
    case DocumentMatch::one_wrong_character:
      break;
  }
  return kOneWrongCharacter;
}

}  // namespace

Evidence weigh_document(DocumentMatch match, StateCode asked_issuer, StateCode listed_issuer) {
  std::int32_t weight = weight_of(match);
  std::string_view issuers = "issuer not stated by both";
  if (!asked_issuer.empty() && !listed_issuer.empty()) {
    const bool same = asked_issuer == listed_issuer;
    const bool related = !same && documents::are_related(asked_issuer, listed_issuer);
    weight += same ? kSameIssuer : related ? kRelatedIssuer : kOtherIssuer;
    issuers = same ? "same issuer" : related ? "related issuers" : "different issuer";
  }
  return {EvidenceKind::document, weight, fmt::format("{} number, {}", to_string(match), issuers)};
}

}  // namespace darvaza::scoring
