#include "romanize/romanize.h"

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

TEST(Romanize, OtherScriptsComeByWayOfLatin) {
  EXPECT_EQ(spelling(romanize(U"დავით")), "davit");
  EXPECT_FALSE(romanize(U"陳").empty());
}

TEST(Romanize, NothingSoundsLikeNothing) {
  EXPECT_TRUE(romanize(U"").empty());
  EXPECT_TRUE(romanize(U"123").empty());
}

}  // namespace
}  // namespace darvaza::romanize
