// What nationality and sex say.
#include "scoring/personal_evidence.h"

#include <string_view>
#include <vector>

#include <gtest/gtest.h>

namespace darvaza::scoring {
namespace {

std::vector<StateCode> states(std::initializer_list<std::string_view> codes) {
  std::vector<StateCode> out;
  for (const std::string_view code : codes) out.emplace_back(code);
  return out;
}

std::optional<Evidence> nationality(std::initializer_list<std::string_view> asked,
                                    std::initializer_list<std::string_view> listed) {
  return weigh_nationality(states(asked), states(listed));
}

TEST(NationalityEvidence, NamesBothSidesInWords) {
  const auto evidence = nationality({"TJK"}, {"UZB", "TJK"});
  ASSERT_TRUE(evidence.has_value());
  EXPECT_EQ(evidence->kind, EvidenceKind::nationality);
  EXPECT_EQ(evidence->text, "shared: Tajikistan, listed Uzbekistan, Tajikistan");
  EXPECT_EQ(nationality({"TJK"}, {"KAZ"})->text, "different: Tajikistan, listed Kazakhstan");
}

TEST(NationalityEvidence, OneSharedAmongSeveralIsEnough) {
  EXPECT_EQ(nationality({"PAK", "TJK"}, {"TJK", "IRN"})->weight_mn,
            nationality({"TJK"}, {"TJK"})->weight_mn);
}

TEST(NationalityEvidence, SharedWeighsMoreThanRelatedAndThatMoreThanDifferent) {
  const auto shared = nationality({"RUS"}, {"RUS"});
  const auto related = nationality({"RUS"}, {"SUN"});
  const auto different = nationality({"RUS"}, {"PAK"});
  EXPECT_GT(shared->weight_mn, related->weight_mn);
  EXPECT_GT(related->weight_mn, 0);
  EXPECT_LT(different->weight_mn, 0);
  EXPECT_EQ(related->text.substr(0, 8), "related:");
}

TEST(NationalityEvidence, NeighboursThatAreOftenConfusedContradictLess) {
  const auto close = nationality({"PAK"}, {"AFG"});
  ASSERT_TRUE(close.has_value());
  EXPECT_LT(close->weight_mn, 0);
  EXPECT_GT(close->weight_mn, nationality({"PAK"}, {"TJK"})->weight_mn);
  EXPECT_EQ(close->text, "neighbouring: Pakistan, listed Afghanistan");
  EXPECT_EQ(nationality({"AFG"}, {"PAK"})->weight_mn, close->weight_mn);
}

TEST(NationalityEvidence, NothingIsSaidWhenEitherSideStatesNone) {
  EXPECT_FALSE(nationality({}, {"TJK"}).has_value());
  EXPECT_FALSE(nationality({"TJK"}, {}).has_value());
  EXPECT_FALSE(nationality({}, {}).has_value());
}

TEST(NationalityEvidence, DoesNotDependOnWhichSideIsAsked) {
  EXPECT_EQ(nationality({"SUN"}, {"RUS"})->weight_mn, nationality({"RUS"}, {"SUN"})->weight_mn);
  EXPECT_EQ(nationality({"TJK"}, {"KAZ"})->weight_mn, nationality({"KAZ"}, {"TJK"})->weight_mn);
}

TEST(SexEvidence, SpeaksForWhenTheSameAndAgainstWhenDifferent) {
  const auto same = weigh_sex(Sex::female, Sex::female);
  const auto different = weigh_sex(Sex::male, Sex::female);
  ASSERT_TRUE(same && different);
  EXPECT_GT(same->weight_mn, 0);
  EXPECT_LT(different->weight_mn, 0);
  EXPECT_EQ(same->kind, EvidenceKind::sex);
  EXPECT_EQ(same->text, "same");
  EXPECT_EQ(different->text, "different");
  EXPECT_EQ(weigh_sex(Sex::male, Sex::male)->weight_mn, same->weight_mn);
  EXPECT_EQ(weigh_sex(Sex::female, Sex::male)->weight_mn, different->weight_mn);
}

// Half of all travellers share the sex of a listed person: ln 2 is the most that it can say.
TEST(SexEvidence, AgreementSaysNoMoreThanChanceAllows) {
  EXPECT_LE(weigh_sex(Sex::male, Sex::male)->weight_mn, 694);
}

TEST(SexEvidence, NothingIsSaidWhenEitherSideIsUnknownOrOther) {
  for (const Sex vague : {Sex::unknown, Sex::other}) {
    for (const Sex any : {Sex::unknown, Sex::female, Sex::male, Sex::other}) {
      EXPECT_FALSE(weigh_sex(vague, any).has_value());
      EXPECT_FALSE(weigh_sex(any, vague).has_value());
    }
  }
}

}  // namespace
}  // namespace darvaza::scoring
