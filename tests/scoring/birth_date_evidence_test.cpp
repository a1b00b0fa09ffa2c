// How dates of birth agree: one row for every way in which they can.
#include "scoring/birth_date_evidence.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <gtest/gtest.h>

namespace darvaza::scoring {
namespace {

PartialDate date(std::string_view iso) {
  const auto parsed = parse_iso_date(iso);
  EXPECT_TRUE(parsed.has_value()) << iso;
  return parsed.value_or(PartialDate{});
}

BirthDate listed(std::string_view iso) { return BirthDate::on(date(iso)); }
BirthDate circa(std::string_view iso) { return BirthDate::on(date(iso), true); }
BirthDate range(std::string_view first, std::string_view last) {
  return {date(first), date(last), false};
}

std::optional<Evidence> weigh(std::string_view asked, const std::vector<BirthDate>& dates) {
  return weigh_birth_date(date(asked), dates);
}

std::int32_t weight(std::string_view asked, const BirthDate& date_of_birth) {
  const auto evidence = weigh(asked, {date_of_birth});
  EXPECT_TRUE(evidence.has_value());
  return evidence ? evidence->weight_mn : 0;
}

struct Row {
  const char* asked;
  BirthDate listed;
  std::string text;
};

std::vector<Row> rows() {
  return {
      {"1971-03-02", listed("1971-03-02"), "same date: 1971-03-02, listed 1971-03-02"},
      {"1971-03-02", listed("1971-03"), "same year and month: 1971-03-02, listed 1971-03"},
      {"1971-03", listed("1971-03-02"), "same year and month: 1971-03, listed 1971-03-02"},
      {"1971-03", listed("1971-03"), "same year and month: 1971-03, listed 1971-03"},
      {"1971-03-02", listed("1971"), "same year, no more known: 1971-03-02, listed 1971"},
      {"1971", listed("1971-03-02"), "same year, no more known: 1971, listed 1971-03-02"},
      {"1971", listed("1971"), "same year, no more known: 1971, listed 1971"},
      {"1971-03-02", listed("1971-02-03"), "day and month swapped: 1971-03-02, listed 1971-02-03"},
      {"1971-03-02", listed("1971-03-12"), "one digit differs: 1971-03-02, listed 1971-03-12"},
      {"1971-03-02", listed("1981-03-02"), "one digit differs: 1971-03-02, listed 1981-03-02"},
      {"1971-03-02", listed("1972-03-02"), "one digit differs: 1971-03-02, listed 1972-03-02"},
      {"1971-03-02", listed("1971-11-25"), "same year, another day: 1971-03-02, listed 1971-11-25"},
      {"1971-03", listed("1971-04"), "same year, another day: 1971-03, listed 1971-04"},
      {"1971-03-02", range("1970", "1972"),
       "inside the listed range: 1971-03-02, listed 1970 to 1972"},
      {"1973", circa("1971"), "near the approximate date: 1973, listed circa 1971"},
      {"1971-03-02", listed("1970-11-25"), "one year apart: 1971-03-02, listed 1970-11-25"},
      {"1971", listed("1972"), "one year apart, no more known: 1971, listed 1972"},
      {"1971-03-02", listed("1972"), "one year apart, no more known: 1971-03-02, listed 1972"},
      {"1971-03-02", listed("1972-01-01"),
       "one year apart, no more known: 1971-03-02, listed 1972-01-01"},
      {"1971-03-12", listed("1971-03-21"),
       "neighbouring digits swapped: 1971-03-12, listed 1971-03-21"},
      {"1978-03-02", listed("1987-03-02"),
       "neighbouring digits swapped: 1978-03-02, listed 1987-03-02"},
      {"1971-03-31", listed("1971-04-01"), "one day apart: 1971-03-31, listed 1971-04-01"},
      {"1971-03-02", range("1960", "1979"),
       "inside the wide listed range: 1971-03-02, listed 1960 to 1979"},
      {"1975", circa("1971"), "some years from the approximate date: 1975, listed circa 1971"},
      {"1971", listed("1981"), "one digit of the year differs, no more known: 1971, listed 1981"},
      {"1971-03-02", listed("1968-11-25"), "few years apart: 1971-03-02, listed 1968-11-25"},
      {"1971-03-02", listed("1944-11-25"), "another date: 1971-03-02, listed 1944-11-25"},
      {"1971-03-02", listed("1967-11-25"), "another date: 1971-03-02, listed 1967-11-25"},
  };
}

TEST(BirthDateEvidence, SaysHowTheDatesAgreeAndNamesBoth) {
  for (const Row& row : rows()) {
    const auto evidence = weigh(row.asked, {row.listed});
    ASSERT_TRUE(evidence.has_value()) << row.text;
    EXPECT_EQ(evidence->text, row.text);
    EXPECT_EQ(evidence->kind, EvidenceKind::birth_date);
  }
}

TEST(BirthDateEvidence, CloserAgreementWeighsMore) {
  const std::int32_t descending[] = {
      weight("1971-03-02", listed("1971-03-02")),   // same date
      weight("1971-03-02", listed("1971-02-03")),   // swapped
      weight("1971-03-02", listed("1971-03")),      // month
      weight("1971-03-02", listed("1971")),         // year
      weight("1971-03-02", range("1969", "1973")),  // range
      weight("1971-03-02", circa("1973")),          // circa
      weight("1971-03-02", listed("1971-11-25")),   // same year, another day
      weight("1971-03-02", listed("1970-11-25")),   // a year apart
      weight("1971-03-02", listed("1968-11-25")),   // a few
      weight("1971-03-02", listed("1944-11-25")),   // contradiction
  };
  for (std::size_t i = 1; i < std::size(descending); ++i) {
    EXPECT_GT(descending[i - 1], descending[i]) << "step " << i;
  }
}

TEST(BirthDateEvidence, AgreementSpeaksForAndContradictionAgainst) {
  EXPECT_GT(weight("1971-03-02", listed("1971-11-25")), 0);
  EXPECT_LT(weight("1971-03-02", listed("1970-11-25")), 0);
}

TEST(BirthDateEvidence, NothingIsSaidWhenEitherSideKnowsNoDate) {
  EXPECT_FALSE(weigh("1971-03-02", {}).has_value());
  EXPECT_FALSE(weigh_birth_date({}, std::vector{listed("1971")}).has_value());
  EXPECT_FALSE(weigh("1971-03-02", {BirthDate{}}).has_value());
}

TEST(BirthDateEvidence, TheBestOfSeveralListedDatesCounts) {
  const auto evidence =
      weigh("1971-03-02", {listed("1944-11-25"), listed("1971-03"), BirthDate{}, listed("1971")});
  ASSERT_TRUE(evidence.has_value());
  EXPECT_EQ(evidence->text, "same year and month: 1971-03-02, listed 1971-03");
  EXPECT_EQ(evidence->weight_mn, weight("1971-03-02", listed("1971-03")));
}

TEST(BirthDateEvidence, TheFirstOfEquallyGoodListedDatesIsNamed) {
  const auto evidence = weigh("1971-03-02", {listed("1971-03-12"), listed("1981-03-02")});
  ASSERT_TRUE(evidence.has_value());
  EXPECT_EQ(evidence->text, "one digit differs: 1971-03-02, listed 1971-03-12");
}

// Registers of the region write 1 January when only the year is known.
TEST(BirthDateEvidence, FirstOfJanuaryCountsAsUnknownDay) {
  EXPECT_EQ(weight("1971-01-01", listed("1971-03-02")), weight("1971", listed("1971-03-02")));
  EXPECT_EQ(weight("1971-03-02", listed("1971-01-01")), weight("1971-03-02", listed("1971")));
  EXPECT_EQ(weight("1971-03", listed("1971-01-01")), weight("1971-03", listed("1971")));
  EXPECT_EQ(weight("1971-01-01", listed("1971")), weight("1971", listed("1971")));
  EXPECT_LT(weight("1971-01-01", listed("1971-01-01")), weight("1971-01-02", listed("1971-01-02")));
  EXPECT_EQ(weight("1971-01-01", listed("1981-01-01")), weight("1971", listed("1981")))
      << "one digit of a year alone says nothing";
}

TEST(BirthDateEvidence, BothEndsOfARangeBelongToIt) {
  const BirthDate years = range("1970-06-01", "1972-06-01");
  const std::int32_t inside = weight("1971-03-02", years);
  EXPECT_EQ(weight("1970-01-15", years), inside) << "only years are compared";
  EXPECT_EQ(weight("1972-12-31", years), inside);
  EXPECT_LT(weight("1973-12-31", years), 0);
  EXPECT_LT(weight("1969-01-15", years), 0);
}

TEST(BirthDateEvidence, OutsideARangeItsNearerEndCounts) {
  const BirthDate years = range("1970", "1972");
  EXPECT_EQ(weight("1973", years), weight("1973", listed("1972")));
  EXPECT_EQ(weight("1968", years), weight("1968", listed("1970")));
  EXPECT_EQ(weight("1950", years), weight("1950", listed("1970")));
}

TEST(BirthDateEvidence, ApproximateRangesReachBeyondTheirEnds) {
  const BirthDate about{date("1970"), date("1972"), true};
  EXPECT_EQ(weight("1974", about), weight("1974", circa("1972")));
  EXPECT_GT(weight("1974", about), 0);
}

TEST(BirthDateEvidence, CircaReachesThreeYearsToBothSides) {
  const std::int32_t near = weight("1973", circa("1971"));
  EXPECT_EQ(weight("1974", circa("1971")), near);
  EXPECT_EQ(weight("1968", circa("1971")), near);
  EXPECT_LT(weight("1975", circa("1971")), 0);
  EXPECT_LT(weight("1967", circa("1971")), 0);
}

// A day that a list gives only approximately is no evidence against another day of that year.
TEST(BirthDateEvidence, WithinTheYearAnApproximateDateAgreesNoWorseThanNearIt) {
  EXPECT_GE(weight("1971-11-25", circa("1971-03-02")), weight("1973-11-25", circa("1971-03-02")));
}

TEST(BirthDateEvidence, OneDigitNeedsTwoFullDates) {
  EXPECT_LT(weight("1971", listed("1981")), 0);
  EXPECT_LT(weight("1971-03", listed("1981-03")), 0);
}

// A decade mistaken is a slip of one key, and ten years apart are ten years apart.
TEST(BirthDateEvidence, AnotherDecadeContradictsLessThanAnotherYear) {
  EXPECT_GT(weight("1971", listed("1981")), weight("1971", listed("1982")));
  EXPECT_LT(weight("1971", listed("1981")), weight("1971", listed("1974")));
}

TEST(BirthDateEvidence, YearsAloneMayBeOffByOne) {
  EXPECT_GT(weight("1971", listed("1972")), weight("1971-03-02", listed("1972-11-25")));
  EXPECT_LE(weight("1971", listed("1972")), 0);
}

TEST(BirthDateEvidence, OnlyNeighbouringDigitsAreTransposed) {
  EXPECT_EQ(weigh("1971-03-12", {listed("1971-02-13")})->text.find("swapped"), std::string::npos);
}

TEST(BirthDateEvidence, TwoDigitsAreNotOne) {
  EXPECT_EQ(weigh("1971-03-02", {listed("1982-03-02")})->text.find("one digit"), std::string::npos);
  EXPECT_EQ(weigh("1971-03-02", {listed("1971-03-15")})->text.find("one digit"), std::string::npos);
}

TEST(BirthDateEvidence, DoesNotDependOnWhichSideIsAsked) {
  for (const Row& row : rows()) {
    if (row.listed.is_range() || row.listed.circa) continue;
    EXPECT_EQ(weight(to_string(row.listed.first), listed(row.asked)), weight(row.asked, row.listed))
        << row.text;
  }
}

}  // namespace
}  // namespace darvaza::scoring
