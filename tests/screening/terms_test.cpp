// An answer holds what the post may see, and nothing else.
#include <algorithm>
#include <map>
#include <random>
#include <set>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "darvaza/screener.h"
#include "screening/screening_test_support.h"

namespace darvaza::screening {
namespace {

constexpr std::string_view kStates[] = {"KGZ", "TJK", "UZB"};

/// An entry as a table would have it, and what a plain reading of the rules says of it.
struct Row {
  std::string list, id, owner, visibility, instruction, from, until;
  std::set<std::string> released;  ///< with `is_open`: to all
  bool is_open = true;

  std::string csv() const {
    std::string to = is_open || !released.empty() ? "" : "owner";
    for (const std::string& state : released) to += (to.empty() ? "" : ";") + state;
    return id + ",Nadir Zarbofanov," + owner + ',' + visibility + ',' + instruction + ',' + to +
           ',' + from + ',' + until + '\n';
  }
  bool is_for(const std::string& state, bool first_line, const std::string& day) const {
    if (first_line && (visibility == "second" || instruction == "discreet")) return false;
    // Days in which nobody could be found are told when the list is read, and say nothing.
    const bool has_days = from.empty() || until.empty() || from <= until;
    if (has_days && !from.empty() && day < from) return false;
    if (has_days && !until.empty() && day > until) return false;
    return state.empty() || is_open || state == owner || released.count(state) != 0;
  }
};

/// Four lists of three owners, every combination of terms somewhere.
std::vector<Row> make_up_rows() {
  std::mt19937 random(20261126);
  const auto pick = [&](auto... choices) {
    const std::string all[] = {choices...};
    return all[random() % std::size(all)];
  };
  std::vector<Row> rows;
  for (int i = 0; i < 240; ++i) {
    Row row;
    row.list = "list" + std::to_string(i % 4);
    row.id = "e" + std::to_string(i);
    row.owner = kStates[random() % std::size(kStates)];
    row.visibility = pick("", "first", "second");
    row.instruction = pick("", "arrest", "discreet", "protect");
    row.from = pick("", "2026-01-01", "2026-07-01");
    row.until = pick("", "2026-06-30", "2026-12-31");
    row.is_open = random() % 3 == 0;
    for (const std::string_view state : kStates) {
      if (!row.is_open && random() % 3 == 0) row.released.emplace(state);
    }
    rows.push_back(row);
  }
  return rows;
}

Screener open_rows(const std::vector<Row>& rows) {
  std::map<std::string, std::string> files;
  for (const Row& row : rows) {
    std::string& text = files[row.list];
    if (text.empty())
      text = "id,name,owner,visibility,instruction,releasable_to,valid_from,valid_until\n";
    text += row.csv();
  }
  std::vector<ListFile> lists;
  for (const auto& [list, text] : files) lists.push_back({list + ".csv", text});
  return open_lists(lists);
}

std::set<std::string> found(const Screener& screener, const Post& post, bool exhaustive) {
  ScreeningOptions options;
  options.top = 1000;
  options.post = post;
  options.exhaustive = exhaustive;
  std::set<std::string> ids;
  for (const Candidate& candidate : screener.screen(named("Nadir Zarbofanov"), options).candidates)
    ids.insert(candidate.id);
  return ids;
}

TEST(Terms, ThreeStatesSeeOfFourListsWhatAPlainReadingOfTheRulesSays) {
  const std::vector<Row> rows = make_up_rows();
  const Screener screener = open_rows(rows);
  std::set<std::size_t> sizes;
  for (const std::string state : {"", "KGZ", "TJK", "UZB", "PAK"}) {
    for (const Line line : {Line::first, Line::second}) {
      for (const std::string day :
           {"2025-12-31", "2026-01-01", "2026-06-30", "2026-07-01", "2027-01-01"}) {
        std::set<std::string> expected;
        for (const Row& row : rows) {
          if (row.is_for(state, line == Line::first, day)) expected.insert(row.id);
        }
        const Post post{StateCode(state), line, *parse_iso_date(day)};
        EXPECT_EQ(found(screener, post, false), expected)
            << state << ' ' << to_string(line) << ' ' << day;
        EXPECT_EQ(found(screener, post, true), expected)
            << state << ' ' << to_string(line) << ' ' << day;
        sizes.insert(expected.size());
      }
    }
  }
  EXPECT_GT(sizes.size(), 10u) << "posts must differ in what they see";
}

TEST(Terms, AFirstLineAnswerIsThatForNobodyFoundToTheByte) {
  const Screener with =
      open_lists({{"zala.csv", "id,name,instruction\nz-1,Nadir Zarbofanov,discreet\n"}});
  const Screener without =
      open_lists({{"zala.csv", "id,name,instruction\nz-2,Somebody Else,arrest\n"}});
  ScreeningOptions first_line;
  first_line.post.line = Line::first;
  const std::string answer = to_json(with.screen(named("Nadir Zarbofanov"), first_line));
  EXPECT_EQ(answer, to_json(without.screen(named("Nadir Zarbofanov"), first_line)));
  EXPECT_NE(answer.find(R"("decision": "clear")"), std::string::npos);
  EXPECT_EQ(with.screen(named("Nadir Zarbofanov")).decision, Decision::hit);
}

TEST(Terms, WhatIsWithheldIsSaidOfThoseForReviewAndNotOfTheBottom) {
  const Screener screener = open_lists({{"zala.csv",
                                         "id,name,birth_date,nationality,instruction\n"
                                         "z-1,Nadir Zarbofanov,1950-01-31,TJK,discreet\n"}});
  const Traveller other = described("Nadir Qurbonzoda", "1999-07-09", "UZB");
  ScreeningOptions options;
  options.post.line = Line::first;
  for (const std::int32_t least : {0, 2000, 5000}) {
    options.min_score_bp = least;
    EXPECT_TRUE(screener.screen(named("Nadir Zarbofanov"), options).withheld) << least;
    EXPECT_FALSE(screener.screen(other, options).withheld) << least;
  }
}

TEST(Terms, ADocumentOfAPersonWhoMayNotBeSeenLeadsNowhere) {
  const Screener screener = open_lists(
      {{"zala.csv",
        "id,name,document_number,owner,releasable_to\nz-1,Nadir Zarbofanov,AB123456,TJK,owner\n"}});
  ScreeningOptions options;
  options.post.state = StateCode("UZB");
  EXPECT_EQ(screener.screen(with_document(named("Other Name"), "AB123456"), options).decision,
            Decision::clear);
  options.post.state = StateCode("TJK");
  EXPECT_EQ(screener.screen(with_document(named("Other Name"), "AB123456"), options).decision,
            Decision::hit);
}

TEST(Terms, LostDocumentsAreSharedOnTheTermsOfTheirList) {
  const Screener screener = open_lists({{"sltd.csv", "document_number,status\nPK7700133,lost\n"},
                                        {"terms.csv", "list,owner,releasable_to\nsltd,PAK,TJK\n"},
                                        {"zala.csv", "id,name\nz-1,Tuvan Ordai\n"}});
  const auto hits = [&](std::string_view state) {
    ScreeningOptions options;
    options.post.state = StateCode(state);
    return screener.screen(with_document(named("Other Name"), "PK7700133"), options).documents;
  };
  EXPECT_EQ(hits("UZB").size(), 0u);
  ASSERT_EQ(hits("TJK").size(), 1u);
  EXPECT_EQ(hits("TJK")[0].terms.owner, StateCode("PAK"));
}

TEST(Terms, OfAListAreThoseOfItsEntriesThatStateNone) {
  const Screener screener = open_lists(
      {{"zala.csv", "id,name,instruction\nz-1,Nadir Zarbofanov,\nz-2,Nadir Zarbofanova,arrest\n"},
       {"terms.csv", "list,owner,focal_point,instruction\nzala,TJK,duty desk,contact\n"}});
  const auto candidates = screener.screen(named("Nadir Zarbofanov")).candidates;
  ASSERT_EQ(candidates.size(), 2u);
  EXPECT_EQ(candidates[0].handling,
            "Unconfirmed. Contact the owner before anything else. Verify identity and contact "
            "Tajikistan: duty desk.");
  EXPECT_EQ(candidates[1].terms.instruction, Instruction::arrest);
  EXPECT_EQ(candidates[1].terms.owner, StateCode("TJK"));
}

TEST(Terms, StandInTheAnswerOnlyWhereAnyAreStated) {
  const Screener screener = open_lists(
      {{"zala.csv",
        "id,name,owner,releasable_to,valid_until\nz-1,Nadir Zarbofanov,TJK,UZB;KGZ,2027-01-31\n"}});
  EXPECT_NE(
      to_json(screener.screen(named("Nadir Zarbofanov")))
          .find(
              R"("terms": {"owner": "TJK", "focal_point": "", "legal_basis": "", "alert_category": "", "instruction": "", "visible_from": "first", )"
              R"("releasable_to": ["KGZ", "UZB"], "valid_from": "", "valid_until": "2027-01-31", "review": "", "source_reference": ""}})"),
      std::string::npos);
  EXPECT_EQ(to_json(open_small_lists().screen(named("Nadir Zarbofanov"))).find("terms"),
            std::string::npos);
}

}  // namespace
}  // namespace darvaza::screening
