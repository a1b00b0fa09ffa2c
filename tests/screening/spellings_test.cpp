// Pairs of names of the region (tests/reference/spellings): how many of one person are found, how many of two are taken for one.
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include "darvaza/compare.h"

namespace darvaza {
namespace {

/// Where an officer is asked to compare.
constexpr int kReview = 5000;

struct Row {
  std::string group, a, b;
};

std::vector<Row> read(const char* name) {
  std::ifstream file(std::filesystem::path(DARVAZA_SOURCE_DIR) / "tests" / "reference" / "spellings" / name);
  std::vector<Row> rows;
  for (std::string line; std::getline(file, line);) {
    const auto first = line.find('\t'), second = line.find('\t', first + 1);
    rows.push_back({line.substr(0, first), line.substr(first + 1, second - first - 1), line.substr(second + 1)});
  }
  return rows;
}

std::vector<Row> at_review(const std::vector<Row>& rows, bool wanted) {
  std::vector<Row> out;
  for (const Row& row : rows) {
    if ((compare_names(row.a, row.b).score_bp >= kReview) == wanted) out.push_back(row);
  }
  return out;
}

std::string listed(const std::vector<Row>& rows) {
  std::string text;
  for (const Row& row : rows) text += row.group + ": " + row.a + " | " + row.b + "\n";
  return text;
}

TEST(Spellings, OfOnePersonAreFound) {
  const auto rows = read("same.tsv");
  ASSERT_EQ(rows.size(), 413u);
  const auto missed = at_review(rows, false);
  EXPECT_LE(missed.size(), 7u) << listed(missed);
}

TEST(Spellings, WrittenLaterAreFoundAsWell) {
  const auto rows = read("same_later.tsv");
  ASSERT_EQ(rows.size(), 96u);
  const auto missed = at_review(rows, false);
  EXPECT_LE(missed.size(), 3u) << listed(missed);
}

TEST(Spellings, OfDifferentPeopleAreNotTakenForOneMoreOften) {
  const auto rows = read("different.tsv");
  ASSERT_EQ(rows.size(), 178u);
  EXPECT_LE(at_review(rows, true).size(), 79u);
}

TEST(Spellings, OfANameThatIsLikeAnotherAreFound) {
  const auto rows = read("same_near.tsv");
  ASSERT_EQ(rows.size(), 407u);
  const auto missed = at_review(rows, false);
  EXPECT_EQ(missed.size(), 0u) << listed(missed);
}

TEST(Spellings, NamesThatAreLikeOneAnotherAreNotTakenForOneMoreOften) {
  const auto rows = read("different_near.tsv");
  ASSERT_EQ(rows.size(), 555u);
  EXPECT_LE(at_review(rows, true).size(), 236u);
}

TEST(Spellings, OfManyScriptsAreFound) {
  const auto rows = read("scripts_same.tsv");
  ASSERT_EQ(rows.size(), 648u);
  const auto missed = at_review(rows, false);
  EXPECT_LE(missed.size(), 31u) << listed(missed);
}

TEST(Spellings, OfDifferentPeopleInManyScriptsAreNotTakenForOneMoreOften) {
  const auto rows = read("scripts_different.tsv");
  ASSERT_EQ(rows.size(), 212u);
  EXPECT_LE(at_review(rows, true).size(), 28u);
}

TEST(Spellings, WithACourtesyWrittenTogetherAreFound) {
  const auto rows = read("courtesies_same.tsv");
  ASSERT_EQ(rows.size(), 83u);
  const auto missed = at_review(rows, false);
  EXPECT_LE(missed.size(), 1u) << listed(missed);
}

TEST(Spellings, OfDifferentPeopleWithCourtesiesAreNotTakenForOneMoreOften) {
  const auto rows = read("courtesies_different.tsv");
  ASSERT_EQ(rows.size(), 45u);
  EXPECT_LE(at_review(rows, true).size(), 3u);
}

TEST(Spellings, OfFormsOfTheRegionAreFound) {
  const auto rows = read("forms_same.tsv");
  ASSERT_EQ(rows.size(), 204u);
  const auto missed = at_review(rows, false);
  EXPECT_LE(missed.size(), 6u) << listed(missed);
}

TEST(Spellings, OfDifferentPeopleWithSuchFormsAreNotTakenForOneMoreOften) {
  const auto rows = read("forms_different.tsv");
  ASSERT_EQ(rows.size(), 96u);
  EXPECT_LE(at_review(rows, true).size(), 23u);
}

TEST(Spellings, WithAFathersNameThatMayBeASurnameAreFound) {
  const auto rows = read("fathers_same.tsv");
  ASSERT_EQ(rows.size(), 24u);
  const auto missed = at_review(rows, false);
  EXPECT_EQ(missed.size(), 0u) << listed(missed);
}

TEST(Spellings, OfDifferentPeopleWithSuchSurnamesAreNotTakenForOne) {
  const auto rows = read("fathers_different.tsv");
  ASSERT_EQ(rows.size(), 24u);
  const auto taken = at_review(rows, true);
  EXPECT_EQ(taken.size(), 0u) << listed(taken);
}

TEST(Spellings, OfNamesInTwoWordsAreFound) {
  const auto rows = read("halves_same.tsv");
  ASSERT_EQ(rows.size(), 267u);
  const auto missed = at_review(rows, false);
  EXPECT_LE(missed.size(), 21u) << listed(missed);
}

TEST(Spellings, OfDifferentPeopleWithSuchNamesAreNotTakenForOneMoreOften) {
  const auto rows = read("halves_different.tsv");
  ASSERT_EQ(rows.size(), 135u);
  EXPECT_LE(at_review(rows, true).size(), 38u);
}

TEST(Spellings, OfGodAndTheReligionBehindAnotherWordAreFound) {
  const auto rows = read("second_same.tsv");
  ASSERT_EQ(rows.size(), 334u);
  const auto missed = at_review(rows, false);
  EXPECT_LE(missed.size(), 5u) << listed(missed);
}

TEST(Spellings, OfDifferentPeopleWithSuchNamesBehindAreNotTakenForOneMoreOften) {
  const auto rows = read("second_different.tsv");
  ASSERT_EQ(rows.size(), 258u);
  EXPECT_LE(at_review(rows, true).size(), 4u);
}

TEST(Spellings, OfTheWorldAreFound) {
  const auto rows = read("world_same.tsv");
  ASSERT_EQ(rows.size(), 52u);
  const auto missed = at_review(rows, false);
  EXPECT_EQ(missed.size(), 0u) << listed(missed);
}

TEST(Spellings, OfDifferentPeopleOfTheWorldAreNotTakenForOneMoreOften) {
  const auto rows = read("world_different.tsv");
  ASSERT_EQ(rows.size(), 30u);
  const auto found = at_review(rows, true);
  EXPECT_LE(found.size(), 13u) << listed(found);
}

TEST(Spellings, OfStemsAndEndingsAreFound) {
  const auto rows = read("eco_same.tsv");
  ASSERT_EQ(rows.size(), 32u);
  const auto missed = at_review(rows, false);
  EXPECT_LE(missed.size(), 1u) << listed(missed);
}

TEST(Spellings, OfDifferentPeopleOfLikeStemsAndEndingsAreNotTakenForOneMoreOften) {
  const auto rows = read("eco_different.tsv");
  ASSERT_EQ(rows.size(), 16u);
  const auto found = at_review(rows, true);
  EXPECT_LE(found.size(), 1u) << listed(found);
}

TEST(Spellings, AreComparedAlikeFromEitherSide) {
  for (const char* file : {"same.tsv", "same_near.tsv", "different_near.tsv", "scripts_same.tsv", "courtesies_same.tsv", "forms_same.tsv", "fathers_same.tsv", "fathers_different.tsv", "halves_same.tsv", "halves_different.tsv", "second_same.tsv", "second_different.tsv", "world_same.tsv", "world_different.tsv", "eco_same.tsv", "eco_different.tsv"}) {
    for (const Row& row : read(file)) EXPECT_EQ(compare_names(row.a, row.b).score_bp, compare_names(row.b, row.a).score_bp) << row.a << " | " << row.b;
  }
}

}  // namespace
}  // namespace darvaza
