#include "eval/report/html.h"

#include <gtest/gtest.h>

namespace darvaza::eval::report {
namespace {

TEST(ReportHtml, EscapesMarkupAndQuotes) {
  EXPECT_EQ(escaped("</script><b a=\"x\" c='y'>&"),
            "&lt;/script&gt;&lt;b a=&quot;x&quot; c=&#39;y&#39;&gt;&amp;");
}

TEST(ReportHtml, ShowsWhatWouldHideOrReorder) {
  EXPECT_EQ(escaped("a\u202Eb"), "a[U+202E]b");
  EXPECT_EQ(escaped(std::string_view("a\0b\x1b", 4)), "a[U+0000]b[U+001B]");
  EXPECT_EQ(escaped("a\u200Bb\uFEFF\uFFFF"), "a[U+200B]b[U+FEFF][U+FFFF]");
  EXPECT_EQ(escaped("a\xff"
                    "b"),
            "a\uFFFDb");
}

TEST(ReportHtml, LeavesTheJoinersOfPersian) {
  EXPECT_EQ(escaped("دروازه‌پوری"), "دروازه‌پوری");
}

TEST(ReportHtml, WritesNumbersForPeople) {
  EXPECT_EQ(count_text(0), "0");
  EXPECT_EQ(count_text(999), "999");
  EXPECT_EQ(count_text(1000), "1,000");
  EXPECT_EQ(count_text(18446744073709551615U), "18,446,744,073,709,551,615");
  EXPECT_EQ(share_text(0.97214), "97.2 %");
  EXPECT_EQ(share_text(0.99914), "99.91 %");
  EXPECT_EQ(share_text(1), "100.0 %");
  EXPECT_EQ(share_text(kNone), "–");
  EXPECT_EQ(number_text(0.0213), "0.021");
  EXPECT_EQ(number_text(2.345), "2.35");
  EXPECT_EQ(number_text(12.34), "12.3");
  EXPECT_EQ(number_text(-12345), "-12,345");
}

TEST(ReportHtml, SaysFromWhichScoreOn) {
  EXPECT_EQ(threshold_text(0.62), "from 0.62 on");
  EXPECT_EQ(threshold_text(1e-9), "above 0");
  EXPECT_EQ(threshold_text(-1), "always");
}

TEST(ReportHtml, WritesIntervalsInTheUnitOfTheFigure) {
  EXPECT_EQ(interval_text("recall_at_1_in_1000", {0.9, 0.85, 0.941}), "85.0 to 94.1 %");
  EXPECT_EQ(interval_text("recall_at_1_in_1000", {0.995, 0.9912, 0.9987}), "99.12 to 99.87 %");
  EXPECT_EQ(interval_text("auc", {0.9, 0.85, 0.941}), "0.850 to 0.941");
  EXPECT_EQ(interval_text("auc", {0.9, kNone, kNone}), "");
}

}  // namespace
}  // namespace darvaza::eval::report
