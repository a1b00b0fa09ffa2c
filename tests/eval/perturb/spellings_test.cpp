#include "eval/perturb/spellings.h"

#include <gtest/gtest.h>

#include "eval/perturb/vary.h"

namespace darvaza::perturb {
namespace {

TEST(Spellings, FollowHabits) {
  const auto all = all_varied("spelling-habit", "Khush");
  EXPECT_TRUE(all.contains("Xush"));   // kh, x
  EXPECT_TRUE(all.contains("Khosh"));  // u, o
  EXPECT_TRUE(all.contains("Khuch"));  // sh, ch
  EXPECT_FALSE(all.contains("Khush"));
}

TEST(Spellings, LoseDiacritics) {
  EXPECT_EQ(vary("spelling-plain", "Şükrü Ağaç"), "Sukru Agac");
  EXPECT_EQ(vary("spelling-plain", "Nader"), "- changes nothing");
}

TEST(Spellings, MixInLettersOfAnotherAlphabet) {
  // Latin a and o have Cyrillic twins; n and l have none.
  EXPECT_EQ(all_varied("spelling-look-alike", "Lano"), (std::set<std::string>{"Lаno", "Lanо"}));
}

}  // namespace
}  // namespace darvaza::perturb
