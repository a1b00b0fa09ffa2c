#include "manifests/pnrgov_reader.h"

#include <gtest/gtest.h>

#include "manifests/read_text.h"

namespace darvaza::manifests {
namespace {

const std::string kDocs = "SSR+DOCS:HK:1:DZ:::::";

/// "SURNAME/GIVEN | …": all spellings of one traveller.
std::string names_of(const Traveller& traveller) {
  std::string text;
  for (const TravellerName& name : traveller.names) {
    text += (text.empty() ? "" : " | ") + name.primary + '/' + name.secondary;
  }
  return text;
}

TEST(Pnrgov, EveryPassengerOfEveryBookingIsDelivered) {
  const auto read =
      read_text(pnrgov("SRC'RCI+DZ:GATE01'TIF+TESTOVA+MARINA:A:1'TIF+TESTOV+IVAN:A:2'"
                       "SRC'RCI+DZ:GATE02'TIF+SAMPLE+ORAZ:A:1'"));
  ASSERT_EQ(read.travellers.size(), 3u);
  EXPECT_TRUE(read.complete());
  EXPECT_EQ(read.summary->format, ManifestFormat::pnrgov);
  EXPECT_EQ(names_of(read.travellers[0]), "TESTOVA/MARINA");
  EXPECT_EQ(read.travellers[1].locator, "GATE01");
  EXPECT_EQ(read.travellers[2].locator, "GATE02");
  EXPECT_EQ(read.travellers[2].id, "3");
}

TEST(Pnrgov, APassengerWithDocumentIsOneTraveller) {
  const auto read =
      read_text(pnrgov("SRC'TIF+TESTOVA+MARINA:A:1'REF+:UNIQUE7'" + kDocs +
                       "/P/KAZ/N1234567/UZB/17MAY80/F/31JAN30/TESTOVA/MARINA/IVANOVNA'"));
  ASSERT_EQ(read.travellers.size(), 1u);
  const Traveller& traveller = read.travellers[0];
  EXPECT_EQ(names_of(traveller), "TESTOVA/MARINA | TESTOVA/MARINA IVANOVNA");
  EXPECT_EQ(traveller.birth_date, (PartialDate{1980, 5, 17}));
  EXPECT_EQ(traveller.sex, Sex::female);
  EXPECT_EQ(traveller.nationalities.at(0).text(), "UZB");
  ASSERT_EQ(traveller.documents.size(), 1u);
  EXPECT_EQ(traveller.documents[0].number, "N1234567");
  EXPECT_EQ(traveller.documents[0].issuing_state.text(), "KAZ");
  EXPECT_EQ(traveller.documents[0].expires, (PartialDate{2030, 1, 31}));
  EXPECT_EQ(traveller.reference, "UNIQUE7");
  EXPECT_TRUE(traveller.problems.empty());
}

TEST(Pnrgov, TitlesStayAndAreAlsoLeftOut) {
  const auto read = read_text(pnrgov("SRC'TIF+TESTOVA+MARINAMRS:A:1'TIF+ALI+NASIR:A:2'"));
  ASSERT_EQ(read.travellers.size(), 2u);
  EXPECT_EQ(names_of(read.travellers[0]), "TESTOVA/MARINAMRS | TESTOVA/MARINA");
  EXPECT_EQ(names_of(read.travellers[1]), "ALI/NASIR | ALI/NA");
}

TEST(Pnrgov, SeveralDocumentsAreOfOneTraveller) {
  const auto read = read_text(pnrgov(
      "SRC'TIF+TESTOV+IVANMR:A:1'" + kDocs + "/P/KAZ/N1/KAZ/17MAY80/M/31JAN30/TESTOV/IVAN'" +
      kDocs +
      "/P/RUS/N2/RUS/17MAY80/M/31JAN30/TESTOV/IVAN'SSR+DOCO:HK:1:DZ:::::ALMATY KAZ/V/V77/PARIS/"
      "22DEC16/FRA'SSR+DOCA:HK:1:DZ:::::D/FRA/1 RUE X/PARIS//75001'"));
  ASSERT_EQ(read.travellers.size(), 1u);
  const Traveller& traveller = read.travellers[0];
  ASSERT_EQ(traveller.documents.size(), 3u);
  EXPECT_EQ(traveller.documents[1].issuing_state.text(), "RUS");
  EXPECT_EQ(traveller.documents[2].number, "V77");
  EXPECT_EQ(traveller.documents[2].type, "V");
  EXPECT_EQ(traveller.documents[2].issued_at, "PARIS");
  EXPECT_EQ(traveller.documents[2].issuing_state.text(), "FRA");
  EXPECT_EQ(traveller.documents[2].issued, (PartialDate{2016, 12, 22}));
  EXPECT_EQ(traveller.birth_place, "ALMATY KAZ");
  ASSERT_EQ(traveller.addresses.size(), 1u);
  EXPECT_EQ(traveller.addresses[0].type, "D");
  EXPECT_EQ(traveller.addresses[0].text, "1 RUE X, PARIS, 75001");
}

TEST(Pnrgov, ARequestWithAReferenceIsAboutThatTraveller) {
  const auto read =
      read_text(pnrgov("SRC'" + kDocs +
                       "/P/KAZ/N2/KAZ/01JAN90/M/31JAN30/OTHER/NAME+::2'TIF+TESTOVA+MARINA:A:1'"
                       "TIF+TESTOV+IVAN:A:002'"));
  ASSERT_EQ(read.travellers.size(), 2u);
  EXPECT_TRUE(read.travellers[0].documents.empty());
  EXPECT_EQ(read.travellers[1].documents.at(0).number, "N2");
}

TEST(Pnrgov, InfantsInEveryFormAreTravellers) {
  const std::string adult = "SRC'TIF+TESTOVA+MARINAMRS:A:1.1:1'";
  const auto typed = read_text(pnrgov(adult + "TIF+TESTOVA+ANNA:IN:2.1'"));
  ASSERT_EQ(typed.travellers.size(), 2u);
  const auto requested =
      read_text(pnrgov(adult + "SSR+INFT:NN:1:DZ:::::TESTOVA/ANNA/10AUG24+::1.1'"));
  ASSERT_EQ(requested.travellers.size(), 2u);
  EXPECT_EQ(names_of(requested.travellers[1]), "TESTOVA/ANNA");
  EXPECT_EQ(requested.travellers[1].birth_date, (PartialDate{2024, 8, 10}));
  const auto by_sex =
      read_text(pnrgov(adult + kDocs + "/P/KAZ/N9/KAZ/10AUG24/FI/31JAN30/TESTOVA/ANNA+::1.1'"));
  ASSERT_EQ(by_sex.travellers.size(), 2u);
  EXPECT_EQ(by_sex.travellers[1].sex, Sex::female);
  EXPECT_TRUE(by_sex.travellers[0].documents.empty());
  const auto in_name = read_text(pnrgov("SRC'TIF+TESTOVA+MARINAMRS(INFDOE/ANNA):A:1'"));
  ASSERT_EQ(in_name.travellers.size(), 2u);
  EXPECT_EQ(names_of(in_name.travellers[0]), "TESTOVA/MARINAMRS | TESTOVA/MARINA");
  EXPECT_EQ(names_of(in_name.travellers[1]), "DOE/ANNA");
  EXPECT_EQ(read_text(pnrgov("SRC'TIF+TESTOVA+ANNA/INFT'")).travellers.size(), 1u);
}

TEST(Pnrgov, AnInfantInEveryFormAtOnceIsOneTraveller) {
  const auto read = read_text(pnrgov(
      "SRC'TIF+TESTOVA+MARINAMRS:A:1.1:1'SSR+INFT:NN:1:DZ:::::TESTOVA/ANNA/10AUG24+::1.1'" + kDocs +
      "/P/KAZ/N9/KAZ/10AUG24/FI/31JAN30/TES TOVA/ANNA+::1.1'TIF+TESTOVA+ANNA:IN:2.1'"));
  ASSERT_EQ(read.travellers.size(), 2u);
  EXPECT_TRUE(read.travellers[0].documents.empty());
  EXPECT_EQ(read.travellers[1].documents.size(), 1u);
  EXPECT_TRUE(read.travellers[1].problems.empty());
}

TEST(Pnrgov, CheckedInPassengersAreNotCountedTwice) {
  const auto read = read_text(pnrgov(
      "SRC'RCI+DZ:GATE01'TIF+TESTOVA+MARINAMRS:A:1'TIF+TESTOV+IVANMR:A:2'"
      "TVL+150126:1540:150126:1740+UTA+UTB+DZ+101:Y'SSR+SEAT:HK:2:DZ:::UTA:UTB+11A::1+11B::2'"
      "RCI+DZ:GATE01'TRI++5:::1'TIF+TESTOVA+MARINAMRS:A:1'SSD+12C++++Y'"));
  ASSERT_EQ(read.travellers.size(), 2u);
  ASSERT_EQ(read.travellers[0].legs.size(), 1u);
  EXPECT_EQ(read.travellers[0].legs[0].seat, "12C");
  EXPECT_EQ(read.travellers[1].legs[0].seat, "11B");
}

TEST(Pnrgov, WhoCheckedInWithoutABookingIsATraveller) {
  const auto read = read_text(pnrgov(
      "SRC'TIF+TESTOVA+MARINA:A:1'TVL+150126:1540+UTA+UTB+DZ+101'TRI++5'TIF+SAMPLE+ORAZ:A:7'"));
  ASSERT_EQ(read.travellers.size(), 2u);
  EXPECT_TRUE(has_problem(read.travellers[1], "not among the booking's passengers"));
}

TEST(Pnrgov, ADocumentOfNobodyBecomesATraveller) {
  const auto read =
      read_text(pnrgov("SRC'" + kDocs +
                       "/P/KAZ/N5/KAZ/01JAN90/M/31JAN30/SAMPLE/ORAZ'TIF+TESTOVA+MARINA:A:1'"
                       "TIF+TESTOV+IVAN:A:2'"));
  ASSERT_EQ(read.travellers.size(), 3u);
  EXPECT_EQ(names_of(read.travellers[2]), "SAMPLE/ORAZ");
  EXPECT_TRUE(has_problem(read.travellers[2], "none of the booking's passengers"));
}

TEST(Pnrgov, OtherFactsBesideAPassengerAreAnotherPerson) {
  const auto read = read_text(pnrgov("SRC'TIF+TESTOVA+MARINA:A:1'" + kDocs +
                                     "/P/KAZ/N1/KAZ/17MAY80/F/31JAN30/TESTOVA/MARINA'" + kDocs +
                                     "/P/KAZ/N2/KAZ/03MAR12/M/31JAN30/TESTOV/ORAZ'"));
  ASSERT_EQ(read.travellers.size(), 2u);
  EXPECT_EQ(read.travellers[0].documents.size(), 1u);
  EXPECT_EQ(read.travellers[1].documents.at(0).number, "N2");
}

TEST(Pnrgov, AnotherNameInThePassportIsASpelling) {
  const auto read = read_text(pnrgov("SRC'TIF+MARRIED+MARINA:A:1'" + kDocs +
                                     "/P/KAZ/N1/KAZ/17MAY80/F/31JAN30/MAIDEN/MARINA'"));
  ASSERT_EQ(read.travellers.size(), 1u);
  EXPECT_EQ(names_of(read.travellers[0]), "MARRIED/MARINA | MAIDEN/MARINA");
}

TEST(Pnrgov, TheJourneyIsKeptAndTheFlightOfTheMessageMarked) {
  const auto read = read_text(pnrgov(
      "SRC'TIF+TESTOVA+MARINA:A:1'TVL+140126:2200:150126:0900+UTC+UTA+XX:YY+55:Y'TVL+++++808:Y'"
      "TVL+150126:1540:150126:1740+UTA+UTB+DZ+101:Y'"));
  ASSERT_EQ(read.travellers.size(), 1u);
  const auto& legs = read.travellers[0].legs;
  ASSERT_EQ(legs.size(), 2u);
  EXPECT_EQ(legs[0].flight, "XX0055");
  EXPECT_EQ(legs[0].operated_by, "YY0808");
  EXPECT_EQ(legs[0].departs, "2026-01-14T22:00");
  EXPECT_EQ(legs[0].arrives, "2026-01-15T09:00");
  EXPECT_FALSE(legs[0].reported);
  EXPECT_EQ(legs[1].flight, "DZ0101");
  EXPECT_TRUE(legs[1].reported);
}

TEST(Pnrgov, WithoutFlightsOfItsOwnABookingIsOnThatOfTheMessage) {
  const auto read = read_text(pnrgov("SRC'TIF+TESTOVA+MARINA:A:1'"));
  ASSERT_EQ(read.travellers.at(0).legs.size(), 1u);
  EXPECT_EQ(read.travellers[0].legs[0].flight, "DZ0101");
  EXPECT_TRUE(read.travellers[0].legs[0].reported);
}

TEST(Pnrgov, ASplitBookingKeepsItsOwnLocator) {
  const auto read = read_text(
      pnrgov("SRC'RCI+DZ:GATE01+XX:OTHER1'TIF+TESTOVA+MARINA:A:1'TVL+150126:1540+UTA+UTB+DZ+101'"
             "EQN+1'RCI+DZ:SPLIT1'"));
  EXPECT_EQ(read.travellers.at(0).locator, "GATE01");
  ASSERT_EQ(read.travellers[0].related_locators.size(), 1u);
  EXPECT_EQ(read.travellers[0].related_locators[0], "SPLIT1");
}

TEST(Pnrgov, HotelsAreNoFlights) {
  const auto read =
      read_text(pnrgov("SRC'TIF+TESTOVA+MARINA:A:1'TVL+150126:1540+UTA+UTB+DZ+101'MSG+8'"
                       "TVL+150126:1500:160126+UTB:GATE INN++VN+67576:ROH'"));
  EXPECT_EQ(read.travellers.at(0).legs.size(), 1u);
}

TEST(Pnrgov, TheHistoryNamesNoTravellersButIsNotPassedOverInSilence) {
  const auto read =
      read_text(pnrgov("SRC'TIF+TESTOVA+MARINA:A:1'ABI+1+:X'SAC+++X'TIF+TESTOVA+MARYNA:A:1'SAC+++X'"
                       "TIF+SAMPLE+ORAZ:A:2'"));
  ASSERT_EQ(read.travellers.size(), 1u);
  EXPECT_EQ(names_of(read.travellers[0]), "TESTOVA/MARINA | TESTOVA/MARYNA");
  EXPECT_TRUE(read.complete());
  EXPECT_TRUE(read.says("1 names in the history"));
}

TEST(Pnrgov, ALostSrcBehindAHistoryHidesNobody) {
  const auto read = read_text(pnrgov(
      "SRC'RCI+DZ:GATE01'TIF+TESTOVA+MARINA:A:1'ABI+1+:X'RCI+DZ:GATE02'TIF+SAMPLE+ORAZ:A:1'"));
  ASSERT_EQ(read.travellers.size(), 2u);
  EXPECT_EQ(read.travellers[1].locator, "GATE02");
}

TEST(Pnrgov, AGroupWithoutNamesIsIncomplete) {
  const auto read = read_text(pnrgov("SRC'RCI+DZ:GATE01'TIF+SEETHE WORLD:G'"));
  EXPECT_TRUE(read.travellers.empty());
  EXPECT_FALSE(read.complete());
}

TEST(Pnrgov, ALostTerminatorBeforeAPassengerIsIncomplete) {
  const auto read = read_text(pnrgov("SRC'TIF+TESTOVA+MARINA:A:1'FAR+NTIF+SAMPLE+ORAZ'"));
  EXPECT_EQ(read.travellers.size(), 1u);
  EXPECT_FALSE(read.complete());
}

TEST(Pnrgov, ThousandsInOneBookingAreAllDelivered) {
  std::string booking = "SRC'RCI+DZ:GATE01'";
  for (int i = 0; i < 3000; ++i) booking += "TIF+TESTOVA+MARINA:A:" + std::to_string(i) + "'";
  const auto read = read_text(pnrgov(booking));
  EXPECT_EQ(read.travellers.size(), 3000u);
  EXPECT_TRUE(read.complete());
  EXPECT_TRUE(read.says("more than 1024 travellers"));
}

}  // namespace
}  // namespace darvaza::manifests
