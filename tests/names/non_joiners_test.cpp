#include "names/non_joiners.h"

#include <gtest/gtest.h>

namespace darvaza::names {
namespace {

TEST(NonJoiners, WhereAWordHasTwoTheyAreBlanks) {
  EXPECT_EQ(apart_at_non_joiners("سید‌جواد‌هاشمی", false), "سید جواد هاشمی");
  EXPECT_EQ(apart_at_non_joiners("کریم سید‌جواد‌هاشمی نوری", false), "کریم سید جواد هاشمی نوری");
}

TEST(NonJoiners, OneThatIsAllThereIsIsABlank) {
  EXPECT_EQ(apart_at_non_joiners("علی‌رضایی", true), "علی رضایی");
  EXPECT_EQ(apart_at_non_joiners("علی‌رضایی", false), std::nullopt) << "another field holds the rest";
}

TEST(NonJoiners, EndingsOfSurnamesStayWithTheirWord) {
  EXPECT_EQ(apart_at_non_joiners("نصر‌الله‌زاده کریم", true), "نصر اللهزاده کریم");
  EXPECT_EQ(apart_at_non_joiners("محمدی‌پور", true), "محمدیپور");
}

TEST(NonJoiners, OneBelongsToTheSpelling) {
  EXPECT_EQ(apart_at_non_joiners("محمد‌زاده کریم", true), std::nullopt);
  EXPECT_EQ(apart_at_non_joiners("محمد‌رضا‌ کریمی", true), std::nullopt) << "one, and one without a letter behind it";
  EXPECT_EQ(apart_at_non_joiners("کریم نوری", true), std::nullopt);
  EXPECT_EQ(apart_at_non_joiners("", true), std::nullopt);
  EXPECT_EQ(apart_at_non_joiners("‌", true), std::nullopt);
}

}  // namespace
}  // namespace darvaza::names
