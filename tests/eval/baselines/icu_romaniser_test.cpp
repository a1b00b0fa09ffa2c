#include "eval/baselines/icu_romaniser.h"

#include <gtest/gtest.h>

namespace darvaza::baselines {
namespace {

TEST(IcuRomaniser, WritesCyrillicInLowerCaseAscii) {
  const IcuRomaniser romaniser;
  ASSERT_TRUE(romaniser.usable());
  EXPECT_EQ(romaniser.romanise("Рустам"), "rustam");
}

TEST(IcuRomaniser, TakesMarksOffLatinLetters) {
  EXPECT_EQ(IcuRomaniser().romanise("Çağlar ŞIRIN"), "caglar sirin");
}

TEST(IcuRomaniser, WritesArabicScriptWithoutTheVowelsThatItDoesNotWrite) {
  EXPECT_EQ(IcuRomaniser().romanise("محمد"), "mhmd");  // m-h-m-d; its dot below h goes
}

}  // namespace
}  // namespace darvaza::baselines
