#include <gtest/gtest.h>

#include "cli/run_darvaza.h"

namespace darvaza::test {
namespace {

// The specimens of Doc 9303-4 Appendix B and Doc 9303-5 Appendix B.
constexpr const char* kTd3 =
    "P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<\n"
    "L898902C36UTO7408122F1204159ZE184226B<<<<<10\n";
constexpr const char* kTd1 =
    "I<UTOD231458907<<<<<<<<<<<<<<<\n"
    "7408122F1204159UTO<<<<<<<<<<<6\n"
    "ERIKSSON<<ANNA<MARIA<<<<<<<<<<\n";

TEST(Mrz, ZonesFollowEachOtherWithOrWithoutBlankLines) {
  for (const std::string between : {"", "\n", "\r\n\r\n"}) {
    const Outcome run = run_darvaza({"mrz", "--json"}, kTd3 + between + kTd1 + between + kTd3);
    EXPECT_EQ(run.status, 0) << run.err;
    const auto zones = json_lines(run.out);
    ASSERT_EQ(zones.size(), 3U);
    EXPECT_EQ(zones[0].at("zone").at("document_number"), "L898902C3");
    EXPECT_EQ(zones[1].at("zone").at("document_number"), "D23145890");
    EXPECT_EQ(zones[1].at("zone").at("birth_date"), "1974-08-12");
    EXPECT_EQ(zones[2].at("zone").at("primary"), "ERIKSSON");
  }
}

TEST(Mrz, TheReportNamesEachCheckDigit) {
  const Outcome run = run_darvaza({"mrz"}, kTd3);
  EXPECT_EQ(run.status, 0) << run.err;
  for (const char* expected : {"ERIKSSON", "ANNA MARIA", "document number: holds",
                               "birth date: holds", "composite: holds"}) {
    EXPECT_NE(run.out.find(expected), std::string::npos) << expected << " in\n" << run.out;
  }
}

TEST(Mrz, AWrongCheckDigitIsReportedAndDiscardsNothing) {
  std::string wrong = kTd3;
  wrong[45 + 9] = '5';  // the document number's check digit, 6
  const Outcome run = run_darvaza({"mrz"}, wrong);
  EXPECT_EQ(run.status, 0) << run.err;
  EXPECT_NE(run.out.find("document number: WRONG: printed 5, should be 6"), std::string::npos)
      << run.out;
  EXPECT_NE(run.out.find("L898902C3"), std::string::npos);
}

TEST(Mrz, RepairsAreShown) {
  std::string misread = kTd3;
  misread[45 + 15] = 'O';  // 740812 read as 74O812
  const Outcome run = run_darvaza({"mrz"}, misread);
  EXPECT_EQ(run.status, 0) << run.err;
  for (const char* expected : {"birth date: WRONG: printed 2, should be 6; repaired", "line 2, position 16: O read as 0 (birth date)", "1974-08-12"}) {
    EXPECT_NE(run.out.find(expected), std::string::npos) << expected << " in\n" << run.out;
  }
  const auto zones = json_lines(run_darvaza({"mrz", "--json"}, misread).out);
  EXPECT_EQ(zones.at(0).at("zone").at("repairs").as_array().size(), 1U);
}

TEST(Mrz, ZonesOfAKeyboardWedgeFollowEachOther) {
  const std::string wedge = "\x02P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<\rL898902C36UTO7408122F1204159ZE184226B<<<<<10\r\x03";
  EXPECT_EQ(json_lines(run_darvaza({"mrz", "--json"}, wedge + wedge).out).size(), 2U);
  EXPECT_EQ(json_lines(run_darvaza({"mrz", "--json"}, "\xEF\xBB\xBF" + std::string(kTd1) + kTd3).out).size(), 2U);
  const std::string trimmed = "P UTOERIKSSON  ANNA MARIA\nL898902C36UTO7408122F1204159ZE184226B     10\n";
  EXPECT_EQ(json_lines(run_darvaza({"mrz", "--json"}, trimmed + kTd1 + trimmed).out).size(), 3U);
}

/// A day of a reader that sends no line feed: what was behind the first 4 KiB was passed over without a word.
TEST(Mrz, ALongRowOfZonesThatEndInCarriageReturnsIsReadToItsEnd) {
  std::string day;
  for (int i = 0; i < 100; ++i) day += "P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<\rL898902C36UTO7408122F1204159ZE184226B<<<<<10\r";
  const Outcome run = run_darvaza({"mrz", "--json"}, day);
  EXPECT_EQ(run.status, 0) << run.err;
  EXPECT_EQ(json_lines(run.out).size(), 100U);
  EXPECT_EQ(json_lines(run_darvaza({"mrz", "--json"}, std::string(5000, ' ') + kTd3).out).size(), 1U);
}

TEST(Mrz, TheCenturyRuleIsAnOption) {
  const auto birth_date = [](const std::string& year) {
    const auto zones = json_lines(run_darvaza({"mrz", "--json", "--reference-year", year}, kTd3).out);
    return std::string(zones.at(0).at("zone").at("birth_date").as_string());
  };
  EXPECT_EQ(birth_date("2026"), "1974-08-12");
  EXPECT_EQ(birth_date("2074"), "2074-08-12");
}

TEST(Mrz, AnUnreadableZoneIsNamedAndTheOthersAreShown) {
  const Outcome run = run_darvaza({"mrz", "--json"}, std::string(kTd3) + "\nNOT A ZONE\n\n" + kTd1);
  EXPECT_EQ(run.status, 65);
  const auto zones = json_lines(run.out);
  ASSERT_EQ(zones.size(), 3U);
  EXPECT_TRUE(zones[1].contains("error"));
  EXPECT_EQ(zones[1].at("line").as_int64(), 4);
  EXPECT_EQ(zones[2].at("zone").at("primary"), "ERIKSSON");
  EXPECT_NE(run.err.find("standard input:4"), std::string::npos) << run.err;
}

TEST(Mrz, AnEmptyInputIsNoAnswer) { EXPECT_EQ(run_darvaza({"mrz"}, "\n\n").status, 65); }

TEST(Mrz, VeryLongLinesAndNulBytesAreRefusedNotSwallowed) {
  EXPECT_EQ(run_darvaza({"mrz"}, std::string(1 << 20, 'A') + "\n").status, 65);
  EXPECT_EQ(run_darvaza({"mrz"}, std::string("P<UTO\0<<\n\0", 10)).status, 65);
}

}  // namespace
}  // namespace darvaza::test
