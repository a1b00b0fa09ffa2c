#include "romanize/romanize.h"

#include <array>

#include <gtest/gtest.h>

namespace darvaza::romanize {
namespace {

TEST(Romanize, TellsTheWritingSystem) {
  EXPECT_EQ(romanize(U"darwaza").system(), WritingSystem::latin);
  EXPECT_EQ(romanize(U"дарвоза").system(), WritingSystem::cyrillic);
  EXPECT_EQ(romanize(U"دروازه").system(), WritingSystem::arabic);
}

TEST(Romanize, OneWordInThreeScriptsKeepsItsConsonants) {
  EXPECT_EQ(spelling(romanize(U"darwaza")), "darwaza");
  EXPECT_EQ(spelling(romanize(U"дарвоза")), "darvoza");
  EXPECT_EQ(spelling(romanize(U"دروازه")), "drwazh");
}

TEST(Romanize, ReadsLookAlikesAsWhatTheyLookLike) {
  EXPECT_EQ(romanize(U"mоhаmmеd"), romanize(U"mohammed")) << "Cyrillic о, а, е";
  EXPECT_EQ(romanize(U"pустам"), romanize(U"рустам")) << "Latin p";
}

TEST(Romanize, ReadsDigitsInsideWordsAsLetters) {
  EXPECT_EQ(romanize(U"m0hammed"), romanize(U"mohammed"));
}

TEST(Romanize, LatinIAndDigitOneAreThePalochkaWhereCyrillicHasOne) {
  for (const char32_t* word : {U"мухiаммад", U"мух1аммад"}) EXPECT_EQ(romanize(word), romanize(U"мухӏаммад")) << spelling(romanize(word));
  EXPECT_EQ(romanize(U"ахiмад"), romanize(U"ахӏмад"));
  EXPECT_EQ(romanize(U"кiрил"), romanize(U"кірил")) << "Ukrainian";
  EXPECT_EQ(romanize(U"мар1ам"), romanize(U"маріам")) << "р takes none";
}

TEST(Romanize, OtherScriptsComeByWayOfLatin) {
  EXPECT_EQ(spelling(romanize(U"დავით")), "davit");
  EXPECT_FALSE(romanize(U"陳").empty());
}

TEST(Romanize, NothingSoundsLikeNothing) {
  EXPECT_TRUE(romanize(U"").empty());
  EXPECT_TRUE(romanize(U"123").empty());
}

// What is written together and what is put together is one.
TEST(Joining, TwoWordsSoundAsTheyDoWrittenTogether) {
  const std::array<const char32_t*, 3> kNames[] = {
      {U"muhammad", U"jan", U"muhammadjan"},  {U"muhammad", U"zohir", U"muhammadzohir"}, {U"nemat", U"said", U"nematsaid"},   {U"abbas", U"said", U"abbassaid"},
      {U"ishaq", U"salim", U"ishaqsalim"},    {U"nemat", U"shah", U"nematshah"},         {U"аҳмад", U"ҷон", U"аҳмадҷон"},     {U"аҳмад", U"зоҳид", U"аҳмадзоҳид"},
      {U"аҳмад", U"ҷон", U"аҳмаджон"},        {U"محمد", U"جان", U"محمدجان"},             {U"محمد", U"زاهد", U"محمدزاهد"},     {U"محمد", U"ظاهر", U"محمدظاهر"}, {U"احمد", U"ضیا", U"احمدضیا"}, {U"محمد", U"ذاکر", U"محمدذاکر"},
      {U"برکت", U"سعید", U"برکتسعید"},        {U"نعمت", U"شاه", U"نعمتشاه"},             {U"صمد", U"داود", U"صمدداود"},       {U"nadir", U"karim", U"nadirkarim"}, {U"mac", U"kay", U"mackay"}};
  for (const auto& [first, second, together] : kNames) {
    Sounds joined = romanize(first);
    joined.join(romanize(second));
    EXPECT_EQ(joined, romanize(together)) << spelling(joined) << ' ' << spelling(romanize(together));
  }
}

TEST(Joining, NothingAddsNothing) {
  Sounds word = romanize(U"nadir"), nothing(WritingSystem::latin);
  word.join(nothing);
  EXPECT_EQ(word, romanize(U"nadir"));
  nothing.join(word);
  EXPECT_EQ(nothing, word);
}

}  // namespace
}  // namespace darvaza::romanize
