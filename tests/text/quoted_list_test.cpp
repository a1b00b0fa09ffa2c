#include "text/quoted_list.h"

#include <string>
#include <vector>

#include <gtest/gtest.h>

namespace darvaza::text {
namespace {

std::vector<std::string> items(std::string_view field) {
  std::vector<std::string> texts;
  for (const ListItem& item : split_quoted_list(field)) texts.push_back(item.text);
  return texts;
}

using Texts = std::vector<std::string>;

TEST(SplitQuotedList, SplitsAtSemicolonsOutsideQuotes) {
  EXPECT_EQ(items("a; b;c"), (Texts{"a", "b", "c"}));
  EXPECT_EQ(items("a;\"b; c\"; \"say \"\"d\"\"\""), (Texts{"a", "b; c", "say \"d\""}));
  EXPECT_EQ(items(" ; ;a;"), (Texts{"a"}));
  EXPECT_EQ(items(""), (Texts{}));
}

TEST(SplitQuotedList, TellsNeedlessQuotesFromNeededOnes) {
  const auto list = split_quoted_list("ORDAI, T; \"THE TALL\"; \"a; b\"");
  ASSERT_EQ(list.size(), 3u);
  EXPECT_FALSE(list[0].needlessly_quoted);
  EXPECT_TRUE(list[1].needlessly_quoted);
  EXPECT_FALSE(list[2].needlessly_quoted);
}

TEST(SplitQuotedList, LosesNothingToMarksThatDoNotClose) {
  EXPECT_EQ(items("\"a; b"), (Texts{"\"a", "b"}));
  EXPECT_EQ(items("\"a\" b; c"), (Texts{"\"a\" b", "c"}));
  EXPECT_EQ(items("\""), (Texts{"\""}));
}

TEST(SplitQuotedList, IsLinearInOpenQuotes) {
  std::string field;
  for (int i = 0; i < 100000; ++i) field += "\"a;";
  EXPECT_EQ(items(field).size(), 100000u);
}

}  // namespace
}  // namespace darvaza::text
