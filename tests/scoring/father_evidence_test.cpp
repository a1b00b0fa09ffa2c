// How the father's name agrees, and that no token is counted twice.
#include "scoring/father_evidence.h"

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include <gtest/gtest.h>

namespace darvaza::scoring {
namespace {

constexpr std::int32_t kMost = 3000;
constexpr std::int32_t kLeast = -1500;

std::vector<names::WeighedToken> tokens(const names::PersonName& name) {
  std::vector<names::WeighedToken> out;
  for (const names::Token& token : name.tokens)
    out.push_back({.sounds = &token.sounds, .role = token.role});
  return out;
}

/// `met` and `left`: what of the listed name met the traveller's own name, and what did not.
std::optional<Evidence> weigh(std::string_view asked, const std::vector<std::string_view>& stated,
                              std::string_view met = {}, std::string_view left = {}) {
  const names::PersonName met_name = names::parse_name(met), left_name = names::parse_name(left);
  return weigh_father(AskedFather(asked), {stated, tokens(met_name), tokens(left_name)});
}

std::int32_t weight(std::string_view asked, std::string_view stated, std::string_view met = {}) {
  const auto evidence = weigh(asked, {stated}, met);
  return evidence ? evidence->weight_mn : 0;
}

TEST(FatherEvidence, NamesBothSidesInWords) {
  const auto agrees = weigh("Elmurod", {"Элмурод"});
  ASSERT_TRUE(agrees.has_value());
  EXPECT_EQ(agrees->kind, EvidenceKind::father_name);
  EXPECT_EQ(agrees->text, "agrees: elmurod, listed элмурод");
  EXPECT_EQ(weigh("Elmurod", {"Qoshqarbek"})->text, "different: elmurod, listed qoshqarbek");
}

TEST(FatherEvidence, IsBoundedBothWays) {
  EXPECT_EQ(weight("Elmurod Sarmastwal Zarbofan", "Elmurod Sarmastwal Zarbofan"), kMost);
  EXPECT_EQ(weight("Elmurod Sarmastwal", "Behruz Qoshqarbek"), kLeast);
}

TEST(FatherEvidence, ACommonNameSaysLess) {
  EXPECT_GT(weight("Mohammad", "Muhammad"), 0);
  EXPECT_LT(weight("Mohammad", "Muhammad"), weight("Elmurod", "Elmurod"));
}

TEST(FatherEvidence, APatronymicAgreesWithItsName) {
  EXPECT_GT(weight("Нодир", "Nodirovich"), 0);
  EXPECT_GT(weight("Nodirovich", "Nodir"), 0);
  EXPECT_EQ(weight("Behruz", "Nodirovich"), kLeast);
}

TEST(FatherEvidence, TheBestOfSeveralStatedNamesCounts) {
  EXPECT_EQ(weigh("Elmurod", {"Qoshqarbek", "", "Elmurad"})->text,
            "agrees: elmurod, listed elmurad");
}

// "Nadir Elmurod, son of Elmurod": that the surnames meet has already been counted.
TEST(FatherEvidence, WhatTheNamesHaveSaidIsNotSaidAgain) {
  EXPECT_FALSE(weigh("Elmurod", {"Elmurod"}, "Nadir Elmurod").has_value());
  EXPECT_EQ(weight("Elmurod", "Elmurod", "Nadir"), kMost);
  EXPECT_GT(weight("Elmurod Qoshqarbek", "Elmurod Qoshqarbek", "Nadir Elmurod"), 0)
      << "the second token is new";
  EXPECT_EQ(weight("Elmurod", "Qoshqarbek", "Nadir Elmurod"), kLeast)
      << "another father is another father";
}

// In Pakistan and Afghanistan the father's name is often a part of the son's.
TEST(FatherEvidence, IsLookedForInWhatTheNameLeftOver) {
  const auto found = weigh("Elmurod", {}, "Nadir", "Элмурод");
  ASSERT_TRUE(found.has_value());
  EXPECT_EQ(found->text, "part of the listed name: elmurod");
  EXPECT_GT(found->weight_mn, 0);
  EXPECT_LE(found->weight_mn, kMost);
  EXPECT_TRUE(weigh("Nodir", {}, "Behruz", "Нодирович").has_value());
}

TEST(FatherEvidence, AnotherTokenLeftOverIsNoContradiction) {
  EXPECT_FALSE(weigh("Elmurod", {}, "Nadir", "Qoshqarbek").has_value());
  EXPECT_FALSE(weigh("Elmurod", {}, "Nadir Elmurod").has_value()) << "counted as the name";
}

TEST(FatherEvidence, NothingIsSaidWhenEitherSideStatesNone) {
  EXPECT_FALSE(weigh("", {"Elmurod"}).has_value());
  EXPECT_FALSE(weigh("-", {"Elmurod"}).has_value());
  EXPECT_FALSE(weigh("Elmurod", {}).has_value());
  EXPECT_FALSE(weigh("Elmurod", {"", "?"}).has_value());
}

}  // namespace
}  // namespace darvaza::scoring
