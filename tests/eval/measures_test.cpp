// Every measure on cases that can be counted by hand.
#include "eval/measures.h"

#include <cmath>

#include <gtest/gtest.h>

#include "eval/threshold_advice.h"

namespace darvaza::eval {
namespace {

const BootstrapOptions kNoIntervals{0, 1, 0.95};

/// Positives at 0.9, 0.8, 0.4; negatives at 0.8, 0.3, 0.2, 0.1.
ScoreGroups small() {
  return group_by_score({{0.9, true},
                         {0.8, true},
                         {0.8, false},
                         {0.4, true},
                         {0.3, false},
                         {0.2, false},
                         {0.1, false}});
}

/// `count` negatives at 0.0001, 0.0002, ...; positives at the same score as the highest of them and
/// just above.
ScoreGroups ladder(int count) {
  std::vector<ScoredCase> cases;
  for (int i = 1; i <= count; ++i) cases.push_back({i / 10000.0, false});
  cases.push_back({count / 10000.0, true});
  cases.push_back({0.5, true});
  return group_by_score(cases);
}

TEST(Measures, AreaUnderTheCurveCountsTiesHalf) {
  // 0.9 beats 4, 0.8 beats 3 and ties 1, 0.4 beats 3: 10.5 of 12.
  EXPECT_DOUBLE_EQ(auc(small()), 10.5 / 12);
  EXPECT_TRUE(std::isnan(auc(group_by_score({{0.5, true}}))));
}

TEST(Measures, BestF1IsThatOfTheBestThreshold) {
  // From 0.4 on: 3 right, 1 wrong, none missed: 6/7.
  const Taken best = best_f1(small());
  EXPECT_DOUBLE_EQ(best.value, 6.0 / 7);
  EXPECT_DOUBLE_EQ(best.threshold, 0.4);
}

TEST(Measures, DecisionsAtAThreshold) {
  const ThresholdRow row = decide(small(), 0.8);
  EXPECT_EQ(row.true_positives, 2U);
  EXPECT_EQ(row.false_positives, 1U);
  EXPECT_EQ(row.false_negatives, 1U);
  EXPECT_EQ(row.true_negatives, 3U);
  EXPECT_DOUBLE_EQ(row.precision.value, 2.0 / 3);
  EXPECT_DOUBLE_EQ(row.recall.value, 2.0 / 3);
  EXPECT_DOUBLE_EQ(row.f1.value, 2.0 / 3);
  EXPECT_TRUE(std::isnan(decide(small(), 0.95).precision.value));  // nothing raised an alarm
}

TEST(Measures, RecallAtAFalseAlarmRate) {
  // Of 100 negatives the highest may raise an alarm: at its score both positives are found.
  const Taken taken = recall_at_one_in(ladder(100), 100);
  EXPECT_DOUBLE_EQ(taken.value, 1);
  EXPECT_DOUBLE_EQ(taken.threshold, 0.01);
  EXPECT_TRUE(std::isnan(recall_at_one_in(ladder(99), 100).value));  // too few to say
}

TEST(Measures, NoThresholdPartsTiedNegatives) {
  std::vector<ScoredCase> cases(100, {0.7, false});
  cases.push_back({0.7, true});
  cases.push_back({0.8, true});
  const Taken taken = recall_at_one_in(group_by_score(cases), 100);
  EXPECT_DOUBLE_EQ(taken.value, 0.5);
  EXPECT_DOUBLE_EQ(taken.threshold, 0.7 + 1e-9);
}

TEST(Measures, TheCurveRunsFromNothingToEverything) {
  const std::vector<CurvePoint> curve = take_curve(small());
  ASSERT_GE(curve.size(), 3U);
  EXPECT_EQ(curve.front().recall, 0);
  EXPECT_EQ(curve.front().false_alarm_rate, 0);
  EXPECT_EQ(curve.back().recall, 1);
  EXPECT_EQ(curve.back().false_alarm_rate, 1);
  EXPECT_DOUBLE_EQ(curve[1].recall, 1.0 / 3);  // 0.9
  EXPECT_DOUBLE_EQ(curve[1].precision, 1);
}

TEST(Measures, ALongCurveIsShortenedAndKeepsItsEnds) {
  std::vector<ScoredCase> cases;
  for (int i = 0; i < 5000; ++i) cases.push_back({i / 5000.0, i % 2 == 0});
  const std::vector<CurvePoint> curve = take_curve(group_by_score(cases));
  EXPECT_EQ(curve.size(), 1000U);
  EXPECT_EQ(curve.front().recall, 0);
  EXPECT_EQ(curve.back().recall, 1);
}

TEST(Measures, TheCheapestThresholdWeighsMissesAndAlarms) {
  // A miss costs ten false alarms: one alarm at 0.4 is cheaper than a miss at 0.9.
  const Cost dear_misses = take_cost(small(), 10, 1);
  EXPECT_DOUBLE_EQ(dear_misses.least.threshold, 0.4);
  EXPECT_EQ(dear_misses.least.misses, 0U);
  EXPECT_EQ(dear_misses.least.false_alarms, 1U);
  EXPECT_DOUBLE_EQ(dear_misses.least.cost, 1);
  const Cost dear_alarms = take_cost(small(), 1, 10);
  EXPECT_DOUBLE_EQ(dear_alarms.least.threshold, 0.9);
  EXPECT_DOUBLE_EQ(dear_alarms.least.cost, 2);
}

TEST(Measures, CalibrationComparesScoresWithTheShareOfRightOnes) {
  // Four cases at 0.75, three of them right: exact. Two at 0.15, none right: off by 0.15.
  const Calibration calibration = calibrate(
      {{0.75, true}, {0.75, true}, {0.75, true}, {0.75, false}, {0.15, false}, {0.15, false}},
      kNoIntervals);
  ASSERT_EQ(calibration.bins.size(), 10U);
  EXPECT_EQ(calibration.bins[7].count, 4U);
  EXPECT_DOUBLE_EQ(calibration.bins[7].share_true.value, 0.75);
  EXPECT_DOUBLE_EQ(calibration.bins[1].mean_score, 0.15);
  EXPECT_NEAR(calibration.expected_error.value, 0.15 * 2 / 6, 1e-12);
  EXPECT_TRUE(calibrate({{1.5, true}}, kNoIntervals).bins.empty());  // no probability
}

TEST(Measures, IntervalsHoldTheFigureAndNarrowWithMoreCases) {
  const auto width = [](int times) {
    std::vector<ScoredCase> cases;
    for (int i = 0; i < times; ++i) {
      for (const ScoredCase c : {ScoredCase{0.9, true}, {0.8, false}, {0.4, true}, {0.3, false}})
        cases.push_back(c);
    }
    const auto figures = take_figures({auc_measure()}, group_by_score(cases), {500, 7, 0.95});
    EXPECT_LE(figures[0].estimate.low, figures[0].estimate.value);
    EXPECT_GE(figures[0].estimate.high, figures[0].estimate.value);
    return figures[0].estimate.high - figures[0].estimate.low;
  };
  EXPECT_GT(width(10), 2 * width(160));
}

TEST(Measures, TheIntervalOfAShareIsThatOfTheBinomialDistribution) {
  // 80 of 100 caught: the normal approximation gives 0.8 -+ 1.96 * 0.04.
  std::vector<ScoredCase> cases;
  for (int i = 0; i < 100; ++i) cases.push_back({i < 80 ? 0.9 : 0.1, true});
  const auto rows = take_thresholds({0.5}, group_by_score(cases), {4000, 3, 0.95});
  EXPECT_NEAR(rows[0].recall.low, 0.7216, 0.02);
  EXPECT_NEAR(rows[0].recall.high, 0.8784, 0.02);
}

TEST(Measures, CoarseGroupsKeepTheFigures) {
  std::vector<ScoredCase> cases;
  for (int i = 0; i < 60000; ++i) cases.push_back({i / 60000.0, i % 3 == 0 || i > 55000});
  const ScoreGroups fine = group_by_score(cases);
  const ScoreGroups coarse = coarsened(fine, std::vector<double>{0.5});
  EXPECT_LT(coarse.groups.size(), 6000U);
  EXPECT_NEAR(auc(coarse), auc(fine), 0.001);
  EXPECT_EQ(decide(coarse, 0.5).true_positives, decide(fine, 0.5).true_positives);
  EXPECT_NEAR(recall_at_one_in(coarse, 1000).value, recall_at_one_in(fine, 1000).value, 0.005);
}

TEST(ThresholdAdvice, KeepsToTheBudget) {
  // 1,000 negatives at 0.0001 to 0.1: five alarms from 0.0996 on.
  const AdvisedScore advised = advise("review", ladder(1000), 5, kNoIntervals);
  EXPECT_DOUBLE_EQ(advised.score, 0.0996);
  EXPECT_DOUBLE_EQ(advised.alarm_rate.value, 0.005);
  EXPECT_DOUBLE_EQ(advised.recall.value, 1);
}

TEST(ThresholdAdvice, SaysWhenNoScoreKeepsToTheBudget) {
  const AdvisedScore advised =
      advise("hit", group_by_score(std::vector<ScoredCase>(100, {1.0, false})), 1, kNoIntervals);
  EXPECT_FALSE(advised.reachable);
}

}  // namespace
}  // namespace darvaza::eval
