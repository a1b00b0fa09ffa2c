#include "screening/spaced_letters.h"

#include <gtest/gtest.h>

#include "screening/screening_test_support.h"

namespace darvaza::screening {
namespace {

TEST(SpacedLetters, AreJoinedAndWiderGapsPartWords) {
  const auto read = join_spaced_letters({"Q A M A R  Z A R I N O V", ""});
  ASSERT_TRUE(read);
  EXPECT_EQ(read->joined.primary, "QAMAR ZARINOV");
  EXPECT_FALSE(read->gap_unknown);
  const auto halves = join_spaced_letters({"З А Р А", "Q A M A R"});
  ASSERT_TRUE(halves);
  EXPECT_EQ(halves->joined.primary, "ЗАРА");
  EXPECT_EQ(halves->joined.secondary, "QAMAR");
  EXPECT_FALSE(halves->gap_unknown);
}

TEST(SpacedLetters, OneWordShowsNoGap) {
  const auto read = join_spaced_letters({"Q A M A R Z A R I N O V", ""});
  ASSERT_TRUE(read);
  EXPECT_EQ(read->joined.primary, "QAMARZARINOV");
  EXPECT_TRUE(read->gap_unknown);
}

TEST(SpacedLetters, InitialsAndWordsStay) {
  EXPECT_FALSE(join_spaced_letters({"J R Qamar", ""}));
  EXPECT_FALSE(join_spaced_letters({"Qamar Zarinov", ""}));
  EXPECT_FALSE(join_spaced_letters({"1 2 3 4", ""}));
  EXPECT_EQ(join_spaced_letters({"J R R Qamar", ""})->joined.primary, "JRR Qamar");
}

TEST(SpacedLetters, NamesOfSingleLettersAlone) {
  EXPECT_TRUE(is_of_single_letters({"N D", ""}));
  EXPECT_TRUE(is_of_single_letters({"Ю", "-"}));
  EXPECT_FALSE(is_of_single_letters({"N Dar", ""}));
  EXPECT_FALSE(is_of_single_letters({"王", "伟"})) << "two words";
  EXPECT_FALSE(is_of_single_letters({"김", "솔"}));
  EXPECT_FALSE(is_of_single_letters({"", ""}));
  EXPECT_FALSE(is_of_single_letters({"-", ""}));
}

TEST(SpacedLetters, ANameOfThemIsFoundOrTold) {
  const Screener screener = open_small_lists();
  EXPECT_EQ(screener.screen(named("N D"), {}).decision, Decision::incomplete);
  EXPECT_EQ(screener.screen(named("Q W E R T Y U P"), {}).decision, Decision::incomplete);
}

}  // namespace
}  // namespace darvaza::screening
