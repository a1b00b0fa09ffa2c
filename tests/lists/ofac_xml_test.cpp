#include <string>

#include <gtest/gtest.h>

#include "lists/list_test_support.h"

namespace darvaza::lists {
namespace {

std::string list_of(const std::string& entries) {
  return "<?xml version='1.0'?>\n<sdnList xmlns='https://example.org/XML'>\n<publshInformation>"
         "<Publish_Date>03/28/2031</Publish_Date></publshInformation>\n" +
         entries + "</sdnList>";
}

std::string entry_of(const std::string& inside, const std::string& program = "SDGT") {
  return "<sdnEntry><uid>77</uid><firstName>Tuvan Keleg</firstName><lastName>ORDAI</lastName>"
         "<sdnType>Individual</sdnType><programList><program>" +
         program + "</program><program>IFSR</program></programList>" + inside + "</sdnEntry>\n";
}

TEST(OfacXml, GivesNamesAsSurnameCommaGiven) {
  const auto read = read_text(list_of(
      entry_of("<akaList><aka><category>strong</category><lastName>ORDAY</lastName><firstName>T."
               "</firstName></aka><aka><category>weak</category><lastName>KELEG</lastName></aka></"
               "akaList>")));
  ASSERT_EQ(read.entries.size(), 1u) << read.error.message;
  const auto& entry = read.entries[0];
  EXPECT_EQ(entry.id, "77");
  EXPECT_EQ(entry.list, "ofac-sdn");
  EXPECT_EQ(entry.category, "SDGT; IFSR");
  EXPECT_EQ(names_of(entry, NameGrade::primary), (Texts{"ORDAI, Tuvan Keleg"}));
  EXPECT_EQ(names_of(entry, NameGrade::strong), (Texts{"ORDAY, T."}));
  EXPECT_EQ(names_of(entry, NameGrade::weak), (Texts{"KELEG"}));
  EXPECT_EQ(read.sources[0].list_date, "2031-03-28");
}

TEST(OfacXml, ReadsDatesPlacesStatesAndIds) {
  const auto read = read_text(list_of(entry_of(
      "<dateOfBirthList><dateOfBirthItem><dateOfBirth>01 Jan 1960</dateOfBirth></dateOfBirthItem>"
      "<dateOfBirthItem><dateOfBirth>circa 1961</dateOfBirth></dateOfBirthItem>"
      "<dateOfBirthItem><dateOfBirth>1960 to 1965</dateOfBirth></dateOfBirthItem></dateOfBirthList>"
      "<placeOfBirthList><placeOfBirthItem><placeOfBirth>Herat, Afghanistan</placeOfBirth>"
      "</placeOfBirthItem></placeOfBirthList>"
      "<nationalityList><nationality><country>Afghanistan</country></nationality></nationalityList>"
      "<citizenshipList><citizenship><country>Iran</country></citizenship></citizenshipList>"
      "<idList><id><idType>Passport</idType><idNumber>U0000001</idNumber><idCountry>Turkey"
      "</idCountry></id><id><idType>Gender</idType><idNumber>Male</idNumber></id>"
      "<id><idType>Secondary sanctions risk:</idType><idNumber>section 1(b)</idNumber></id>"
      "<id><idType>Aura Colour</idType><idNumber>7</idNumber></id></idList>")));
  ASSERT_EQ(read.entries.size(), 1u);
  const auto& entry = read.entries[0];
  EXPECT_EQ(dates_of(entry), (Texts{"1960-01-01", "circa 1961", "1960 to 1965"}));
  EXPECT_EQ(entry.birth_places, (Texts{"Herat, Afghanistan"}));
  ASSERT_EQ(entry.nationalities.size(), 2u);
  EXPECT_EQ(entry.nationalities[1].text(), "IRN");
  EXPECT_EQ(entry.sex, Sex::male);
  ASSERT_EQ(entry.documents.size(), 1u);
  EXPECT_EQ(entry.documents[0].issuing_state.text(), "TUR");
  EXPECT_EQ(read.sources[0].remark_count, 1u) << "the unknown ID type";
}

TEST(OfacXml, IsTheConsolidatedListWhenItsFirstProgrammeIsOutsideTheSdnList) {
  const auto read = read_text(list_of(entry_of("", "NS-PLC") + entry_of("")));
  ASSERT_EQ(read.entries.size(), 2u);
  EXPECT_EQ(read.entries[0].list, "ofac-cons");
  EXPECT_EQ(read.entries[1].list, "ofac-cons");
}

TEST(OfacXml, CountsOrganisationsAndSkipsUnknownPartiesAloud) {
  const auto read = read_text(
      list_of("<sdnEntry><lastName>RURITANIAN LINES</lastName><sdnType>Entity</sdnType></sdnEntry>"
              "<sdnEntry><lastName>SEA FOX</lastName><sdnType>Vessel</sdnType></sdnEntry>"
              "<sdnEntry><lastName>ORDAI</lastName><sdnType>Human</sdnType></sdnEntry><entry/>"));
  EXPECT_EQ(read.sources[0].not_persons, 2u);
  EXPECT_EQ(read.sources[0].skipped_count, 2u);
}

}  // namespace
}  // namespace darvaza::lists
