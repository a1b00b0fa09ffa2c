#include "text/script.h"

#include <gtest/gtest.h>

namespace darvaza::text {
namespace {

TEST(Script, IsThatOfTheLetter) {
  EXPECT_EQ(script_of(U'q'), Script::latin);
  EXPECT_EQ(script_of(U'ə'), Script::latin);
  EXPECT_EQ(script_of(U'қ'), Script::cyrillic);
  EXPECT_EQ(script_of(U'پ'), Script::arabic);
  EXPECT_EQ(script_of(U'დ'), Script::other);
  EXPECT_EQ(script_of(U'7'), Script::none);
  EXPECT_EQ(script_of(U'-'), Script::none);
}

TEST(DominantScript, IsThatOfMostLetters) {
  EXPECT_EQ(dominant_script(U"мohammed"), Script::latin);
  EXPECT_EQ(dominant_script(U"ж1"), Script::cyrillic);
  EXPECT_EQ(dominant_script(U"aж"), Script::latin) << "on a tie the first one";
  EXPECT_EQ(dominant_script(U"12"), Script::none);
}

TEST(LookAlike, CrossesBetweenLatinAndCyrillicOnly) {
  EXPECT_EQ(look_alike(U'о', Script::latin), U'o');
  EXPECT_EQ(look_alike(U'p', Script::cyrillic), U'р');
  EXPECT_EQ(look_alike(U'ж', Script::latin), U'ж');
  EXPECT_EQ(look_alike(U'o', Script::latin), U'o');
}

}  // namespace
}  // namespace darvaza::text
