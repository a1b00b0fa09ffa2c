#include "documents/document_text.h"

#include <gtest/gtest.h>

namespace darvaza::documents {
namespace {

TEST(SplitDocumentText, FindsKindNumberAndRest) {
  const auto parts = split_document_text("Passport X0000001 (Iran) issued 1999");
  EXPECT_EQ(parts.kind, "Passport");
  EXPECT_EQ(parts.number, "X0000001");
  EXPECT_EQ(parts.rest, "(Iran) issued 1999");
}

struct NumberCase {
  const char* text;
  const char* number;
};

class NumberIn : public testing::TestWithParam<NumberCase> {};

TEST_P(NumberIn, LeavesOutWhatIsSaidAroundIt) {
  EXPECT_EQ(split_document_text(GetParam().text).number, GetParam().number);
}

INSTANTIATE_TEST_SUITE_P(
    Forms, NumberIn,
    testing::Values(NumberCase{"C.U.R.P. ABCD123456 (Mexico)", "ABCD123456"},
                    NumberCase{"C.U.R.P. # ABCD123456", "ABCD123456"},
                    NumberCase{"NIT # 1234-5 (Colombia)", "1234-5"},
                    NumberCase{"SSN 000-12-3456 (United States)", "000-12-3456"},
                    NumberCase{"Registration ID 0179000", "0179000"},
                    NumberCase{"Passport RL 1622000 (Lebanon)", "RL 1622000"},
                    NumberCase{"Passport TR-P 614 000 (Turkey)", "TR-P 614 000"},
                    NumberCase{"National ID No. CNIC: 35202-0000000-9", "35202-0000000-9"},
                    NumberCase{"Russian foreign travel passport number 620100000", "620100000"},
                    NumberCase{"381110000 (Expired 25 Jan. 2016)", "381110000"},
                    NumberCase{"R00005000, South Sudan", "R00005000"},
                    NumberCase{"Libya B/002000", "B/002000"},
                    NumberCase{"National ID No. 13/Ta Ta Na (Naing)019000 (Burma)",
                               "13/Ta Ta Na (Naing)019000"},
                    NumberCase{"Identification Number 0-16 Reg 53000 (Guatemala)",
                               "0-16 Reg 53000"},
                    NumberCase{"Passport K357514(4) issued 1999", "K357514(4)"},
                    NumberCase{"Passport issued in Ruritania", ""}, NumberCase{"", ""}));

TEST(IssuingStateIn, ReadsParenthesesAndWhatFollowsAComma) {
  EXPECT_EQ(issuing_state_in("(Korea, North) expires 2017").text(), "PRK");
  EXPECT_EQ(issuing_state_in("South Sudan").text(), "SSD");
  EXPECT_TRUE(issuing_state_in("issued 1999").empty());
  EXPECT_TRUE(issuing_state_in("").empty());
}

TEST(IsDocumentKind, AcceptsEveryKindOfPersonalNumber) {
  for (const auto* kind :
       {"Passport", "Diplomatic Passport", "National ID No.", "Cedula No.", "C.U.R.P.", "RFC",
        "Driver's License No.", "Personal ID Card", "Turkish Identification Number", "NIT #",
        "Cartilla de Servicio Militar Nacional", "Passport No.:", "National Foreign ID Number RNE:",
        "Italian Fiscal Code", "VisaNumberID", "Tazkira National ID Card"}) {
    EXPECT_TRUE(is_document_kind(kind)) << kind;
  }
}

TEST(IsDocumentKind, RejectsProseAndOtherNumbers) {
  for (const auto* kind :
       {"", "Phone Number", "Executive Order", "Chinese Commercial Code", "President since",
        "Digital Currency Address - ETH", "Director of Main Street", "Red Notice. File No.",
        "U.S.A. Passport issued", "Email Address", "arrested"}) {
    EXPECT_FALSE(is_document_kind(kind)) << kind;
  }
}

}  // namespace
}  // namespace darvaza::documents
