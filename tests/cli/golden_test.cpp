// The golden travellers through the C++ library and through the command line: the same bytes as the
// golden answers.
#include <fstream>
#include <sstream>

#include <gtest/gtest.h>

#include "cli/run_darvaza.h"
#include "darvaza/read_travellers.h"
#include "darvaza/screener.h"

namespace darvaza {
namespace {

const std::string kTravellers = DARVAZA_SOURCE_DIR "/tests/golden/travellers.jsonl";
const std::string kPostTravellers = DARVAZA_SOURCE_DIR "/tests/golden/post-travellers.jsonl";
const std::string kAnswers = DARVAZA_SOURCE_DIR "/tests/golden/answers.jsonl";

class Golden : public testing::Test {
 protected:
  test::TemporaryDirectory directory_;
  std::string index_ = test::sample_index(directory_);
  std::string answers_ = test::read_file(kAnswers);
};

TEST_F(Golden, LibraryAnswersWithTheSameBytes) {
  const auto screener = Screener::open(index_);
  ASSERT_TRUE(screener);
  std::ifstream in(kTravellers, std::ios::binary);
  std::string lines;
  const auto summary = read_travellers(in, kTravellers, {}, [&](Traveller&& traveller) {
    lines += to_json(screener->screen(traveller)) + '\n';
  });
  ASSERT_TRUE(summary);
  EXPECT_EQ(summary->travellers, 17);
  EXPECT_EQ(lines, answers_);
}

TEST_F(Golden, CommandLineAnswersWithTheSameBytes) {
  const test::Outcome run = test::run_darvaza({"screen", "--index", index_, kTravellers});
  EXPECT_EQ(run.status, 0);
  EXPECT_EQ(run.out, answers_);
}

/// What posts of Uzbekistan were answered on a day in June, by line.
class GoldenPost : public testing::TestWithParam<const char*> {
 protected:
  void SetUp() override {
    const std::string lists = DARVAZA_SOURCE_DIR "/data-samples/shared/";
    ASSERT_EQ(test::run_darvaza({"build", "--output", index_, lists + "blanks.csv",
                                 lists + "joint-alerts.csv", lists + "terms-of-lists.csv"})
                  .status,
              0);
  }
  test::TemporaryDirectory directory_;
  std::string index_ = (directory_.path() / "shared.dvz").string();
  std::string answers_ = test::read_file(DARVAZA_SOURCE_DIR "/tests/golden/post-" +
                                         std::string(GetParam()) + ".jsonl");
};

TEST_P(GoldenPost, LibraryAnswersWithTheSameBytes) {
  const auto screener = Screener::open(index_);
  ASSERT_TRUE(screener);
  ScreeningOptions options;
  options.post = {StateCode("UZB"), *parse_line(GetParam()), {2026, 6, 15}};
  std::ifstream in(kPostTravellers, std::ios::binary);
  std::string lines;
  const auto summary = read_travellers(in, kPostTravellers, {}, [&](Traveller&& traveller) {
    lines += to_json(screener->screen(traveller, options)) + '\n';
  });
  ASSERT_TRUE(summary);
  EXPECT_EQ(summary->travellers, 7);
  EXPECT_EQ(lines, answers_);
}

TEST_P(GoldenPost, CommandLineAnswersWithTheSameBytes) {
  // A bug once: what was typed stayed, and "uzb" was a State to which nothing is released.
  for (const char* state : {"UZB", "uzb", "Uzbekistan"}) {
    const test::Outcome run = test::run_darvaza({"screen", "--index", index_, "--state", state, "--line", GetParam(), "--date", "2026-06-15", kPostTravellers});
    EXPECT_EQ(run.status, 0) << state;
    EXPECT_EQ(run.out, answers_) << state;
  }
}

INSTANTIATE_TEST_SUITE_P(Lines, GoldenPost, testing::Values("first", "second"));

}  // namespace
}  // namespace darvaza
