#include "eval/report/axis.h"

#include <gtest/gtest.h>

namespace darvaza::eval::report {
namespace {

std::string labels(const Axis& axis) {
  std::string all;
  for (const double tick : axis.ticks()) all += (all.empty() ? "" : "|") + axis.label(tick);
  return all;
}

TEST(ReportAxis, MarksRoundValues) {
  EXPECT_EQ(labels({"", Axis::Scale::linear, Axis::Unit::share, 0, 1}),
            "0 %|20 %|40 %|60 %|80 %|100 %");
  EXPECT_EQ(labels({"", Axis::Scale::linear, Axis::Unit::number, -0.2, 0.3}),
            "-0.2|-0.1|0|0.1|0.2|0.3");
  EXPECT_EQ(labels({"", Axis::Scale::linear, Axis::Unit::number, 0, 4200}),
            "0|1,000|2,000|3,000|4,000");
}

TEST(ReportAxis, MarksPowersOfTen) {
  EXPECT_EQ(labels({"", Axis::Scale::logarithmic, Axis::Unit::one_in, 0.001, 1}),
            "1 in 1,000|1 in 100|1 in 10|all");
}

TEST(ReportAxis, PlacesValues) {
  const Axis logarithmic{"", Axis::Scale::logarithmic, Axis::Unit::one_in, 0.0001, 1};
  EXPECT_NEAR(logarithmic.place(0.01), 0.5, 1e-12);
  EXPECT_EQ(logarithmic.place(0), 0);  // beyond the edge
  EXPECT_EQ(logarithmic.place(7), 1);
  const Axis even{"", Axis::Scale::probit, Axis::Unit::share, 0.1, 0.9};
  EXPECT_NEAR(even.place(0.5), 0.5, 1e-12);
}

// Any table of the normal distribution.
TEST(ReportAxis, KnowsTheNormalDistribution) {
  EXPECT_NEAR(probit(0.5), 0, 1e-9);
  EXPECT_NEAR(probit(0.975), 1.959964, 1e-6);
  EXPECT_NEAR(probit(0.0001), -3.719016, 1e-6);
}

}  // namespace
}  // namespace darvaza::eval::report
