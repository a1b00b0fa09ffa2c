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

}  // namespace
}  // namespace darvaza::lists
