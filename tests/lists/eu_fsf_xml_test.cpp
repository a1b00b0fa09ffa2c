#include <string>

#include <gtest/gtest.h>

#include "lists/list_test_support.h"

namespace darvaza::lists {
namespace {

std::string list_of(const std::string& entities) {
  return "<?xml version='1.0' encoding='UTF-8'?>\n"
         "<export xmlns='http://eu.europa.ec/fpi/fsd/export' "
         "generationDate='2031-05-02T10:00:00.000+02:00' "
         "globalFileId='1'>\n" +
         entities + "</export>\n";
}

std::string person(const std::string& inside,
                   const std::string& attributes = "euReferenceNumber='EU.1.1' logicalId='1'") {
  return "<sanctionEntity " + attributes + "><subjectType code='person' classificationCode='P'/>" +
         inside + "</sanctionEntity>\n";
}

WatchlistEntry read_one(const std::string& inside) {
  auto read =
      read_text(list_of(person("<nameAlias wholeName='Tuvan Ordai' strong='true'/>" + inside)));
  EXPECT_EQ(read.entries.size(), 1u) << read.error.message;
  return read.entries.empty() ? WatchlistEntry{} : read.entries[0];
}

TEST(EuFsfXml, GivesListIdProgrammeLawAndDates) {
  const auto read =
      read_text(list_of(person("<regulation numberTitle='2031/1 (OJ L 1)' "
                               "programme='RUR'/><nameAlias wholeName='Tuvan Ordai'/>",
                               "euReferenceNumber='EU.7.1' logicalId='7' "
                               "designationDate='2030-02-03' delistingDate='2032-01-01' "
                               "unitedNationId='XXi.001'") +
                        person("<nameAlias wholeName='Keleg'/>", "logicalId='8'")));
  ASSERT_EQ(read.entries.size(), 2u) << read.error.message;
  EXPECT_EQ(read.sources[0].format, ListFormat::eu_fsf_xml);
  EXPECT_EQ(read.sources[0].list, "eu-fsf");
  EXPECT_EQ(read.sources[0].list_date, "2031-05-02");
  EXPECT_EQ(read.entries[0].list, "eu-fsf");
  EXPECT_EQ(read.entries[0].id, "EU.7.1");
  EXPECT_EQ(read.entries[0].category, "RUR");
  EXPECT_EQ(read.entries[0].terms.legal_basis, "2031/1 (OJ L 1)");
  EXPECT_EQ(read.entries[0].terms.source_reference, "XXi.001");
  EXPECT_EQ(to_string(read.entries[0].terms.valid_from), "2030-02-03");
  EXPECT_EQ(to_string(read.entries[0].terms.valid_until), "2032-01-01");
  EXPECT_EQ(read.entries[1].id, "8");
}

TEST(EuFsfXml, AFirstDayAfterTheListsOwnDateHidesNobody) {
  const auto read = read_text(list_of(person("<nameAlias wholeName='Tuvan Ordai'/>",
                                             "logicalId='1' designationDate='2301-02-03'")));
  ASSERT_EQ(read.entries.size(), 1u);
  EXPECT_FALSE(read.entries[0].terms.valid_from.known());
  EXPECT_EQ(read.sources[0].remark_count, 1u);
}

TEST(EuFsfXml, GradesNamesByTheirFlagUnlessARemarkSaysIt) {
  const auto entry = read_one(
      "<nameAlias wholeName='Тувин Ордаи' strong='true' nameLanguage='RU'/>"
      "<nameAlias wholeName='Abu Keleg' strong='false'/>"
      "<nameAlias wholeName='Tovan' strong='true'><remark>(low quality a.k.a.)</remark></nameAlias>"
      "<nameAlias wholeName='Tuvin Orday' strong='false'><remark>Good quality</remark></nameAlias>"
      "<nameAlias wholeName='' firstName='Tuvan' middleName='Keleg' lastName='Orday' strong='true' "
      "gender='M'/>");
  EXPECT_EQ(names_of(entry, NameGrade::primary), (Texts{"Tuvan Ordai"}));
  EXPECT_EQ(names_of(entry, NameGrade::strong),
            (Texts{"Тувин Ордаи", "Tuvin Orday", "Orday, Tuvan Keleg"}));
  EXPECT_EQ(names_of(entry, NameGrade::weak), (Texts{"Abu Keleg", "Tovan"}));
  EXPECT_EQ(entry.sex, Sex::male);
}

TEST(EuFsfXml, ReadsDatesOfBirthInEveryForm) {
  const auto entry = read_one(
      "<birthdate birthdate='1960-05-17' calendarType='GREGORIAN'/>"
      "<birthdate year='1961' monthOfYear='4' calendarType='GREGORIAN'/>"
      "<birthdate year='1962' circa='true' calendarType='GREGORIAN'/>"
      "<birthdate yearRangeFrom='1963' yearRangeTo='1965' calendarType='GREGORIAN'/>"
      "<birthdate yearRangeFrom='1970' calendarType='GREGORIAN'/>"
      "<birthdate year='1361' monthOfYear='2' dayOfMonth='9' calendarType='ISLAMIC'/>"
      "<birthdate city='Khujand' countryIso2Code='TJ' countryDescription='TAJIKISTAN'/>"
      "<birthdate countryIso2Code='00' countryDescription='UNKNOWN'/>");
  EXPECT_EQ(dates_of(entry), (Texts{"1960-05-17", "1961-04", "circa 1962", "1963 to 1965",
                                    "circa 1970", "1361-02-09"}));
  EXPECT_EQ(entry.birth_places, (Texts{"Khujand, TAJIKISTAN"}));
}

TEST(EuFsfXml, ReadsCitizenshipsAndDocuments) {
  const auto entry = read_one(
      "<citizenship countryIso2Code='TJ' countryDescription='TAJIKISTAN'/>"
      "<citizenship countryIso2Code='00' countryDescription='UNKNOWN'/>"
      "<identification identificationTypeCode='passport' identificationTypeDescription='National "
      "passport' "
      "number='A 1' latinNumber='' countryIso2Code='TJ'/>"
      "<identification identificationTypeCode='id' number='٧٧' latinNumber='77' "
      "countryIso2Code='00'/>");
  ASSERT_EQ(entry.nationalities.size(), 1u);
  EXPECT_EQ(entry.nationalities[0].text(), "TJK");
  ASSERT_EQ(entry.documents.size(), 2u);
  EXPECT_EQ(entry.documents[0].type, "National passport");
  EXPECT_EQ(entry.documents[0].number, "A 1");
  EXPECT_EQ(entry.documents[0].issuing_state.text(), "TJK");
  EXPECT_EQ(entry.documents[1].number, "77");
  EXPECT_TRUE(entry.documents[1].issuing_state.empty());
}

TEST(EuFsfXml, BothNumbersOfADocumentAreRead) {
  const auto entry = read_one(
      "<identification identificationTypeCode='passport' number='AB1234567' latinNumber='CD7654321' countryIso2Code='TJ'/>"
      "<identification identificationTypeCode='id' number='7 7-7' latinNumber='777' countryIso2Code='TJ'/>");
  ASSERT_EQ(entry.documents.size(), 3u);
  EXPECT_EQ(entry.documents[0].number, "CD7654321");
  EXPECT_EQ(entry.documents[1].number, "AB1234567");
  EXPECT_EQ(entry.documents[1].type, "passport");
  EXPECT_EQ(entry.documents[1].issuing_state.text(), "TJK");
  EXPECT_EQ(entry.documents[2].number, "777");
}

TEST(EuFsfXml, CountsEnterprisesAndSkipsTheUnknownAloud) {
  const auto read =
      read_text(list_of("<sanctionEntity><subjectType code='enterprise' "
                        "classificationCode='E'/><nameAlias wholeName='Gate'/></sanctionEntity>\n"
                        "<sanctionEntity><subjectType code='creature' "
                        "classificationCode='X'/><nameAlias wholeName='Keleg'/></sanctionEntity>\n"
                        "<note/>\n" +
                        person("<birthdate birthdate='1960-05-17' calendarType='COPTIC'/>")));
  EXPECT_EQ(read.sources[0].not_persons, 1u);
  EXPECT_EQ(read.sources[0].entries, 0u);
  ASSERT_EQ(read.sources[0].skipped_count, 3u);
  EXPECT_EQ(read.sources[0].skipped[0].record, 2u);
  EXPECT_EQ(read.sources[0].skipped[0].line, 4u);
  EXPECT_EQ(read.sources[0].skipped[2].reason, "a person without any name");
  EXPECT_EQ(read.sources[0].remark_count, 1u);
}

TEST(EuFsfXml, IsRefusedWithItsLineWhenItBreaksOff) {
  const auto read = read_text("<export>\n<sanctionEntity>\n");
  EXPECT_TRUE(read.refused);
  EXPECT_EQ(read.error.code, ErrorCode::input_refused);
  EXPECT_EQ(read.error.line, 3u);
}

// The last one counted, and weighed against the person.
TEST(EuFsfXml, SexesThatDifferAreNone) {
  const auto read = read_text(list_of(person("<nameAlias wholeName='Tuvan Ordai' gender='M'/><nameAlias wholeName='Tuvin Orday' gender='F'/><nameAlias wholeName='T. Orday' gender='F'/>")));
  ASSERT_EQ(read.entries.size(), 1u) << read.error.message;
  EXPECT_EQ(read.entries[0].sex, Sex::unknown);
  EXPECT_EQ(read.sources[0].remark_count, 1u);
}

TEST(EuFsfXml, ARangeOfYearsBesideAYearCounts) {
  EXPECT_EQ(dates_of(read_one("<birthdate year='1960' yearRangeFrom='1960' yearRangeTo='1965'/>")), (Texts{"1960", "1960 to 1965"}));
}

}  // namespace
}  // namespace darvaza::lists
