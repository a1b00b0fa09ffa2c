#include "names/surname_endings.h"

#include <gtest/gtest.h>

#include "romanize/romanize.h"

namespace darvaza::names {
namespace {

using romanize::romanize;

Millinats cost(std::u32string_view a, std::u32string_view b) { return other_ending_cost(romanize(a), romanize(b)); }

TEST(SurnameEndings, AWomansFormIsNearToAMans) {
  const std::pair<const char32_t*, const char32_t*> kForms[] = {
      {U"zarbofov", U"zarbofova"}, {U"сутколдиев", U"sutkoldieva"}, {U"petrovskiy", U"petrovskaya"}, {U"burxonin", U"burxonina"}};
  for (const auto& [man, woman] : kForms) EXPECT_LE(cost(man, woman), 1000) << romanize::spelling(romanize(woman));
}

TEST(SurnameEndings, ADroppedOrNationalEndingIsAnotherForm) {
  const std::pair<const char32_t*, const char32_t*> kForms[] = {
      {U"rahmonov", U"rahmon"}, {U"rahmonov", U"rahmonzoda"}, {U"раҳмон", U"rahmonov"}, {U"aliyev", U"ali"},
      {U"aliyev", U"alizade"},  {U"hasanov", U"hasanzadeh"}};
  for (const auto& [a, b] : kForms) EXPECT_NE(cost(a, b), kTooFar) << romanize::spelling(romanize(a)) << ' ' << romanize::spelling(romanize(b));
}

TEST(SurnameEndings, OtherStemsAreOtherNames) {
  EXPECT_EQ(cost(U"rahmonov", U"karimov"), kTooFar);
  EXPECT_EQ(cost(U"rahmonov", U"karimzoda"), kTooFar);
}

TEST(SurnameEndings, AShortNameIsNoStem) {
  EXPECT_TRUE(other_endings(romanize(U"ov")).empty());
  EXPECT_TRUE(other_endings(romanize(U"nur")).empty());
}

TEST(SurnameEndings, AreSymmetric) {
  EXPECT_EQ(cost(U"rahmonov", U"rahmonzoda"), cost(U"rahmonzoda", U"rahmonov"));
  EXPECT_EQ(cost(U"раҳмон", U"rahmonov"), cost(U"rahmonov", U"раҳмон"));
}

}  // namespace
}  // namespace darvaza::names
