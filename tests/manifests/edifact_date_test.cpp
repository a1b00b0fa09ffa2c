#include "manifests/edifact_date.h"

#include <gtest/gtest.h>

namespace darvaza::manifests {
namespace {

std::string read(std::string_view text, std::string_view format = {},
                 YearRule rule = YearRule::past) {
  const auto moment = parse_edifact_moment(text, format, rule, 2026);
  return moment ? to_string(*moment) : "none";
}

TEST(EdifactDate, ReadsTheFormsOfCodeList2379) {
  EXPECT_EQ(read("800517", "101"), "1980-05-17");
  EXPECT_EQ(read("19800517", "102"), "1980-05-17");
  EXPECT_EQ(read("0702191540", "201", YearRule::nearest), "2007-02-19T15:40");
  EXPECT_EQ(read("200702191540", "203", YearRule::nearest), "2007-02-19T15:40");
  EXPECT_EQ(read("1980", "602"), "1980");
  EXPECT_EQ(read("198005", "610"), "1980-05");
}

TEST(EdifactDate, TheNumberOfDigitsDecidesWithoutAFormatOrAgainstIt) {
  EXPECT_EQ(read("800517"), "1980-05-17");
  EXPECT_EQ(read("19800517"), "1980-05-17");
  EXPECT_EQ(read("19800517", "101"), "1980-05-17");
  EXPECT_EQ(read("1980"), "none") << "MMYY as well as CCYY";
}

TEST(EdifactDate, ABirthIsNeverInTheFuture) {
  EXPECT_EQ(read("260101"), "2026-01-01");
  EXPECT_EQ(read("270101"), "1927-01-01");
  EXPECT_EQ(read("010510"), "2001-05-10");
}

TEST(EdifactDate, OtherYearsAreTheNearest) {
  EXPECT_EQ(read("610218", "", YearRule::nearest), "2061-02-18");
  EXPECT_EQ(read("760218", "", YearRule::nearest), "2076-02-18");
  EXPECT_EQ(read("770218", "", YearRule::nearest), "1977-02-18");
}

TEST(EdifactDate, BlanksInsideAreDropped) {
  EXPECT_EQ(read(" 1306212200", "201", YearRule::nearest), "2013-06-21T22:00");
  EXPECT_EQ(read("80 05 17"), "1980-05-17");
}

TEST(EdifactDate, ZerosStandForUnknownParts) {
  EXPECT_EQ(read("800500"), "1980-05");
  EXPECT_EQ(read("800000"), "1980");
  EXPECT_EQ(read("000000"), "none");
  EXPECT_EQ(read("00000000"), "none");
  EXPECT_EQ(read("800017"), "none") << "a day without a month";
  EXPECT_EQ(read("8005XX"), "1980-05");
  EXPECT_EQ(read("80XXXX"), "1980");
  EXPECT_EQ(read("1980xxxx"), "1980");
  EXPECT_EQ(read("198005XX", "102"), "1980-05");
  for (const auto* text : {"XXXXXX", "XX0517", "80XX17", "80051X"}) EXPECT_EQ(read(text), "none") << text;
}

TEST(EdifactDate, DatesThatDoNotExistAreNotRead) {
  for (const auto* text : {"801301", "800532", "810229", "80051", "8005177", "8O0517", "", "X"}) {
    EXPECT_EQ(read(text), "none") << text;
  }
  EXPECT_EQ(read("0702192560", "201"), "none");
}

}  // namespace
}  // namespace darvaza::manifests
