#include "records/term_rules.h"

#include <gtest/gtest.h>

namespace darvaza::records {
namespace {

EntryTerms valid(const char* from, const char* until) {
  EntryTerms terms;
  if (*from != '\0') terms.valid_from = *parse_iso_date(from);
  if (*until != '\0') terms.valid_until = *parse_iso_date(until);
  return terms;
}

TEST(TermRules, MissingAndProtectedPersonsAreNoSuspects) {
  EntryTerms terms;
  EXPECT_FALSE(is_no_suspect(terms));
  terms.category = AlertCategory::terrorism;
  terms.instruction = Instruction::arrest;
  EXPECT_FALSE(is_no_suspect(terms));
  terms.category = AlertCategory::missing_person;
  EXPECT_TRUE(is_no_suspect(terms));
  terms.category = AlertCategory::unstated;
  terms.instruction = Instruction::protect;
  EXPECT_TRUE(is_no_suspect(terms));
}

TEST(TermRules, FirstAndLastDayBelongToTheValidity) {
  const EntryTerms terms = valid("2026-03-01", "2026-06-30");
  EXPECT_FALSE(is_valid_on(*parse_iso_date("2026-02-28"), terms));
  EXPECT_TRUE(is_valid_on(*parse_iso_date("2026-03-01"), terms));
  EXPECT_TRUE(is_valid_on(*parse_iso_date("2026-06-30"), terms));
  EXPECT_FALSE(is_valid_on(*parse_iso_date("2026-07-01"), terms));
  EXPECT_TRUE(is_valid_on(PartialDate{}, terms)) << "who does not know the day hides nobody";
}

/// A post whose clock fell back must not miss whom its own lists name.
TEST(TermRules, AnEntryBeginsNoLaterThanTheDayThatHasComeForSure) {
  const EntryTerms terms = valid("2026-03-05", "2026-06-30");
  const auto seen = [&](const char* today, const char* not_before) {
    Post post;
    post.today = *parse_iso_date(today);
    if (*not_before != '\0') post.not_before = *parse_iso_date(not_before);
    EXPECT_EQ(may_see(post, terms), is_valid_for(post, terms));
    return is_valid_for(post, terms);
  };
  EXPECT_FALSE(seen("2026-03-04", ""));
  EXPECT_FALSE(seen("2026-03-03", "2026-03-04")) << "a day of difference is a time zone";
  EXPECT_TRUE(seen("2026-03-04", "2026-03-05"));
  EXPECT_TRUE(seen("2000-01-01", "2026-03-05"));
  EXPECT_TRUE(seen("2000-01-01", "2026-03-01")) << "how late it is nobody knows";
  EXPECT_FALSE(seen("2026-07-01", "2026-03-05")) << "it is over";
  EXPECT_FALSE(seen("2026-03-04", "2026-01-01")) << "lists of before say nothing";
}

TEST(TermRules, AClockThatIsBehindIsTold) {
  const auto fault = [](const char* today, const char* not_before) { return clock_fault({{}, Line::second, *parse_iso_date(today), *parse_iso_date(not_before)}); };
  EXPECT_EQ(fault("2026-03-04", "2026-03-05"), "");
  EXPECT_EQ(fault("2026-03-05", "2026-03-04"), "");
  EXPECT_EQ(fault("2026-02-28", "2026-03-02"),
            "the lists are of 2026-03-02, and it is 2026-02-28 here: a clock is wrong; no entry is left out for its first day of validity");
  EXPECT_EQ(clock_fault({}), "") << "nobody knows the day";
}

TEST(TermRules, ALastDayIsAsLateAsItMayMean) {
  EXPECT_TRUE(ends_before_it_begins(valid("2026-12-01", "2025-12-01")));
  EXPECT_FALSE(ends_before_it_begins(valid("2026-12-01", "2026-12-01")));
  EXPECT_FALSE(ends_before_it_begins(valid("2026-12-01", "2026")));
  EXPECT_TRUE(ends_before_it_begins(valid("2026-12-01", "2026-11")));
  EXPECT_FALSE(ends_before_it_begins(valid("2026-12-01", "")));
  EXPECT_FALSE(ends_before_it_begins(valid("", "2025-12-01")));
}

TEST(CalendarDay, IsNoneOfTheCalendarsOfTheRegion) {
  EXPECT_TRUE(records::is_calendar_day({2026, 11, 26}));
  EXPECT_TRUE(records::is_calendar_day({}));
  for (const PartialDate day : {PartialDate{1405, 9, 5}, PartialDate{1448, 6, 16}, PartialDate{1, 1, 1}, PartialDate{1899, 12, 31}}) EXPECT_FALSE(records::is_calendar_day(day));
}

}  // namespace
}  // namespace darvaza::records
