#include "names/token_cost.h"

#include <gtest/gtest.h>

#include <random>
#include <string_view>
#include <vector>

#include "reference/textbook_alignment.h"
#include "romanize/romanize.h"

namespace darvaza::names {
namespace {

using romanize::romanize;
using romanize::Sound;
using romanize::Sounds;
using romanize::WritingSystem;

Millinats cost(std::u32string_view a, std::u32string_view b) {
  return token_cost(romanize(a), romanize(b), kTooFar - 1);
}

TEST(TokenCost, IsNothingForTheSameToken) {
  EXPECT_EQ(cost(U"darwaza", U"darwaza"), 0);
  EXPECT_EQ(cost(U"дарвоза", U"дарвоза"), 0);
  EXPECT_EQ(cost(U"دروازه", U"دروازه"), 0);
}

TEST(TokenCost, SpellingsOfOneNameAreNearerThanOtherNames) {
  EXPECT_LT(cost(U"muhammad", U"mohammed"), cost(U"muhammad", U"mahmud"));
  EXPECT_LT(cost(U"محمد", U"muhammad"), cost(U"محمود", U"muhammad"));
  EXPECT_LT(cost(U"юсуф", U"yusuf"), cost(U"юсуф", U"yunus"));
  EXPECT_LT(cost(U"дарвоза", U"darwaza"), cost(U"дарвоза", U"daraz"));
  EXPECT_LT(cost(U"خالد", U"khalid"), cost(U"خالد", U"jalal"));
}

TEST(TokenCost, TheAlefThatBeginsAWordStandsForEveryShortVowel) {
  for (const auto* latin : {U"iqbal", U"eqbal", U"aqbal"}) EXPECT_LT(cost(latin, U"اقبال"), 1000);
  EXPECT_LT(cost(U"икбол", U"اقبال"), 3500);
  EXPECT_LT(cost(U"iqbol", U"اقبال"), 3500) << "both vowels differ";
  EXPECT_LT(cost(U"ilyas", U"الیاس"), 1000);
  EXPECT_LT(cost(U"umid", U"امید"), 2000);
  EXPECT_GT(cost(U"bib", U"باب"), 3000) << "not so inside a word";
  EXPECT_EQ(cost(U"أحمد", U"احمد"), 0) << "one letter, with its sign and without";
}

TEST(TokenCost, NeighboursExchangedAreOneSlipWhereverTheyStand) {
  EXPECT_EQ(cost(U"adryagozar", U"daryagozar"), kExchange) << "at the begin, a vowel and a consonant";
  EXPECT_EQ(cost(U"akrimov", U"karimov"), kExchange);
  EXPECT_EQ(cost(U"arbishambaf", U"abrishambaf"), kExchange) << "two consonants";
  EXPECT_EQ(cost(U"адрягозар", U"дарягозар"), kExchange);
  EXPECT_LT(cost(U"daryaogzar", U"daryagozar"), kExchange) << "where the learned costs are lower, they count";
  EXPECT_GT(cost(U"adrygaozar", U"daryagozar"), kExchange) << "twice";
}

TEST(TokenCost, TokensOfThreeSoundsAreNotExchanged) {
  EXPECT_GT(cost(U"lai", U"ali"), kExchange);
  EXPECT_GT(cost(U"hamid", U"ahmad"), similarity_limit(5, 5)) << "with another vowel it is another name";
}

/// Tokens over a few sounds, so that runs and near-repeats occur.
std::vector<Sounds> random_tokens(std::mt19937& random, std::size_t count) {
  std::uniform_int_distribution<int> length(0, 6), sound(1, static_cast<int>(romanize::kSoundCount) - 1), system(0, 2);
  std::vector<Sounds> tokens;
  for (std::size_t n = 0; n < count; ++n) {
    Sounds token(static_cast<WritingSystem>(system(random)));
    for (int left = length(random); left > 0; --left) token.push_back(static_cast<Sound>(sound(random)));
    tokens.push_back(token);
  }
  return tokens;
}

/// The same token with two neighbours exchanged, in any writing system.
Sounds with_exchange(const Sounds& token, std::mt19937& random) {
  Sounds other(static_cast<WritingSystem>(random() % 3));
  const std::size_t at = token.size() < 2 ? token.size() : random() % (token.size() - 1);
  for (std::size_t i = 0; i < token.size(); ++i) other.push_back(token[i == at ? at + 1 : i == at + 1 ? at : i]);
  return other;
}

TEST(TokenCost, EqualsTheTextbookTwinAndIsSymmetric) {
  std::mt19937 random(20261123);
  auto tokens = random_tokens(random, 80);
  // Exchanges of neighbours do not come about by themselves.
  for (std::size_t i = 0; i < 80; ++i) tokens.insert(tokens.begin() + static_cast<std::ptrdiff_t>(2 * i + 1), with_exchange(tokens[2 * i], random));
  for (std::size_t i = 0; i + 1 < tokens.size(); ++i) {
    const Sounds &a = tokens[i], &b = tokens[i + 1];
    const Millinats expected = reference::token_cost(a, b);
    EXPECT_EQ(token_cost(a, b, kTooFar - 1), expected) << spelling(a) << ' ' << spelling(b);
    EXPECT_EQ(token_cost(b, a, kTooFar - 1), expected) << spelling(a) << ' ' << spelling(b);
  }
}

TEST(TokenCost, IsTooFarExactlyBeyondTheLimit) {
  const Sounds a = romanize(U"mohammed"), b = romanize(U"muhamad");
  const Millinats exact = token_cost(a, b, kTooFar - 1);
  ASSERT_GT(exact, 0);
  EXPECT_EQ(token_cost(a, b, exact), exact);
  EXPECT_EQ(token_cost(a, b, exact - 1), kTooFar);
}

TEST(PrefixCost, ForgivesWhatFollowsTheCut) {
  const Sounds cut = romanize(U"berdimuh"), whole = romanize(U"berdimuhamedov");
  EXPECT_EQ(prefix_cost(cut, whole, 1000), 0);
  EXPECT_EQ(prefix_cost(whole, cut, 1000), kTooFar);
}

}  // namespace
}  // namespace darvaza::names
