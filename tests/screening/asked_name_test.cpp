// A traveller's name, looked up.
#include "screening/asked_name.h"

#include <algorithm>
#include <bit>
#include <string>
#include <string_view>
#include <utility>

#include <gtest/gtest.h>

#include "index/dictionary.h"
#include "screening/screening_test_support.h"

namespace darvaza::screening {
namespace {

class AskedNameTest : public testing::Test {
 protected:
  AskedName ask(std::string_view text) {
    AskedName asked;
    asked.assign(index_, names::parse_name(text), lookups_);
    return asked;
  }

  index::Index index_ = open_names({"Nadir Zarbofanov", "Ali Reza Behruzi", "Alireza Kumushoy", "Golbahar"});
  index::TokenLookups lookups_{index_.dictionary(), index_.token_frequencies(), index_.name_count()};
};

TEST_F(AskedNameTest, EveryTokenIsAPartWithWhatIsSimilarToIt) {
  const AskedName asked = ask("Haji Nodir Zarbofonov");
  const index::AskedParts parts = asked.parts();
  ASSERT_EQ(parts.tokens.size(), 3u);
  ASSERT_EQ(asked.tokens().size(), 3u);
  for (std::size_t i = 0; i < 3; ++i) {
    const index::AskedPart& part = parts.tokens[i];
    EXPECT_EQ(part.role, asked.name().tokens[i].role);
    EXPECT_EQ(part.tokens, std::uint64_t{1} << i);
    EXPECT_EQ(part.sounds, &asked.name().tokens[i].sounds);
    EXPECT_LE(part.worth, names::most_gain(part.role));
    EXPECT_LE(part.worth, asked.tokens()[i].rarity);
    EXPECT_EQ(asked.tokens()[i].sounds, &asked.name().tokens[i].sounds);
  }
  EXPECT_TRUE(holds(index_, parts.tokens[1].similar, "Nadir"));
  EXPECT_TRUE(holds(index_, parts.tokens[2].similar, "Zarbofanov"));
}

TEST_F(AskedNameTest, ATokenOfTheDictionaryIsWhatLookingItUpWouldGive) {
  for (const char* word : {"Nadir", "Zarbofanov", "Golbahar", "Alireza"}) {
    const AskedName asked = ask(word);
    index::TokenLookup lookup;
    lookups_.look_up(asked.name().tokens.at(0).sounds, false, lookup);
    EXPECT_EQ(asked.tokens()[0].rarity, lookup.rarity) << word;
    EXPECT_EQ(asked.tokens()[0].known.size(), lookup.similar.size()) << word;
  }
}

/// A bug once, for a day: a member put between others of WeighedToken took the place of this one.
TEST_F(AskedNameTest, NamesOfSyllablesAreOfTwoPartsAndNoNameIsOfAPlace) {
  for (const auto& [text, of_two_parts] : {std::pair("Kim Jong Il", true), {"Nadir Zarbofanov", false}}) {
    const AskedName asked = ask(text);
    for (const names::WeighedToken& token : asked.tokens()) {
      EXPECT_EQ(token.of_two_parts, of_two_parts) << text;
      EXPECT_FALSE(token.of_place) << text;
    }
  }
}

TEST_F(AskedNameTest, NeighboursAreReadAsOneWhereTheListHasThat) {
  const AskedName asked = ask("Kumushoy Ali Reza");
  const index::AskedParts parts = asked.parts();
  ASSERT_EQ(parts.joined.size(), 1u) << "Kumushoyali is nobody";
  EXPECT_EQ(parts.joined[0].tokens, 0b110u);
  EXPECT_FALSE(parts.joined[0].has_particle);
  EXPECT_TRUE(holds(index_, parts.joined[0].similar, "Alireza"));
}

TEST_F(AskedNameTest, ASingleNameIsCutInHalvesThatTheListHas) {
  EXPECT_FALSE(ask("Alireza").parts().halves.empty());
  EXPECT_TRUE(ask("Zarbofanov Alireza").parts().halves.empty()) << "besides another part the search finds it";
  EXPECT_TRUE(ask("Gol").parts().halves.empty()) << "too short";
}

TEST_F(AskedNameTest, ALongWordThatIsLikeNoOtherIsCutBesidesOthersToo) {
  EXPECT_FALSE(ask("Golbahar nadirbehruzi").parts().halves.empty());
  EXPECT_TRUE(ask("Golbahar Zarbofanow").parts().halves.empty()) << "somebody bears it";
}

TEST_F(AskedNameTest, APieceBesideAWordThatNobodyBearsMayBeABrokenOne) {
  const AskedName asked = ask("Za bofanov Golbahar");  // a slip of the hand for Zarbofanov
  EXPECT_TRUE(std::any_of(asked.parts().joined.begin(), asked.parts().joined.end(), [&](const auto& part) { return holds(index_, part.similar, "Zarbofanov"); }));
}

TEST_F(AskedNameTest, CutTokensAreJoinedToNothingAndFindLongerOnes) {
  AskedName asked;
  asked.assign(index_, names::parse_name(TravellerName{"ZARBOFAN", "ALI REZ", true}), lookups_);
  EXPECT_TRUE(asked.parts().joined.empty());
  EXPECT_TRUE(asked.parts().halves.empty());
  EXPECT_TRUE(std::any_of(asked.parts().tokens.begin(), asked.parts().tokens.end(), [&](const auto& part) { return holds(index_, part.similar, "Zarbofanov"); }));
}

/// Working memory is kept: of a name before nothing may be left, and what is moved stays whole.
TEST_F(AskedNameTest, AssigningAgainLeavesNothingOver) {
  AskedName used;
  for (const char* before : {"Ali Reza Nadir Zarbofanov Kumushoy Behruzi Golbahar", "Alireza", ""}) {
    used.assign(index_, names::parse_name(before), lookups_);
    for (const char* text : {"Alireza", "Nadir Ali Reza", "", "Golbahar"}) {
      const AskedName fresh = ask(text);
      used.assign(index_, names::parse_name(text), lookups_);
      const AskedName moved = std::move(used);
      ASSERT_EQ(moved.tokens().size(), fresh.tokens().size());
      for (std::size_t i = 0; i < moved.tokens().size(); ++i) {
        EXPECT_EQ(*moved.tokens()[i].sounds, *fresh.tokens()[i].sounds);
        EXPECT_EQ(moved.parts().tokens[i].similar.size(), fresh.parts().tokens[i].similar.size());
        EXPECT_EQ(moved.tokens()[i].known.data(), moved.parts().tokens[i].similar.data());
      }
      EXPECT_EQ(moved.parts().joined.size(), fresh.parts().joined.size()) << text;
      EXPECT_EQ(moved.parts().halves.size(), fresh.parts().halves.size()) << text;
      used = AskedName();
      used.assign(index_, names::parse_name(before), lookups_);
    }
  }
}

TEST_F(AskedNameTest, ANameOfAsManyTokensAsThereCanBeIsLookedUp) {
  std::string text;
  for (int i = 0; i < 80; ++i) text += i % 2 == 0 ? "Ali " : "Reza ";
  const AskedName asked = ask(text);
  ASSERT_EQ(asked.parts().tokens.size(), names::kMaxTokens);
  EXPECT_EQ(asked.parts().tokens.back().tokens, std::uint64_t{1} << 63);
  for (const index::AskedPart& joined : asked.parts().joined) EXPECT_GE(std::popcount(joined.tokens), 2);
}

}  // namespace
}  // namespace darvaza::screening
