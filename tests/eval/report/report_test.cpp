#include "eval/report.h"

#include <algorithm>

#include <gtest/gtest.h>

#include "eval/report/well_formed.h"

namespace darvaza::eval {
namespace {

using report::parse;
using report::Parsed;

constexpr const char* kHostile = "</script><script>alert('1')</script>\"&\u202E\xff]]>";

/// A run in which every text is hostile and everything that the page may show is there.
Run hostile_run(Kind kind) {
  Run run;
  run.kind = kind;
  run.title = run.command = run.engine_version = run.tables_fingerprint = run.date = kHostile;
  run.outcomes_file = kHostile;
  run.bootstrap_rounds = 100;
  run.files = {{kHostile, kHostile, 12, kHostile}};
  run.cases = 300;
  run.positives = kind == Kind::retrieval ? 300 : 100;
  run.remarks = {kHostile};
  Matcher matcher;
  matcher.name = matcher.about = kHostile;
  matcher.figures = {{"recall_at_1_in_1000", kHostile, {0.9, 0.85, 0.95}, 0.7, true},
                     {"r_at_1", kHostile, {0.8, 0.75, 0.85}, kNone, true},
                     {"auc", kHostile, {kNone, kNone, kNone}, kNone, true},
                     {kHostile, kHostile, {1, kNone, kNone}, kNone, false}};
  matcher.thresholds = {
      {0.5, 90, 20, 10, 180, {0.8, 0.7, 0.9}, {0.9, 0.8, 1}, {kNone, kNone, kNone}},
      {0.9, 50, 0, 50, 200, {1, 1, 1}, {0.5, 0.4, 0.6}, {0.6, 0.5, 0.7}}};
  matcher.curve = {{1, 0, 0, kNone}, {0.5, 0.1, 0.9, 0.8}, {0, 1, 1, 0.3}};
  matcher.ranks = {{1, {0.8, 0.7, 0.9}}, {10, {0.9, 0.8, 1}}};
  matcher.calibration.bins = {{0, 0.1, 200, 0.05, {0.01, 0, 0.02}}, {0.9, 1, 0, kNone, {}}};
  matcher.calibration.expected_error = {0.04, 0.02, 0.06};
  matcher.cost = {{0.5, 10, 20, 1020}, {{0.5, 10, 20, 1020}, {0.9, 50, 0, 5000}}};
  matcher.slices = {{"kind", kHostile, 10, 5, matcher.figures}, {kHostile, kHostile, 10, 5, {}}};
  Case item;
  item.id = item.asked = item.truth = item.answer = item.where = kHostile;
  item.evidence = {std::string("name +9.25: ") + kHostile, kHostile,
                   "birth_date -1.000: years apart", "x nan: y"};
  item.answer_evidence = item.evidence;
  matcher.misses = matcher.false_alarms = {item};
  run.matchers = {matcher, matcher};
  return run;
}

bool contains(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

TEST(HtmlReport, IsWholeWhateverItsTextsHold) {
  for (const Kind kind : {Kind::pairs, Kind::retrieval, Kind::screening}) {
    const std::string html = html_report(hostile_run(kind));
    const Parsed parsed = parse(html);
    EXPECT_EQ(parsed.error, "");
    EXPECT_EQ(std::count(parsed.elements.begin(), parsed.elements.end(), "script"), 1);
    // What follows a name stays what it was: the browser ends a script at the first "</script",
    // wherever it stands.
    const std::size_t end = html.find("</script");
    EXPECT_EQ(html.substr(end), "</script>\n</body>\n</html>\n");
    EXPECT_FALSE(contains(html, "\u202E"));
    EXPECT_TRUE(contains(parsed.text, "</script><script>alert('1')</script>\"&[U+202E]\uFFFD]]>"));
  }
}

TEST(HtmlReport, NeedsNothingElse) {
  const Parsed parsed = parse(html_report(hostile_run(Kind::screening)));
  for (const char* element : {"link", "img", "iframe", "base", "object"}) {
    EXPECT_EQ(std::count(parsed.elements.begin(), parsed.elements.end(), element), 0) << element;
  }
  for (const std::string& value : parsed.attributes) {
    EXPECT_FALSE(value.starts_with("http") && value != "http://www.w3.org/1999/xhtml") << value;
  }
}

TEST(HtmlReport, SaysInWordsWhatWasFound) {
  eval::Run run = hostile_run(Kind::screening);
  run.matchers[0].name = "darvaza";
  run.matchers[1].name = "other";
  run.matchers[1].figures[0].estimate.value = 0.612;
  run.listed_entries = 1234;
  run.listed_names = 5678;
  const std::string text = parse(html_report(run)).text;
  EXPECT_TRUE(contains(
      text,
      "300 travellers were screened against a list of 1,234 people under 5,678 names: 100 of them "
      "are listed, 200 are not."));
  EXPECT_TRUE(contains(
      text,
      "90.0 %of the listed travellers are found, while 1 in 1,000 of the others are stopped."));
  EXPECT_TRUE(contains(text, "95 % interval: 85.0 to 95.0 %"));
  EXPECT_TRUE(contains(text, "Best of the others: other, 61.2 %"));
}

TEST(HtmlReport, PutsARateFirstThatIsNoFigureOfChance) {
  eval::Run run = hostile_run(Kind::screening);
  run.matchers[0].figures.push_back({"recall_at_1_in_100", "", {0.77, kNone, kNone}, kNone, true});
  const auto first_value = [&] {
    const std::string html = html_report(run);
    return html.substr(html.find("<p class=\"value\">"), 24);
  };
  run.cases = run.positives + 9'999;
  EXPECT_EQ(first_value(), "<p class=\"value\">77.0 %<");
  run.cases = run.positives + 10'000;
  EXPECT_EQ(first_value(), "<p class=\"value\">90.0 %<");
}

TEST(HtmlReport, ShowsWhatThereIs) {
  eval::Run empty;
  const Parsed nothing = parse(html_report(empty));
  EXPECT_EQ(nothing.error, "");
  EXPECT_EQ(std::count(nothing.elements.begin(), nothing.elements.end(), "figure"), 0);
  // Retrieval: ranks and reliability. Screening: four curves, reliability, thresholds, cost.
  const auto figures = [](Kind kind) {
    const Parsed parsed = parse(html_report(hostile_run(kind)));
    return std::count(parsed.elements.begin(), parsed.elements.end(), "figure");
  };
  EXPECT_EQ(figures(Kind::retrieval), 2);
  EXPECT_EQ(figures(Kind::screening), 7);
}

TEST(HtmlReport, IsTheSameForTheSameRun) {
  EXPECT_EQ(html_report(hostile_run(Kind::pairs)), html_report(hostile_run(Kind::pairs)));
}

}  // namespace
}  // namespace darvaza::eval
