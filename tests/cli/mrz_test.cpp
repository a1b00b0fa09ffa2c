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
