#include <string>

#include <gtest/gtest.h>

#include "lists/list_test_support.h"

namespace darvaza::lists {
namespace {

ReadLists read_records(const std::string& records) {
  return read_text("<?xml version='1.0' encoding='UTF-8'?>\n<data-set>\n" + records +
                   "</data-set>\n");
}

TEST(CanadaSemaXml, ReadsNamesInBothLanguagesAndCallsRecordsByTheirPlaceInTheLaw) {
  const auto read = read_records(
      "<record><Country-Pays>Ruritania / "
      "Ruritanie</Country-Pays><LastName-NomDeFamille>ORDAI</LastName-NomDeFamille>"
      "<GivenName-Prenom>Tuvan Keleg</GivenName-Prenom><Aliases-Alias>Tuvin Orday; "
      "Keleg</Aliases-Alias>"
      "<DateOfBirthOrShipBuildDate-DateDeNaissanceOuDateDeConstructionDuNavire>1960-05-17"
      "</"
      "DateOfBirthOrShipBuildDate-DateDeNaissanceOuDateDeConstructionDuNavire><Schedule-Annexe>1, "
      "Part 1</Schedule-Annexe>"
      "<Item-NumeroDarticle>94</Item-NumeroDarticle><DateOfListing-DateDinscription>2030-03-15"
      "</DateOfListing-DateDinscription></record>\n");
  ASSERT_EQ(read.entries.size(), 1u) << read.error.message;
  EXPECT_EQ(read.sources[0].format, ListFormat::canada_sema_xml);
  const WatchlistEntry& entry = read.entries[0];
  EXPECT_EQ(entry.list, "ca-sema");
  EXPECT_EQ(entry.id, "Ruritania, Schedule 1, Part 1, item 94");
  EXPECT_EQ(entry.category, "Ruritania");
  EXPECT_EQ(names_of(entry, NameGrade::primary), (Texts{"ORDAI, Tuvan Keleg"}));
  EXPECT_EQ(names_of(entry, NameGrade::strong), (Texts{"Tuvin Orday"}));
  EXPECT_EQ(names_of(entry, NameGrade::weak), (Texts{"Keleg"}));
  EXPECT_EQ(dates_of(entry), (Texts{"1960-05-17"}));
  // The country is the programme's, not the person's.
  EXPECT_TRUE(entry.nationalities.empty());
  // The file has no date of its own: a listing of 2202 would hide the person from everybody.
  EXPECT_FALSE(entry.terms.valid_from.known());
  EXPECT_EQ(read.sources[0].remark_count, 0u);
  EXPECT_EQ(entry.terms.source_reference, "Schedule 1, Part 1, item 94");
}

TEST(CanadaSemaXml, ReadsTheOlderElementNamesAndTheirDates) {
  const auto read = read_records(
      "<record><Country>Ruritania</Country><GivenName>Tuvan</GivenName><Aliases>Tuvin Orday, Tovan "
      "Ordai</Aliases>"
      "<DateOfBirth>17-05-1960</DateOfBirth><Schedule>N/A</Schedule></record>\n"
      "<record><LastName>KELEG</LastName><DateOfBirth>May-60</DateOfBirth></record>\n");
  ASSERT_EQ(read.entries.size(), 2u) << read.error.message;
  EXPECT_EQ(names_of(read.entries[0], NameGrade::strong), (Texts{"Tuvin Orday", "Tovan Ordai"}));
  EXPECT_EQ(dates_of(read.entries[0]), (Texts{"1960-05-17"}));
  EXPECT_EQ(read.entries[0].id, "1");
  // Two digits of a year: nobody says of which century.
  EXPECT_TRUE(read.entries[1].birth_dates.empty());
  ASSERT_EQ(read.sources[0].remark_count, 1u);
  EXPECT_EQ(read.sources[0].remarks[0].line, 4u);
}

TEST(CanadaSemaXml, AliasesAreFreedOfLabelsAndWordsBetweenCommasAreKeptWhole) {
  const auto aliases = [](const std::string& text) {
    return read_records("<record><LastName>ORDAI</LastName><Aliases>" + text +
                        "</Aliases></record>\n")
        .entries.at(0);
  };
  const auto one = aliases("Orday, Tuvin");
  EXPECT_EQ(names_of(one, NameGrade::strong), (Texts{"Orday, Tuvin"}));
  EXPECT_EQ(names_of(one, NameGrade::weak), (Texts{"Orday", "Tuvin"}));
  const auto labelled = aliases("ALIAS: Tuvin Orday (a.k.a. Keleg); a.k.a. Abu Keleg");
  EXPECT_EQ(names_of(labelled, NameGrade::strong), (Texts{"Tuvin Orday", "Abu Keleg"}));
  EXPECT_EQ(names_of(labelled, NameGrade::weak), (Texts{"Keleg"}));
}

TEST(CanadaSemaXml, DatesOfListingThatCannotBeReadAreTold) {
  const auto read = read_records(
      "<record><LastName>ORDAI</LastName><DateOfListing>15-03-2030</DateOfListing></record>\n");
  EXPECT_EQ(read.sources[0].remark_count, 1u);
}

TEST(CanadaSemaXml, CountsEntitiesAndShipsAndSkipsWhatHasNoName) {
  const auto read = read_records(
      "<record><EntityOrShip-EntiteOuNavire>Gate</EntityOrShip-EntiteOuNavire></record>\n"
      "<record><Entity>Gate</Entity></record>\n<record><Item>3</Item></record>\n<row/>\n");
  EXPECT_EQ(read.sources[0].not_persons, 2u);
  ASSERT_EQ(read.sources[0].skipped_count, 2u);
  EXPECT_EQ(read.sources[0].skipped[0].record, 3u);
  EXPECT_EQ(read.sources[0].skipped[1].reason, "not a record");
}

}  // namespace
}  // namespace darvaza::lists
