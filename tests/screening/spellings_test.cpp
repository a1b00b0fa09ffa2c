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

/// A file holds so many pairs, and at most so many of them are at a review (`wanted`), or are not.
void expect_at_most(const char* file, std::size_t size, bool wanted, std::size_t most) {
  const auto rows = read(file);
  ASSERT_EQ(rows.size(), size);
  const auto counted = at_review(rows, wanted);
  EXPECT_LE(counted.size(), most) << listed(counted);
}

/// Of one person's names.
void expect_most_missed(const char* file, std::size_t size, std::size_t most) { expect_at_most(file, size, false, most); }

/// Of two people's.
void expect_most_taken_for_one(const char* file, std::size_t size, std::size_t most) { expect_at_most(file, size, true, most); }

TEST(Spellings, OfOnePersonAreFound) {
  expect_most_missed("same.tsv", 413u, 7u);
}

TEST(Spellings, WrittenLaterAreFoundAsWell) {
  expect_most_missed("same_later.tsv", 96u, 3u);
}

TEST(Spellings, OfDifferentPeopleAreNotTakenForOneMoreOften) {
  expect_most_taken_for_one("different.tsv", 178u, 79u);
}

TEST(Spellings, OfANameThatIsLikeAnotherAreFound) {
  expect_most_missed("same_near.tsv", 407u, 0u);
}

TEST(Spellings, NamesThatAreLikeOneAnotherAreNotTakenForOneMoreOften) {
  expect_most_taken_for_one("different_near.tsv", 555u, 236u);
}

TEST(Spellings, OfManyScriptsAreFound) {
  expect_most_missed("scripts_same.tsv", 648u, 31u);
}

TEST(Spellings, OfDifferentPeopleInManyScriptsAreNotTakenForOneMoreOften) {
  expect_most_taken_for_one("scripts_different.tsv", 212u, 28u);
}

TEST(Spellings, WithACourtesyWrittenTogetherAreFound) {
  expect_most_missed("courtesies_same.tsv", 83u, 1u);
}

TEST(Spellings, OfDifferentPeopleWithCourtesiesAreNotTakenForOneMoreOften) {
  expect_most_taken_for_one("courtesies_different.tsv", 45u, 3u);
}

TEST(Spellings, OfFormsOfTheRegionAreFound) {
  expect_most_missed("forms_same.tsv", 204u, 6u);
}

TEST(Spellings, OfDifferentPeopleWithSuchFormsAreNotTakenForOneMoreOften) {
  expect_most_taken_for_one("forms_different.tsv", 96u, 23u);
}

TEST(Spellings, WithAFathersNameThatMayBeASurnameAreFound) {
  expect_most_missed("fathers_same.tsv", 24u, 0u);
}

TEST(Spellings, OfDifferentPeopleWithSuchSurnamesAreNotTakenForOne) {
  expect_most_taken_for_one("fathers_different.tsv", 24u, 0u);
}

TEST(Spellings, OfNamesInTwoWordsAreFound) {
  expect_most_missed("halves_same.tsv", 267u, 21u);
}

TEST(Spellings, OfDifferentPeopleWithSuchNamesAreNotTakenForOneMoreOften) {
  expect_most_taken_for_one("halves_different.tsv", 135u, 38u);
}

TEST(Spellings, OfGodAndTheReligionBehindAnotherWordAreFound) {
  expect_most_missed("second_same.tsv", 349u, 5u);
}

TEST(Spellings, OfDifferentPeopleWithSuchNamesBehindAreNotTakenForOneMoreOften) {
  expect_most_taken_for_one("second_different.tsv", 260u, 4u);
}

TEST(Spellings, OfTheWorldAreFound) {
  expect_most_missed("world_same.tsv", 52u, 0u);
}

TEST(Spellings, OfDifferentPeopleOfTheWorldAreNotTakenForOneMoreOften) {
  expect_most_taken_for_one("world_different.tsv", 30u, 13u);
}

TEST(Spellings, OfStemsAndEndingsAreFound) {
  expect_most_missed("eco_same.tsv", 32u, 1u);
}

TEST(Spellings, OfDifferentPeopleOfLikeStemsAndEndingsAreNotTakenForOneMoreOften) {
  expect_most_taken_for_one("eco_different.tsv", 25u, 2u);
}

TEST(Spellings, WithTheArticleAndWithoutAreFound) {
  expect_most_missed("articles_same.tsv", 34u, 1u);
}

TEST(Spellings, OfDifferentPeopleWithTheArticleAreNotTakenForOneMoreOften) {
  expect_most_taken_for_one("articles_different.tsv", 26u, 3u);
}

TEST(Spellings, WithAFatherOrHusbandBehindWordsAreFound) {
  expect_most_missed("kin_same.tsv", 70u, 1u);
}

TEST(Spellings, OfDifferentPeopleWithSuchWordsAreNotTakenForOneMoreOften) {
  expect_most_taken_for_one("kin_different.tsv", 34u, 2u);
}

TEST(Spellings, AreComparedAlikeFromEitherSide) {
  for (const char* file : {"same.tsv", "same_near.tsv", "different_near.tsv", "scripts_same.tsv", "courtesies_same.tsv", "forms_same.tsv", "fathers_same.tsv", "fathers_different.tsv", "halves_same.tsv", "halves_different.tsv", "second_same.tsv", "second_different.tsv", "world_same.tsv", "world_different.tsv", "eco_same.tsv", "eco_different.tsv", "articles_same.tsv", "articles_different.tsv", "kin_same.tsv", "kin_different.tsv"}) {
    for (const Row& row : read(file)) EXPECT_EQ(compare_names(row.a, row.b).score_bp, compare_names(row.b, row.a).score_bp) << row.a << " | " << row.b;
  }
}

}  // namespace
}  // namespace darvaza
