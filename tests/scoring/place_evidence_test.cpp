// How places of birth agree, across scripts and at different grain.
#include "scoring/place_evidence.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <gtest/gtest.h>

namespace darvaza::scoring {
namespace {

std::optional<Evidence> weigh(std::string_view asked, const std::vector<std::string_view>& listed) {
  return weigh_birth_place(AskedPlace(asked), listed);
}

std::int32_t weight(std::string_view asked, std::string_view listed) {
  const auto evidence = weigh(asked, {listed});
  return evidence ? evidence->weight_mn : 0;
}

constexpr std::int32_t kMost = 1800;
constexpr std::int32_t kOther = -400;

TEST(PlaceEvidence, NamesBothSidesInWords) {
  const auto evidence = weigh("Peshawar, PAK", {"پشاور"});
  ASSERT_TRUE(evidence.has_value());
  EXPECT_EQ(evidence->kind, EvidenceKind::birth_place);
  EXPECT_EQ(evidence->text, "shared: peshawar, Pakistan, listed پشاور");
  EXPECT_EQ(weigh("Kunduz", {"Kandahar"})->text, "different: kunduz, listed kandahar");
}

/// Karim and Karam are two well-known names.
TEST(PlaceEvidence, PlacesThatSoundLikeNamesAreNotChargedAsNames) {
  EXPECT_EQ(weight("Karim", "Karam"), weight("Zazim", "Zazam"));
}

TEST(PlaceEvidence, OnePlaceIsOneInEveryScript) {
  for (const auto& [a, b] : {std::pair{"Peshawar", "پشاور"},
                             {"Kabul", "Кабул"},
                             {"Qandahar", "قندهار"},
                             {"Kunduz", "Qunduz"},
                             {"Jalalabad", "Джелалабад"},
                             {"Samarqand", "Самарканд"},
                             {"Quetta", "کوئٹہ"}}) {
    EXPECT_EQ(weight(a, b), kMost) << a << ' ' << b;
    EXPECT_EQ(weight(b, a), kMost) << b << ' ' << a;
  }
}

TEST(PlaceEvidence, WordsForKindsOfPlacesSayNothing) {
  EXPECT_EQ(weight("Kunduz province", "Kandahar province"), kOther);
  EXPECT_EQ(weight("Toshkent viloyati", "Samarqand viloyati"), kOther);
  EXPECT_EQ(weight("ولایت هرات", "ولایت بلخ"), kOther);
  EXPECT_EQ(weight("Dera Ismail Khan", "Dera Ghazi Khan"), kOther);
  EXPECT_EQ(weight("Toshkent shahri", "город Ташкент"), kMost);
  EXPECT_FALSE(weigh("Province", {"District"}).has_value());
}

TEST(PlaceEvidence, AnAdjectiveOfAPlaceIsThePlace) {
  EXPECT_EQ(weight("Хатлонская область", "Khatlon"), kMost);
  EXPECT_GT(weight("Osh", "Ошская область"), 0);
}

TEST(PlaceEvidence, JoinedAndSeparateSpellingsAgree) {
  EXPECT_EQ(weight("Jalal Abad", "Jalalabad"), kMost);
  EXPECT_EQ(weight("Spin Boldak", "Spinboldak"), kMost);
  EXPECT_EQ(weight("Jalal Abad", "Faisal Abad"), kOther);
}

TEST(PlaceEvidence, RenamedTownsAreTheSame) {
  EXPECT_EQ(weight("Khujand", "Leninabad"), kMost);
  EXPECT_EQ(weight("Ленинабад", "Khujand"), kMost);
  EXPECT_EQ(weight("Lyallpur", "Faisalabad"), kMost);
  EXPECT_EQ(weight("Leninabad", "Stalinabad"), kOther);
}

// A village and its province share no word: places are given at different grain.
TEST(PlaceEvidence, DisagreementWeighsFarLessThanAgreement) {
  EXPECT_LT(-weight("Kunduz", "Kandahar") * 4, kMost);
}

TEST(PlaceEvidence, AStateAloneSaysLittle) {
  EXPECT_GT(weight("AFG", "Afghanistan"), 0);
  EXPECT_LT(weight("AFG", "Afghanistan"), 500);
  EXPECT_EQ(weight("Афганистан", "افغانستان"), weight("AFG", "Afghanistan"));
  EXPECT_EQ(weight("Kabul, Afghanistan", "Afghanistan"), weight("AFG", "Afghanistan"));
  EXPECT_EQ(weight("Afghanistan", "Pakistan"), kOther);
  EXPECT_EQ(weight("Kunduz, Afghanistan", "Kandahar, Afghanistan"), kOther)
      << "towns say more than their State";
  EXPECT_FALSE(weigh("Tajikistan", {"USSR"}).has_value()) << "related";
  EXPECT_FALSE(weigh("Kabul", {"Afghanistan"}).has_value()) << "nothing in common to compare";
}

TEST(PlaceEvidence, NamesakesInTwoStatesAreTwoPlaces) {
  EXPECT_EQ(weight("Hyderabad, India", "Hyderabad, Pakistan"), kOther);
  EXPECT_EQ(weight("Hyderabad, Pakistan", "Hyderabad, PAK"), kMost);
}

TEST(PlaceEvidence, TheBestOfSeveralListedPlacesCounts) {
  EXPECT_EQ(weigh("Herat", {"Kandahar", "", "Hirat", "Afghanistan"})->text,
            "shared: herat, listed hirat");
}

TEST(PlaceEvidence, NothingIsSaidWhenEitherSideStatesNone) {
  EXPECT_FALSE(weigh("", {"Herat"}).has_value());
  EXPECT_FALSE(weigh("123 ,,;", {"Herat"}).has_value());
  EXPECT_FALSE(weigh("Herat", {}).has_value());
  EXPECT_FALSE(weigh("Herat", {"", "-"}).has_value());
}

TEST(PlaceEvidence, LongTextsAreCutAndNotRefused) {
  std::string text = "Herat";
  for (int i = 0; i < 10'000; ++i) text += ", village Qosh" + std::to_string(i);
  EXPECT_LE(parse_place(text).words.size(), kMaxPlaceWords);
  EXPECT_EQ(weight(text, "Herat"), kMost);
}

}  // namespace
}  // namespace darvaza::scoring
