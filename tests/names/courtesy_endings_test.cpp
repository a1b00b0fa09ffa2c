#include "names/courtesy_endings.h"

#include <gtest/gtest.h>

#include "names/surname_endings.h"
#include "romanize/romanize.h"

namespace darvaza::names {
namespace {

using romanize::romanize;

Millinats form_cost_of(std::u32string_view a, std::u32string_view b) { return other_ending_cost(romanize(a), romanize(b)); }

TEST(CourtesyEndings, AreLeftOutInEveryScript) {
  const std::pair<const char32_t*, const char32_t*> kForms[] = {{U"ravshan", U"ravshanbek"}, {U"rustam", U"rustamjon"},  {U"rustam", U"рустамжон"}, {U"фаррухҷон", U"farrukh"},
                                                               {U"nargiza", U"nargizaxon"}, {U"nadir", U"nadirkhan"},   {U"nadir", U"نادرخان"},    {U"serik", U"serikbay"},
                                                               {U"zarina", U"zarinabibi"},  {U"талгат", U"талгатбек"},
                                                               {U"ahmad", U"ahmadjan"},     {U"ahmad", U"احمدجان"},      {U"акбар", U"اکبرجان"},   {U"саид", U"saidjon"}};
  for (const auto& [bare, with] : kForms) {
    EXPECT_LE(form_cost_of(bare, with), 4000) << romanize::spelling(romanize(with));
    EXPECT_EQ(form_cost_of(bare, with), form_cost_of(with, bare)) << "from either side";
  }
}

TEST(CourtesyEndings, WhatMerelyEndsSoIsNone) {
  EXPECT_EQ(form_cost_of(U"ota", U"otabek"), kTooFar) << "too short to be a name that somebody was courteous to";
  EXPECT_EQ(form_cost_of(U"jack", U"jackson"), kTooFar);
  EXPECT_EQ(form_cost_of(U"ravshan", U"ramazanbek"), kTooFar) << "another name";
}

TEST(CourtesyEndings, OneForAnotherCostsBoth) {
  const std::pair<const char32_t*, const char32_t*> kForms[] = {{U"ravshanbek", U"ravshanjon"}, {U"azamatbek", U"azamatkhan"}, {U"дилшодбек", U"дилшоджон"}, {U"nadirbəy", U"nadirkhan"}, {U"sardorxon", U"сардорбек"}};
  for (const auto& [a, b] : kForms) {
    EXPECT_GE(form_cost_of(a, b), 3996) << romanize::spelling(romanize(a));
    EXPECT_LE(form_cost_of(a, b), 6000) << romanize::spelling(romanize(a));
    EXPECT_EQ(form_cost_of(a, b), form_cost_of(b, a)) << "from either side";
  }
  EXPECT_EQ(form_cost_of(U"otabek", U"otajon"), kTooFar) << "names of their own";
  EXPECT_EQ(form_cost_of(U"ravshanbek", U"rustamjon"), kTooFar);
}

TEST(CourtesyEndings, TheBeyOfAzerbaijanIsOne) {
  EXPECT_LE(form_cost_of(U"nadirbəy", U"nadir"), 2200);
  EXPECT_LE(form_cost_of(U"надирбей", U"надир"), 2200);
}

TEST(CourtesyEndings, SurnamesHaveNone) {
  std::vector<OtherEnding> forms = other_endings(romanize(U"karimov"));
  for (const OtherEnding& form : forms) EXPECT_NE(romanize::spelling(form.sounds), "karimovbek");
}

TEST(CourtesyEndings, FormsAreAddedToWhatIsThere) {
  std::vector<OtherEnding> forms(1);
  add_courtesy_forms(romanize(U"ravshanbek"), forms);
  ASSERT_EQ(forms.size(), 8u) << "without, and with six others";
  EXPECT_EQ(romanize::spelling(forms[1].sounds), "ravshan");
  for (const OtherEnding& form : forms) EXPECT_NE(romanize::spelling(form.sounds), "ravshanbek");
  add_courtesy_forms(romanize(U"ota"), forms);
  EXPECT_EQ(forms.size(), 8u);
}

}  // namespace
}  // namespace darvaza::names
