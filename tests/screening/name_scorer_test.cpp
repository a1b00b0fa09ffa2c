// A traveller's name against listed ones.
#include "screening/name_scorer.h"

#include <string>
#include <string_view>

#include <gtest/gtest.h>

#include "index/dictionary.h"
#include "index/index_builder.h"
#include "screening/screening_test_support.h"

namespace darvaza::screening {
namespace {

constexpr index::NameId kPrimary = 0, kCyrillic = 1, kWeak = 2, kOther = 3;

index::Index open_index() {
  const TestDirectory directory;
  index::IndexBuilder builder;
  WatchlistEntry entry;
  entry.id = "z-1";
  entry.names = {{"Nadir Zarbofanov", NameGrade::primary},
                 {"Надир Зарбофанов", NameGrade::strong},
                 {"Nadir Zarbofanov", NameGrade::weak},
                 {"Golbahar Shabnampur", NameGrade::strong}};
  builder.add(entry);
  EXPECT_TRUE(builder.write(directory / "index").has_value());
  auto index = index::Index::open(directory / "index");
  EXPECT_TRUE(index.has_value());
  return std::move(index.value());
}

AskedName ask(const index::Index& index, std::string_view name) {
  index::TokenLookups lookups(index.dictionary(), index.token_frequencies(), index.name_count());
  AskedName asked;
  asked.assign(index, names::parse_name(name), lookups);
  return asked;
}

class NameScorerTest : public testing::Test {
 protected:
  AskedName ask(std::string_view name) const {
    return screening::ask(index_, name);
  }
  std::int32_t score(const AskedName& asked, index::NameId listed) {
    return score_name(index_, asked, listed, working_memory_, alignment_);
  }
  std::int32_t score(std::string_view asked, index::NameId listed) {
    return score(ask(asked), listed);
  }

  index::Index index_ = open_index();
  std::vector<names::WeighedToken> working_memory_;
  names::NameAlignment alignment_;
};

TEST_F(NameScorerTest, TheSameNameWeighsMoreThanASpellingOfItAndThatMoreThanAnother) {
  EXPECT_GT(score("Nadir Zarbofanov", kPrimary), score("Nodir Zarbofonov", kPrimary));
  EXPECT_GT(score("Nodir Zarbofonov", kPrimary), 0);
  EXPECT_LT(score("Nodir Zarbofonov", kOther), 0);
}

TEST_F(NameScorerTest, ScriptsMeet) {
  EXPECT_GT(score("Nadir Zarbofanov", kCyrillic), 6000);
  EXPECT_GT(score("نادر زربافانوف", kCyrillic), 3000);
}

TEST_F(NameScorerTest, AWeakAliasWeighsLess) {
  EXPECT_LT(score("Nadir Zarbofanov", kWeak), score("Nadir Zarbofanov", kPrimary));
}

TEST_F(NameScorerTest, AFrequentNameWeighsLessThanARareOne) {
  const TestDirectory directory;
  index::IndexBuilder builder;
  for (int i = 0; i < 2000; ++i) {
    WatchlistEntry entry;
    entry.names = {{i == 0 ? "Zarbofanov" : "Golbahar", NameGrade::primary}};
    builder.add(entry);
  }
  ASSERT_TRUE(builder.write(directory / "index").has_value());
  const index::Index index = index::Index::open(directory / "index").value();
  const auto weight = [&](const char* name, index::NameId listed) {
    return score_name(index, screening::ask(index, name), listed, working_memory_, alignment_);
  };
  EXPECT_GT(weight("Zarbofanov", 0), weight("Golbahar", 1));
}

TEST_F(NameScorerTest, TheExplanationWeighsWhatTheScoreDoes) {
  for (const char* name :
       {"Nadir Zarbofanov", "Зарбофонов Нодир", "Haji Nadir bin Golbahar", "N. Zarbofanov"}) {
    const AskedName asked = ask(name);
    for (index::NameId listed = kPrimary; listed <= kOther; ++listed) {
      EXPECT_EQ(explain_listed_name(index_, asked, listed).weight_mn, score(asked, listed))
          << name << listed;
    }
  }
}

TEST_F(NameScorerTest, WorkingMemoryHoldsNothingOver) {
  const std::int32_t fresh = score("Nadir", kPrimary);
  score("Golbahar Shabnampur Nadir Zarbofanov Elzara", kOther);
  EXPECT_EQ(score("Nadir", kPrimary), fresh);
}

}  // namespace
}  // namespace darvaza::screening
