// Who sees an entry, when, and what they are told.
#include "darvaza/entry_terms.h"

#include <string>

#include <gtest/gtest.h>

namespace darvaza {
namespace {

EntryTerms terms_of(std::string_view owner) {
  EntryTerms terms;
  terms.owner = StateCode(owner);
  return terms;
}
Post post_of(std::string_view state, Line line = Line::second, PartialDate today = {}) {
  return {StateCode(state), line, today};
}

TEST(EntryTerms, AreReleasableToAllUnlessTheySayToWhom) {
  EntryTerms terms = terms_of("TJK");
  EXPECT_TRUE(may_see(post_of("UZB"), terms));
  terms.releasable_to = {StateCode("KGZ")};
  EXPECT_FALSE(may_see(post_of("UZB"), terms));
  EXPECT_TRUE(may_see(post_of("KGZ"), terms));
  EXPECT_TRUE(may_see(post_of("TJK"), terms)) << "the owner";
  EXPECT_TRUE(may_see(Post{}, terms)) << "whoever keeps the lists";
}

TEST(EntryTerms, ReleasableToNobodyAreTheOwnersAlone) {
  EntryTerms terms = terms_of("TJK");
  terms.releasable_to.emplace();
  EXPECT_FALSE(may_see(post_of("KGZ"), terms));
  EXPECT_TRUE(may_see(post_of("TJK"), terms));
}

TEST(EntryTerms, OfTheSecondLineAndDiscreetOnesAreHiddenFromTheFirst) {
  EntryTerms hidden, discreet;
  hidden.visible_from = Line::second;
  discreet.instruction = Instruction::discreet;
  for (const EntryTerms& terms : {hidden, discreet}) {
    EXPECT_FALSE(may_see(post_of("TJK", Line::first), terms));
    EXPECT_TRUE(may_see(post_of("TJK", Line::second), terms));
  }
  EXPECT_TRUE(may_see(post_of("TJK", Line::first), EntryTerms{}));
}

TEST(EntryTerms, CountFromTheirFirstDayToTheirLast) {
  EntryTerms terms;
  terms.valid_from = {2026, 3, 10};
  terms.valid_until = {2026, 9, 20};
  const auto seen_on = [&](PartialDate today) {
    return may_see(post_of("", Line::second, today), terms);
  };
  EXPECT_FALSE(seen_on({2026, 3, 9}));
  EXPECT_TRUE(seen_on({2026, 3, 10}));
  EXPECT_TRUE(seen_on({2026, 9, 20}));
  EXPECT_FALSE(seen_on({2026, 9, 21}));
  EXPECT_TRUE(seen_on({})) << "no day, no limit";
  EXPECT_TRUE(seen_on({2027, 1, 0})) << "half a day is none";
}

TEST(EntryTerms, LimitsKnownInPartAreTakenAsWideAsTheyCanBeMeant) {
  EntryTerms terms;
  terms.valid_from = {2026, 3, 0};
  terms.valid_until = {2027, 0, 0};
  const auto seen_on = [&](PartialDate today) {
    return may_see(post_of("", Line::second, today), terms);
  };
  EXPECT_FALSE(seen_on({2026, 2, 28}));
  EXPECT_TRUE(seen_on({2026, 3, 1}));
  EXPECT_TRUE(seen_on({2027, 12, 31}));
  EXPECT_FALSE(seen_on({2028, 1, 1}));
}

TEST(EntryTerms, TakeFromTheListWhatTheyDoNotState) {
  EntryTerms own = terms_of("TJK"), of_list = terms_of("UZB");
  own.instruction = Instruction::arrest;
  of_list.instruction = Instruction::contact;
  of_list.legal_basis = "agreement of 2026";
  of_list.visible_from = Line::second;
  of_list.releasable_to.emplace();
  of_list.valid_until = {2030, 1, 1};
  complete(own, of_list);
  EXPECT_EQ(own.owner, StateCode("TJK"));
  EXPECT_EQ(own.instruction, Instruction::arrest);
  EXPECT_EQ(own.legal_basis, "agreement of 2026");
  EXPECT_EQ(own.visible_from, Line::second);
  EXPECT_TRUE(own.releasable_to.has_value());
  EXPECT_EQ(own.valid_until, (PartialDate{2030, 1, 1}));
}

TEST(EntryTerms, HandlingBeginsWithUnconfirmedAndNamesWhomToContact) {
  EntryTerms terms = terms_of("TJK");
  terms.instruction = Instruction::seize_document;
  terms.focal_point = "duty desk, +992 0000";
  EXPECT_EQ(handling_text(terms, "Tajikistan", "Ask for the second passport."),
            "Unconfirmed. The owner asks that the document be kept. Ask for the second passport. "
            "Verify identity and contact Tajikistan: duty desk, +992 0000.");
  EXPECT_EQ(
      handling_text(EntryTerms{}, "", ""),
      "Unconfirmed. Do not act on this alone. Verify identity and contact the owner of the entry.");
}

TEST(EntryTerms, MissingAndProtectedPersonsAreNoSuspects) {
  EntryTerms missing, victim, kept_safe, wanted;
  missing.category = AlertCategory::missing_person;
  victim.category = AlertCategory::protected_person;
  kept_safe.instruction = Instruction::protect;
  wanted.category = AlertCategory::terrorism;
  for (const EntryTerms& terms : {missing, victim, kept_safe}) {
    EXPECT_EQ(handling_text(terms, "", "").rfind("Unconfirmed. Not a suspect", 0), 0u);
  }
  EXPECT_EQ(handling_text(wanted, "", "").find("suspect"), std::string::npos);
}

TEST(EntryTerms, WordsAreReadAsTheyAreWritten) {
  for (int i = 0; i <= static_cast<int>(AlertCategory::protected_person); ++i) {
    EXPECT_EQ(parse_alert_category(to_string(static_cast<AlertCategory>(i))),
              static_cast<AlertCategory>(i));
  }
  for (int i = 0; i <= static_cast<int>(Instruction::protect); ++i) {
    EXPECT_EQ(parse_instruction(to_string(static_cast<Instruction>(i))),
              static_cast<Instruction>(i));
    EXPECT_GT(handling_text(
                  [&] {
                    EntryTerms terms;
                    terms.instruction = static_cast<Instruction>(i);
                    return terms;
                  }(),
                  "", "")
                  .size(),
              60u);
  }
  EXPECT_EQ(parse_line("second"), Line::second);
  EXPECT_EQ(parse_alert_category("piracy"), std::nullopt);
  EXPECT_EQ(parse_instruction("Arrest"), std::nullopt);
  EXPECT_EQ(parse_line("third"), std::nullopt);
}

}  // namespace
}  // namespace darvaza
