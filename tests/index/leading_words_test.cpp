// By which words a listed name is found.
#include "index/leading_words.h"

#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "index/index_test_support.h"
#include "romanize/pivot.h"

namespace darvaza::index {
namespace {

using Texts = std::vector<std::string>;

Texts texts(const Index& index, const LeadingWords& words) {
  Texts out;
  for (const TokenId token : words.tokens()) out.push_back(romanize::spelling(index.token(token)));
  return out;
}

class LeadingWordsTest : public testing::Test {
 protected:
  /// The first listed name.
  std::span<const NameToken> name() const { return index_->tokens(0); }

  const BuiltIndex index_{[](IndexBuilder& builder) {
    builder.add(person("a", {"Dr Nader B. Nader al Bakr", "Ali Reza Temir", "Alireza Temir"}));
  }};
};

TEST_F(LeadingWordsTest, AreNamesAndPatronymics) {
  const LeadingWords words = leading_words(name());
  EXPECT_EQ(texts(*index_, words), (Texts{"nader", "nader", "bakr"})) << "no title, no initial, no particle";
  EXPECT_EQ(words.names(), 3u);
}

TEST_F(LeadingWordsTest, OtherReadingsJoinParticles) {
  OtherReadings others;
  others.add_joined_particles(index_->dictionary(), name());
  ASSERT_EQ(others.all().size(), 1u);
  EXPECT_EQ(texts(*index_, others.all()[0]), (Texts{"nader", "nader", "albakr"}));
}

TEST_F(LeadingWordsTest, OtherReadingsJoinNamesThatSomebodyBearsAsOne) {
  OtherReadings apart, together;
  apart.add_joined_names(index_->dictionary(), index_->tokens(1));
  ASSERT_EQ(apart.all().size(), 1u);
  EXPECT_EQ(texts(*index_, apart.all()[0]), (Texts{"alireza", "temir"}));
  together.add_joined_names(index_->dictionary(), index_->tokens(2));
  EXPECT_TRUE(together.all().empty());
}

}  // namespace
}  // namespace darvaza::index
