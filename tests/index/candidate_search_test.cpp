#include "index/candidate_search.h"

#include <algorithm>
#include <map>

#include <gtest/gtest.h>

#include "index/index_test_support.h"

namespace darvaza::index {
namespace {

std::vector<CandidateName> search(const Index& index, std::string_view text, std::size_t limit,
                                  CandidateScratch& scratch) {
  const names::PersonName query = names::parse_name(text);
  std::vector<TokenLookup> lookups;
  for (const auto& token : query.tokens) lookups.push_back(look_up(index, token.sounds, token.cut));
  std::vector<CandidateName> found;
  find_candidates(index, query, lookups, {limit, 0, limit}, scratch, found);
  return found;
}

std::vector<CandidateName> search(const Index& index, std::string_view text,
                                  std::size_t limit = 1000) {
  CandidateScratch scratch;
  return search(index, text, limit, scratch);
}

std::string best(const Index& index, std::string_view text) {
  const auto found = search(index, text, 1);
  return found.empty() ? "" : std::string(index.name(found[0].name).text);
}

BuiltIndex index_of_names(const std::vector<std::string>& names) {
  return BuiltIndex([&](IndexBuilder& builder) {
    for (const std::string& name : names) builder.add(person(name, {name.c_str()}));
  });
}

bool same(const std::vector<CandidateName>& a, const std::vector<CandidateName>& b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](const auto& x, const auto& y) {
    return x.name == y.name && x.gain == y.gain;
  });
}

TEST(FindCandidates, TheSameNameIsBest) {
  const BuiltIndex index = index_of_names({"Nader Rostami", "Nader Behruzi", "Zeynab Rostami"});
  EXPECT_EQ(best(*index, "Nader Rostami"), "Nader Rostami");
  EXPECT_EQ(best(*index, "Rostami Nader"), "Nader Rostami");
  EXPECT_EQ(best(*index, "Нодир Рустами"), "Nader Rostami");
  EXPECT_EQ(best(*index, "نادر رستمی"), "Nader Rostami");
}

TEST(FindCandidates, ATokenThatNoListedNameHasLeadsNowhere) {
  const BuiltIndex index = index_of_names({"Nader Rostami"});
  EXPECT_TRUE(search(*index, "Gulbadan Qizilbash").empty());
  EXPECT_TRUE(search(*index, "").empty());
}

TEST(FindCandidates, OneTokenOfSeveralIsEnough) {
  const BuiltIndex index = index_of_names({"Nader Rostami", "Zeynab Behruzi"});
  EXPECT_EQ(best(*index, "Gulbadan Rostami Qizilbash"), "Nader Rostami");
}

TEST(FindCandidates, ATokenThatAListedNameHoldsTwiceCountsOnce) {
  const BuiltIndex index = index_of_names({"Nader Nadir", "Nader Behruzi"});
  const auto found = search(*index, "Nader");
  ASSERT_EQ(found.size(), 2u);
  EXPECT_EQ(found[0].gain, found[1].gain);
}

TEST(FindCandidates, EqualGainsAreInTheOrderOfNames) {
  const BuiltIndex index = index_of_names({"Nader Rostami", "Nader Rostami", "Nader Rostami"});
  const auto found = search(*index, "Nader Rostami");
  ASSERT_EQ(found.size(), 3u);
  for (NameId i = 0; i < 3; ++i) EXPECT_EQ(found[i].name, i);
}

TEST(FindCandidates, TokensWrittenTogetherOrApartMeet) {
  const BuiltIndex index =
      index_of_names({"Alireza Behruzi", "Gul Badan Behruzi", "Kamal Pasha Zada Behruzi"});
  EXPECT_EQ(best(*index, "Ali Reza"), "Alireza Behruzi");
  EXPECT_EQ(best(*index, "Gulbadan"), "Gul Badan Behruzi");
  EXPECT_EQ(best(*index, "Kamalpasha"), "Kamal Pasha Zada Behruzi");
}

TEST(FindCandidates, ThreeTokensWrittenTogetherMeet) {
  const BuiltIndex index = index_of_names({"Gulbadanbeg Behruzi", "Zeynab Behruzi"});
  EXPECT_EQ(best(*index, "Gul Badan Beg"), "Gulbadanbeg Behruzi");
}

TEST(FindCandidates, AnInitialAloneLeadsNowhere) {
  const BuiltIndex index = index_of_names({"R Behruzi", "Rostami Zeynab"});
  const auto found = search(*index, "R. Zeynab");
  ASSERT_FALSE(found.empty());
  EXPECT_EQ(index->name(found[0].name).text, "Rostami Zeynab");
  EXPECT_EQ(found.size(), 1u);
}

TEST(FindCandidates, ASmallerLimitGivesTheBeginningOfALargerOnesAnswer) {
  const BuiltIndex index = index_of_names(made_up_names(400, 3));
  for (const std::string& query : made_up_names(40, 4)) {
    const auto all = search(*index, query, 100'000);
    for (const std::size_t limit : {0u, 1u, 5u, 50u}) {
      const auto some = search(*index, query, limit);
      ASSERT_EQ(some.size(), std::min(limit, all.size())) << query;
      EXPECT_TRUE(std::equal(
          some.begin(), some.end(), all.begin(),
          [](const auto& x, const auto& y) { return x.name == y.name && x.gain == y.gain; }))
          << query;
    }
  }
}

TEST(FindCandidates, AUsedScratchAnswersLikeANewOneAlsoForAnotherIndex) {
  const BuiltIndex one = index_of_names(made_up_names(300, 5)),
                   two = index_of_names(made_up_names(300, 6)),
                   other = index_of_names(made_up_names(70, 7));
  CandidateScratch used;
  for (const std::string& query : made_up_names(60, 8)) {
    for (const Index* index : {&*one, &*two, &*other}) {
      EXPECT_TRUE(same(search(*index, query, 1000, used), search(*index, query))) << query;
    }
  }
}

/// What the query's tokens give a name if every one is compared with every token of the name.
names::Millinats exhaustive_gain(const Index& index, const names::PersonName& query,
                                 const std::vector<names::Millinats>& rarities, NameId name) {
  constexpr names::Millinats kMostGain = 9000;
  names::Millinats sum = 0;
  for (std::size_t i = 0; i < query.tokens.size(); ++i) {
    names::Millinats gain = 0;
    for (const NameToken token : index.name(name).tokens) {
      const auto& asked = query.tokens[i].sounds;
      const auto& listed = index.token(token.token());
      const auto cost = names::token_cost(asked, listed, names::similarity_limit(asked, listed));
      gain = std::max(gain, std::min(rarities[i], kMostGain) - cost);
    }
    sum += gain;
  }
  return sum;
}

// Joined and split tokens add to the estimate, so that it may be larger, but nothing may be
// missing.
TEST(FindCandidates, NoNameIsEstimatedBelowWhatComparingEverythingGives) {
  const BuiltIndex index = index_of_names(made_up_names(500, 11));
  int compared = 0, lost = 0;
  for (const std::string& text : made_up_names(400, 12)) {
    const names::PersonName query = names::parse_name(text);
    std::vector<names::Millinats> rarities;
    for (const auto& token : query.tokens)
      rarities.push_back(look_up(*index, token.sounds, false).rarity);
    std::map<NameId, names::Millinats> estimated;
    for (const auto& found : search(*index, text, 100'000)) estimated[found.name] = found.gain;
    for (NameId name = 0; name < index->name_count(); ++name) {
      // Below this the agreement is of one token, and so poor that no scorer would raise it.
      constexpr names::Millinats kWorthFinding = 4000;
      const auto exhaustive = exhaustive_gain(*index, query, rarities, name);
      if (exhaustive < kWorthFinding) continue;
      ++compared;
      lost += estimated[name] < exhaustive;
    }
  }
  EXPECT_GT(compared, 1000);
  EXPECT_LE(lost, compared / 1000) << "of " << compared;
}

}  // namespace
}  // namespace darvaza::index
