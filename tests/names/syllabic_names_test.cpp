// Expectations from the published shares: Kim is borne by 21.5 % of South Koreans, Wang by 7.5 % of Chinese.
#include "names/syllabic_names.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <string>
#include <string_view>
#include <vector>

#include "names/name_alignment.h"
#include "names/syllable_spellings.h"

namespace darvaza::names {
namespace {

SyllabicName look(std::string_view name) { return syllabic_name(parse_name(name).tokens); }

TEST(SyllabicNames, AreToldInEveryScriptAndOrder) {
  for (std::string_view name : {"김민수", "Kim Min-su", "KIM Minsoo", "Minsu Kim", "Lee Young Hee", "Yi Yŏnghŭi", "Choe Song Min", "Пак Ён Чхоль", "남궁석", "王小明", "Wang Xiaoming",
                                "Hsieh Wen-hua", "Чжан Вэйминь", "周建国", "欧阳文", "Mr Kim Min-su"}) {
    EXPECT_TRUE(look(name).is_one) << name;
  }
}

TEST(SyllabicNames, AreNotSeenInOthers) {
  for (std::string_view name : {"Kim Wilde", "Michael Young", "Ali Han", "Imran Khan", "Omar Song", "Kim", "Марина Ли", "Lee", "Иван Ким", "Jonathan Lee", "Kim Haji", "Maria Chang", "علی حسین", "Robert Lee Jackson"}) {
    EXPECT_FALSE(look(name).is_one) << name;
  }
}

// The country once in seven travellers, then the share: ln 7.4 + ln 4.64 = 3.54, ln 7.4 + ln 12.7 = 4.54.
TEST(SyllabicNames, AFamilyNameIsAsRareAsItsCountryAndItsBearers) {
  EXPECT_NEAR(look("김민수").most[0], 3535, 5);
  EXPECT_NEAR(look("Minsu Kim").most[1], 3535, 5);
  EXPECT_NEAR(look("王小明").most[0], 4543, 5);
}

// Those who bear both syllables: ln(10,000 / 400) + ln(10,000 / 350) = 6.57.
TEST(SyllabicNames, AGivenNameIsAsRareAsThoseWithBothSyllables) {
  const double both = 1000 * (std::log(10'000 / 400.0) + std::log(10'000 / 350.0));
  const SyllabicName whole = look("김민호"), apart = look("Kim Min Ho");
  EXPECT_NEAR(whole.most[1], both, 5);
  EXPECT_NEAR(apart.most[1] + apart.most[2], both, 5);
}

TEST(SyllabicNames, AGivenNameOfOneSyllableIsRarerThanOneOfTwoWithIt) {
  EXPECT_GT(look("Zhang Wei").most[1], look("Zhang Wei Wei").most[1]);
}

TEST(SyllabicNames, ParticlesOfOtherLanguagesAreSyllablesThere) {
  for (std::string_view name : {"Kim Il Song", "Kim Jong-un", "An Chol", "Du Wei", "Wang De Hua", "Ким Ё Чжон"}) {
    for (const Token& token : parse_name(name).tokens) EXPECT_EQ(token.role, TokenRole::name) << name << ": " << token.text;
  }
  for (std::string_view name : {"Khalid al Hasan", "Nur ul Haq", "Maria da Silva", "An Nahda Rustam"}) {
    const PersonName parsed = parse_name(name);
    EXPECT_TRUE(std::any_of(parsed.tokens.begin(), parsed.tokens.end(), [](const Token& token) { return token.role == TokenRole::particle; })) << name;
  }
}

TEST(SyllabicNames, ABoundNeverRaises) {
  const SyllabicName name = look("Kim Min Su");
  EXPECT_EQ(name.bound(0, 100), 100);
  EXPECT_EQ(name.bound(0, 1'000'000), name.most[0]);
  EXPECT_EQ(look("Kim Wilde").bound(0, 1'000'000), 1'000'000);
}

/// Every row of the tables is a syllable of its system: a slip of typing would have no other spelling.
TEST(SyllabicNames, EverySyllableHasSpellingsInBothAlphabets) {
  for (const std::u32string& group : chinese_syllable_groups()) {
    const std::string name(group.begin(), group.begin() + static_cast<std::ptrdiff_t>(std::min(group.find(U' '), group.size())));
    if (name == "ouyang") continue;
    EXPECT_NE(group.find_first_of(U"абвгдежзиклмнопрстуфхцчшэюя"), std::u32string::npos) << name;
  }
}

/// A syllable that stands twice in a table would count twice.
TEST(SyllabicNames, EverySyllableStandsOnce) {
  for (std::string_view list : {korean_syllables().syllables, chinese_syllables().syllables}) {
    std::vector<std::string_view> seen;
    while (!list.empty()) {
      const std::string_view syllable = list.substr(0, list.find(' '));
      EXPECT_EQ(std::count(seen.begin(), seen.end(), syllable), 0) << syllable;
      seen.push_back(syllable);
      const auto share = list.find(' ') + 1;
      list.remove_prefix(std::min(list.find(' ', share), list.size() - 1) + 1);
    }
    EXPECT_GT(seen.size(), 150u);
  }
}

TEST(SyllableSpellings, AreThoseOfThePublishedSystems) {
  const auto has = [](const std::vector<std::u32string>& all, std::u32string_view spelling) { return std::find(all.begin(), all.end(), spelling) != all.end(); };
  for (std::u32string_view spelling : {U"young", U"yong", U"yung", U"ён"}) EXPECT_TRUE(has(korean_spellings("yeong"), spelling));
  for (std::u32string_view spelling : {U"chong", U"jung", U"чон"}) EXPECT_TRUE(has(korean_spellings("jeong"), spelling));
  for (std::u32string_view spelling : {U"hsiang", U"сян"}) EXPECT_TRUE(has(chinese_spellings("xiang"), spelling));
  for (std::u32string_view spelling : {U"chih", U"чжи"}) EXPECT_TRUE(has(chinese_spellings("zhi"), spelling));
  EXPECT_TRUE(korean_spellings("smith").empty());
  EXPECT_TRUE(chinese_spellings("smith").empty());
}

}  // namespace
}  // namespace darvaza::names
