// What changed between two runs, counted by hand.
#include "eval/compare_runs.h"

#include <gtest/gtest.h>

namespace darvaza::eval {
namespace {

ComparedRun pairs_run(const std::vector<double>& scores) {
  ComparedRun run;
  run.run.kind = Kind::pairs;
  for (std::size_t i = 0; i < scores.size(); ++i) {
    run.outcomes.ids.push_back("p" + std::to_string(i));
    run.outcomes.asked.push_back("a");
    run.outcomes.truth.push_back("b");
    run.outcomes.positive.push_back(i % 2 == 0);
  }
  run.outcomes.matchers = {{"darvaza", scores, {}}};
  return run;
}

TEST(CompareRuns, CasesThatFlippedAreNamed) {
  // p0 and p2 are matches: p0 is lost, p2 found. p1 and p3 are none: p3 is no alarm any more.
  const auto comparison = compare_runs(pairs_run({0.9, 0.1, 0.2, 0.8}),
                                       pairs_run({0.3, 0.1, 0.7, 0.4}), {200, 1, 0.95});
  ASSERT_TRUE(comparison) << to_string(comparison.error());
  EXPECT_EQ(comparison->both_right, 1U);
  EXPECT_EQ(comparison->broken, 1U);
  EXPECT_EQ(comparison->mended, 2U);
  ASSERT_EQ(comparison->flipped.size(), 3U);
  EXPECT_EQ(comparison->flipped[0].id, "p0");
  EXPECT_FALSE(comparison->flipped[0].now_right);
  EXPECT_EQ(comparison->flipped[1].id, "p2");
  EXPECT_EQ(comparison->figures[0].name, "accuracy");
  EXPECT_DOUBLE_EQ(comparison->figures[0].before, 0.5);
  EXPECT_DOUBLE_EQ(comparison->figures[0].after, 0.75);
  EXPECT_DOUBLE_EQ(comparison->figures[0].difference.value, 0.25);
}

TEST(CompareRuns, TheOrderOfCasesMakesNoDifference) {
  ComparedRun after = pairs_run({0.3, 0.1, 0.7, 0.4});
  std::swap(after.outcomes.ids[0], after.outcomes.ids[2]);
  std::swap(after.outcomes.matchers[0].scores[0], after.outcomes.matchers[0].scores[2]);
  const auto comparison = compare_runs(pairs_run({0.9, 0.1, 0.2, 0.8}), after, {0, 1, 0.95});
  ASSERT_TRUE(comparison);
  EXPECT_EQ(comparison->flipped[0].id, "p0");
}

TEST(CompareRuns, ARunAgainstItselfDiffersInNothing) {
  const auto comparison = compare_runs(pairs_run({0.9, 0.1, 0.2, 0.8}),
                                       pairs_run({0.9, 0.1, 0.2, 0.8}), {100, 1, 0.95});
  ASSERT_TRUE(comparison);
  EXPECT_TRUE(comparison->flipped.empty());
  EXPECT_EQ(comparison->p_value, 1);
  for (const ChangedFigure& figure : comparison->figures) {
    EXPECT_EQ(figure.difference.low, 0) << figure.name;
    EXPECT_EQ(figure.difference.high, 0) << figure.name;
  }
}

TEST(CompareRuns, OtherCasesAreRefused) {
  ComparedRun after = pairs_run({0.9, 0.1, 0.2, 0.8});
  after.outcomes.asked[1] = "somebody else";
  EXPECT_FALSE(compare_runs(pairs_run({0.9, 0.1, 0.2, 0.8}), after, {}));
  EXPECT_FALSE(compare_runs(pairs_run({0.9, 0.1}), pairs_run({0.9}), {}));
  after = pairs_run({0.9, 0.1, 0.2, 0.8});
  after.run.kind = Kind::screening;
  EXPECT_FALSE(compare_runs(pairs_run({0.9, 0.1, 0.2, 0.8}), after, {}));
}

TEST(CompareRuns, McNemarsTestIsThatOfAFairCoin) {
  EXPECT_EQ(mcnemar(0, 0), 1);
  EXPECT_EQ(mcnemar(4, 4), 1);
  EXPECT_NEAR(mcnemar(0, 5), 2.0 / 32, 1e-12);         // twice (1/2)^5
  EXPECT_NEAR(mcnemar(9, 1), 2 * 11.0 / 1024, 1e-12);  // twice (1 + 10) / 2^10
  EXPECT_LT(mcnemar(100, 3000), 1e-100);
}

TEST(CompareRuns, OutcomesReadAsTheyWereWritten) {
  const Outcomes outcomes = pairs_run({0.9, 0.125}).outcomes;
  EXPECT_EQ(to_csv(outcomes),
            "\"id\",\"asked\",\"truth\",\"positive\",\"score:darvaza\"\n"
            "\"p0\",\"a\",\"b\",\"true\",\"0.9\"\n"
            "\"p1\",\"a\",\"b\",\"false\",\"0.125\"\n");
}

}  // namespace
}  // namespace darvaza::eval
