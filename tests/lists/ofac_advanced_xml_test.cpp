#include <string>

#include <gtest/gtest.h>

#include "lists/list_test_support.h"

namespace darvaza::lists {
namespace {

constexpr const char* kValues =
    "<ReferenceValueSets>"
    "<CountryValues><Country ID='1' ISO2='TJ'>Tajikistan</Country><Country "
    "ID='9'>undetermined</Country></CountryValues>"
    "<DetailReferenceValues><DetailReference ID='31'>Male</DetailReference></DetailReferenceValues>"
    "<FeatureTypeValues><FeatureType ID='8'>Birthdate</FeatureType><FeatureType ID='9'>Place of "
    "Birth</FeatureType>"
    "<FeatureType ID='10'>Nationality Country</FeatureType><FeatureType ID='11'>Citizenship "
    "Country</FeatureType>"
    "<FeatureType ID='12'>Nationality of Registration</FeatureType><FeatureType "
    "ID='224'>Gender</FeatureType></FeatureTypeValues>"
    "<IDRegDocTypeValues><IDRegDocType ID='1'>Passport</IDRegDocType><IDRegDocType ID='2'>Phone "
    "Number</IDRegDocType>"
    "<IDRegDocType ID='3'>Riddle</IDRegDocType></IDRegDocTypeValues>"
    "<LegalBasisValues><LegalBasis ID='1'>Order 1</LegalBasis></LegalBasisValues>"
    "<ListValues><List ID='1'>SDN List</List><List ID='2'>Consolidated List</List></ListValues>"
    "<NamePartTypeValues><NamePartType ID='1'>Last Name</NamePartType><NamePartType ID='2'>First "
    "Name</NamePartType>"
    "<NamePartType ID='3'>Matronymic</NamePartType></NamePartTypeValues>"
    "<PartySubTypeValues><PartySubType ID='1' PartyTypeID='4'>Vessel</PartySubType><PartySubType "
    "ID='3' PartyTypeID='2'>Unknown"
    "</PartySubType><PartySubType ID='4' PartyTypeID='1'>Unknown</PartySubType><PartySubType "
    "ID='5'>Individual</PartySubType>"
    "</PartySubTypeValues><PartyTypeValues><PartyType ID='1'>Individual</PartyType><PartyType "
    "ID='2'>Entity</PartyType>"
    "<PartyType ID='4'>Transport</PartyType></PartyTypeValues>"
    "<SanctionsTypeValues><SanctionsType ID='1'>Program</SanctionsType><SanctionsType "
    "ID='2'>Block</SanctionsType>"
    "</SanctionsTypeValues></ReferenceValueSets>\n"
    "<Locations><Location ID='51'><LocationCountry CountryID='1'/><LocationPart><LocationPartValue "
    "Primary='true'>"
    "<Value>Khujand</Value></LocationPartValue></LocationPart></Location></Locations>\n"
    "<IDRegDocuments><IDRegDocument IDRegDocTypeID='1' IdentityID='70' "
    "IssuedBy-CountryID='1'><IDRegistrationNo>A1"
    "</IDRegistrationNo></IDRegDocument><IDRegDocument IDRegDocTypeID='1' "
    "IdentityID='70'><IDRegistrationNo>B2</IDRegistrationNo>"
    "<IssuedBy CountryID='9'/></IDRegDocument><IDRegDocument IDRegDocTypeID='2' "
    "IdentityID='70'><IDRegistrationNo>0"
    "</IDRegistrationNo></IDRegDocument><IDRegDocument IDRegDocTypeID='3' "
    "IdentityID='70'><IDRegistrationNo>0"
    "</IDRegistrationNo></IDRegDocument></IDRegDocuments>\n";

ReadLists read_parties(const std::string& parties, const std::string& entries = "",
                       const std::string& more_values = "") {
  return read_text(
      "<Sanctions "
      "xmlns='urn:x'><DateOfIssue><Year>2031</Year><Month>5</Month><Day>2</Day></DateOfIssue>\n" +
      more_values + kValues + "<DistinctParties>\n" + parties +
      "</DistinctParties>\n<SanctionsEntries>" + entries + "</SanctionsEntries></Sanctions>\n");
}

std::string value(int group, const std::string& text) {
  return "<DocumentedNamePart><NamePartValue NamePartGroupID='" + std::to_string(group) + "'>" +
         text + "</NamePartValue></DocumentedNamePart>";
}

std::string alias(const std::string& attributes, const std::string& names) {
  return "<Alias AliasTypeID='1' " + attributes + ">" + names + "</Alias>";
}

const std::string kGroups =
    "<NamePartGroups><MasterNamePartGroup><NamePartGroup ID='11' "
    "NamePartTypeID='1'/></MasterNamePartGroup><MasterNamePartGroup>"
    "<NamePartGroup ID='12' "
    "NamePartTypeID='2'/></MasterNamePartGroup><MasterNamePartGroup><NamePartGroup ID='13' "
    "NamePartTypeID='3'/></MasterNamePartGroup></NamePartGroups>";

std::string individual(const std::string& features, const std::string& more_aliases = "") {
  return "<DistinctParty><Profile ID='7' PartySubTypeID='4'><Identity ID='70'>" +
         alias("Primary='true' LowQuality='false'",
               "<DocumentedName>" + value(12, "Tuvan") + value(11, "ORDAI") + value(13, "KELEG") +
                   "</DocumentedName><DocumentedName>" + value(11, "ОРДАИ") + value(12, "Тувин") +
                   "</DocumentedName>") +
         more_aliases + kGroups + "</Identity>" + features + "</Profile></DistinctParty>\n";
}

std::string feature(int type, const std::string& inside) {
  return "<Feature FeatureTypeID='" + std::to_string(type) + "'><FeatureVersion>" + inside +
         "</FeatureVersion></Feature>";
}

std::string day(const std::string& name, int year, int month, int day_of_month) {
  return "<" + name + "><Year>" + std::to_string(year) + "</Year><Month>" + std::to_string(month) +
         "</Month><Day>" + std::to_string(day_of_month) + "</Day></" + name + ">";
}

std::string born(const std::string& from, const std::string& to,
                 const std::string& approximate = "false") {
  return feature(8, "<DatePeriod><Start Approximate='" + approximate + "'>" + from +
                        "</Start><End>" + to + "</End></DatePeriod>");
}

TEST(OfacAdvancedXml, JoinsNamesDocumentsPlacesAndMeasures) {
  const auto read =
      read_parties(individual(feature(9, "<VersionLocation LocationID='51'/>") +
                                  feature(10, "<VersionLocation LocationID='51'/>") +
                                  feature(11, "<VersionDetail>Uzbekistan</VersionDetail>") +
                                  feature(12, "<VersionDetail>Iran</VersionDetail>") +
                                  feature(224, "<VersionDetail DetailReferenceID='31'/>"),
                              alias("Primary='false' LowQuality='true'",
                                    "<DocumentedName>" + value(12, "Tuva") + "</DocumentedName>")),
                   "<SanctionsEntry ProfileID='7' ListID='1'><EntryEvent "
                   "LegalBasisID='1'><Date><Year>2030</Year><Month>2</Month><Day>3</Day></Date>"
                   "</EntryEvent><SanctionsMeasure "
                   "SanctionsTypeID='1'><Comment>RUR</Comment></SanctionsMeasure><SanctionsMeasure "
                   "SanctionsTypeID='2'/></SanctionsEntry><SanctionsEntry ProfileID='7' "
                   "ListID='2'><EntryEvent><Date><Year>2029</Year><Month>1"
                   "</Month><Day>1</Day></Date></EntryEvent><SanctionsMeasure "
                   "SanctionsTypeID='1'><Comment>RUR2</Comment></SanctionsMeasure>"
                   "</SanctionsEntry>");
  ASSERT_EQ(read.entries.size(), 1u) << read.error.message;
  EXPECT_EQ(read.sources[0].format, ListFormat::ofac_advanced_xml);
  EXPECT_EQ(read.sources[0].list, "ofac-sdn");
  EXPECT_EQ(read.sources[0].list_date, "2031-05-02");
  const WatchlistEntry& entry = read.entries[0];
  EXPECT_EQ(entry.list, "ofac-sdn");
  EXPECT_EQ(entry.id, "7");
  EXPECT_EQ(names_of(entry, NameGrade::primary), (Texts{"ORDAI KELEG, Tuvan"}));
  EXPECT_EQ(names_of(entry, NameGrade::strong), (Texts{"ОРДАИ, Тувин"}));
  EXPECT_EQ(names_of(entry, NameGrade::weak), (Texts{"Tuva"}));
  EXPECT_EQ(entry.sex, Sex::male);
  EXPECT_EQ(entry.birth_places, (Texts{"Khujand, Tajikistan"}));
  ASSERT_EQ(entry.nationalities.size(), 2u);
  EXPECT_EQ(entry.nationalities[0].text(), "TJK");
  EXPECT_EQ(entry.nationalities[1].text(), "UZB");
  ASSERT_EQ(entry.documents.size(), 2u);
  EXPECT_EQ(entry.documents[0].number, "A1");
  EXPECT_EQ(entry.documents[0].type, "Passport");
  EXPECT_EQ(entry.documents[0].issuing_state.text(), "TJK");
  EXPECT_TRUE(entry.documents[1].issuing_state.empty());
  EXPECT_EQ(entry.category, "RUR; RUR2");
  EXPECT_EQ(entry.terms.legal_basis, "Order 1");
  EXPECT_EQ(to_string(entry.terms.valid_from), "2029-01-01");
  EXPECT_EQ(read.sources[0].remark_count, 1u);  // the riddle
}

TEST(OfacAdvancedXml, ReadsWhatPeriodsSayOfADateOfBirth) {
  const auto read = read_parties(
      individual(born(day("From", 1960, 5, 17), day("To", 1960, 5, 17)) +
                 born(day("From", 1961, 1, 1), day("To", 1961, 12, 31)) +
                 born(day("From", 1962, 2, 1), day("To", 1962, 2, 28)) +
                 born(day("From", 1963, 1, 1), day("To", 1965, 12, 31)) +
                 born(day("From", 1966, 1, 1), day("To", 1966, 12, 31), "true") +
                 born(day("From", 1967, 3, 2), day("To", 1967, 4, 5)) +
                 born(day("From", 1964, 2, 1), day("To", 1964, 2, 28)) + born("", "")));
  ASSERT_EQ(read.entries.size(), 1u) << read.error.message;
  EXPECT_EQ(dates_of(read.entries[0]),
            (Texts{"1960-05-17", "1961", "1962-02", "1963 to 1965", "circa 1966",
                   "1967-03-02 to 1967-04-05", "1964-02-01 to 1964-02-28"}));
}

TEST(OfacAdvancedXml, LongWordsAndManyReferencesToThemStaySmall) {
  const std::string word(900, 'w');
  const std::string values =
      "<ReferenceValueSets><DetailReferenceValues><DetailReference ID='50'>" + word +
      "</DetailReference><DetailReference ID='51'>" + std::string(1001, 'x') +
      "</DetailReference></DetailReferenceValues></ReferenceValueSets>\n";
  std::string details;
  for (int i = 0; i < 100; ++i) details += "<VersionDetail DetailReferenceID='50'/>";
  const auto read = read_parties(
      individual(feature(9, details) + feature(9, "<VersionDetail DetailReferenceID='51'/>")), "",
      values);
  ASSERT_EQ(read.entries.size(), 1u) << read.error.message;
  ASSERT_EQ(read.entries[0].birth_places.size(), 1u);
  EXPECT_EQ(read.entries[0].birth_places[0].size(), 4 * word.size() + 3 * 2);
  EXPECT_EQ(read.sources[0].remark_count, 2u);  // the long word and the riddle
  EXPECT_EQ(read.sources[0].remarks[0].line, 2u);
  EXPECT_EQ(read.sources[0].remarks[0].reason, "a reference value of more than 1000 bytes");
}

TEST(OfacAdvancedXml, APlaceStaysSmallAndIsTakenOnce) {
  std::string countries;
  for (int i = 0; i < 600; ++i) countries += "<LocationCountry CountryID='1'/>";
  const auto read = read_parties(individual(feature(9, "<VersionLocation LocationID='51'/>") +
                                            feature(9, "<VersionLocation LocationID='51'/>") +
                                            feature(9, "<VersionLocation LocationID='60'/>")),
                                 "<!-- --></SanctionsEntries><Locations><Location ID='60'>" +
                                     countries + "</Location></Locations><SanctionsEntries>");
  ASSERT_EQ(read.entries.size(), 1u) << read.error.message;
  ASSERT_EQ(read.entries[0].birth_places.size(), 2u);
  EXPECT_EQ(read.entries[0].birth_places[0], "Khujand, Tajikistan");
  EXPECT_LE(read.entries[0].birth_places[1].size(), 4096u + 2u);
  EXPECT_GT(read.entries[0].birth_places[1].size(), 4000u);
}

TEST(OfacAdvancedXml, TheDocumentsOfAnIdentityAreHandedOutOnce) {
  const std::string again = individual("");
  const auto read = read_parties(again + again);
  ASSERT_EQ(read.entries.size(), 2u) << read.error.message;
  EXPECT_EQ(read.entries[0].documents.size(), 2u);
  EXPECT_TRUE(read.entries[1].documents.empty());
  EXPECT_EQ(read.sources[0].remark_count, 2u);  // the riddle, once, and the identifier that stands twice
}

TEST(OfacAdvancedXml, KnowsPersonsByTheirPartyTypeAndCountsTheRest) {
  const std::string name =
      "<Identity ID='1'>" +
      alias("Primary='true'", "<DocumentedName>" + value(1, "X") + "</DocumentedName>") +
      "</Identity>";
  const auto profile = [&](const std::string& type) {
    return "<DistinctParty><Profile ID='" + type + "0' PartySubTypeID='" + type + "'>" + name +
           "</Profile></DistinctParty>\n";
  };
  const auto read = read_parties(
      profile("1") + profile("3") + profile("4") + profile("5") + profile("99") +
          "<DistinctParty/>\n<DistinctParty><Profile ID='8' PartySubTypeID='4'/></DistinctParty>",
      "<SanctionsEntry ProfileID='40' ListID='2'/>");
  EXPECT_EQ(read.sources[0].not_persons, 2u);
  ASSERT_EQ(read.entries.size(), 2u) << read.error.message;
  EXPECT_EQ(read.entries[0].list, "ofac-cons");
  ASSERT_EQ(read.sources[0].skipped_count, 3u);
  EXPECT_EQ(read.sources[0].skipped[0].record, 5u);
  EXPECT_EQ(read.sources[0].skipped[0].reason, "a type of party that is not known");
}

}  // namespace
}  // namespace darvaza::lists
