#include <algorithm>

#include <gtest/gtest.h>

#include "eval/compare_runs.h"
#include "eval/report.h"
#include "eval/report/well_formed.h"

namespace darvaza::eval {
namespace {

using report::parse;
using report::Parsed;

RunComparison small_comparison() {
  RunComparison comparison;
  comparison.kind = Kind::pairs;
  comparison.matcher_before = "old <b>";
  comparison.matcher_after = "new";
  comparison.cases = 100;
  comparison.both_right = 80;
  comparison.both_wrong = 7;
  comparison.mended = 12;
  comparison.broken = 1;
  comparison.p_value = 0.0034;
  comparison.figures = {{"auc", "AUC", 0.9, 0.95, {0.05, 0.02, 0.08}, true},
                        {"recall_at_1_in_100", "recall", 0.9, 0.91, {0.01, -0.02, 0.04}, true},
                        {"cost", "cost", 5, 9, {4, 3, 5}, false}};
  comparison.flipped = {{"p1", "</table>", "O'Neil", true, true, 0.2, 0.8, 0, 0}};
  return comparison;
}

bool contains(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

TEST(ComparisonReport, SaysWhetherItMayBeChance) {
  const Parsed parsed = parse(html_report(small_comparison()));
  EXPECT_EQ(parsed.error, "");
  EXPECT_TRUE(
      contains(parsed.text, "100 pairs were decided twice: before by old <b>, after by new."));
  EXPECT_TRUE(contains(parsed.text,
                       "better than before. Flips as uneven as these are more than chance explains "
                       "(McNemar's test, p = 0.0034)."));
  RunComparison chance = small_comparison();
  chance.mended = 3;
  chance.broken = 5;
  chance.p_value = 0.73;
  EXPECT_TRUE(contains(parse(html_report(chance)).text,
                       "worse than before. Two equally good matchers would often differ as much"));
  chance.mended = chance.broken = 0;
  EXPECT_TRUE(contains(parse(html_report(chance)).text, "Both decide every case alike."));
}

TEST(ComparisonReport, CallsADifferenceByItsInterval) {
  const Parsed parsed = parse(html_report(small_comparison()));
  // One figure rose, one may be chance, one rose that should fall; one case was mended.
  EXPECT_EQ(std::count(parsed.attributes.begin(), parsed.attributes.end(), "change better"), 2);
  EXPECT_EQ(std::count(parsed.attributes.begin(), parsed.attributes.end(), "change undecided"), 1);
  EXPECT_EQ(std::count(parsed.attributes.begin(), parsed.attributes.end(), "change worse"), 1);
  EXPECT_TRUE(contains(parsed.text, "+1.00 points"));
  EXPECT_TRUE(contains(parsed.text, "</table>"));
}

}  // namespace
}  // namespace darvaza::eval
