#include "manifests/pnr_booking.h"

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

TEST(PnrBooking, APassengerWithDocumentIsOneTraveller) {
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

TEST(PnrBooking, TitlesStayAndAreAlsoLeftOut) {
  const auto read = read_text(pnrgov("SRC'TIF+TESTOVA+MARINAMRS:A:1'TIF+ALI+NASIR:A:2'"));
  ASSERT_EQ(read.travellers.size(), 2u);
  EXPECT_EQ(names_of(read.travellers[0]), "TESTOVA/MARINAMRS | TESTOVA/MARINA");
  EXPECT_EQ(names_of(read.travellers[1]), "ALI/NASIR | ALI/NA");
}

TEST(PnrBooking, ATitleOnTheOnlyNameIsAlsoLeftOut) {
  const auto read = read_text(pnrgov("SRC'TIF+RAHMATULLAHMR'TIF+TESTOVMR+IVAN:A:2'TIF+WILLIAMS+IVANMR:A:3'"));
  ASSERT_EQ(read.travellers.size(), 3u);
  EXPECT_EQ(names_of(read.travellers[0]), "RAHMATULLAHMR/ | RAHMATULLAH/");
  EXPECT_EQ(names_of(read.travellers[1]), "TESTOVMR/IVAN | TESTOV/IVAN");
  EXPECT_EQ(names_of(read.travellers[2]), "WILLIAMS/IVANMR | WILLIAMS/IVAN");
}

TEST(PnrBooking, SeveralDocumentsAreOfOneTraveller) {
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

TEST(PnrBooking, ARequestWithAReferenceIsAboutThatTraveller) {
  const auto read =
      read_text(pnrgov("SRC'" + kDocs +
                       "/P/KAZ/N2/KAZ/01JAN90/M/31JAN30/OTHER/NAME+::2'TIF+TESTOVA+MARINA:A:1'"
                       "TIF+TESTOV+IVAN:A:002'"));
  ASSERT_EQ(read.travellers.size(), 2u);
  EXPECT_TRUE(read.travellers[0].documents.empty());
  EXPECT_EQ(read.travellers[1].documents.at(0).number, "N2");
}

TEST(PnrBooking, InfantsInEveryFormAreTravellers) {
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

TEST(PnrBooking, AnInfantMarkedInFullIsNamedWithoutTheRestOfTheMark) {
  const auto infant = [](const std::string& given) {
    const auto read = read_text(pnrgov("SRC'TIF+TESTOVA+" + given + ":A:1'"));
    return read.travellers.size() == 2 ? names_of(read.travellers[1]) : std::to_string(read.travellers.size()) + " travellers";
  };
  EXPECT_EQ(infant("MARINA(INFANT DOE/ANNA)"), "DOE/ANNA");
  EXPECT_EQ(infant("MARINA(INFT DOE/ANNA)"), "DOE/ANNA");
  EXPECT_EQ(infant("MARINA(INFANT/ANNA)"), "TESTOVA/ANNA");
  EXPECT_EQ(infant("MARINA INFANT/ANNA"), "TESTOVA/ANNA");
  EXPECT_EQ(infant("MARINA/INFANT ANNA"), "TESTOVA/ANNA");
  EXPECT_EQ(infant("MARINA(INFANT)"), "1 travellers");
  EXPECT_EQ(infant("MARINA/INFANT"), "1 travellers");
}

TEST(PnrBooking, ALetterThatMayBeOfTheInfantsMarkOrNameIsReadAsBoth) {
  const auto infant = [](const std::string& given) {
    const auto read = read_text(pnrgov("SRC'TIF+TESTOVA+" + given + ":A:1'"));
    return read.travellers.size() == 2 ? names_of(read.travellers[1]) : std::string();
  };
  EXPECT_EQ(infant("MARINA(INFTURSUNOV/ALI)"), "URSUNOV/ALI | TURSUNOV/ALI");
  EXPECT_EQ(infant("MARINA(INFTDOE/ANNA)"), "DOE/ANNA | TDOE/ANNA");
  EXPECT_EQ(infant("MARINA/INFTIMUR"), "TESTOVA/IMUR | TESTOVA/TIMUR");
  EXPECT_EQ(infant("MARINA(INFANTONOVA/ANNA)"), "ANTONOVA/ANNA | ONOVA/ANNA");
}

TEST(PnrBooking, BracketsBehindAGivenNameAreNoPartOfIt) {
  const auto child = read_text(pnrgov("SRC'TIF+TESTOVA+MARINA(CHD/12MAR15):C:1'"));
  ASSERT_EQ(child.travellers.size(), 1u);
  EXPECT_EQ(names_of(child.travellers[0]), "TESTOVA/MARINA(CHD/12MAR15) | TESTOVA/MARINA");
  EXPECT_EQ(child.travellers[0].birth_date, (PartialDate{2015, 3, 12}));
  const auto adult = read_text(pnrgov("SRC'TIF+TESTOVA+MARINAMRS(ADT)(IDAB123):A:1'"));
  EXPECT_NE(names_of(adult.travellers.at(0)).find("| TESTOVA/MARINA"), std::string::npos) << names_of(adult.travellers.at(0));
  EXPECT_FALSE(adult.travellers.at(0).birth_date.known());
  for (const auto* given : {"MARINA(INFDOE/ANNA/12MAR24)", "MARINA(INFDOE/ANNA 12MAR24)"}) {
    const auto infant = read_text(pnrgov("SRC'TIF+TESTOVA+" + std::string(given) + ":A:1'"));
    ASSERT_EQ(infant.travellers.size(), 2u) << given;
    EXPECT_EQ(names_of(infant.travellers[1]), "DOE/ANNA") << given;
    EXPECT_EQ(infant.travellers[1].birth_date, (PartialDate{2024, 3, 12})) << given;
  }
}

TEST(PnrBooking, AnInfantInEveryFormAtOnceIsOneTraveller) {
  const auto read = read_text(pnrgov(
      "SRC'TIF+TESTOVA+MARINAMRS:A:1.1:1'SSR+INFT:NN:1:DZ:::::TESTOVA/ANNA/10AUG24+::1.1'" + kDocs +
      "/P/KAZ/N9/KAZ/10AUG24/FI/31JAN30/TES TOVA/ANNA+::1.1'TIF+TESTOVA+ANNA:IN:2.1'"));
  ASSERT_EQ(read.travellers.size(), 2u);
  EXPECT_TRUE(read.travellers[0].documents.empty());
  EXPECT_EQ(read.travellers[1].documents.size(), 1u);
  EXPECT_TRUE(read.travellers[1].problems.empty());
}

TEST(PnrBooking, CheckedInPassengersAreNotCountedTwice) {
  const auto read = read_text(pnrgov(
      "SRC'RCI+DZ:GATE01'TIF+TESTOVA+MARINAMRS:A:1'TIF+TESTOV+IVANMR:A:2'"
      "TVL+150126:1540:150126:1740+UTA+UTB+DZ+101:Y'SSR+SEAT:HK:2:DZ:::UTA:UTB+11A::1+11B::2'"
      "RCI+DZ:GATE01'TRI++5:::1'TIF+TESTOVA+MARINAMRS:A:1'SSD+12C++++Y'"));
  ASSERT_EQ(read.travellers.size(), 2u);
  ASSERT_EQ(read.travellers[0].legs.size(), 1u);
  EXPECT_EQ(read.travellers[0].legs[0].seat, "12C");
  EXPECT_EQ(read.travellers[1].legs[0].seat, "11B");
}

TEST(PnrBooking, WhoCheckedInWithoutABookingIsATraveller) {
  const auto read = read_text(pnrgov(
      "SRC'TIF+TESTOVA+MARINA:A:1'TVL+150126:1540+UTA+UTB+DZ+101'TRI++5'TIF+SAMPLE+ORAZ:A:7'"));
  ASSERT_EQ(read.travellers.size(), 2u);
  EXPECT_TRUE(has_problem(read.travellers[1], "not among the booking's passengers"));
}

TEST(PnrBooking, ADocumentOfNobodyBecomesATraveller) {
  const auto read =
      read_text(pnrgov("SRC'" + kDocs +
                       "/P/KAZ/N5/KAZ/01JAN90/M/31JAN30/SAMPLE/ORAZ'TIF+TESTOVA+MARINA:A:1'"
                       "TIF+TESTOV+IVAN:A:2'"));
  ASSERT_EQ(read.travellers.size(), 3u);
  EXPECT_EQ(names_of(read.travellers[2]), "SAMPLE/ORAZ");
  EXPECT_TRUE(has_problem(read.travellers[2], "none of the booking's passengers"));
}

TEST(PnrBooking, OtherFactsBesideAPassengerAreAnotherPerson) {
  const auto read = read_text(pnrgov("SRC'TIF+TESTOVA+MARINA:A:1'" + kDocs +
                                     "/P/KAZ/N1/KAZ/17MAY80/F/31JAN30/TESTOVA/MARINA'" + kDocs +
                                     "/P/KAZ/N2/KAZ/03MAR12/M/31JAN30/TESTOV/ORAZ'"));
  ASSERT_EQ(read.travellers.size(), 2u);
  EXPECT_EQ(read.travellers[0].documents.size(), 1u);
  EXPECT_EQ(read.travellers[1].documents.at(0).number, "N2");
}

TEST(PnrBooking, AnotherNameInThePassportIsASpelling) {
  const auto read = read_text(pnrgov("SRC'TIF+MARRIED+MARINA:A:1'" + kDocs +
                                     "/P/KAZ/N1/KAZ/17MAY80/F/31JAN30/MAIDEN/MARINA'"));
  ASSERT_EQ(read.travellers.size(), 1u);
  EXPECT_EQ(names_of(read.travellers[0]), "MARRIED/MARINA | MAIDEN/MARINA");
}

TEST(PnrBooking, ThousandsInOneBookingAreAllDelivered) {
  std::string booking = "SRC'RCI+DZ:GATE01'";
  for (int i = 0; i < 3000; ++i) booking += "TIF+TESTOVA+MARINA:A:" + std::to_string(i) + "'";
  const auto read = read_text(pnrgov(booking));
  EXPECT_EQ(read.travellers.size(), 3000u);
  EXPECT_TRUE(read.complete());
  EXPECT_TRUE(read.says("more than 1024 travellers"));
}

TEST(PnrBooking, AGroupWithoutNamesIsIncomplete) {
  const auto read = read_text(pnrgov("SRC'RCI+DZ:GATE01'TIF+SEETHE WORLD:G'"));
  EXPECT_TRUE(read.travellers.empty());
  EXPECT_FALSE(read.complete());
}

TEST(PnrBooking, SeatsWithoutANameMakeTheManifestIncomplete) {
  const std::string flight = "TVL+150126:1540:150126:1740+UTA+UTB+DZ+101:Y'";
  const std::string two = "SRC'TIF+TESTOVA+MARINA:A:1'TIF+TESTOV+IVAN:A:2'";
  const auto short_of_names = read_text(pnrgov(two + flight + "RPI+4+HK'"));
  EXPECT_EQ(short_of_names.travellers.size(), 2u);
  EXPECT_FALSE(short_of_names.complete());
  EXPECT_TRUE(short_of_names.says("the booking has 4 seats and names 2 travellers"));
  const auto group = read_text(pnrgov("SRC'TIF+SEETHE WORLD:G'TIF+TESTOVA+MARINA:A:1'" + flight + "RPI+20+HK'"));
  EXPECT_EQ(group.travellers.size(), 1u);
  EXPECT_FALSE(group.complete());

  EXPECT_TRUE(read_text(pnrgov(two + flight + "RPI+2+HK'")).complete());
  // Nobody travels on seats that were cancelled; infants sit on laps.
  EXPECT_TRUE(read_text(pnrgov(two + flight + "RPI+4+XX'")).complete());
  EXPECT_TRUE(read_text(pnrgov("SRC'TIF+TESTOVA+MARINA:A:1'TIF+TESTOVA+ANNA:IN:2'" + flight + "RPI+1+HK'")).complete());
  EXPECT_FALSE(read_text(pnrgov("SRC'TIF+TESTOVA+MARINA:A:1'TIF+TESTOVA+ANNA:IN:2'" + flight + "RPI+2+HK'")).complete());
}

TEST(PnrBooking, AnOddNumberOfSeatsIsNone) {
  for (const char* seats : {"RPI++HK'", "RPI+X+HK'", "RPI+99999999999999999999+HK'", "RPI'"}) {
    EXPECT_TRUE(read_text(pnrgov("SRC'TIF+TESTOVA+MARINA:A:1'TVL+150126:1540+UTA+UTB+DZ+101'" + std::string(seats))).complete()) << seats;
  }
}

/// Father and son: requests of the booking as a whole say by birth date and sex whose they are.
TEST(PnrBooking, DocumentsOfNamesakesAreNotThoseOfOne) {
  const auto read = read_text(pnrgov("SRC'" + kDocs + "/P/AFG/N1/AFG/17MAY50/M/31JAN30/TESTOV/IVAN'" + kDocs +
                                     "/P/AFG/N2/AFG/03MAR84/M/31JAN30/TESTOV/IVAN'TIF+TESTOV+IVANMR:A:1'TIF+TESTOV+IVANMR:A:2'"));
  ASSERT_EQ(read.travellers.size(), 2u);
  for (const std::size_t n : {0u, 1u}) {
    const Traveller& traveller = read.travellers[n];
    ASSERT_EQ(traveller.documents.size(), 1u);
    EXPECT_EQ(traveller.documents[0].number, n == 0 ? "N1" : "N2");
    EXPECT_EQ(traveller.birth_date.year, n == 0 ? 1950 : 1984);
    EXPECT_TRUE(traveller.problems.empty());
  }
}

TEST(PnrBooking, RequestsOfAllBehindTheLastPassengerAreThoseOfWhoBearsTheName) {
  const auto docs = [](const char* number, const char* birth, const char* given) {
    return kDocs + "/P/UZB/" + number + "/UZB/" + birth + "//31JAN30/TESTOVA/" + given + "'";
  };
  const std::vector<std::pair<std::string, std::string>> pairs = {{"MARIA", "MARIAM"}, {"ALI REZA", "ALI"}, {"ALI", "ALI REZA"}};
  for (const auto& [first, second] : pairs) {
    const auto read = read_text(pnrgov("SRC'TIF+TESTOVA+" + first + ":A:1'TIF+TESTOVA+" + second + ":A:2'" + docs("N1", "17MAY80", first.c_str()) +
                                       docs("N2", "03MAR84", second.c_str())));
    ASSERT_EQ(read.travellers.size(), 2u) << first;
    for (const std::size_t n : {0u, 1u}) {
      ASSERT_EQ(read.travellers[n].documents.size(), 1u) << first;
      EXPECT_EQ(read.travellers[n].documents[0].number, n == 0 ? "N1" : "N2") << first;
      EXPECT_EQ(read.travellers[n].birth_date.year, n == 0 ? 1980 : 1984) << first;
      EXPECT_TRUE(read.travellers[n].problems.empty()) << first;
    }
  }
  const auto namesakes = read_text(pnrgov("SRC'TIF+TESTOVA+IVAN:A:1'TIF+TESTOVA+IVAN:A:2'" + docs("N1", "17MAY50", "IVAN") + docs("N2", "03MAR84", "IVAN")));
  ASSERT_EQ(namesakes.travellers.size(), 2u);
  for (const Traveller& traveller : namesakes.travellers) EXPECT_EQ(traveller.documents.size(), 1u);
}

TEST(PnrBooking, APassportWithAnotherSpellingDoesNotGoToWhoHasOneOfTheirOwn) {
  const auto read = read_text(pnrgov("SRC'TIF+KARIMOV+ALI:A:1'TIF+RAHIMI+REZA:A:2'" + kDocs + "/P/UZB/N1/UZB/17MAY80/M/31JAN30/KERIMOFF/ALI'" + kDocs +
                                     "/P/UZB/N2/UZB/03MAR84/M/31JAN30/RAHIMI/REZA'"));
  ASSERT_EQ(read.travellers.size(), 3u);
  EXPECT_TRUE(read.travellers[0].documents.empty());
  EXPECT_EQ(names_of(read.travellers[1]), "RAHIMI/REZA");
  ASSERT_EQ(read.travellers[1].documents.size(), 1u);
  EXPECT_EQ(read.travellers[1].birth_date.year, 1984);
  EXPECT_EQ(read.travellers[2].documents.at(0).number, "N1");
  EXPECT_EQ(read.travellers[2].birth_date.year, 1980);
  EXPECT_TRUE(has_problem(read.travellers[2], "taken as another traveller"));
}

// Letter for letter the names are the same; each was given the other's passport.
TEST(PnrBooking, RelativesWhoseNamesDifferInABlankKeepTheirOwnDocuments) {
  for (const auto& [first, second] : {std::pair{"ALIREZA", "ALI REZA"}, std::pair{"ALI REZA", "ALIREZA"}}) {
    const auto docs = [](const std::string& number, const std::string& birth, const std::string& given) {
      return kDocs + "/P/IRN/" + number + "/IRN/" + birth + "/M/31JAN30/ORDAI/" + given + "'";
    };
    const auto read = read_text(pnrgov("SRC'TIF+ORDAI+" + std::string(first) + "MR:A'TIF+ORDAI+" + second + "MR:A'" + docs("N1", "17MAY50", first) + docs("N2", "03MAR84", second)));
    ASSERT_EQ(read.travellers.size(), 2u) << first;
    EXPECT_EQ(read.travellers[0].documents.at(0).number, "N1") << first;
    EXPECT_EQ(read.travellers[0].birth_date.year, 1950) << first;
    EXPECT_EQ(read.travellers[1].documents.at(0).number, "N2") << first;
    EXPECT_EQ(read.travellers[1].birth_date.year, 1984) << first;
  }
}

TEST(PnrBooking, WhoHasTwoPassportsHasBothNationalities) {
  const auto read = read_text(pnrgov("SRC'TIF+ORDAI+TUVAN:A:1'" + kDocs + "/P/TJK/N1/TJK/17MAY80/M/31JAN30/ORDAI/TUVAN'" + kDocs + "/P/UZB/N2/UZB/17MAY80/F/31JAN30/ORDAI/TUVAN'"));
  ASSERT_EQ(read.travellers.size(), 1u);
  const Traveller& traveller = read.travellers[0];
  ASSERT_EQ(traveller.nationalities.size(), 2u) << "the second was lost, and a listed Uzbek was a Tajik";
  EXPECT_EQ(traveller.nationalities[1].text(), "UZB");
  EXPECT_TRUE(has_problem(traveller, "a second statement of sex differs"));
}

}  // namespace
}  // namespace darvaza::manifests
