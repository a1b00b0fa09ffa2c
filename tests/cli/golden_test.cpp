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

}  // namespace
}  // namespace darvaza
