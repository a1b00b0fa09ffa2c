// Other programs as matchers: what they may write, and what is told when they write something else.
#include "eval/piped_matcher.h"

#include <gtest/gtest.h>

namespace darvaza::eval {
namespace {

const std::string kPairs = "name_a,name_b\nnader,nadir\nleyla,layla\n";

std::string refusal(const std::string& command) {
  const auto scores = piped_scores({"theirs", command}, kPairs, 2);
  return scores ? "accepted" : to_string(scores.error());
}

TEST(PipedMatcher, ScoresAreReadInOrder) {
  const auto scores = piped_scores({"theirs", "printf '0.25\\n1\\n'"}, kPairs, 2);
  ASSERT_TRUE(scores) << to_string(scores.error());
  EXPECT_EQ(*scores, (std::vector<double>{0.25, 1}));
}

TEST(PipedMatcher, ItsInputIsOurCsvAndAHeadingIsPassedOver) {
  const auto scores =
      piped_scores({"theirs", "sed -e '1s/$/,score/' -e '2,$s/$/,0.5/'"}, kPairs, 2);
  ASSERT_TRUE(scores) << to_string(scores.error());
  EXPECT_EQ(*scores, (std::vector<double>{0.5, 0.5}));
}

TEST(PipedMatcher, WrongCountsAndWordsAreRefusedWithTheirPlace) {
  EXPECT_EQ(refusal("echo 1"), "--matcher theirs: wrote 1 scores for 2 pairs");
  EXPECT_NE(refusal("printf '1\\n2\\n3\\n4\\n'").find("wrote more than 3 lines"),
            std::string::npos);
  EXPECT_EQ(refusal("printf '1\\nmoon\\n'"),
            "--matcher theirs:2: expected a number at the end of the line");
  EXPECT_NE(refusal("printf '1\\nnan\\n'").find("expected a number"), std::string::npos);
  EXPECT_EQ(refusal("printf '1\\n1\\n'; exit 3"),
            "--matcher theirs: the command ended with status 3");
  EXPECT_NE(refusal("yes").find("wrote more than"),
            std::string::npos);  // and is not waited for for ever
  EXPECT_NE(refusal("/nowhere/at/all 2>&1").find("accepted"), 0U);
}

TEST(PipedMatcher, AnswersAreEntriesWithScores) {
  const auto answers = piped_answers({"theirs", "printf 'Q1,0.9,Q2,0.5\\n\\n'"}, "id,name\n", 2);
  ASSERT_TRUE(answers) << to_string(answers.error());
  EXPECT_EQ((*answers)[0], (PipedAnswer{{"Q1", 0.9}, {"Q2", 0.5}}));
  EXPECT_TRUE((*answers)[1].empty());
  const auto odd = piped_answers({"theirs", "printf 'Q1\\n\\n'"}, "id,name\n", 2);
  ASSERT_FALSE(odd);
  EXPECT_EQ(to_string(odd.error()), "--matcher theirs:1: expected entry,score,entry,score,...");
}

}  // namespace
}  // namespace darvaza::eval
