#include <string>

#include <gtest/gtest.h>

#include "lists/list_test_support.h"

namespace darvaza::lists {
namespace {

std::string list_of(const std::string& individuals) {
  return "<?xml version='1.0' encoding='utf-8'?>\n"
         "<CONSOLIDATED_LIST dateGenerated='2031-05-02T23:00:00.935Z'>\n<INDIVIDUALS>\n" +
         individuals +
         "</INDIVIDUALS>\n<ENTITIES><ENTITY><FIRST_NAME>RURITANIAN TRADING</FIRST_NAME></ENTITY>"
         "</ENTITIES>\n</CONSOLIDATED_LIST>\n";
}

std::string individual(const std::string& inside) {
  return "<INDIVIDUAL><REFERENCE_NUMBER>XXi.001</REFERENCE_NUMBER><FIRST_NAME>TUVAN</FIRST_NAME>" +
         inside + "</INDIVIDUAL>\n";
}

WatchlistEntry read_one(const std::string& inside) {
  auto read = read_text(list_of(individual(inside)));
  EXPECT_EQ(read.entries.size(), 1u) << read.error.message;
  return read.entries.empty() ? WatchlistEntry{} : read.entries[0];
}

TEST(UnXml, GivesListIdCategoryAndDate) {
  const auto read =
      read_text(list_of(individual("<UN_LIST_TYPE>Ruritania</UN_LIST_TYPE>")), "whatever.bin");
  ASSERT_EQ(read.sources.size(), 1u);
  EXPECT_EQ(read.sources[0].format, ListFormat::un_xml);
  EXPECT_EQ(read.sources[0].list, "un-sc");
  EXPECT_EQ(read.sources[0].list_date, "2031-05-02");
  EXPECT_EQ(read.sources[0].entries, 1u);
  EXPECT_EQ(read.sources[0].not_persons, 1u);
  EXPECT_EQ(read.entries[0].list, "un-sc");
  EXPECT_EQ(read.entries[0].id, "XXi.001");
  EXPECT_EQ(read.entries[0].category, "Ruritania");
}

TEST(UnXml, JoinsTheFourNamesInOrderAndKeepsTitlesOut) {
  const auto entry = read_one(
      "<SECOND_NAME> KELEG "
      "</SECOND_NAME><THIRD_NAME>na</THIRD_NAME><FOURTH_NAME>ORDAI</FOURTH_NAME>"
      "<TITLE><VALUE>Haji</VALUE></TITLE><NAME_ORIGINAL_SCRIPT>тувин ордаи</NAME_ORIGINAL_SCRIPT>");
  EXPECT_EQ(names_of(entry, NameGrade::primary), (Texts{"TUVAN KELEG ORDAI"}));
  EXPECT_EQ(names_of(entry, NameGrade::strong), (Texts{"тувин ордаи"}));
}

TEST(UnXml, GradesAliasesByTheirQuality) {
  const auto entry = read_one(
      "<INDIVIDUAL_ALIAS><QUALITY>Good</QUALITY><ALIAS_NAME>Tuvin Orday</ALIAS_NAME>"
      "<DATE_OF_BIRTH>1961-02-03</DATE_OF_BIRTH></INDIVIDUAL_ALIAS>"
      "<INDIVIDUAL_ALIAS><QUALITY>Low</QUALITY><ALIAS_NAME>Abu "
      "Keleg</ALIAS_NAME></INDIVIDUAL_ALIAS>"
      "<INDIVIDUAL_ALIAS><ALIAS_NAME>Tovan O.</ALIAS_NAME></INDIVIDUAL_ALIAS>"
      "<INDIVIDUAL_ALIAS><QUALITY/><ALIAS_NAME/></INDIVIDUAL_ALIAS>");
  EXPECT_EQ(names_of(entry, NameGrade::strong), (Texts{"Tuvin Orday", "Tovan O."}));
  EXPECT_EQ(names_of(entry, NameGrade::weak), (Texts{"Abu Keleg"}));
  EXPECT_EQ(dates_of(entry), (Texts{"1961-02-03"}));
}

TEST(UnXml, AnAliasWithItselfInAnotherScriptIsTwo) {
  const auto entry = read_one("<INDIVIDUAL_ALIAS><QUALITY>Good</QUALITY><ALIAS_NAME>Tuvin Orday (original script: Тувин Ордаи)</ALIAS_NAME></INDIVIDUAL_ALIAS>");
  EXPECT_EQ(names_of(entry, NameGrade::strong), (Texts{"Tuvin Orday", "Тувин Ордаи"}));
}

TEST(UnXml, TakesBirthDatesAsTheyAreWhateverTheirType) {
  const auto date = [](const std::string& inside) {
    return "<INDIVIDUAL_DATE_OF_BIRTH>" + inside + "</INDIVIDUAL_DATE_OF_BIRTH>";
  };
  const auto entry = read_one(date("<TYPE_OF_DATE>EXACT</TYPE_OF_DATE><DATE>1960-05-17</DATE>") +
                              date("<TYPE_OF_DATE>EXACT</TYPE_OF_DATE><YEAR>1961</YEAR>") +
                              date("<TYPE_OF_DATE>APPROXIMATELY</TYPE_OF_DATE><YEAR>1962</YEAR>") +
                              date("<TYPE_OF_DATE>BETWEEN</TYPE_OF_DATE><FROM_YEAR>1963</"
                                   "FROM_YEAR><TO_YEAR>1965</TO_YEAR>") +
                              date("<FROM_YEAR>1970</FROM_YEAR>") + date("<TYPE_OF_DATE/>"));
  EXPECT_EQ(dates_of(entry),
            (Texts{"1960-05-17", "1961", "circa 1962", "1963 to 1965", "circa 1970"}));
}

TEST(UnXml, KeepsThePersonWhoseBirthDateCannotBeReadAndSaysSo) {
  const auto read = read_text(list_of(individual(
      "<INDIVIDUAL_DATE_OF_BIRTH><DATE>in spring</DATE></INDIVIDUAL_DATE_OF_BIRTH>"
      "<INDIVIDUAL_DATE_OF_BIRTH><NOTE>seven years before</NOTE></INDIVIDUAL_DATE_OF_BIRTH>"
      "<NATIONALITY><VALUE>Ruritania</VALUE></NATIONALITY><GENDER>unclear</GENDER>")));
  EXPECT_EQ(read.entries.size(), 1u);
  ASSERT_EQ(read.sources[0].remark_count, 4u);
  EXPECT_EQ(read.sources[0].skipped_count, 0u);
  EXPECT_EQ(read.sources[0].remarks[0].record, 1u);
  EXPECT_EQ(read.sources[0].remarks[0].line, 4u);
}

TEST(UnXml, ReadsDocumentsWithTheirIssuer) {
  const auto document = [](const std::string& inside) {
    return "<INDIVIDUAL_DOCUMENT>" + inside + "</INDIVIDUAL_DOCUMENT>";
  };
  const auto entry = read_one(
      document("<TYPE_OF_DOCUMENT>Passport</TYPE_OF_DOCUMENT><NUMBER>\n  AB 12\n 34</NUMBER>"
               "<ISSUING_COUNTRY>Iran (Islamic Republic of)</ISSUING_COUNTRY>") +
      document("<TYPE_OF_DOCUMENT2>Tazkira</TYPE_OF_DOCUMENT2><NUMBER>777</NUMBER>"
               "<COUNTRY_OF_ISSUE>Afghanistan</COUNTRY_OF_ISSUE>") +
      document("<TYPE_OF_DOCUMENT>National Identification Number</TYPE_OF_DOCUMENT>"
               "<TYPE_OF_DOCUMENT2>Residential card number 999</TYPE_OF_DOCUMENT2>") +
      document(""));
  ASSERT_EQ(entry.documents.size(), 3u);
  EXPECT_EQ(entry.documents[0].number, "AB 12 34");
  EXPECT_EQ(entry.documents[0].type, "Passport");
  EXPECT_EQ(entry.documents[0].issuing_state.text(), "IRN");
  EXPECT_EQ(entry.documents[1].type, "Tazkira");
  EXPECT_EQ(entry.documents[1].issuing_state.text(), "AFG");
  EXPECT_EQ(entry.documents[2].number, "999");
}

TEST(UnXml, ReadsSexNationalitiesAndPlacesOfBirth) {
  const auto entry = read_one(
      "<GENDER>Female</GENDER><NATIONALITY><VALUE>Tajikistan</VALUE><VALUE>Uzbekistan</VALUE>"
      "</NATIONALITY><INDIVIDUAL_PLACE_OF_BIRTH><COUNTRY>Tajikistan</COUNTRY><CITY>Khujand</CITY>"
      "<STATE_PROVINCE>Sughd</STATE_PROVINCE></INDIVIDUAL_PLACE_OF_BIRTH>");
  EXPECT_EQ(entry.sex, Sex::female);
  ASSERT_EQ(entry.nationalities.size(), 2u);
  EXPECT_EQ(entry.nationalities[1].text(), "UZB");
  EXPECT_EQ(entry.birth_places, (Texts{"Khujand, Sughd, Tajikistan"}));
}

TEST(UnXml, TellsOfElementsThatNoEditionHasOnceAFileAndReadsOn) {
  const auto read = read_text(list_of(
      individual("<EYE_COLOUR>green</EYE_COLOUR><INDIVIDUAL_ALIAS><ALIAS_NAME>Keleg</ALIAS_NAME>"
                 "<TRIBE>x</TRIBE></INDIVIDUAL_ALIAS>") +
      individual("<EYE_COLOUR>brown</EYE_COLOUR><SUBMITTED_BY>x</SUBMITTED_BY>")));
  EXPECT_EQ(read.entries.size(), 2u);
  ASSERT_EQ(read.sources[0].remark_count, 3u) << "and the identifier that stands twice";
  EXPECT_EQ(read.sources[0].remarks[0].reason,
            "an element that is not known and is not read: EYE_COLOUR");
  EXPECT_EQ(read.sources[0].remarks[0].line, 4u);
  EXPECT_EQ(read.sources[0].remarks[1].reason,
            "an element that is not known and is not read: TRIBE");
}

TEST(UnXml, ReadsWhatOnlySomeEditionsHave) {
  const auto entry = read_one(
      "<NATIONALITY2>Uzbekistan</NATIONALITY2><DELISTED_ON>2032-01-01</"
      "DELISTED_ON><INDIVIDUAL_ALIAS><ALIAS_NAME>Keleg</ALIAS_NAME>"
      "<CITY_OF_BIRTH>Khujand</CITY_OF_BIRTH><COUNTRY_OF_BIRTH>Tajikistan</COUNTRY_OF_BIRTH></"
      "INDIVIDUAL_ALIAS>");
  ASSERT_EQ(entry.nationalities.size(), 1u);
  EXPECT_EQ(entry.nationalities[0].text(), "UZB");
  EXPECT_EQ(to_string(entry.terms.valid_until), "2032-01-01");
  EXPECT_EQ(entry.birth_places, (Texts{"Khujand, Tajikistan"}));
}

TEST(UnXml, AValueThatStandsTwiceIsToldAndAnEmptyOneHidesNone) {
  const auto read = read_text(list_of(individual(
      "<INDIVIDUAL_ALIAS><QUALITY>Good</QUALITY><ALIAS_NAME/><ALIAS_NAME>TUVIN ORDAY</ALIAS_NAME><ALIAS_NAME>ZADIK ORDAY</ALIAS_NAME></INDIVIDUAL_ALIAS>"
      "<NATIONALITY><VALUE>Tajikistan</VALUE><VALUE>Uzbekistan</VALUE></NATIONALITY><NAME_ORIGINAL_SCRIPT>А</NAME_ORIGINAL_SCRIPT><NAME_ORIGINAL_SCRIPT>Б</NAME_ORIGINAL_SCRIPT>"
      "<SECOND_NAME>ORDAI</SECOND_NAME><SECOND_NAME> ORDAI </SECOND_NAME>")));
  ASSERT_EQ(read.entries.size(), 1u) << read.error.message;
  EXPECT_EQ(names_of(read.entries[0], NameGrade::primary), (Texts{"TUVAN ORDAI"}));
  EXPECT_EQ(names_of(read.entries[0], NameGrade::strong), (Texts{"А", "Б", "TUVIN ORDAY"}));
  ASSERT_EQ(read.sources[0].remark_count, 1u);
  EXPECT_EQ(read.sources[0].remarks[0].reason, "an element that stands twice, and of which one is read: ALIAS_NAME");
}

TEST(UnXml, SkipsPersonsWithoutNamesAndUnknownElementsAloud) {
  const auto read = read_text(list_of("<INDIVIDUAL><DATAID>7</DATAID></INDIVIDUAL>\n<PERSON/>\n"));
  EXPECT_TRUE(read.entries.empty());
  ASSERT_EQ(read.sources[0].skipped.size(), 2u);
  EXPECT_EQ(read.sources[0].skipped[0].line, 4u);
  EXPECT_EQ(read.sources[0].skipped[1].record, 2u);
}

TEST(UnXml, PromotesAnAliasWhenThereIsNoOtherName) {
  const auto read =
      read_text(list_of("<INDIVIDUAL><INDIVIDUAL_ALIAS><QUALITY>Low</QUALITY><ALIAS_NAME>Abu Keleg"
                        "</ALIAS_NAME></INDIVIDUAL_ALIAS></INDIVIDUAL>"));
  ASSERT_EQ(read.entries.size(), 1u);
  EXPECT_EQ(names_of(read.entries[0], NameGrade::primary), (Texts{"Abu Keleg"}));
}

TEST(UnXml, SeveralNumbersOfOneDocumentAreTakenApart) {
  const auto read = read_text(
      "<CONSOLIDATED_LIST><INDIVIDUALS><INDIVIDUAL><FIRST_NAME>Tuvan</FIRST_NAME><REFERENCE_NUMBER>QDi.1</REFERENCE_NUMBER><INDIVIDUAL_DOCUMENT>"
      "<TYPE_OF_DOCUMENT>Passport</TYPE_OF_DOCUMENT><NUMBER>AA1234567, BB7654321</NUMBER></INDIVIDUAL_DOCUMENT></INDIVIDUAL></INDIVIDUALS></CONSOLIDATED_LIST>");
  ASSERT_EQ(read.entries.size(), 1u) << read.error.message;
  ASSERT_EQ(read.entries[0].documents.size(), 2u);
  EXPECT_EQ(read.entries[0].documents[1].number, "BB7654321");
}

TEST(UnXml, ARangeOfYearsBesideAYearCounts) {
  const auto entry = read_one("<INDIVIDUAL_DATE_OF_BIRTH><TYPE_OF_DATE>BETWEEN</TYPE_OF_DATE><YEAR>1963</YEAR><FROM_YEAR>1960</FROM_YEAR><TO_YEAR>1965</TO_YEAR></INDIVIDUAL_DATE_OF_BIRTH>");
  EXPECT_EQ(dates_of(entry), (Texts{"1963", "1960 to 1965"}));
}

}  // namespace
}  // namespace darvaza::lists
