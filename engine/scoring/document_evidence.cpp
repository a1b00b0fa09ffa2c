#include "scoring/document_evidence.h"

#include <fmt/format.h>

#include "documents/states.h"

namespace darvaza::scoring {
namespace {

/// A number of seven digits is shared by chance once in millions; issuers reuse the same series, so
/// a different issuer takes most of that back.
constexpr std::int32_t kSameNumber = 12'000;
constexpr std::int32_t kConfusableNumber = 7'500;
constexpr std::int32_t kSameIssuer = 1'000;
constexpr std::int32_t kRelatedIssuer = 0;
constexpr std::int32_t kOtherIssuer = -6'000;

}  // namespace

Evidence weigh_document(DocumentMatch match, StateCode asked_issuer, StateCode listed_issuer) {
  std::int32_t weight = match == DocumentMatch::confusable ? kConfusableNumber : kSameNumber;
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
