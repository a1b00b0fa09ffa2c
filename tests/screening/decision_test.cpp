// clear, review, hit, incomplete: how each is reached, and that clear is never said for want of
// looking.
#include <string>

#include <gtest/gtest.h>

#include "screening/screening_test_support.h"

namespace darvaza::screening {
namespace {

class DecisionTest : public testing::Test {
 protected:
  ScreeningResult screen(const Traveller& traveller, const ScreeningOptions& options = {}) const {
    return screener_.screen(traveller, options);
  }
  Decision decide(const Traveller& traveller, const ScreeningOptions& options = {}) const {
    return screen(traveller, options).decision;
  }

 private:
  Screener screener_ = open_small_lists();
};

const char* kStranger = "Elzara Kumushoy";

TEST_F(DecisionTest, AStrangerIsClear) {
  const ScreeningResult answer = screen(described(kStranger, "1990-06-15", "UZB", Sex::female));
  EXPECT_EQ(answer.decision, Decision::clear);
  EXPECT_TRUE(answer.complete);
  EXPECT_TRUE(answer.candidates.empty());
  EXPECT_TRUE(answer.documents.empty());
  EXPECT_TRUE(answer.problems.empty());
}

TEST_F(DecisionTest, AListedPersonWithTheirBirthDateIsAHit) {
  EXPECT_EQ(decide(described("ZARBOFANOV NADIR", "1971-03-02", "TJK", Sex::male)), Decision::hit);
}

TEST_F(DecisionTest, ANamesakeOfWhomAllElseDiffersIsForReview) {
  const ScreeningResult answer =
      screen(described("Nadir Zarbofanov", "1994-11-25", "PAK", Sex::female));
  EXPECT_EQ(answer.decision, Decision::review);
  EXPECT_EQ(ids(answer), std::vector<std::string>{"zala/z-1"});
}

TEST_F(DecisionTest, TheThresholdsAreInclusive) {
  const Traveller traveller = described("Nadir Zarbofanov", "1994-11-25", "PAK", Sex::female);
  const std::int32_t score = screen(traveller, all_candidates()).candidates.at(0).score_bp;
  ScreeningOptions options;
  options.review_score_bp = options.hit_score_bp = score;
  EXPECT_EQ(decide(traveller, options), Decision::hit);
  options.hit_score_bp = score + 1;
  EXPECT_EQ(decide(traveller, options), Decision::review);
  options.review_score_bp = score + 1;
  EXPECT_EQ(decide(traveller, options), Decision::clear);
}

// What is shown is one thing, what is decided another.
TEST_F(DecisionTest, DoesNotDependOnHowManyCandidatesAreShown) {
  ScreeningOptions options;
  options.top = 0;
  const ScreeningResult answer = screen(named("Nadir Zarbofanov"), options);
  EXPECT_EQ(answer.decision, Decision::hit);
  EXPECT_TRUE(answer.candidates.empty());
  ASSERT_EQ(answer.problems.size(), 1u) << "a hit that names nobody says why";
  EXPECT_EQ(answer.problems[0].where, "options");
  EXPECT_TRUE(screen(named(kStranger), options).problems.empty());
  options.top = 10;
  options.min_score_bp = 10'001;
  EXPECT_EQ(decide(named("Nadir Zarbofanov"), options), Decision::hit);
}

TEST_F(DecisionTest, ThresholdsThatContradictEachOtherDecideNothing) {
  ScreeningOptions options;
  for (const auto& [review, hit] : {std::pair(9000, 5000), std::pair(-1, 9000), std::pair(5000, 10'001)}) {
    options.review_score_bp = review;
    options.hit_score_bp = hit;
    for (const char* name : {kStranger, "Nadir Zarbofanov"}) {
      const ScreeningResult answer = screen(named(name), options);
      EXPECT_EQ(answer.decision, Decision::incomplete) << review;
      ASSERT_EQ(answer.problems.size(), 1u) << review;
      EXPECT_EQ(answer.problems[0].where, "options");
    }
  }
}

TEST_F(DecisionTest, ABirthDateOfNoCalendarIsToldAndSpeaksAgainstNobody) {
  Traveller traveller = named("Nadir Zarbofanov");
  const std::int32_t undated = screen(traveller).candidates.at(0).score_bp;
  traveller.birth_date = {1971, 13, 2};
  const ScreeningResult answer = screen(traveller);
  EXPECT_EQ(answer.candidates.at(0).score_bp, undated);
  ASSERT_EQ(answer.problems.size(), 1u);
  EXPECT_EQ(answer.problems[0].where, "birth_date");
}

TEST_F(DecisionTest, WithoutAUsableNameItIsIncomplete) {
  Traveller nameless;
  for (const char* text : {"", "???", "\xff", "FNU"}) {
    const ScreeningResult answer = screen(named(text));
    EXPECT_EQ(answer.decision, Decision::incomplete) << text;
    EXPECT_FALSE(answer.complete);
    ASSERT_FALSE(answer.problems.empty());
    EXPECT_EQ(answer.problems.back().where, "name");
  }
  EXPECT_EQ(decide(nameless), Decision::incomplete);
}

TEST_F(DecisionTest, WithoutANameALostDocumentIsShownButTheAnswerIsIncomplete) {
  const ScreeningResult answer = screen(with_document(Traveller{}, "PK7700133", "PAK"));
  EXPECT_EQ(answer.decision, Decision::incomplete);
  EXPECT_EQ(answer.documents.size(), 1u);
}

TEST_F(DecisionTest, ANameOf1024BytesIsSearchedWhole) {
  std::string name = "Nadir Zarbofanov";
  name.resize(1024, ' ');
  EXPECT_EQ(decide(named(name)), Decision::hit);
}

TEST_F(DecisionTest, ANameOf1025BytesIsIncompleteThoughACandidateWasFound) {
  std::string name = "Nadir Zarbofanov";
  name.resize(1025, ' ');
  const ScreeningResult answer = screen(named(name));
  EXPECT_EQ(answer.decision, Decision::incomplete);
  EXPECT_FALSE(answer.complete);
  EXPECT_EQ(ids(answer), std::vector<std::string>{"zala/z-1"});
  ASSERT_EQ(answer.problems.size(), 1u);
}

TEST_F(DecisionTest, The65thWordMakesItIncomplete) {
  std::string name = "Nadir Zarbofanov";
  for (int words = 2; words < 64; ++words) name += " bin";
  EXPECT_TRUE(screen(named(name)).complete);
  const ScreeningResult answer = screen(named(name + " bin"), all_candidates());
  EXPECT_EQ(answer.decision, Decision::incomplete);
  EXPECT_FALSE(answer.candidates.empty());
}

TEST_F(DecisionTest, OneUnusableSpellingAmongSeveralIsEnoughForIncomplete) {
  Traveller traveller = named(kStranger);
  traveller.names.push_back({std::string(1025, 'a'), {}, false});
  EXPECT_EQ(decide(traveller), Decision::incomplete);
}

TEST_F(DecisionTest, ADisguisedNameIsFoundAndTheDisguiseReported) {
  const ScreeningResult answer = screen(named("Na\u200bdir Zar\u202ebofanov"));
  EXPECT_EQ(answer.decision, Decision::hit);
  EXPECT_TRUE(answer.complete);
  ASSERT_EQ(answer.problems.size(), 1u);
  EXPECT_NE(answer.problems[0].text.find("invisible"), std::string::npos);
}

TEST_F(DecisionTest, ALostDocumentIsAHit) {
  EXPECT_EQ(decide(with_document(named(kStranger), "PK7700133", "PAK")), Decision::hit);
}

TEST_F(DecisionTest, ADocumentInsideALostRangeIsAHit) {
  EXPECT_EQ(decide(with_document(named(kStranger), "XR300150", "TJK")), Decision::hit);
}

TEST_F(DecisionTest, ADocumentThatMayBeMisreadIsForReview) {
  EXPECT_EQ(decide(with_document(named(kStranger), "PK77OO133", "PAK")), Decision::review);
}

TEST_F(DecisionTest, ARareNumberOfAnotherIssuerIsForReview) {
  EXPECT_EQ(decide(with_document(named(kStranger), "PK7700133", "KAZ")), Decision::review);
}

TEST_F(DecisionTest, AListedPersonsPassportUnderAnotherNameIsAnAlert) {
  EXPECT_EQ(decide(with_document(named(kStranger), "AB7001122", "TJK")), Decision::hit);
}

// One wrong character is as often another document of the series: never more than something to look at.
TEST_F(DecisionTest, ANumberNearALostOneIsForReviewWhereItIsLookedFor) {
  ScreeningOptions near;
  near.near_documents = true;
  for (const char* number : {"PK7700313", "PK7700933"}) {
    const Traveller traveller = with_document(described(kStranger, "1990-06-15", "UZB", Sex::female), number, "PAK");
    EXPECT_EQ(decide(traveller), Decision::clear) << number;
    EXPECT_EQ(decide(traveller, near), Decision::review) << number;
  }
}

}  // namespace
}  // namespace darvaza::screening
