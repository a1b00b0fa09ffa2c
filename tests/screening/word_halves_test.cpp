// One word that may be two names of the list.
#include "screening/word_halves.h"

#include <algorithm>
#include <string_view>
#include <utility>

#include <gtest/gtest.h>

#include "names/person_name.h"
#include "screening/screening_test_support.h"

namespace darvaza::screening {
namespace {

class WordHalvesTest : public testing::Test {
 protected:
  /// Whether `word` may be `first` and `second`.
  bool cuts(std::string_view word, std::string_view first, std::string_view second) {
    word_ = names::parse_name(word).tokens.at(0).sounds;
    index::AskedPart part;
    part.sounds = &word_;
    halves_.clear();
    halves_.cut(part, lookups_);
    return std::any_of(halves_.all().begin(), halves_.all().end(), [&](const index::AskedHalves& halves) {
      return holds(index_, halves.first.similar, first) && holds(index_, halves.second, second);
    });
  }

  index::Index index_ = open_names({"Ali Reza", "Nadir Zarbofanov", "Salym Ferimkulov", "گلناره مریرخان", "میر اسکندر", "محمد زاهد", "Muhammad Jan"});
  index::TokenLookups lookups_{index_.dictionary(), index_.token_frequencies(), index_.name_count()};
  romanize::Sounds word_;
  WordHalves halves_;
};

TEST_F(WordHalvesTest, BothHalvesStandInTheList) {
  EXPECT_TRUE(cuts("Alireza", "Ali", "Reza"));
  EXPECT_TRUE(cuts("nodirzarbofanow", "Nadir", "Zarbofanov"));
  EXPECT_TRUE(cuts("zarbofanovnadir", "Zarbofanov", "Nadir"));
  EXPECT_FALSE(cuts("Alimurad", "Ali", "Reza"));
}

TEST_F(WordHalvesTest, TheyMayShareASound) { EXPECT_TRUE(cuts("nadirreza", "Nadir", "Reza")) << "read with one r"; }

TEST_F(WordHalvesTest, TheirLettersMayBeOneSoundTogether) {
  EXPECT_TRUE(cuts("محمدزاهد", "محمد", "زاهد"));
  EXPECT_TRUE(cuts("muhammadjan", "Muhammad", "Jan"));
}

TEST_F(WordHalvesTest, ALetterMayStandForTheSpace) {
  EXPECT_TRUE(cuts("nadirkzarbofanov", "Nadir", "Zarbofanov"));
  EXPECT_TRUE(cuts("alinreza", "Ali", "Reza"));
}

TEST_F(WordHalvesTest, BesideALongHalfTheOtherMayBeLessAlike) { EXPECT_TRUE(cuts("selimferimkulov", "Salym", "Ferimkulov")); }

TEST_F(WordHalvesTest, AnArabicHEndsAWordAsItDoesAlone) { EXPECT_TRUE(cuts("گلنارهمریرخان", "گلناره", "مریرخان")); }

TEST_F(WordHalvesTest, AnAlefBeginsAWordAsItDoesAlone) {
  ASSERT_TRUE(cuts("میراسکندر", "میر", "اسکندر"));
  const romanize::Sounds wanted = names::parse_name("اسکندر").tokens.at(0).sounds;
  EXPECT_TRUE(std::any_of(halves_.all().begin(), halves_.all().end(), [&](const index::AskedHalves& halves) {
    return std::any_of(halves.second.begin(), halves.second.end(), [&](const auto& token) { return token.steps == 0 && index_.token(token.key) == wanted; });
  }));
}

TEST_F(WordHalvesTest, ShortWordsHaveNoHalves) {
  for (const char* word : {"Al", "Ali", "A"}) EXPECT_FALSE(cuts(word, "Ali", "Reza")) << word;
  EXPECT_TRUE(halves_.all().empty());
}

/// Working memory is kept: of a word before nothing may be left, and what is moved stays whole.
TEST_F(WordHalvesTest, ClearingAndMovingKeepWhatTheyShould) {
  ASSERT_TRUE(cuts("Alireza", "Ali", "Reza"));
  const WordHalves moved = std::move(halves_);
  ASSERT_FALSE(moved.all().empty());
  EXPECT_TRUE(std::any_of(moved.all().begin(), moved.all().end(), [&](const auto& halves) { return holds(index_, halves.first.similar, "Ali"); }));
  halves_ = WordHalves();
  EXPECT_FALSE(cuts("Golbahar", "Ali", "Reza"));
}

}  // namespace
}  // namespace darvaza::screening
