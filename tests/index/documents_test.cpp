// Looking documents up: exact, confusable, in a run of blanks, of a person.
#include <algorithm>
#include <array>
#include <random>
#include <string>
#include <utility>
#include <vector>

#include <gtest/gtest.h>

#include "documents/number_comparison.h"
#include "index/index_test_support.h"

namespace darvaza::index {
namespace {

std::vector<std::string> numbers_found(const Index& index, std::string_view asked) {
  std::vector<std::string> numbers;
  for (const auto& match : index.find_documents(asked)) numbers.push_back(match.record.number);
  return numbers;
}

BuiltIndex index_of(std::vector<LostDocument> documents) {
  return BuiltIndex([&](IndexBuilder& builder) {
    for (const LostDocument& document : documents) builder.add(document);
  });
}

TEST(FindDocuments, EveryFactOfALostDocumentComesBack) {
  const BuiltIndex index(add_one_of_everything);
  const auto found = index->find_documents("AB0012345");
  ASSERT_EQ(found.size(), 1u);
  EXPECT_EQ(found[0].match, DocumentMatch::exact);
  EXPECT_FALSE(found[0].of_person);
  const LostDocument& record = found[0].record;
  EXPECT_EQ(record.list, "sltd");
  EXPECT_EQ(record.number, "AB0012345");
  EXPECT_EQ(record.range_end, "");
  EXPECT_EQ(record.type, "P");
  EXPECT_EQ(record.issuing_state, StateCode("PAK"));
  EXPECT_EQ(record.status, DocumentStatus::revoked);
  EXPECT_EQ(record.reported, (PartialDate{2024, 5, 1}));
  EXPECT_EQ(record.reporting_state, StateCode("AFG"));
}

TEST(FindDocuments, APersonsDocumentLeadsToThePerson) {
  const BuiltIndex index(add_one_of_everything);
  const auto found = index->find_documents("z-1234567");
  ASSERT_EQ(found.size(), 1u);
  EXPECT_TRUE(found[0].of_person);
  EXPECT_EQ(found[0].match, DocumentMatch::exact);
  EXPECT_EQ(index->entry(found[0].entry).id, "Z-17");
  EXPECT_EQ(found[0].record.list, "zala");
  EXPECT_EQ(found[0].record.number, "Z 1234567");
  EXPECT_EQ(found[0].record.issuing_state, StateCode("IRN"));
}

TEST(FindDocuments, SeparatorsAndCaseDoNotMatter) {
  const BuiltIndex index = index_of({lost("AB 123-456")});
  EXPECT_EQ(index->find_documents("ab123456").at(0).match, DocumentMatch::exact);
}

// Doc 9303-3 §3: O and 0, I and 1, S and 5, B and 8 are what readers confuse.
TEST(FindDocuments, ConfusableNumbersAreFoundAndToldApartFromEqualOnes) {
  const BuiltIndex index = index_of({lost("AO123458")});
  const auto found = index->find_documents("A0I2345B");
  ASSERT_EQ(found.size(), 1u);
  EXPECT_EQ(found[0].match, DocumentMatch::confusable);
}

TEST(FindDocuments, EqualNumbersComeBeforeConfusableOnes) {
  const BuiltIndex index = index_of({lost("S100"), lost("5100")});
  EXPECT_EQ(numbers_found(*index, "5100"), (std::vector<std::string>{"5100", "S100"}));
  EXPECT_EQ(numbers_found(*index, "S100"), (std::vector<std::string>{"S100", "5100"}));
}

TEST(FindDocuments, EveryRecordOfOneNumberIsFoundInTheOrderOfAdding) {
  std::vector<LostDocument> documents = {lost("K7"), lost("K7"), lost("K7")};
  documents[0].list = "c";
  documents[1].list = "a";
  documents[2].list = "b";
  const BuiltIndex index = index_of(documents);
  const auto found = index->find_documents("K7");
  ASSERT_EQ(found.size(), 3u);
  EXPECT_EQ(found[0].record.list, "c");
  EXPECT_EQ(found[1].record.list, "a");
  EXPECT_EQ(found[2].record.list, "b");
}

TEST(FindDocuments, OtherNumbersAreNotFound) {
  const BuiltIndex index(add_one_of_everything);
  EXPECT_TRUE(index->find_documents("AB0012346").empty());
  EXPECT_TRUE(index->find_documents("AB001234").empty());
  EXPECT_TRUE(index->find_documents("").empty());
  EXPECT_TRUE(index->find_documents("--").empty());
}

TEST(FindDocuments, BothEndsOfARunBelongToItAndTheirNeighboursDoNot) {
  const BuiltIndex index = index_of({lost("XK100", "XK199")});
  for (const char* number : {"XK100", "XK101", "XK150", "XK199"}) {
    const auto found = index->find_documents(number);
    ASSERT_EQ(found.size(), 1u) << number;
    EXPECT_EQ(found[0].match, DocumentMatch::range) << number;
    EXPECT_EQ(found[0].record.range_end, "XK199");
  }
  for (const char* number : {"XK099", "XK200", "XK1500", "XL150", "150", "XK0150"}) {
    EXPECT_TRUE(index->find_documents(number).empty()) << number;
  }
}

TEST(FindDocuments, OverlappingAndNestedRunsAreAllFound) {
  const BuiltIndex index = index_of({lost("R0000", "R9999"), lost("R1000", "R1999"),
                                     lost("R1500", "R2500"), lost("R1600", "R1600")});
  EXPECT_EQ(index->find_documents("R1600").size(), 4u);
  EXPECT_EQ(index->find_documents("R2000").size(), 2u);
  EXPECT_EQ(index->find_documents("R9000").size(), 1u);
}

TEST(FindDocuments, EndsOfDifferentShapeAreTwoSingleDocuments) {
  const BuiltIndex index = index_of({lost("AA10", "AB20")});
  for (const char* number : {"AA10", "AB20"}) {
    const auto found = index->find_documents(number);
    ASSERT_EQ(found.size(), 1u) << number;
    EXPECT_EQ(found[0].match, DocumentMatch::exact);
  }
  EXPECT_TRUE(index->find_documents("AA15").empty());
}

TEST(FindDocuments, ARunThatEndsBeforeItBeginsIsTwoSingleDocuments) {
  const BuiltIndex index = index_of({lost("AA20", "AA10")});
  EXPECT_EQ(index->find_documents("AA20").size(), 1u);
  EXPECT_EQ(index->find_documents("AA10").size(), 1u);
  EXPECT_TRUE(index->find_documents("AA15").empty());
}

// A stolen blank whose number is misread by one confusable letter must not pass in silence.
TEST(FindDocuments, AConfusableNumberInsideARunIsFound) {
  const BuiltIndex index = index_of({lost("XK100", "XK199")});
  const auto found = index->find_documents("XK1O5");
  ASSERT_EQ(found.size(), 1u);
  EXPECT_EQ(found[0].match, DocumentMatch::confusable);
}

TEST(FindDocuments, AThousandNumbersAreEachFoundAlone) {
  std::vector<LostDocument> documents;
  for (int i = 0; i < 1000; ++i) documents.push_back(lost("CE" + std::to_string(333'000 + i * 3)));
  const BuiltIndex index = index_of(documents);
  for (const LostDocument& document : documents) {
    const auto found = index->find_documents(document.number);
    const auto exact =
        std::count_if(found.begin(), found.end(), [](const auto& match) { return match.match == DocumentMatch::exact; });
    ASSERT_EQ(exact, 1) << document.number;
    EXPECT_EQ(found[0].record.number, document.number);
  }
}

TEST(FindDocuments, FactsOutOfTheUsualComeBack) {
  LostDocument odd = lost("№ АВ-12");
  odd.reference = "by letter";
  odd.lost = {1931, 0, 0};
  odd.reported = {1940, 5, 0};
  odd.review = {2100, 1, 1};
  LostDocument cut = lost("AB12345678901234567890");
  const BuiltIndex index = index_of({odd, cut});
  const auto found = index->find_documents("AB12");
  ASSERT_EQ(found.size(), 1u);
  EXPECT_EQ(found[0].match, DocumentMatch::exact);
  EXPECT_EQ(found[0].record.number, "№ АВ-12");
  EXPECT_EQ(found[0].record.reference, "by letter");
  EXPECT_EQ(found[0].record.lost, (PartialDate{1931, 0, 0}));
  EXPECT_EQ(found[0].record.reported, (PartialDate{1940, 5, 0}));
  EXPECT_EQ(found[0].record.review, (PartialDate{2100, 1, 1}));
  EXPECT_EQ(numbers_found(*index, "ab 12345678901234567890"), (std::vector<std::string>{"AB12345678901234567890"}));
}

TEST(FindDocuments, OfConfusableOnesTheLeastDifferentComesFirst) {
  const BuiltIndex index = index_of({lost("A8BB"), lost("A88B"), lost("A80B"), lost("A8OB")});
  EXPECT_EQ(numbers_found(*index, "A888"), (std::vector<std::string>{"A88B", "A8BB"}));
  EXPECT_EQ(index->find_documents("A8OB").at(1).difference_mn, index->find_documents("A80B").at(1).difference_mn);
}

// Both are the commonest after O and 0, and stand in different groups.
TEST(FindDocuments, QAndGAreConfusable) {
  const BuiltIndex index = index_of({lost("GQ1000"), lost("QQ2000"), lost("882000")});
  EXPECT_EQ(numbers_found(*index, "GG1000"), (std::vector<std::string>{"GQ1000"}));
  EXPECT_EQ(numbers_found(*index, "QG1000"), (std::vector<std::string>{"GQ1000"}));
  EXPECT_EQ(numbers_found(*index, "GG2000"), (std::vector<std::string>{"QQ2000"}));
}

TEST(FindDocuments, NearNumbersAreLookedForOnRequestOnly) {
  const BuiltIndex index = index_of({lost("AB1234567"), lost("AB1234"), lost("2A7")});
  for (const auto& [asked, match] : {std::pair("AB1243567", DocumentMatch::transposed), {"BA1234567", DocumentMatch::transposed},
                                     {"AB1934567", DocumentMatch::one_wrong_character}, {"XB1234567", DocumentMatch::one_wrong_character},
                                     {"AB1234561", DocumentMatch::one_wrong_character}, {"AB1274567", DocumentMatch::one_wrong_character},
                                     {"AB1734567", DocumentMatch::one_wrong_character}}) {
    EXPECT_TRUE(index->find_documents(asked).empty()) << asked;
    const auto found = index->find_documents(asked, NumberSearch::near);
    ASSERT_EQ(found.size(), 1u) << asked;
    EXPECT_EQ(found[0].match, match) << asked;
    EXPECT_EQ(found[0].record.number, "AB1234567") << asked;
  }
  EXPECT_TRUE(index->find_documents("AB1943567", NumberSearch::near).empty()) << "two slips";
}

TEST(FindDocuments, NearNumbersOfAnExactOneComeAfterIt) {
  const BuiltIndex index = index_of({lost("K19"), lost("K91"), lost("K1G"), lost("KI9"), lost("K39")});
  const auto found = index->find_documents("K19", NumberSearch::near);
  std::vector<DocumentMatch> matches;
  for (const auto& match : found) matches.push_back(match.match);
  EXPECT_EQ(matches, (std::vector<DocumentMatch>{DocumentMatch::exact, DocumentMatch::confusable, DocumentMatch::transposed,
                                                 DocumentMatch::one_wrong_character, DocumentMatch::one_wrong_character}));
}

TEST(FindDocuments, AMisreadPrefixOrLetterInsideARunIsFound) {
  const BuiltIndex index = index_of({lost("BO100", "BO279")});
  for (const char* asked : {"B0150", "8O150", "BOI5O", "BO1S0", "BO2Z0", "B02Z9"}) {
    const auto found = index->find_documents(asked);
    ASSERT_EQ(found.size(), 1u) << asked;
    EXPECT_EQ(found[0].match, DocumentMatch::confusable) << asked;
    EXPECT_GT(found[0].difference_mn, 0) << asked;
  }
  EXPECT_TRUE(index->find_documents("BO28O").empty()) << "beyond the end";
  EXPECT_TRUE(index->find_documents("BA150").empty());
}

TEST(FindDocuments, ManyNumbersAtOnceAreAnsweredAsOneByOne) {
  std::vector<LostDocument> documents = {lost("XK100", "XK199")};
  for (int i = 0; i < 300; ++i) documents.push_back(lost("CE" + std::to_string(i * 7)));
  const BuiltIndex index = index_of(documents);
  std::vector<std::string> asked = {"", "XK150", "--"};
  for (int i = 0; i < 1000; ++i) asked.push_back("CE" + std::to_string(i));
  const std::vector<std::string_view> views(asked.begin(), asked.end());
  std::vector<std::vector<std::string>> together(asked.size());
  std::size_t last = 0;
  index->find_documents(views, [&](std::size_t place, DocumentMatchView&& found) {
    EXPECT_GE(place, last) << "in their order";
    last = place;
    together[place].push_back(found.record.number);
  });
  for (std::size_t i = 0; i < asked.size(); ++i) EXPECT_EQ(together[i], numbers_found(*index, asked[i])) << asked[i];
}

/// Short numbers of few characters, so that every class of answer is met often, against comparing with each.
TEST(FindDocuments, AreThoseThatComparingWithEachFinds) {
  constexpr std::string_view kCharacters = "0OQG6127ZIA9";
  std::mt19937 random(11);
  const auto number = [&] {
    std::string text;
    for (std::size_t size = 3 + random() % 2; size > 0; --size) text += kCharacters[random() % kCharacters.size()];
    return text;
  };
  std::vector<LostDocument> documents;
  for (int i = 0; i < 1'500; ++i) documents.push_back(lost(number()));
  const BuiltIndex index = index_of(documents);
  std::array<int, 5> met{};
  for (int i = 0; i < 1'500; ++i) {
    const std::string asked = number();
    std::vector<std::pair<DocumentMatch, std::string>> expected, near;
    for (const LostDocument& document : documents) {
      const auto agreement = documents::compare_numbers(asked, document.number);
      if (!agreement) continue;
      ++met[static_cast<std::size_t>(agreement->match)];
      near.emplace_back(agreement->match, document.number);
      if (agreement->match <= DocumentMatch::confusable) expected.push_back(near.back());
    }
    const auto found = [&](NumberSearch search) {
      std::vector<std::pair<DocumentMatch, std::string>> all;
      for (const auto& match : index->find_documents(asked, search)) all.emplace_back(match.match, match.record.number);
      std::sort(all.begin(), all.end());
      return all;
    };
    std::sort(expected.begin(), expected.end());
    std::sort(near.begin(), near.end());
    ASSERT_EQ(found(NumberSearch::surest), expected) << asked;
    ASSERT_EQ(found(NumberSearch::near), near) << asked;
  }
  for (const DocumentMatch match : {DocumentMatch::exact, DocumentMatch::confusable, DocumentMatch::transposed, DocumentMatch::one_wrong_character}) {
    EXPECT_GT(met[static_cast<std::size_t>(match)], 100) << to_string(match);
  }
}

}  // namespace
}  // namespace darvaza::index
