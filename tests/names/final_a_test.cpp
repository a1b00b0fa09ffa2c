#include "names/final_a.h"

#include <string>

#include <gtest/gtest.h>

#include "names/person_name.h"
#include "romanize/romanize.h"

namespace darvaza::names {
namespace {

std::u32string rewritten(std::u32string_view word) {
  SpellingRoom room;
  return std::u32string(with_final_a(word, room));
}

TEST(FinalA, ClosedOnesAreWrittenAsElsewhere) {
  EXPECT_EQ(rewritten(U"исо"), U"иса");
  EXPECT_EQ(rewritten(U"яҳё"), U"яҳя");
  EXPECT_EQ(rewritten(U"mustafo"), U"mustafa");
  EXPECT_EQ(parse_name("Muso").tokens.at(0).sounds, romanize::romanize(U"musa"));
}

TEST(FinalA, NamesOfWomenAreWrittenAsElsewhere) {
  for (const auto* word : {U"mehriniso", U"mehruniso", U"mehrunniso"}) EXPECT_EQ(rewritten(word), U"mehrunnisa");
  EXPECT_EQ(rewritten(U"зебинисо"), U"зебунниса");
}

TEST(FinalA, OtherWordsStayAsTheyAre) {
  for (const auto* word : {U"бобо", U"доро", U"roberto", U"iso-", U"isa", U"dioniso", U"niso", U"oyniso", U""}) EXPECT_EQ(rewritten(word), word);
}

TEST(FinalA, TheNameIsShownAsWritten) { EXPECT_EQ(parse_name("Исо").tokens.at(0).text, "исо"); }

}  // namespace
}  // namespace darvaza::names
