#include "api/parameters.h"

#include <array>

#include <gtest/gtest.h>

namespace darvaza::daemon {
namespace {

Head asking(std::vector<std::pair<std::string, std::string>> query) {
  Head head;
  head.query = std::move(query);
  return head;
}

TEST(Parameters, OfTheConfigurationHoldWhereTheQueryIsSilent) {
  ScreeningOptions options;
  Response refusal;
  ASSERT_TRUE(read_screening_parameters(asking({}), {3, 0.7, true}, options, refusal));
  EXPECT_EQ(options.top, 3u);
  EXPECT_EQ(options.min_score_bp, 7000);
  EXPECT_TRUE(options.near_documents);
  ASSERT_TRUE(read_screening_parameters(
      asking({{"top", "10000"}, {"min_score", "0"}, {"near_documents", "false"}}), {3, 0.7, true},
      options, refusal));
  EXPECT_EQ(options.top, 10'000u);
  EXPECT_EQ(options.min_score_bp, 0);
  EXPECT_FALSE(options.near_documents);
}

TEST(Parameters, ThatAreNoNumbersOrOutOfRangeAreRefused) {
  for (const auto& [name, value] :
       std::vector<std::pair<std::string, std::string>>{{"top", ""},
                                                        {"top", "0"},
                                                        {"top", "10001"},
                                                        {"top", "-1"},
                                                        {"top", "1.5"},
                                                        {"top", "99999999999999999999"},
                                                        {"min_score", "-0.1"},
                                                        {"min_score", "1.01"},
                                                        {"min_score", "nan"},
                                                        {"min_score", "0.5x"},
                                                        {"near_documents", "1"}}) {
    ScreeningOptions options;
    Response refusal;
    EXPECT_FALSE(read_screening_parameters(asking({{name, value}}), {}, options, refusal))
        << name << "=" << value;
    EXPECT_EQ(refusal.status, 400);
    EXPECT_NE(refusal.body.find("\"field\":\"" + name + "\""), std::string::npos) << refusal.body;
  }
}

TEST(Parameters, ThatNobodyKnowsOrThatStandTwiceAreRefused) {
  constexpr std::array<std::string_view, 2> kKnown = {"top", "min_score"};
  EXPECT_FALSE(refuse_unknown(asking({{"top", "1"}, {"min_score", "1"}}), kKnown));
  EXPECT_TRUE(refuse_unknown(asking({{"topp", "1"}}), kKnown));
  EXPECT_TRUE(refuse_unknown(asking({{"top", "1"}, {"top", "1"}}), kKnown));
  EXPECT_TRUE(refuse_unknown(asking({{"top", "1"}}), {}));
}

}  // namespace
}  // namespace darvaza::daemon
