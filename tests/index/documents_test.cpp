// Looking documents up: exact, confusable, in a run of blanks, of a person.
#include <algorithm>
#include <string>
#include <vector>

#include <gtest/gtest.h>

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

}  // namespace
}  // namespace darvaza::index
