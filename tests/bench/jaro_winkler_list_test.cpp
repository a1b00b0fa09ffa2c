#include "baselines/jaro_winkler_list.h"

#include <gtest/gtest.h>

namespace darvaza::baselines {
namespace {

TEST(NameSimilarity, DoesNotDependOnTheOrderOfWords) {
  EXPECT_DOUBLE_EQ(name_similarity({"nader", "rostami"}, {"rostami", "nader"}), 1);
}

TEST(NameSimilarity, AWordThatMeetsNoneCountsAgainstTheMeanLength) {
  // One pair of 1.0 over (2 + 1) / 2 words.
  EXPECT_NEAR(name_similarity({"nader", "rostami"}, {"rostami"}), 2.0 / 3, 1e-12);
}

TEST(NameSimilarity, PairsTheMostAlikeWordsFirst) {
  // martha meets marhta (0.9611), dwayne meets duane (0.84).
  EXPECT_NEAR(name_similarity({"dwayne", "martha"}, {"marhta", "duane"}), (0.9611 + 0.84) / 2,
              0.0001);
}

TEST(NameSimilarity, IsNothingWithoutWords) { EXPECT_DOUBLE_EQ(name_similarity({}, {"nader"}), 0); }

TEST(JaroWinklerList, FindsTheMostAlikeNamesInAnyScriptBestFirst) {
  JaroWinklerList list;
  for (const char* name : {"Nader Rostami", "Рустам Каримов", "Karimov, Rustem", "Leyla Zarina"}) {
    list.add(name);
  }
  const auto found = list.most_alike("RUSTAM KARIMOV", 2);
  ASSERT_EQ(found.size(), 2u);
  EXPECT_EQ(found[0].number, 1u);
  EXPECT_DOUBLE_EQ(found[0].similarity, 1);
  EXPECT_EQ(found[1].number, 2u);
}

TEST(JaroWinklerList, OfEqualsTheFirstAddedComesFirst) {
  JaroWinklerList list;
  for (int i = 0; i < 5; ++i) list.add("Nader Rostami");
  const auto found = list.most_alike("Nader Rostami", 3);
  ASSERT_EQ(found.size(), 3u);
  for (std::size_t i = 0; i < 3; ++i) EXPECT_EQ(found[i].number, i);
}

TEST(JaroWinklerList, GivesAllWhenThereAreFewer) {
  JaroWinklerList list;
  EXPECT_TRUE(list.most_alike("Nader", 3).empty());
  list.add("Leyla");
  EXPECT_EQ(list.most_alike("Nader", 3).size(), 1u);
}

}  // namespace
}  // namespace darvaza::baselines
