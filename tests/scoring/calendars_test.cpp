// Dates of other calendars. Expected days are public facts (22 Bahman 1357, the Iranian new years,
// 1 Muharram 1400 and 1421) and days counted on from them.
#include "scoring/calendars.h"

#include <string>

#include <gtest/gtest.h>

namespace darvaza::scoring {
namespace {

using Convert = std::optional<DaySpan> (*)(const PartialDate&);

std::string converted(Convert convert, const PartialDate& date) {
  const auto days = convert(date);
  if (!days) return "no such day";
  return days->is_day() ? to_string(days->first)
                        : to_string(days->first) + " to " + to_string(days->last);
}

TEST(Calendars, SolarHijriDaysBecomeGregorianDays) {
  EXPECT_EQ(converted(from_solar_hijri, {1361, 5, 2}), "1982-07-24");
  EXPECT_EQ(converted(from_solar_hijri, {1357, 11, 22}), "1979-02-11");
  EXPECT_EQ(converted(from_solar_hijri, {1300, 1, 1}), "1921-03-21");
  EXPECT_EQ(converted(from_solar_hijri, {1400, 1, 1}), "2021-03-21");
  EXPECT_EQ(converted(from_solar_hijri, {1403, 1, 1}), "2024-03-20");
  EXPECT_EQ(converted(from_solar_hijri, {1399, 12, 30}), "2021-03-20");
}

TEST(Calendars, SolarHijriMonthsHaveTheirOwnLengths) {
  EXPECT_EQ(converted(from_solar_hijri, {1361, 2, 31}), "1982-05-21")
      << "no Gregorian February has 31 days";
  EXPECT_EQ(converted(from_solar_hijri, {1361, 7, 31}), "no such day");
  EXPECT_EQ(converted(from_solar_hijri, {1361, 12, 30}), "no such day");
  EXPECT_EQ(converted(from_solar_hijri, {1362, 12, 30}), "1984-03-20") << "a leap year";
}

TEST(Calendars, LeapYearsAreThoseOfTheOfficialCalendar) {
  for (const int leap :
       {1354, 1358, 1362, 1366, 1370, 1375, 1379, 1383, 1387, 1391, 1395, 1399, 1403, 1408}) {
    EXPECT_TRUE(from_solar_hijri({static_cast<std::int16_t>(leap), 12, 30}).has_value()) << leap;
    EXPECT_FALSE(from_solar_hijri({static_cast<std::int16_t>(leap + 1), 12, 30}).has_value())
        << leap + 1;
  }
}

TEST(Calendars, MonthsAndYearsBecomeSpans) {
  EXPECT_EQ(converted(from_solar_hijri, {1361, 0, 0}), "1982-03-21 to 1983-03-20");
  EXPECT_EQ(converted(from_solar_hijri, {1361, 5, 0}), "1982-07-23 to 1982-08-22");
  EXPECT_EQ(converted(from_islamic, {1400, 0, 0}), "1979-11-21 to 1980-11-08");
}

TEST(Calendars, IslamicDaysBecomeGregorianDays) {
  EXPECT_EQ(converted(from_islamic, {1400, 1, 1}), "1979-11-21");
  EXPECT_EQ(converted(from_islamic, {1421, 1, 1}), "2000-04-06");
  EXPECT_EQ(converted(from_islamic, {1401, 12, 30}), "1981-10-29")
      << "a leap year of the tabular calendar";
  EXPECT_EQ(converted(from_islamic, {1400, 12, 30}), "no such day");
  EXPECT_EQ(converted(from_islamic, {1400, 2, 30}), "no such day");
}

// No day is lost or counted twice where months and years meet.
TEST(Calendars, SpansFollowEachOtherWithoutGap) {
  for (const Convert convert : {from_solar_hijri, from_islamic}) {
    PartialDate last;
    for (std::int16_t year = 1200; year < 1500; ++year) {
      for (std::uint8_t month = 1; month <= 12; ++month) {
        const auto days = convert({year, month, 0});
        ASSERT_TRUE(days.has_value());
        if (last.known()) {
          EXPECT_EQ(days_between(last, days->first), 1) << year << '-' << int{month};
        }
        last = days->last;
      }
    }
  }
}

TEST(Calendars, OnlyYearsOfLivingPeopleAreConverted) {
  EXPECT_FALSE(is_hijri_year(1199));
  EXPECT_TRUE(is_hijri_year(1200));
  EXPECT_TRUE(is_hijri_year(1499));
  EXPECT_FALSE(is_hijri_year(1500));
  EXPECT_EQ(converted(from_solar_hijri, {1982, 5, 2}), "no such day");
  EXPECT_EQ(converted(from_islamic, {0, 0, 0}), "no such day");
}

}  // namespace
}  // namespace darvaza::scoring
