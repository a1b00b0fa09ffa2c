#include "names/equivalent_names.h"

#include <gtest/gtest.h>

#include <set>

#include "names/person_name.h"
#include "romanize/romanize.h"
#include "text/utf8.h"

namespace darvaza::names {
namespace {

std::vector<NameGroup> groups(std::u32string_view word) { return name_groups(romanize::romanize(word)); }

Millinats cost(std::u32string_view a, std::u32string_view b) { return equivalence_cost(groups(a), groups(b)); }

TEST(EquivalentNames, CustomaryFormsOfOneNameMeetInEveryScript) {
  const std::pair<const char32_t*, const char32_t*> kForms[] = {
      {U"michael", U"mike"}, {U"майк", U"michael"}, {U"robert", U"bob"}, {U"николай", U"mikalai"}, {U"sergey", U"сяргей"}};
  for (const auto& [a, b] : kForms) EXPECT_LT(cost(a, b), kOtherForm + 2 * kGroupLimit + 1);
}

TEST(EquivalentNames, RomanisationsOfOneSyllableAreNearerThanOtherForms) {
  EXPECT_LT(cost(U"pak", U"park"), kOtherForm);
  EXPECT_LT(cost(U"ri", U"lee"), kOtherForm);
  EXPECT_LT(cost(U"hsieh", U"xie"), kOtherForm);
  EXPECT_LT(cost(U"сюй", U"xu"), kOtherForm);
  EXPECT_LT(cost(U"чжан", U"zhang"), kOtherForm);
  EXPECT_EQ(cost(U"chan", U"tan"), kOtherForm) << "two dialects";
  EXPECT_EQ(cost(U"park", U"choi"), kTooFar);
  EXPECT_EQ(cost(U"lee", U"ji"), kTooFar) << "not by way of yi";
  EXPECT_EQ(cost(U"ali", U"lee"), kTooFar) << "what is only like a short word does not belong to its group";
}

TEST(EquivalentNames, EveryRomanisedGroupHasTwoSoundsAndCostsWholeSteps) {
  const std::size_t first = equivalent_name_groups().size();
  for (std::size_t i = 0; i < romanised_name_groups().size(); ++i) {
    const RomanisedNames& group = romanised_name_groups()[i];
    const std::string words = text::encode_utf8(group.words);
    EXPECT_GE(group_members(static_cast<std::uint16_t>(first + i)).size(), 2u) << words;
    EXPECT_EQ(group.cost % kCostStep, 0) << words;
    EXPECT_EQ(form_cost(static_cast<std::uint16_t>(first + i)), group.cost) << words;
  }
}

TEST(EquivalentNames, ASpellingOfAMemberBelongsToItsGroup) {
  EXPECT_NE(cost(U"mikalay", U"nikolai"), kTooFar);
}

TEST(EquivalentNames, DifferentNamesDoNotMeet) {
  EXPECT_EQ(cost(U"michael", U"robert"), kTooFar);
  EXPECT_EQ(cost(U"rustam", U"jamshid"), kTooFar);
}

TEST(EquivalentNames, AreSymmetric) {
  EXPECT_EQ(cost(U"michael", U"майк"), cost(U"майк", U"michael"));
  EXPECT_EQ(cost(U"bob", U"robert"), cost(U"robert", U"bob"));
}

// The table is written by hand: each group must be worth its line and hold no word twice.
TEST(EquivalentNames, EveryGroupHasTwoMembersAndNoWordTwice) {
  for (std::u32string_view group : equivalent_name_groups()) {
    std::set<std::u32string> words;
    for (std::size_t begin = 0; begin < group.size();) {
      const auto end = std::min(group.find(U' ', begin), group.size());
      EXPECT_TRUE(words.emplace(group.substr(begin, end - begin)).second) << std::string(group.begin(), group.end());
      EXPECT_GT(end, begin) << std::string(group.begin(), group.end());
      begin = end + 1;
    }
    EXPECT_GE(words.size(), 2u) << std::string(group.begin(), group.end());
  }
}

// Tokens meet tokens: a word that a name's grammar takes apart (Abdul-) would stand there for nothing.
TEST(EquivalentNames, EveryWordIsOneToken) {
  for (std::u32string_view group : equivalent_name_groups()) {
    for (std::size_t begin = 0; begin < group.size();) {
      const auto end = std::min(group.find(U' ', begin), group.size());
      const std::string word = text::encode_utf8(group.substr(begin, end - begin));
      EXPECT_EQ(parse_name(word).tokens.size(), 1u) << word;
      begin = end + 1;
    }
  }
}

}  // namespace
}  // namespace darvaza::names
