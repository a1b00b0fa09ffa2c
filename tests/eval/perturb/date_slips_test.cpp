#include <gtest/gtest.h>

#include "eval/perturb/vary.h"

namespace darvaza::perturb {
namespace {

std::set<std::string> all_dates(const std::string& kind, PartialDate date) {
  std::set<std::string> all;
  for (std::uint64_t seed = 0; seed < 400; ++seed) all.insert(vary_date(kind, date, seed));
  return all;
}

using Dates = std::set<std::string>;

TEST(DateSlips, MoveADate) {
  EXPECT_EQ(all_dates("date-day-off", {1980, 3, 1}), (Dates{"1980-02-29", "1980-03-02"}));
  EXPECT_EQ(all_dates("date-day-off", {1980, 12, 31}), (Dates{"1980-12-30", "1981-01-01"}));
  EXPECT_EQ(all_dates("date-day-off", {1981, 1, 1}), (Dates{"1980-12-31", "1981-01-02"}));
  EXPECT_EQ(all_dates("date-year-off", {1980, 5, 0}), (Dates{"1979-05", "1981-05"}));
  EXPECT_EQ(all_dates("date-decade-off", {1980, 5, 17}), (Dates{"1970-05-17", "1990-05-17"}));
}

TEST(DateSlips, ChangeOneDigit) {
  for (const std::string& date : all_dates("date-digit", {1984, 6, 17})) {
    ASSERT_EQ(date.size(), 10U);
    int different = 0;
    for (std::size_t i = 0; i < 10; ++i) different += date[i] != "1984-06-17"[i];
    EXPECT_EQ(different, 1) << date;
    EXPECT_EQ(date.substr(0, 2), "19");
  }
}

TEST(DateSlips, ExchangeDayAndMonth) {
  EXPECT_EQ(vary_date("date-day-month", {1980, 5, 7}), "1980-07-05");
  EXPECT_EQ(vary_date("date-day-month", {1980, 5, 17}), "- no such day");
  EXPECT_EQ(vary_date("date-day-month", {1980, 5, 5}), "- changes nothing");
  EXPECT_EQ(vary_date("date-day-month", {1980, 5, 0}), "- no full birth date");
}

TEST(DateSlips, KnowLess) {
  EXPECT_EQ(vary_date("date-year-only", {1980, 5, 17}), "1980");
  EXPECT_EQ(vary_date("date-first-of-january", {1980, 0, 0}), "1980-01-01");
  EXPECT_EQ(vary_date("date-missing", {1980, 0, 0}), "");
  EXPECT_EQ(vary_date("date-missing", {}), "- no birth date");
}

// Nowruz of 1359 was on 21 March 1980, at the end of a leap year.
TEST(DateSlips, WriteTheSolarHijriDate) {
  EXPECT_EQ(vary_date("date-solar-hijri", {1980, 3, 21}), "1359-01-01");
  EXPECT_EQ(vary_date("date-solar-hijri", {1980, 3, 20}), "1358-12-30");
}

}  // namespace
}  // namespace darvaza::perturb
