// Dates of birth of which one is of the Solar Hijri or the Islamic calendar and the other
// Gregorian.
#include <string>
#include <string_view>
#include <vector>

#include <gtest/gtest.h>

#include "scoring/birth_date_evidence.h"
#include "scoring/hijri_agreement.h"

namespace darvaza::scoring {
namespace {

PartialDate date(std::string_view iso) {
  const auto parsed = parse_iso_date(iso);
  EXPECT_TRUE(parsed.has_value()) << iso;
  return parsed.value_or(PartialDate{});
}

Evidence weigh(std::string_view asked, const BirthDate& listed) {
  const auto evidence = weigh_birth_date(date(asked), std::vector{listed});
  EXPECT_TRUE(evidence.has_value());
  return evidence.value_or(Evidence{});
}
Evidence weigh(std::string_view asked, std::string_view listed) {
  return weigh(asked, BirthDate::on(date(listed)));
}

TEST(HijriDates, ASolarHijriDayIsSaidInBothCalendars) {
  EXPECT_EQ(weigh("1361-05-02", "1982-07-24").text,
            "same date: Solar Hijri 1361-05-02 = 1982-07-24, listed 1982-07-24");
  EXPECT_EQ(weigh("1982-07-24", "1361-05-02").text,
            "same date: 1982-07-24, listed Solar Hijri 1361-05-02 = 1982-07-24");
}

TEST(HijriDates, AYearMeetsBothGregorianYearsThatItCovers) {
  EXPECT_EQ(weigh("1361", "1982").text,
            "same year, no more known: Solar Hijri 1361 = 1982-03-21 to 1983-03-20, listed 1982");
  EXPECT_EQ(weigh("1361", "1983").weight_mn, weigh("1361", "1982").weight_mn);
  EXPECT_LT(weigh("1361", "1985").weight_mn, 0);
  EXPECT_EQ(weigh("1361", "1982-07-24").weight_mn, weigh("1361", "1982").weight_mn);
}

TEST(HijriDates, AYearIsTriedInTheIslamicCalendar) {
  EXPECT_EQ(weigh("1402", "1982").text,
            "same year, no more known: Islamic 1402 = 1981-10-30 to 1982-10-18, listed 1982");
  EXPECT_EQ(weigh("1361", "1942").text,
            "same year, no more known: Islamic 1361 = 1942-01-19 to 1943-01-07, listed 1942");
}

// The month begins when the moon is seen: the tabular date may be a day or two off.
TEST(HijriDates, IslamicDaysHaveSlack) {
  const std::int32_t exact = weigh("1400-02-01", "1979-12-21").weight_mn;
  EXPECT_EQ(weigh("1400-02-01", "1979-12-20").text,
            "same date within a day or two: Islamic 1400-02-01 = 1979-12-21, listed 1979-12-20");
  EXPECT_LT(weigh("1400-02-01", "1979-12-20").weight_mn, exact);
  EXPECT_GT(weigh("1400-02-01", "1979-12-20").weight_mn,
            weigh("1400-02-01", "1979-12-18").weight_mn);
}

TEST(HijriDates, TheFirstDayOfTheYearCountsAsUnknown) {
  EXPECT_EQ(weigh("1361-01-01", "1982-07-24").weight_mn, weigh("1361", "1982-07-24").weight_mn);
  EXPECT_EQ(weigh("1361-05-02", "1982-01-01").weight_mn, weigh("1361-05-02", "1982").weight_mn);
}

TEST(HijriDates, PrecisionWeighsAsInOneCalendar) {
  const std::int32_t descending[] = {
      weigh("1361-05-02", "1982-07-24").weight_mn,
      weigh("1361-05-02", "1982-07-25").weight_mn,
      weigh("1361-05-02", "1982-07").weight_mn,
      weigh("1361-05-02", "1982").weight_mn,
      weigh("1361", BirthDate::on(date("1985"), true)).weight_mn,
      weigh("1361-05-02", "1983-02-11").weight_mn,
      weigh("1361-05-02", "1984-11-25").weight_mn,
      weigh("1361-05-02", "1990-11-25").weight_mn,
  };
  for (std::size_t i = 1; i < std::size(descending); ++i)
    EXPECT_GT(descending[i - 1], descending[i]) << "step " << i;
}

TEST(HijriDates, ListedRangesAreConvertedAtBothEnds) {
  const BirthDate years{date("1360"), date("1364"), false};
  EXPECT_GT(weigh("1983-07-24", years).weight_mn, 0);
  EXPECT_LT(weigh("1991-07-24", years).weight_mn, 0);
}

TEST(HijriDates, TwoDatesOfSuchYearsAreComparedAsTheyStand) {
  EXPECT_EQ(weigh("1361-05-02", "1361-05-02").text, "same date: 1361-05-02, listed 1361-05-02");
  EXPECT_EQ(weigh("1361-05-02", "1371-05-02").text,
            "one digit differs: 1361-05-02, listed 1371-05-02");
}

// No Islamic month has 31 days, nor has a Gregorian February.
TEST(HijriDates, ADayThatOneCalendarLacksIsReadInTheOther) {
  EXPECT_EQ(weigh("1361-02-31", "1982-05-21").text,
            "same date: Solar Hijri 1361-02-31 = 1982-05-21, listed 1982-05-21");
}

// A list file is foreign data: dates that do not exist must only agree with nothing.
TEST(HijriDates, DatesThatDoNotExistContradict) {
  const BirthDate impossible = BirthDate::on(PartialDate{1982, 200, 200});
  EXPECT_EQ(weigh("1361", impossible).weight_mn, weigh("1361", "1900").weight_mn);
}

}  // namespace
}  // namespace darvaza::scoring
