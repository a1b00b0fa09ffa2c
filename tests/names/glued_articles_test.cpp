#include "names/glued_articles.h"

#include <gtest/gtest.h>

#include <string_view>
#include <utility>

#include "names/equivalent_names.h"
#include "names/surname_endings.h"
#include "romanize/romanize.h"

namespace darvaza::names {
namespace {

Millinats article_cost_of(std::u32string_view a, std::u32string_view b) { return other_ending_cost(romanize::romanize(a), romanize::romanize(b)); }

TEST(GluedArticles, AreLeftOutOfNamesOfTribesAndPlaces) {
  const std::pair<std::u32string_view, std::u32string_view> kForms[] = {{U"alghamdi", U"ghamdi"}, {U"elmasry", U"masri"}, {U"alotaibi", U"oteibi"}, {U"alsubaie", U"subaie"}, {U"альгамди", U"ghamdi"},
                                                                        {U"эльмасри", U"masri"},  {U"alqahtani", U"qahtani"}, {U"alhashimi", U"хашими"}, {U"alghamdi", U"غامدی"}};
  for (const auto& [with, without] : kForms) {
    EXPECT_LE(article_cost_of(with, without), 3400) << romanize::spelling(romanize::romanize(with));
    EXPECT_EQ(article_cost_of(with, without), article_cost_of(without, with)) << "from either side";
  }
}

TEST(GluedArticles, AreLeftOutOfNamesThatTakeThem) {
  for (const auto& [with, without] : {std::pair{U"alhassan", U"hasan"}, {U"elsayed", U"sayed"}, {U"alkhalifa", U"khalifa"}, {U"elhoussein", U"hussein"}}) {
    EXPECT_LE(article_cost_of(with, without), 4400) << romanize::spelling(romanize::romanize(with));
    EXPECT_GE(article_cost_of(with, without), kOtherForm - 200);
  }
}

TEST(GluedArticles, WhatMerelyBeginsSoIsAnotherName) {
  const std::pair<std::u32string_view, std::u32string_view> kOthers[] = {{U"elmurad", U"murad"}, {U"elnur", U"nur"}, {U"elmira", U"mira"}, {U"alberto", U"berto"}, {U"alberti", U"berti"}, {U"elshan", U"shan"},
                                                                         {U"aldiyar", U"diyar"}, {U"alford", U"ford"}, {U"elmore", U"more"}, {U"alisher", U"isher"}, {U"эльмурад", U"мурад"}, {U"alfonso", U"fonso"},
                                                                         {U"elnazar", U"nazar"}, {U"elberdi", U"berdi"}, {U"elturdi", U"turdi"}, {U"elkhanli", U"khanli"}, {U"альшевский", U"шевский"}, {U"elmurray", U"murray"}, {U"altunay", U"tunay"}};
  for (const auto& [a, b] : kOthers) EXPECT_EQ(article_cost_of(a, b), kTooFar) << romanize::spelling(romanize::romanize(a));
}

TEST(GluedArticles, FormsAreAddedToWhatIsThere) {
  std::vector<OtherEnding> forms(1);
  add_article_forms(romanize::romanize(U"ghamdi"), forms);
  ASSERT_EQ(forms.size(), 2u);
  EXPECT_EQ(romanize::spelling(forms[1].sounds), "alghamdi");
  for (const auto* word : {U"al", U"ali", U"aldi", U"el", U"murad", U"김", U"a"}) add_article_forms(romanize::romanize(word), forms);
  EXPECT_EQ(forms.size(), 2u);
}

}  // namespace
}  // namespace darvaza::names
