// Which lists a search walks: whatever reaches the threshold is met by one of them.
#include "index/walk_plan.h"

#include <algorithm>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "index/index_test_support.h"

namespace darvaza::index {
namespace {

using names::Millinats;

constexpr std::size_t kEveryPosting = FactWindows::kAllLevels - 1;
/// What is asked for by default, and what a name without facts hardly reaches.
constexpr Millinats kUsualThreshold = 6000, kBeyondAll = 60'000;

BuiltIndex index_for_plans(const std::vector<std::string>& names) {
  return BuiltIndex([&](IndexBuilder& builder) {
    for (const std::string& name : names) builder.add(person(name, {name.c_str()}));
  });
}

/// A plan and the bounds that it was made with; the name outlives both.
struct Planned {
  NameBounds bounds;
  WalkPlan plan;

  Planned(const Index& index, const screening::AskedName& asked, Millinats threshold, const FactBounds& facts = {}) {
    bounds.assign(index, asked.parts());
    plan.make(index, asked.parts(), bounds, facts, threshold);
  }
  /// Whether all lists with any agreement are walked for postings of a level.
  bool walks_all(std::size_t level) const {
    return std::all_of(plan.leads().begin(), plan.leads().end(), [&](const auto& lead) { return lead.least[level] <= WalkPlan::kLeastGain; });
  }
  bool walks_nothing(std::size_t level) const {
    return std::all_of(plan.leads().begin(), plan.leads().end(), [&](const auto& lead) { return lead.least[level] > lead.worth; });
  }
};

TEST(WalkPlan, WhatNoWalkMeetsDoesNotReachTheThreshold) {
  const std::vector<std::string> names = made_up_names(400, 19);
  const BuiltIndex index = index_for_plans(names);
  const FactBounds facts = born_on(*index, {1970, 5, 17});
  std::size_t in_part = 0;
  for (std::size_t i = 0; i < names.size(); i += 7) {
    const screening::AskedName asked = asked_name(*index, names[i]);
    for (const Millinats threshold : {2'000, 6'000, 9'000, 14'000}) {
      const Planned planned(*index, asked, threshold, facts);
      for (std::size_t level = 0; level < FactWindows::kAllLevels; ++level) {
        if (planned.walks_all(level)) continue;
        ++in_part;
        const Millinats missed = planned.plan.missed_besides(0, level) + planned.bounds.extras() + names::kWholeName;
        EXPECT_LT(missed + facts.most_beyond(level), threshold) << names[i] << ", level " << level;
      }
    }
  }
  EXPECT_GT(in_part, 100u) << "hardly a plan left anything out";
}

TEST(WalkPlan, WalksNothingForWhatNothingReaches) {
  const BuiltIndex index = index_for_plans({"Nader Rostami", "Temir Behruzi"});
  const screening::AskedName asked = asked_name(*index, "Nader Rostami");
  EXPECT_TRUE(Planned(*index, asked, kBeyondAll).walks_nothing(kEveryPosting));
  EXPECT_FALSE(Planned(*index, asked, kUsualThreshold).walks_nothing(kEveryPosting));
}

TEST(WalkPlan, WalksAllForWhatEverythingReaches) {
  const BuiltIndex index = index_for_plans({"Nader Rostami", "Temir Behruzi"});
  EXPECT_TRUE(Planned(*index, asked_name(*index, "Nader Rostami"), -kBeyondAll).walks_all(kEveryPosting));
}

TEST(WalkPlan, ARareWordBesideACommonOneIsWalkedToTheEnd) {
  std::vector<std::string> names(600, "Nader Behruzi");
  names.push_back("Nader Qoshqarbekuly");
  const BuiltIndex index = index_for_plans(names);
  const screening::AskedName asked = asked_name(*index, "Nader Qoshqarbekuly");
  const Planned planned(*index, asked, kUsualThreshold);
  ASSERT_EQ(planned.plan.leads().size(), 2u);
  const auto& [common, rare] = std::pair(planned.plan.leads()[0], planned.plan.leads()[1]);
  EXPECT_FALSE(common.is_settled);
  EXPECT_TRUE(rare.is_settled);
  EXPECT_EQ(planned.plan.settled_tokens(), rare.tokens);
  EXPECT_EQ(planned.plan.settled_names(), 1);
  EXPECT_LE(rare.least[kEveryPosting], 0);
}

TEST(WalkPlan, AWordThatNobodyBearsIsNotSettledHoweverCheap) {
  const BuiltIndex index = index_for_plans(std::vector<std::string>(600, "Nader Behruzi"));
  const Planned planned(*index, asked_name(*index, "Nader Qoshqarbekuly"), kUsualThreshold);
  EXPECT_EQ(planned.plan.settled_tokens(), 0u) << "it may be two words of a listed name";
}

TEST(WalkPlan, TheRarerTheFactsTheDeeperItWalks) {
  const std::vector<std::string> names = made_up_names(400, 23);
  const BuiltIndex index = index_for_plans(names);
  const FactBounds facts = born_on(*index, {1970, 5, 17});
  std::size_t deeper = 0;
  for (std::size_t i = 0; i < names.size(); i += 7) {
    const screening::AskedName asked = asked_name(*index, names[i]);
    const Planned planned(*index, asked, kUsualThreshold, facts);
    Millinats rarest = 0, any = 0;
    for (const auto& lead : planned.plan.leads()) {
      rarest += std::min(lead.least[0], lead.worth);
      any += std::min(lead.least[kEveryPosting], lead.worth);
    }
    EXPECT_LE(rarest, any) << names[i];
    deeper += rarest < any ? 1 : 0;
  }
  EXPECT_GT(deeper, 20u);
}

TEST(WalkPlan, IsMadeAnewForEveryName) {
  const BuiltIndex index = index_for_plans({"Nader Rostami", "Temir Behruzi"});
  const screening::AskedName first = asked_name(*index, "Nader Rostami Temir"), second = asked_name(*index, "Temir");
  Planned planned(*index, first, kUsualThreshold);
  planned.bounds.assign(*index, second.parts());
  planned.plan.make(*index, second.parts(), planned.bounds, {}, kUsualThreshold);
  const Planned fresh(*index, second, kUsualThreshold);
  ASSERT_EQ(planned.plan.leads().size(), 1u);
  EXPECT_EQ(planned.plan.leads()[0].least, fresh.plan.leads()[0].least);
  EXPECT_EQ(planned.plan.settled_tokens(), fresh.plan.settled_tokens());
}

}  // namespace
}  // namespace darvaza::index
