// What docs/score.md says of pairs of names is what compare_names answers, from either side.
#include <string>
#include <string_view>
#include <vector>

#include <gtest/gtest.h>

#include "darvaza/compare.h"
#include "screening/score_document.h"

namespace darvaza::screening {
namespace {

constexpr std::size_t kColumns = 4;  // what it shows, one name, the other, score
constexpr int kReview = 5000;

/// Checks every row of a section and gives its scores; a row that is not a pair fails the test.
std::vector<int> check_rows(std::string_view section) {
  std::vector<int> scores;
  for (const TableRow& row : score_table(section)) {
    if (row.size() != kColumns) {
      ADD_FAILURE() << section << ": a row of " << row.size() << " cells after " << scores.size()
                    << " others";
      continue;
    }
    const std::string &a = row[1], &b = row[2];
    const int score = compare_names(a, b).score_bp;
    EXPECT_EQ(written_score(score), row[3]) << section << ": " << a << " | " << b;
    EXPECT_EQ(compare_names(b, a).score_bp, score) << section << ": " << b << " | " << a;
    scores.push_back(score);
  }
  return scores;
}

TEST(ResponseTable, EveryPairScoresAsWritten) {
  EXPECT_GE(check_rows("Response table").size(), 30U);
}

TEST(ResponseTable, NamesThatMustNotMatchStayBelowReview) {
  const std::vector<int> scores = check_rows("Names that must not match");
  EXPECT_GE(scores.size(), 15U);
  for (const int score : scores) EXPECT_LT(score, kReview);
}

// A pair that no longer fails belongs into the table above; so that nobody forgets it, the test
// says so.
TEST(ResponseTable, KnownFalseMatchesAreStillFalseMatches) {
  for (const int score : check_rows("Different names that match all the same"))
    EXPECT_GE(score, kReview);
}

}  // namespace
}  // namespace darvaza::screening
