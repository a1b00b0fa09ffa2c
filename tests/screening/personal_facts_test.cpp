#include "screening/personal_facts.h"

#include <gtest/gtest.h>

#include "screening/screening_test_support.h"

namespace darvaza::screening {
namespace {

// Made-up numbers by the rules of documents/personal_number.h: a man born on 1985-03-17.
constexpr const char* kIin = "850317304210";
constexpr const char* kPinfl = "31703850421004";
constexpr const char* kCnicOfMan = "35202-1234567-1";

Traveller with_number(Traveller traveller, const char* number, const char* state) {
  traveller.documents.push_back({number, "personal number", StateCode(state), {}});
  return traveller;
}

struct Completed {
  Traveller traveller;
  std::vector<Problem> problems;
};

Completed completed(const Traveller& traveller) {
  std::optional<Traveller> storage;
  Completed result;
  result.traveller = with_personal_numbers(traveller, storage, result.problems);
  return result;
}

TEST(PersonalFacts, GiveWhatTheTravellerDoesNotState) {
  const Completed result = completed(with_number(named("Nodir Zarbofanov"), kIin, "KAZ"));
  EXPECT_EQ(result.traveller.birth_date, (PartialDate{1985, 3, 17}));
  EXPECT_EQ(result.traveller.sex, Sex::male);
  EXPECT_TRUE(result.problems.empty());
}

TEST(PersonalFacts, CompleteADateThatIsStatedInPart) {
  for (const PartialDate stated : {PartialDate{1985, 0, 0}, PartialDate{1985, 3, 0}, PartialDate{1985, 1, 1}}) {
    Traveller traveller = with_number(named("Nodir Zarbofanov"), kPinfl, "UZB");
    traveller.birth_date = stated;
    const Completed result = completed(traveller);
    EXPECT_EQ(result.traveller.birth_date, (PartialDate{1985, 3, 17}));
    EXPECT_TRUE(result.problems.empty());
  }
}

TEST(PersonalFacts, WhatIsStatedStandsAndADifferenceIsAProblem) {
  Traveller traveller = with_number(named("Nodir Zarbofanov"), kIin, "KAZ");
  traveller.birth_date = {1985, 3, 18};
  traveller.sex = Sex::female;
  const Completed result = completed(traveller);
  EXPECT_EQ(result.traveller.birth_date, (PartialDate{1985, 3, 18}));
  EXPECT_EQ(result.traveller.sex, Sex::female);
  ASSERT_EQ(result.problems.size(), 2U);
  EXPECT_EQ(result.problems[0].where, "personal number");
}

TEST(PersonalFacts, ADateThatTheNumberConfirmsIsNotDoubtful) {
  Traveller traveller = with_number(named("Nodir Zarbofanov"), kIin, "KAZ");
  traveller.birth_date = {1985, 3, 17};
  traveller.birth_date_doubtful = true;
  EXPECT_FALSE(completed(traveller).traveller.birth_date_doubtful);
}

TEST(PersonalFacts, ADateOfAnotherCalendarIsNotCompared) {
  Traveller traveller = with_number(named("Nodir Zarbofanov"), kIin, "KAZ");
  traveller.birth_date = {1363, 12, 26};
  EXPECT_TRUE(completed(traveller).problems.empty());
}

TEST(PersonalFacts, TheOnlyNationalityStandsInForAnUnknownIssuer) {
  Traveller traveller = with_number(named("Nodir Zarbofanov"), kCnicOfMan, "");
  EXPECT_EQ(completed(traveller).traveller.sex, Sex::unknown);
  traveller.nationalities = {StateCode("PAK")};
  EXPECT_EQ(completed(traveller).traveller.sex, Sex::male);
  traveller.nationalities.emplace_back("AFG");
  EXPECT_EQ(completed(traveller).traveller.sex, Sex::unknown);
}

TEST(PersonalFacts, OtherDocumentsSayNothing) {
  const Traveller traveller = with_number(named("Nodir Zarbofanov"), "N01234567", "KAZ");
  std::optional<Traveller> storage;
  std::vector<Problem> problems;
  EXPECT_EQ(&with_personal_numbers(traveller, storage, problems), &traveller);
}

TEST(PersonalFacts, ListedNumbersGiveWhatTheListDoesNotState) {
  WatchlistEntry entry;
  entry.documents.push_back({kIin, "National ID", StateCode("KAZ")});
  add_personal_numbers(entry);
  ASSERT_EQ(entry.birth_dates.size(), 1U);
  EXPECT_EQ(entry.birth_dates[0], BirthDate::on({1985, 3, 17}));
  EXPECT_EQ(entry.sex, Sex::male);
}

TEST(PersonalFacts, ListedNumbersDoNotContradictTheList) {
  WatchlistEntry entry;
  entry.documents.push_back({kIin, "National ID", StateCode("KAZ")});
  entry.birth_dates.push_back(BirthDate::on({1984, 0, 0}));
  entry.sex = Sex::female;
  add_personal_numbers(entry);
  EXPECT_EQ(entry.birth_dates.size(), 1U);
  EXPECT_EQ(entry.sex, Sex::female);
  entry.birth_dates[0] = BirthDate::on({1985, 0, 0});
  add_personal_numbers(entry);
  ASSERT_EQ(entry.birth_dates.size(), 2U);
  EXPECT_EQ(entry.birth_dates[1], BirthDate::on({1985, 3, 17}));
}

// From list and traveller to the answer: neither states a date, both have a number that holds one.
TEST(PersonalFacts, AreEvidenceOnBothSides) {
  const Screener screener = open_lists({{"zala.csv",
                                         "id,name,document_number,document_type,issuing_state\n"
                                         "z-1,Nodir Zarbofanov,31703850421004,National ID,UZB\n"}});
  const ScreeningResult answer = screener.screen(with_number(named("Nodir Zarbofanov"), kIin, "KAZ"), all_candidates());
  ASSERT_EQ(answer.candidates.size(), 1U);
  const Evidence* birth = find_evidence(answer.candidates[0], EvidenceKind::birth_date);
  ASSERT_NE(birth, nullptr);
  EXPECT_EQ(birth->weight_mn, 6000);  // the same day, docs/score.md
  EXPECT_NE(birth->text.find("the traveller's is that of a personal number"), std::string::npos);
  EXPECT_NE(find_evidence(answer.candidates[0], EvidenceKind::sex), nullptr);
}

TEST(PersonalFacts, AListedPersonalNumberIsFoundByItself) {
  const Screener screener = open_lists({{"zala.csv",
                                         "id,name,document_number,document_type,issuing_state\n"
                                         "z-1,Nodir Zarbofanov,31703850421004,National ID,UZB\n"}});
  const ScreeningResult answer = screener.screen(with_number(named("Temirlan Sutkeldi"), kPinfl, "UZB"));
  ASSERT_EQ(answer.candidates.size(), 1U);
  EXPECT_NE(find_evidence(answer.candidates[0], EvidenceKind::document), nullptr);
}

}  // namespace
}  // namespace darvaza::screening
