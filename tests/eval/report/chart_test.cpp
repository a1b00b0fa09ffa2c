#include "eval/report/chart.h"

#include <algorithm>

#include <gtest/gtest.h>

#include "eval/report/well_formed.h"

namespace darvaza::eval::report {
namespace {

Chart small_chart() {
  Chart chart;
  chart.id = "small";
  chart.title = "A <small> chart";
  ChartSeries series;
  series.name = "\"quoted\"";
  series.points = {{0, 0, kNone, kNone, 0.9, kNone},
                   {0, 0.0001, kNone, kNone, 0.8, kNone},
                   {1, 1, 0.8, 1, 0.25, kNone}};
  chart.series = {series};
  return chart;
}

bool contains(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

TEST(ReportChart, IsWellFormedWhateverNamesHold) {
  const Parsed parsed = parse(chart_html(small_chart()));
  EXPECT_EQ(parsed.error, "");
  EXPECT_TRUE(contains(parsed.text, "A <small> chart"));
  EXPECT_EQ(std::count(parsed.attributes.begin(), parsed.attributes.end(), "\"quoted\""),
            2);  // line and legend
}

TEST(ReportChart, WritesPointsThatFallTogetherOnce) {
  // The plot lies between 58 and 438, 12 and 280: its corners are the first and the last point.
  const std::string html = chart_html(small_chart());
  EXPECT_TRUE(contains(html, "d=\"M58.0 280.0L438.0 12.0\"")) << html;
  EXPECT_TRUE(
      contains(html, "data-texts=\"0.0 %; 0.0 %; threshold 0.9|100.0 %; 100.0 %; threshold 0.25\""))
      << html;
}

TEST(ReportChart, DrawsIntervalsOfDots) {
  Chart chart = small_chart();
  chart.series[0].dots = true;
  const std::string html = chart_html(chart);
  EXPECT_TRUE(
      contains(html, "<line class=\"whisker\" x1=\"438.0\" x2=\"438.0\" y1=\"65.6\" y2=\"12.0\"/>"))
      << html;
  EXPECT_FALSE(contains(html, "<path class=\"line\" d=\"M58"));
}

TEST(ReportChart, LeavesOutSeriesWithoutPoints) {
  Chart chart = small_chart();
  chart.series[0].points.clear();
  EXPECT_FALSE(contains(chart_html(chart), "quoted"));
}

}  // namespace
}  // namespace darvaza::eval::report
