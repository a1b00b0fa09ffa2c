// What nobody can read of a traveller is told, and "clear" is never said for want of it.
#include "screening/illegible_facts.h"

#include <string>

#include <gtest/gtest.h>

#include "screening/screening_test_support.h"

namespace darvaza::screening {
namespace {

/// What is told of a traveller of whom only this is known.
ScreeningResult told(const std::vector<TravellerName>& names, const std::vector<std::string>& documents = {}) {
  Traveller traveller;
  traveller.names = names;
  for (const std::string& number : documents) traveller.documents.push_back({number, "P", {}, {}});
  ScreeningResult answer;
  answer.complete = true;
  tell_illegible(traveller, answer);
  return answer;
}

TEST(IllegibleFacts, AFamilyNameWithoutLettersIsIncomplete) {
  for (const char* family : {"????????", "\xEF\xBF\xBD\xEF\xBF\xBD", "###", "12345"}) {
    const ScreeningResult answer = told({{family, "Leila"}});
    EXPECT_FALSE(answer.complete) << family;
    ASSERT_EQ(answer.problems.size(), 1u) << family;
    EXPECT_EQ(answer.problems[0].where, "name");
    EXPECT_NE(answer.problems[0].text.find("family name"), std::string::npos);
  }
}

TEST(IllegibleFacts, InOnePieceOneWordAloneMayBeTheGivenName) {
  EXPECT_FALSE(told({{"Leila ????????", ""}}).complete);
  const ScreeningResult two = told({{"Leila Rahimi ????", ""}});
  EXPECT_TRUE(two.complete);
  EXPECT_EQ(two.problems.size(), 1u);
}

TEST(IllegibleFacts, AnotherSpellingThatCanBeReadIsEnoughButTheLostOneIsTold) {
  const ScreeningResult answer = told({{"Leila Rahimi", ""}, {"???", ""}});
  EXPECT_TRUE(answer.complete);
  ASSERT_EQ(answer.problems.size(), 1u);
  EXPECT_NE(answer.problems[0].text.find("spelling without letters"), std::string::npos);
  EXPECT_TRUE(told({{"????", "Leila"}, {"RAHIMI", "LEILA"}}).complete);
  EXPECT_FALSE(told({{"????", "Leila"}, {"", "LEILA"}}).complete) << "neither has the family name";
}

// Mongolian and some other letters have no sound for the engine.
TEST(IllegibleFacts, LettersOfAScriptThatCannotBeHeardAreNotClearInSilence) {
  EXPECT_FALSE(told({{"ᠪᠠᠲᠤ", "Nadir"}}).complete) << "family name";
  EXPECT_FALSE(told({{"Nadir ᠪᠠᠲᠤ", ""}}).complete) << "one word alone may be the given name";
  for (const TravellerName& name : {TravellerName{"Zarbofanov", "ᠪᠠᠲᠤ"}, TravellerName{"Nadir Zarbofanov ᠪᠠᠲᠤ", ""}}) {
    const ScreeningResult answer = told({name});
    EXPECT_TRUE(answer.complete);
    ASSERT_EQ(answer.problems.size(), 1u);
    EXPECT_NE(answer.problems[0].text.find("nothing can be compared"), std::string::npos);
  }
  for (const TravellerName& name : {TravellerName{"김", "정은"}, TravellerName{"सिंह", "मनमोहन"}, TravellerName{"כהן", "יוסף"}}) EXPECT_TRUE(told({name}).problems.empty());
}

TEST(IllegibleFacts, GivenNamesAndSingleLettersThatWereLostAreToldAlone) {
  for (const TravellerName& name : {TravellerName{"Rahimi", "????"}, TravellerName{"Rah?mi", "Leila"}}) {
    const ScreeningResult answer = told({name});
    EXPECT_TRUE(answer.complete) << name.primary;
    EXPECT_EQ(answer.problems.size(), 1u) << name.primary;
  }
}

TEST(IllegibleFacts, WhoeverHasOneNameIsNotDrowned) {
  for (const TravellerName& name :
       {TravellerName{"Leila", ""}, TravellerName{"-", "Leila"}, TravellerName{"--", "LEILA"}, TravellerName{"", "Leila"}, TravellerName{"XXX", "Leila"},
        TravellerName{"Leila", "FNU"}, TravellerName{"LNU", "Leila"}, TravellerName{"UNKNOWN", "Leila"}, TravellerName{"LEILA<<<<", ""},
        TravellerName{"O'Rahimi-Zada", "Leila S."}, TravellerName{"Rahimi", "Leila 2"}, TravellerName{"رحیمی", "لیلا"}, TravellerName{"რახიმი", "ლეილა"}}) {
    const ScreeningResult answer = told({name});
    EXPECT_TRUE(answer.complete) << name.full();
    EXPECT_TRUE(answer.problems.empty()) << name.full();
  }
}

TEST(IllegibleFacts, ADocumentNumberWithoutLetterOrDigitIsIncomplete) {
  for (const char* number : {"---", "???", ".", "№"}) {
    const ScreeningResult answer = told({{"Rahimi", "Leila"}}, {"T90512806", number});
    EXPECT_FALSE(answer.complete) << number;
    ASSERT_EQ(answer.problems.size(), 1u) << number;
    EXPECT_EQ(answer.problems[0].where, "document");
  }
  EXPECT_TRUE(told({{"Rahimi", "Leila"}}, {"T-905 128/06", "", " "}).complete) << "readers tell an empty one";
}

/// What pandas and spreadsheets make of a number beside an empty cell: without its point it is another document.
TEST(IllegibleFacts, ADocumentNumberWrittenAsAQuantityIsIncomplete) {
  for (const char* number : {"90512806.0", " 90512806.0 ", "9.0512806E+07", "1.23457E+11", "1.2e+07"}) {
    const ScreeningResult answer = told({{"Rahimi", "Leila"}}, {number});
    EXPECT_FALSE(answer.complete) << number;
    ASSERT_EQ(answer.problems.size(), 1u) << number;
    EXPECT_NE(answer.problems[0].text.find("as a quantity"), std::string::npos) << number;
  }
  for (const char* number : {"90512806", "T90512806.0", "12.34.56", "905.128", "12.05", "9E07", "1.2E07", "1.2E+", ".0", "12.0A"}) {
    EXPECT_TRUE(told({{"Rahimi", "Leila"}}, {number}).complete) << number;
  }
}

/// PAXLST without UNA hands on what its sender, by ISO 9735, repeated with '*'.
TEST(IllegibleFacts, SeveralNumbersInOneAreIncompleteWhateverPartsThem) {
  for (const char* number : {"AB1234567*CD7654321", "AB1234567\\CD7654321", "AB1234567&CD7654321", "AB1234567-CD7654321", "AB1234567_CD7654321", "12345*67890", "AB12*4567"}) {
    const ScreeningResult answer = told({{"Rahimi", "Leila"}}, {number});
    EXPECT_FALSE(answer.complete) << number;
    ASSERT_EQ(answer.problems.size(), 1u) << number;
    EXPECT_NE(answer.problems[0].text.find("may be several"), std::string::npos) << number;
  }
  for (const char* number : {"AB-1234567", "45-05-123456", "AB1234567<", "0-16/53000", "AB1234567*"}) EXPECT_TRUE(told({{"Rahimi", "Leila"}}, {number}).complete) << number;
}

// Who searches joins letters that stand apart where a wider gap parts the words, and tells what it cannot join.
TEST(IllegibleFacts, ANameOfSingleLettersIsIncompleteUnlessTheyAreJoined) {
  EXPECT_TRUE(told({{"N A D E R   D A R Y A G O Z A R", ""}}, {}).problems.empty());
  EXPECT_FALSE(told({{"N D", ""}}, {}).complete);
}

TEST(IllegibleFacts, ADocumentThatIsAskedForAloneNeedsANumber) {
  const ScreeningResult answer = told({}, {""});
  ASSERT_EQ(answer.problems.size(), 1u);
  EXPECT_EQ(answer.problems[0].where, "document");
  EXPECT_FALSE(answer.complete);
  EXPECT_TRUE(told({}, {"", "T90512806"}).problems.empty());
  EXPECT_TRUE(told({}, {}).problems.empty());
}

TEST(IllegibleFacts, AsMuchAsReadersKeepIsIncomplete) {
  std::vector<TravellerName> names;
  std::vector<std::string> numbers;
  for (int i = 0; i < 255; ++i) {
    names.push_back({"Rahimi" + std::string(static_cast<std::size_t>(i), 'a'), "Leila"});
    numbers.push_back("T" + std::to_string(90512000 + i));
  }
  EXPECT_TRUE(told(names, numbers).complete);
  auto more_names = names;
  more_names.push_back({"Rahimova", "Leila"});
  EXPECT_FALSE(told(more_names, numbers).complete);
  numbers.push_back("T90512999");
  EXPECT_FALSE(told(names, numbers).complete);
}

TEST(IllegibleFacts, TheScreenerDecidesByThem) {
  const Screener screener = open_small_lists();
  Traveller traveller;
  traveller.names = {{"????????", "Elzara"}};
  EXPECT_EQ(screener.screen(traveller).decision, Decision::incomplete);
  EXPECT_EQ(screener.screen(with_document(named("Elzara Kumushoy"), "---")).decision, Decision::incomplete);
  EXPECT_EQ(screener.screen(named("Elzara Kumushoy")).decision, Decision::clear);
}

TEST(IllegibleFacts, ANumberThatMayBeSeveralIsIncompleteUntilEachIsLookedUp) {
  for (const char* number : {"AA1;T90512806", "T90512806, AA1", "T90512806/AA1", "passport T90512806", "1.23457E+11", "T90512806 (old)"}) {
    const ScreeningResult answer = told({{"Rahimi", "Leila"}}, {number});
    EXPECT_FALSE(answer.complete) << number;
    ASSERT_EQ(answer.problems.size(), 1u) << number;
    EXPECT_EQ(answer.problems[0].where, "document");
  }
  EXPECT_TRUE(told({{"Rahimi", "Leila"}}, {"T90512806/AA1", "T90512806", "AA1"}).complete);
  for (const char* number : {"T90512806", "AA 1234567", "45 05/123456", "B/002000", "N/A", ""}) EXPECT_TRUE(told({{"Rahimi", "Leila"}}, {number}).complete) << number;
}

TEST(IllegibleFacts, WhatWasNoTextIsIncompleteBesideAnythingElse) {
  EXPECT_FALSE(told({{"Rahimi", "Leila"}, {"\xEF\xBF\xBC", ""}}).complete);
  EXPECT_FALSE(told({{"Rahimi", "Leila"}}, {"AA1234567", "\xEF\xBF\xBC"}).complete);
}

}  // namespace
}  // namespace darvaza::screening
