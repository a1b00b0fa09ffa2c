// On what terms the rows of a table of persons are shared.
#include "lists/terms_columns.h"

#include <string>

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "lists/list_test_support.h"
#include "records/today.h"

namespace darvaza::lists {
namespace {

EntryTerms terms_of(const std::string& columns, const std::string& row) {
  const auto read = read_text("name," + columns + "\nTuvan Ordai," + row + "\n");
  EXPECT_EQ(read.entries.size(), 1u) << read.error.message;
  return read.entries.empty() ? EntryTerms{} : read.entries[0].terms;
}

TEST(TermsColumns, EveryColumnIsRead) {
  const EntryTerms terms = terms_of(
      "Owner,Focal point,Legal basis,Alert category,Instruction,Visibility,Releasable to,Valid "
      "from,Valid until,Review date,Source reference",
      "Tajikistan,duty desk,decree 17,trafficking in persons,Specific check,second line,uz; "
      "KGZ;uz,2026-01-02,2027-03,2026-06-30,T/17");
  EXPECT_EQ(terms.owner, StateCode("TJK"));
  EXPECT_EQ(terms.focal_point, "duty desk");
  EXPECT_EQ(terms.legal_basis, "decree 17");
  EXPECT_EQ(terms.category, AlertCategory::trafficking_in_persons);
  EXPECT_EQ(terms.instruction, Instruction::specific_check);
  EXPECT_EQ(terms.visible_from, Line::second);
  ASSERT_TRUE(terms.releasable_to.has_value());
  EXPECT_EQ(*terms.releasable_to, (std::vector<StateCode>{StateCode("KGZ"), StateCode("UZB")}));
  EXPECT_EQ(terms.valid_from, (PartialDate{2026, 1, 2}));
  EXPECT_EQ(terms.valid_until, (PartialDate{2027, 3, 0}));
  EXPECT_EQ(terms.review, (PartialDate{2026, 6, 30}));
  EXPECT_EQ(terms.source_reference, "T/17");
}

TEST(TermsColumns, ATableWithoutThemStatesNothing) { EXPECT_FALSE(terms_of("id", "1").stated()); }

TEST(TermsColumns, ReleasabilityIsToAllToTheOwnerAloneOrToSome) {
  EXPECT_FALSE(terms_of("releasable_to", "").releasable_to.has_value());
  EXPECT_FALSE(terms_of("releasable_to", "all").releasable_to.has_value());
  EXPECT_TRUE(terms_of("releasable_to", "owner").releasable_to->empty());
}

// The name that answers have for it.
TEST(TermsColumns, VisibleFromIsVisibility) {
  EXPECT_EQ(terms_of("visible_from", "second line").visible_from, Line::second);
  EXPECT_EQ(terms_of("visible_from", "").visible_from, Line::first);
}

// A slip of the pen must not open an entry to those from whom it is kept, nor end it early.
TEST(TermsColumns, WhatCannotBeReadWidensNothingAndIsRemarked) {
  const auto read = read_text(
      "name,owner,alert_category,instruction,visibility,releasable_to,valid_from,valid_until,"
      "review_date\n"
      "Tuvan Ordai,Atlantis,piracy,applaud,nobody,Atlantis,soon,never,later\n");
  ASSERT_EQ(read.entries.size(), 1u);
  EXPECT_EQ(read.sources[0].remark_count, 8u);
  const EntryTerms& terms = read.entries[0].terms;
  EXPECT_EQ(terms.visible_from, Line::second);
  ASSERT_TRUE(terms.releasable_to.has_value());
  EXPECT_TRUE(terms.releasable_to->empty());
  EXPECT_FALSE(terms.valid_from.known());
  EXPECT_FALSE(terms.valid_until.known());
}

// Such terms hold on no day: the entry would never be found.
TEST(TermsColumns, AnEndBeforeTheBeginningIsRemarkedAndNeitherIsTaken) {
  const auto read = read_text("name,valid_from,valid_until\nTuvan Ordai,2026-12-01,2025-12-01\nKeleg Ordai,2026-06,2026\nTovan Ordai,2026-06-01,2026-06-01\n");
  ASSERT_EQ(read.entries.size(), 3u);
  EXPECT_FALSE(read.entries[0].terms.valid_from.known());
  EXPECT_FALSE(read.entries[0].terms.valid_until.known());
  EXPECT_TRUE(read.entries[1].terms.valid_until.known()) << "the whole of 2026";
  EXPECT_TRUE(read.entries[2].terms.valid_until.known()) << "one day";
  ASSERT_EQ(read.sources[0].remark_count, 1u);
  EXPECT_EQ(read.sources[0].remarks[0].record, 1u);
  EXPECT_EQ(read.sources[0].remarks[0].reason, "a last day of validity before the first: neither is taken");
}

TEST(TermsColumns, StatesMayBeSeparatedAsIsUsual) {
  for (const char* const states : {"UZB;KGZ", "UZB, KGZ", "UZB/KGZ", "kgz | uzb", "Kyrgyzstan,UZ", "UZB/KGZ, UZB", "KGZ|KGZ/UZB"}) {
    const auto read = read_text(std::string("name,releasable_to\nTuvan Ordai,\"") + states + "\"\n");
    ASSERT_EQ(read.entries.size(), 1u);
    const auto& to = read.entries[0].terms.releasable_to;
    ASSERT_TRUE(to) << states;
    EXPECT_EQ(*to, (std::vector<StateCode>{StateCode("KGZ"), StateCode("UZB")})) << states;
    EXPECT_EQ(read.sources[0].remark_count, 0u) << states;
  }
  const auto read = read_text("name,releasable_to\nTuvan Ordai,\"Korea, Republic of; UZB, Narnia\"\n");
  EXPECT_EQ(*read.entries.at(0).terms.releasable_to, (std::vector<StateCode>{StateCode("KOR"), StateCode("UZB")}));
  EXPECT_EQ(read.sources[0].remark_count, 1u);
}

// Mistyped, it hides a person for a lifetime; meant, it is the owner's word.
TEST(TermsColumns, AFirstDayFarAheadIsRemarkedAndTaken) {
  const int year = records::this_year();
  const auto row = [](const char* name, int from) { return fmt::format("{},{}-01-01\n", name, from); };
  const auto read = read_text("name,valid_from\n" + row("Tuvan Ordai", year + 180) + row("Keleg Ordai", year + 6) + row("Tovan Ordai", year + 5) + row("Oraz Ordai", year - 40));
  ASSERT_EQ(read.entries.size(), 4u);
  EXPECT_EQ(read.entries[0].terms.valid_from.year, year + 180);
  ASSERT_EQ(read.sources[0].remark_count, 2u);
  EXPECT_EQ(read.sources[0].remarks[1].record, 2u);
  EXPECT_EQ(read.sources[0].remarks[0].reason, "a first day of validity more than 5 years ahead: taken as it stands, and nobody is found by the entry until then");
}

// Whoever writes 2016 for 2036 hides a person from that moment on; a list may also keep what is over.
TEST(TermsColumns, ALastDayThatIsPastIsCountedAndTaken) {
  const int year = records::this_year();
  const auto row = [](const char* name, const std::string& until) { return fmt::format("{},{}\n", name, until); };
  const auto read = read_text("name,valid_until\n" + row("Tuvan Ordai", fmt::format("{}", year)) + row("Keleg Ordai", fmt::format("{}-06-30", year - 10)) + row("Oraz Ordai", ""));
  ASSERT_EQ(read.entries.size(), 3u);
  EXPECT_EQ(read.entries[1].terms.valid_until.year, year - 10);
  EXPECT_EQ(read.sources[0].remark_count, 0u) << "nothing is lost";
  ASSERT_EQ(read.sources[0].over_count, 1u) << "this year is not over";
  EXPECT_EQ(read.sources[0].over[0].record, 2u);
  EXPECT_EQ(read.sources[0].over[0].reason, fmt::format("the last day of validity was {}-06-30: nobody is found by the entry", year - 10));
}

TEST(TermsColumns, TermsOfAListThatAreOverAreCounted) {
  const TestDirectory directory;
  const auto read = read_files({directory.write("zala.csv", "name\nTuvan Ordai\n"), directory.write("terms.csv", "list,valid_until\nzala,2016-06-30\n")});
  ASSERT_EQ(read.sources.size(), 2u) << read.error.message;
  EXPECT_EQ(read.sources[1].over_count, 1u);
}

}  // namespace
}  // namespace darvaza::lists
