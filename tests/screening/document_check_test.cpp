// Documents that are reported lost, and documents that lists attribute to persons.
#include "screening/document_check.h"

#include <string>
#include <string_view>
#include <vector>

#include <gtest/gtest.h>

#include "screening/screening_test_support.h"

namespace darvaza::screening {
namespace {

class DocumentCheckTest : public testing::Test {
 protected:
  std::vector<DocumentHit> hits(const Traveller& traveller, const ScreeningOptions& options = {}) const {
    return screener_.screen(traveller, options).documents;
  }
  std::vector<DocumentHit> hits(std::string_view number, std::string_view issuer = {}) const {
    return hits(with_document(named("Elzara Kumushoy"), number, issuer));
  }

 private:
  Screener screener_ = open_small_lists();
};

TEST_F(DocumentCheckTest, TellsAllThatTheListSays) {
  const auto found = hits("PK7700133", "PAK");
  ASSERT_EQ(found.size(), 1u);
  EXPECT_EQ(found[0].list, "sltd");
  EXPECT_EQ(found[0].number, "PK7700133");
  EXPECT_EQ(found[0].issuer, StateCode("PAK"));
  EXPECT_EQ(found[0].status, DocumentStatus::stolen);
  EXPECT_EQ(found[0].match, DocumentMatch::exact);
  EXPECT_EQ(to_string(found[0].reported), "2025-05-01");
  EXPECT_EQ(found[0].reporting_state, StateCode("IRN"));
}

// Doc 9303-2 §6.4: whoever finds a document in the table asks issuer and reporter first.
TEST_F(DocumentCheckTest, SaysThatItIsUnconfirmedAndWhomToContact) {
  const std::string handling = hits("PK7700133", "PAK").at(0).handling;
  EXPECT_NE(handling.find("Unconfirmed"), std::string::npos);
  EXPECT_NE(handling.find("issuing State (Pakistan)"), std::string::npos) << handling;
  EXPECT_NE(handling.find("reporting State (Iran)"), std::string::npos) << handling;
  EXPECT_NE(hits("QW123456").at(0).handling.find("not stated"), std::string::npos);
}

TEST_F(DocumentCheckTest, SeparatorsAndCaseDoNotMatter) {
  for (const char* number : {"pk7700133", "PK 7700133", "PK-770.0133", "PK7700133<"}) {
    ASSERT_EQ(hits(number, "PAK").size(), 1u) << number;
    EXPECT_EQ(hits(number, "PAK")[0].match, DocumentMatch::exact) << number;
  }
}

TEST_F(DocumentCheckTest, CharactersThatReadersConfuseAreFoundAndSaidToBeConfusable) {
  for (const char* number : {"PK77OO133", "PK7700I33", "PK 77D0l33"}) {
    const auto found = hits(number, "PAK");
    ASSERT_EQ(found.size(), 1u) << number;
    EXPECT_EQ(found[0].match, DocumentMatch::confusable) << number;
  }
}

TEST_F(DocumentCheckTest, ARunOfBlanksHoldsBothItsEndsAndNothingBeyond) {
  for (const char* inside : {"XR300100", "XR300150", "XR300199"}) {
    const auto found = hits(inside, "TJK");
    ASSERT_EQ(found.size(), 1u) << inside;
    EXPECT_EQ(found[0].match, DocumentMatch::range);
    EXPECT_EQ(found[0].number, "XR300100 to XR300199");
    EXPECT_EQ(found[0].status, DocumentStatus::stolen_blank);
  }
  for (const char* outside : {"XR300099", "XR300200", "XR3001500", "XS300150", "300150"}) {
    EXPECT_TRUE(hits(outside, "TJK").empty()) << outside;
  }
}

TEST_F(DocumentCheckTest, ANumberMisreadInsideARunOfBlanksIsConfusable) {
  const auto found = hits("XR3OO15O", "TJK");
  ASSERT_EQ(found.size(), 1u);
  EXPECT_EQ(found[0].match, DocumentMatch::confusable);
  EXPECT_EQ(found[0].number, "XR300100 to XR300199");
}

// Kazakhstan numbers none of its documents so: State or number were mistyped, and an officer looks.
TEST_F(DocumentCheckTest, TheNumberOfAnotherStateIsForAnOfficer) {
  for (const char* state : {"KAZ", "UZB"}) {  // Uzbekistan does, but hardly this very number
    const auto found = hits("PK7700133", state);
    ASSERT_EQ(found.size(), 1u) << state;
    EXPECT_EQ(found[0].match, DocumentMatch::confusable);
    EXPECT_EQ(found[0].issuer, StateCode("PAK"));
  }
  const std::string handling = hits("PK7700133", "KAZ").at(0).handling;
  EXPECT_TRUE(handling.starts_with("Reported under Pakistan, presented as a document of Kazakhstan: the number is the same. Unconfirmed.")) << handling;
}

// Doc 9303-3 §4.9: P is 25, K is 20. 25*7 + 20*3 + 7*1 + 7*7 + 0 + 0 + 1*7 + 3*3 + 3*1 = 310: the digit is 0.
TEST_F(DocumentCheckTest, ANumberBesideItsCheckDigitOrItsStatesCodeIsForAnOfficer) {
  for (const char* presented : {"PK77001330", "PAKPK7700133", "PAKPK77001330"}) {
    const auto found = hits(presented, "PAK");
    ASSERT_EQ(found.size(), 1u) << presented;
    EXPECT_EQ(found[0].number, "PK7700133");
    EXPECT_EQ(found[0].match, DocumentMatch::confusable);
    EXPECT_TRUE(found[0].handling.starts_with("Presented with its ")) << found[0].handling;
  }
  EXPECT_TRUE(hits("PK77001331", "PAK").empty()) << "not its check digit";
  EXPECT_TRUE(hits("PK77001330", "KAZ").empty()) << "and of another State";
  EXPECT_TRUE(hits("KAZPK7700133", "PAK").empty()) << "the code of another State";
}

TEST_F(DocumentCheckTest, AnotherIssuersDocumentIsAnotherDocument) {
  EXPECT_TRUE(hits("XR300150", "KAZ").empty());
  EXPECT_TRUE(hits("PK77OO133", "KAZ").empty());
}

TEST_F(DocumentCheckTest, AnIssuerThatIsNotKnownOnOneSideIsNoDifference) {
  EXPECT_EQ(hits("PK7700133").size(), 1u);
  EXPECT_EQ(hits("QW123456", "KAZ").size(), 1u);
}

TEST_F(DocumentCheckTest, ASuccessorStateIsNoOtherIssuer) {
  const auto successor = hits("SU880011", "RUS"), other = hits("SU880011", "PAK");
  ASSERT_EQ(successor.size(), 1u);
  EXPECT_EQ(successor[0].match, DocumentMatch::exact);
  ASSERT_EQ(other.size(), 1u);
  EXPECT_EQ(other[0].match, DocumentMatch::confusable);
}

TEST_F(DocumentCheckTest, EveryDocumentOfTheTravellerIsLookedUpExactOnesFirst) {
  Traveller traveller = with_document(named("Elzara Kumushoy"), "PK77OO133", "PAK");
  traveller = with_document(traveller, "XR300150", "TJK");
  traveller = with_document(traveller, "QW123456");
  const auto found = hits(traveller);
  ASSERT_EQ(found.size(), 3u);
  EXPECT_EQ(found[0].match, DocumentMatch::exact);
  EXPECT_EQ(found[1].match, DocumentMatch::range);
  EXPECT_EQ(found[2].match, DocumentMatch::confusable);
}

TEST_F(DocumentCheckTest, SaysHowUnusualAMisreadingWouldBe) {
  EXPECT_EQ(hits("PK7700133", "PAK").at(0).difference_mn, 0);
  const auto once = hits("PK77O0133", "PAK").at(0).difference_mn, twice = hits("PK77OO133", "PAK").at(0).difference_mn;
  EXPECT_GT(once, 0);
  EXPECT_EQ(twice, 2 * once);
}

TEST_F(DocumentCheckTest, SaysWhetherTheNumberHasAFormOfItsState) {
  EXPECT_EQ(hits("PK7700133", "PAK").at(0).format, NumberFormat::usual);
  EXPECT_EQ(hits("PK7700I33", "PAK").at(0).format, NumberFormat::unusual);
  EXPECT_EQ(hits("PK7700133").at(0).format, NumberFormat::usual) << "of the State that is listed";
  EXPECT_EQ(hits("QW123456").at(0).format, NumberFormat::unknown);
}

TEST_F(DocumentCheckTest, NumbersNearbyAreOnRequestAndComeLast) {
  ScreeningOptions near;
  near.near_documents = true;
  Traveller traveller = with_document(named("Elzara Kumushoy"), "PK7700313", "PAK");
  EXPECT_TRUE(hits(traveller).empty());
  traveller = with_document(traveller, "PK7700933", "PAK");
  traveller = with_document(traveller, "PK77OO133", "PAK");
  const auto found = hits(traveller, near);
  ASSERT_EQ(found.size(), 3u);
  EXPECT_EQ(found[0].match, DocumentMatch::confusable);
  EXPECT_EQ(found[1].match, DocumentMatch::transposed);
  EXPECT_EQ(found[2].match, DocumentMatch::one_wrong_character);
  EXPECT_NE(found[2].handling.find("Unconfirmed"), std::string::npos);
  EXPECT_TRUE(hits(with_document(named("Elzara Kumushoy"), "PK7700933", "KAZ"), near).empty()) << "another issuer's";
}

TEST_F(DocumentCheckTest, ADocumentOfAListedPersonIsNoLostDocument) {
  EXPECT_TRUE(hits("AB7001122", "TJK").empty());
}

TEST_F(DocumentCheckTest, NumbersWithoutCharactersMeetNothing) {
  for (const char* number : {"", " ", "-", "<<<", "\xff"}) EXPECT_TRUE(hits(number).empty());
}

}  // namespace
}  // namespace darvaza::screening
