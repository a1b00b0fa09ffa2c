#include <gtest/gtest.h>

#include "lists/list_test_support.h"

namespace darvaza::lists {
namespace {

TEST(OpenSanctionsCsv, ReadsPersonsWithAllTheirValues) {
  const auto read = read_text(
      "id,schema,name,aliases,birth_date,countries,addresses,identifiers,sanctions\n"
      "x-1,Person,Tuvan Ordai,\"Tuvin Orday; \"\"Ordai; T.\"\"; \"\"KELEG\"\"\","
      "1960-05-17; circa 1961; 1970 to 1972,tj; uz,,AB12; AB13,Watchlist A\n",
      "ruritania.targets.csv");
  ASSERT_EQ(read.entries.size(), 1u) << read.error.message;
  const auto& entry = read.entries[0];
  EXPECT_EQ(entry.list, "ruritania");
  EXPECT_EQ(entry.id, "x-1");
  EXPECT_EQ(entry.category, "Watchlist A");
  EXPECT_EQ(names_of(entry, NameGrade::primary), (Texts{"Tuvan Ordai"}));
  EXPECT_EQ(names_of(entry, NameGrade::strong), (Texts{"Tuvin Orday", "Ordai; T."}));
  EXPECT_EQ(names_of(entry, NameGrade::weak), (Texts{"KELEG"}));
  EXPECT_EQ(dates_of(entry), (Texts{"1960-05-17", "circa 1961", "1970 to 1972"}));
  ASSERT_EQ(entry.nationalities.size(), 2u);
  EXPECT_EQ(entry.nationalities[0].text(), "TJK");
  ASSERT_EQ(entry.documents.size(), 2u);
  EXPECT_EQ(entry.documents[1].number, "AB13");
  EXPECT_EQ(entry.documents[1].type, "");
}

TEST(OpenSanctionsCsv, TakesRowsWithoutSchemaAsPersonsAndCountsTheRest) {
  const auto read = read_text(
      "id,schema,name\n1,Person,A Ordai\n2,,B Ordai\n3,Vessel,SEA FOX\n4,LegalEntity,RTL\n"
      "5,Person,\n6,Person\n7,Person,C,D\n");
  EXPECT_EQ(read.sources[0].format, ListFormat::opensanctions_csv);
  EXPECT_EQ(read.sources[0].entries, 3u) << "a LegalEntity may be a person";
  EXPECT_EQ(read.sources[0].not_persons, 1u);
  ASSERT_EQ(read.sources[0].skipped_count, 3u);
  EXPECT_EQ(read.sources[0].skipped[0].record, 5u);
  EXPECT_EQ(read.sources[0].skipped[0].line, 6u);
}

TEST(OpenSanctionsCsv, KeepsAPersonWhoseNameHoldsBytesThatAreNotUtf8) {
  const auto read = read_text("id,schema,name\n1,Person,Ord\xE9i\n");
  ASSERT_EQ(read.entries.size(), 1u);
  EXPECT_EQ(read.entries[0].names[0].text, "Ord\xEF\xBF\xBDi");
  EXPECT_EQ(read.sources[0].remark_count, 2u) << "the bytes, and a name that is found by the rest of its letters";
}

TEST(OpenSanctionsCsv, AWordThatIsNoSchemaIsToldAndHidesNobodyWithABirthDate) {
  const auto read = read_text("id,schema,name,birth_date\n1,person,A Ordai,\n2,Individual,B Ordai,\n3,Persona,C Ordai,1960\n4,Persona,D Ordai,\n5,COMPANY,RTL,\n");
  ASSERT_EQ(read.entries.size(), 3u);
  EXPECT_EQ(read.entries[2].id, "3");
  EXPECT_EQ(read.sources[0].not_persons, 2u);
  ASSERT_EQ(read.sources[0].remark_count, 1u) << "once a word";
  EXPECT_EQ(read.sources[0].remarks[0].record, 3u);
}

}  // namespace
}  // namespace darvaza::lists
