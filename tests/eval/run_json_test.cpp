// What is written reads as the same run, and what is no run is refused with its place.
#include "eval/run_json.h"

#include <cmath>

#include <gtest/gtest.h>

#include "eval/run.h"

namespace darvaza::eval {
namespace {

Run small_run() {
  eval::Run run;
  run.kind = Kind::screening;
  run.command = "darvaza eval screening --title 'A \"title\"'";
  run.cases = 18'446'744'073'709'551'615U;
  run.confidence = 0.9;
  Matcher matcher;
  matcher.name = "darvaza";
  matcher.figures = {{"auc", "area", {0.1 + 0.2, 0.25, kNone}, kNone, true}};
  matcher.curve = {{0.5, 0, 1, kNone}};
  Case miss;
  miss.evidence = {"name +1.000: a ~ b", "второй"};
  matcher.misses = {miss};
  run.matchers = {matcher};
  return run;
}

TEST(RunJson, WhatIsWrittenReadsAsTheSame) {
  const std::string text = to_json(small_run());
  const Result<eval::Run> run = run_from_json(text, "run.json");
  ASSERT_TRUE(run) << to_string(run.error());
  EXPECT_EQ(run->kind, Kind::screening);
  EXPECT_EQ(run->command, "darvaza eval screening --title 'A \"title\"'");
  EXPECT_EQ(run->cases, 18'446'744'073'709'551'615U);
  ASSERT_EQ(run->matchers.size(), 1U);
  EXPECT_EQ(run->matchers[0].figures[0].estimate.value, 0.1 + 0.2);  // to the last bit
  EXPECT_TRUE(std::isnan(run->matchers[0].figures[0].estimate.high));
  EXPECT_EQ(run->matchers[0].misses[0].evidence[1], "второй");
  EXPECT_EQ(to_json(*run), text);
}

TEST(RunJson, NumbersAreWrittenPlainlyAndMissingOnesAsNull) {
  const std::string text = to_json(small_run());
  EXPECT_NE(text.find("\"confidence\": 0.9,"), std::string::npos);
  EXPECT_NE(
      text.find(
          "{\"threshold\": 0.5, \"false_alarm_rate\": 0, \"recall\": 1, \"precision\": null}"),
      std::string::npos);
}

TEST(RunJson, IllFormedTextOfStrangersStaysJson) {
  eval::Run run;
  run.title = "\xFF\x01";
  const Result<eval::Run> read = run_from_json(to_json(run), "run.json");
  ASSERT_TRUE(read);
  EXPECT_EQ(read->title, "\xEF\xBF\xBD\x01");
}

TEST(RunJson, WhatIsNoRunIsRefused) {
  const auto message = [](std::string_view text) {
    const Result<eval::Run> run = run_from_json(text, "run.json");
    return run ? std::string("accepted") : to_string(run.error());
  };
  EXPECT_NE(message("{").find("run.json: is no JSON"), std::string::npos);
  EXPECT_NE(message("[]").find("expected a run of `darvaza eval --json`"), std::string::npos);
  EXPECT_NE(message(R"({"format": "darvaza-eval-0"})").find("\"format\": \"darvaza-eval-1\""),
            std::string::npos);
  EXPECT_NE(message(R"({"format": "darvaza-eval-1", "matchers": [{"seconds": "1"}]})")
                .find("matchers[0].seconds: expected a number or null"),
            std::string::npos);
  EXPECT_NE(
      message(R"({"format": "darvaza-eval-1", "kind": "guesses"})").find("kind: expected one of"),
      std::string::npos);
}

TEST(RunJson, UnknownMembersAreIgnored) {
  EXPECT_TRUE(run_from_json(R"({"format": "darvaza-eval-1", "moon": "full"})", "run.json"));
}

}  // namespace
}  // namespace darvaza::eval
