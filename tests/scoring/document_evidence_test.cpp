// What it says that a traveller presents a document which a list attributes to a person.
#include "scoring/document_evidence.h"

#include <gtest/gtest.h>

namespace darvaza::scoring {
namespace {

const StateCode kNone;
const StateCode kTajikistan("TJK");
const StateCode kUzbekistan("UZB");

TEST(DocumentEvidence, SaysHowTheNumberAndTheIssuersAgree) {
  const auto text = [](DocumentMatch match, StateCode asked, StateCode listed) {
    return weigh_document(match, asked, listed).text;
  };
  EXPECT_EQ(text(DocumentMatch::exact, kTajikistan, kTajikistan), "exact number, same issuer");
  EXPECT_EQ(text(DocumentMatch::exact, kTajikistan, kUzbekistan), "exact number, different issuer");
  EXPECT_EQ(text(DocumentMatch::exact, kNone, kUzbekistan),
            "exact number, issuer not stated by both");
  EXPECT_EQ(text(DocumentMatch::exact, kTajikistan, kNone),
            "exact number, issuer not stated by both");
  EXPECT_EQ(text(DocumentMatch::confusable, kNone, kNone),
            "confusable number, issuer not stated by both");
}

TEST(DocumentEvidence, IsOfItsKind) {
  EXPECT_EQ(weigh_document(DocumentMatch::exact, kNone, kNone).kind, EvidenceKind::document);
}

TEST(DocumentEvidence, SameIssuersWeighMoreThanUnknownOnesAndThoseMoreThanDifferentOnes) {
  for (const DocumentMatch match : {DocumentMatch::exact, DocumentMatch::confusable}) {
    const auto weight = [&](StateCode asked, StateCode listed) {
      return weigh_document(match, asked, listed).weight_mn;
    };
    EXPECT_GT(weight(kTajikistan, kTajikistan), weight(kTajikistan, kNone)) << to_string(match);
    EXPECT_EQ(weight(kNone, kTajikistan), weight(kTajikistan, kNone)) << to_string(match);
    EXPECT_EQ(weight(kNone, kNone), weight(kTajikistan, kNone)) << to_string(match);
    EXPECT_GT(weight(kTajikistan, kNone), weight(kTajikistan, kUzbekistan)) << to_string(match);
  }
}

TEST(DocumentEvidence, TheSameNumberWeighsMoreThanOneConfusedWithIt) {
  EXPECT_GT(weigh_document(DocumentMatch::exact, kTajikistan, kTajikistan).weight_mn,
            weigh_document(DocumentMatch::confusable, kTajikistan, kTajikistan).weight_mn);
}

TEST(DocumentEvidence, EachLowerClassWeighsLess) {
  const auto weight = [](DocumentMatch match) { return weigh_document(match, kTajikistan, kTajikistan).weight_mn; };
  EXPECT_GT(weight(DocumentMatch::confusable), weight(DocumentMatch::transposed));
  EXPECT_GT(weight(DocumentMatch::transposed), weight(DocumentMatch::one_wrong_character));
  EXPECT_GT(weight(DocumentMatch::one_wrong_character), 0);
}

TEST(DocumentEvidence, SpeaksForThePersonWhateverTheIssuer) {
  for (const DocumentMatch match : {DocumentMatch::exact, DocumentMatch::confusable}) {
    EXPECT_GT(weigh_document(match, kTajikistan, kUzbekistan).weight_mn, 0) << to_string(match);
  }
}

// A Soviet passport may be entered under the State that took its holder over (Doc 9303-3 §5).
TEST(DocumentEvidence, APredecessorStateIsNoDifferentIssuer) {
  const Evidence evidence =
      weigh_document(DocumentMatch::exact, StateCode("RUS"), StateCode("SUN"));
  EXPECT_EQ(evidence.text, "exact number, related issuers");
  EXPECT_GT(evidence.weight_mn,
            weigh_document(DocumentMatch::exact, kTajikistan, kUzbekistan).weight_mn);
  EXPECT_LE(evidence.weight_mn,
            weigh_document(DocumentMatch::exact, kTajikistan, kTajikistan).weight_mn);
}

}  // namespace
}  // namespace darvaza::scoring
