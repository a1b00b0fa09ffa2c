#include <string>

#include <gtest/gtest.h>

#include "lists/list_test_support.h"

namespace darvaza::lists {
namespace {

std::string entity(const std::string& id, const std::string& schema,
                   const std::string& properties) {
  return R"({"id":")" + id + R"(","schema":")" + schema + R"(","properties":{)" + properties +
         "}}\n";
}

TEST(FtmJson, ReadsEveryPropertyOfAPerson) {
  const auto read = read_text(
      entity(
          "q1", "Person",
          R"("name":["Tuvan Ordai","Туван Ордай"],"alias":["T. Orday"],"previousName":["Tuvan Old"],)"
          R"("weakAlias":["KELEG"],"birthDate":["1960-05"],"nationality":["tj"],"country":["ru"],)"
          R"("birthPlace":["Khujand"],"fatherName":["Keleg"],"gender":["male"],)"
          R"("passportNumber":["AB12"],"idNumber":["77"],"topics":["crime"],"firstName":["Tuvan"])"),
      "ruritania.ftm.json");
  ASSERT_EQ(read.entries.size(), 1u) << read.error.message;
  const auto& entry = read.entries[0];
  EXPECT_EQ(entry.list, "ruritania");
  EXPECT_EQ(entry.id, "q1");
  EXPECT_EQ(entry.category, "crime");
  EXPECT_EQ(names_of(entry, NameGrade::primary), (Texts{"Tuvan Ordai"}));
  EXPECT_EQ(names_of(entry, NameGrade::strong), (Texts{"Туван Ордай", "T. Orday", "Tuvan Old"}));
  EXPECT_EQ(names_of(entry, NameGrade::weak), (Texts{"KELEG"}));
  EXPECT_EQ(dates_of(entry), (Texts{"1960-05"}));
  ASSERT_EQ(entry.nationalities.size(), 1u) << "a country says less than a nationality";
  EXPECT_EQ(entry.nationalities[0].text(), "TJK");
  EXPECT_EQ(entry.birth_places, (Texts{"Khujand"}));
  EXPECT_EQ(entry.father_names, (Texts{"Keleg"}));
  EXPECT_EQ(entry.sex, Sex::male);
  EXPECT_EQ(entry.documents.size(), 2u);
}

TEST(FtmJson, TellsProgrammesAndTopicsAsTheCategory) {
  const auto read = read_text(entity(
      "q1", "Person",
      R"("name":["Tuvan Ordai"],"topics":["sanction","crime.terror"],"programId":["RU-1"])"));
  ASSERT_EQ(read.entries.size(), 1u);
  EXPECT_EQ(read.entries[0].category, "RU-1; sanction; crime.terror");
}

TEST(FtmJson, PutsTheNameTogetherFromItsPartsAndFallsBackToTheCountry) {
  const auto read = read_text(
      entity("q1", "Person", R"("firstName":["Tuvan"],"lastName":["Ordai"],"country":["uz"])"));
  ASSERT_EQ(read.entries.size(), 1u);
  EXPECT_EQ(names_of(read.entries[0], NameGrade::primary), (Texts{"Tuvan Ordai"}));
  EXPECT_EQ(read.entries[0].nationalities.size(), 1u);
}

TEST(FtmJson, TellsWhatNobodyReads) {
  const auto read = read_text(entity("q1", "Person", R"("name":["Tuvan Ordai"],"aliases":["Keleg Sadyq"],"birth_date":["1960"])") +
                              entity("q2", "Person", R"("name":["Tuvan Other"],"aliases":["Keleg"],"alias":[["Sadyq"]],"deathDate":["2001"])") +
                              entity("q3", "Person", R"("name":["Tuvan Third"],"name":["Tuvan Fourth"])") +
                              entity("q4", "Person", R"("name":["Tuvan Fifth"],"alias":[null],"registrationNumber":["1"])"));
  ASSERT_EQ(read.entries.size(), 4u);
  const auto& remarks = read.sources[0].remarks;
  ASSERT_EQ(remarks.size(), 4u) << "a property's name is told once, others of the norm never";
  EXPECT_EQ(remarks[0].record, 1u);
  EXPECT_EQ(remarks[0].reason, "a property that is none of FollowTheMoney's and is not read: aliases");
  EXPECT_EQ(remarks[1].reason, "a property that is none of FollowTheMoney's and is not read: birth_date");
  EXPECT_EQ(remarks[2].record, 2u);
  EXPECT_EQ(remarks[2].reason, "a value of \"alias\" that is no text, and is not read");
  EXPECT_EQ(remarks[3].record, 3u);
  EXPECT_EQ(remarks[3].reason, "a key is given twice: one of the values was not read");
}

TEST(FtmJson, NumbersOfEveryKindAreDocumentsWithQuotationMarksOrWithout) {
  const auto read = read_text(entity("q1", "Person",
                                     R"("name":["Tuvan Ordai"],"passportNumber":[90412877],"idNumber":18850317304210,)"
                                     R"("innCode":["770000000001"],"taxNumber":["TX77001"],"socialSecurityNumber":["900770001"])"));
  ASSERT_EQ(read.entries.size(), 1u);
  Texts numbers;
  for (const ListedDocument& document : read.entries[0].documents) numbers.push_back(document.number);
  EXPECT_EQ(numbers, (Texts{"90412877", "18850317304210", "770000000001", "900770001", "TX77001"}));
  EXPECT_TRUE(read.sources[0].remarks.empty());
}

TEST(FtmJson, JoinsDocumentsToTheirHolderBeforeAndAfterIt) {
  const auto read = read_text(
      entity("d1", "Passport", R"("holder":["q1"],"number":["AB12"],"country":["tj"])") +
      entity("q1", "Person", R"("name":["Tuvan Ordai"],"passportNumber":["AB12"])") +
      entity("d2", "Identification", R"("holder":["q1"],"number":["77"],"type":["Tazkira"])") +
      entity("d3", "Passport", R"("holder":["c1"],"number":["1"])") +
      entity("c1", "Company", R"("name":["RTL"])") +
      entity("d4", "Passport", R"("holder":["nobody"],"number":["2"])") +
      entity("d5", "Passport", R"("holder":["q1"])"));
  ASSERT_EQ(read.entries.size(), 1u);
  const auto& documents = read.entries[0].documents;
  ASSERT_EQ(documents.size(), 2u);
  EXPECT_EQ(documents[0].number, "AB12");
  EXPECT_EQ(documents[0].issuing_state.text(), "TJK");
  EXPECT_EQ(documents[1].type, "Tazkira");
  const auto& source = read.sources[0];
  EXPECT_EQ(source.attached, 2u);
  EXPECT_EQ(source.not_persons, 2u);
  EXPECT_EQ(source.skipped_count, 2u);
}

TEST(FtmJson, SkipsBadLinesAloudAndRefusesAFileOfNothingElse) {
  const std::string good = entity("q1", "Person", R"("name":["Tuvan Ordai"])");
  const auto read = read_text(good + "{\"id\":\n\n[1]\n{\"id\":\"x\"}\n" + good);
  EXPECT_EQ(read.entries.size(), 2u);
  ASSERT_EQ(read.sources[0].skipped_count, 3u);
  EXPECT_EQ(read.sources[0].skipped[1].record, 3u);
  EXPECT_EQ(read.sources[0].skipped[1].line, 4u);

  const auto bad = read_text("{\"id\":\n{}\n");
  EXPECT_TRUE(bad.refused);
  EXPECT_EQ(bad.error.line, 1u);
}

TEST(FtmJson, SurvivesValuesOfEveryType) {
  const auto read = read_text(
      entity("q1", "Person",
             R"("name":["A",7,null,{"x":["y"]},[["z"]]],"alias":"B","gender":1e400)") +
      entity("q2", "Person", R"("name":{"a":1})") + "{\"id\":1,\"schema\":[],\"properties\":0}\n" +
      std::string(5000, '[') + "\n" + "{\"id\":\"\xFF\"}\n");
  ASSERT_EQ(read.entries.size(), 1u) << read.error.message;
  EXPECT_EQ(names_of(read.entries[0], NameGrade::primary), (Texts{"A"}));
  EXPECT_EQ(names_of(read.entries[0], NameGrade::strong), (Texts{"7", "B"})) << "a number is a text without quotation marks";
  EXPECT_EQ(read.sources[0].skipped_count, 4u);
}

TEST(FtmJson, PassesOverALineThatIsTooLong) {
  const std::string good = entity("q1", "Person", R"("name":["Tuvan Ordai"])");
  const auto read = read_text(good + "{\"id\":\"" + std::string(5u << 20, 'x') + "\"}\n" + good);
  EXPECT_EQ(read.entries.size(), 2u);
  EXPECT_EQ(read.sources[0].skipped_count, 1u);
}

TEST(FtmJson, ASchemaInOtherLettersHidesNobody) {
  const auto read = read_text(
      "{\"id\":\"1\",\"schema\":\"person\",\"properties\":{\"name\":[\"A Ordai\"]}}\n{\"id\":\"2\",\"schema\":\"LegalEntity\",\"properties\":{\"name\":[\"B Ordai\"]}}\n"
      "{\"id\":\"p\",\"schema\":\"passport\",\"properties\":{\"holder\":[\"1\"],\"number\":[\"AA1234567\"]}}\n{\"id\":\"3\",\"schema\":\"vessel\",\"properties\":{\"name\":[\"SEA\"]}}\n");
  ASSERT_EQ(read.entries.size(), 2u) << read.error.message;
  ASSERT_EQ(read.entries[0].documents.size(), 1u);
  EXPECT_EQ(read.sources[0].not_persons, 1u);
  EXPECT_EQ(read.sources[0].remark_count, 0u);
}

TEST(FtmJson, EveryNumberStateAndHolderOfADocumentCounts) {
  const auto read = read_text(entity("p1", "Person", R"("name":["Tuvan Ordai"],"passport":["OLD11111"])") + entity("p2", "Person", R"("name":["Keleg Ordai"])") +
                              entity("d1", "Passport", R"("holder":["p1"],"number":["B7654321","C7654321"],"country":["tj"],"personalNumber":["PN123456"])") +
                              entity("d2", "Identification", R"("holder":["p1","p2"],"number":["ID998877"],"country":["tj","uz"])"));
  ASSERT_EQ(read.entries.size(), 2u) << read.error.message;
  const auto numbers = [](const WatchlistEntry& entry) {
    Texts texts;
    for (const ListedDocument& document : entry.documents) texts.push_back(document.number + ' ' + std::string(document.issuing_state.text()));
    return texts;
  };
  EXPECT_EQ(numbers(read.entries[0]), (Texts{"B7654321 TJK", "C7654321 TJK", "PN123456 TJK", "ID998877 TJK", "ID998877 UZB", "OLD11111 "}));
  EXPECT_EQ(numbers(read.entries[1]), (Texts{"ID998877 TJK", "ID998877 UZB"}));
  EXPECT_EQ(read.sources[0].attached, 2u);
  EXPECT_EQ(read.sources[0].remark_count, 0u);
}

// OpenSanctions' targets.nested.json.
TEST(FtmJson, DocumentsInsideOfAPersonAreTheirs) {
  const auto read = read_text(
      entity("p1", "Person",
             R"("name":["Tuvan Ordai"],"passport":[{"id":"d1","schema":"Passport","properties":{"number":["B7654321"],"country":["tj"]}}],)"
             R"("identification":[{"id":"d2","schema":"Identification","properties":{"number":["ID998877"]}}],"addressEntity":[{"id":"a","schema":"Address","properties":{}}])"));
  ASSERT_EQ(read.entries.size(), 1u) << read.error.message;
  ASSERT_EQ(read.entries[0].documents.size(), 2u);
  EXPECT_EQ(read.entries[0].documents[0].number, "B7654321");
  EXPECT_EQ(read.entries[0].documents[0].issuing_state.text(), "TJK");
  EXPECT_EQ(read.entries[0].documents[1].number, "ID998877");
  EXPECT_EQ(read.sources[0].remark_count, 0u);
}

TEST(FtmJson, ANameInTwoScriptsIsTwo) {
  const auto read = read_text(entity("p1", "Person", R"("name":["Tuvan Ordai [Туван Ордай]"])"));
  ASSERT_EQ(read.entries.size(), 1u) << read.error.message;
  EXPECT_EQ(names_of(read.entries[0], NameGrade::primary), (Texts{"Tuvan Ordai", "Туван Ордай"}));
}

TEST(FtmJson, EverySpellingOfTheNamesPartsIsAName) {
  const auto read = read_text(entity("p1", "Person", R"("firstName":["Tuvan","Туван"],"fatherName":["Keleg"],"lastName":["Ordai","Ордай"],"gender":["male","female"])"));
  ASSERT_EQ(read.entries.size(), 1u) << read.error.message;
  EXPECT_EQ(names_of(read.entries[0], NameGrade::primary), (Texts{"Tuvan Keleg Ordai"}));
  EXPECT_EQ(names_of(read.entries[0], NameGrade::strong), (Texts{"Туван Keleg Ордай"}));
  EXPECT_EQ(read.entries[0].sex, Sex::unknown);
  ASSERT_EQ(read.sources[0].remark_count, 1u);
  EXPECT_EQ(read.sources[0].remarks[0].reason, "two sexes that differ: neither is taken");
}

std::string texts(const std::string& stem, int count) {
  std::string list;
  for (int i = 0; i < count; ++i) list += (i == 0 ? "\"" : ",\"") + stem + std::to_string(i) + '"';
  return list;
}

Texts remarks_of(const ReadLists& read) {
  Texts reasons;
  for (const auto& remark : read.sources.at(0).remarks) reasons.push_back(remark.reason);
  return reasons;
}

TEST(FtmJson, ADocumentOfThousandsOfNumbersAndStatesIsBoundedAndTold) {
  const auto read = read_text(entity("p1", "Person", R"("name":["Tuvan Ordai"])") +
                              entity("d1", "Passport", R"("holder":["p1"],"number":[)" + texts("AB10", 3000) + R"(],"country":[)" + texts("nowhere", 3000) + "]"));
  ASSERT_EQ(read.entries.size(), 1u) << read.error.message;
  EXPECT_EQ(read.entries[0].documents.size(), 1000u);
  EXPECT_EQ(remarks_of(read).at(0), "2000 numbers of a document left out: more than 1000");
  EXPECT_EQ(remarks_of(read).at(1), "2000 States of a document left out: more than 1000");
  EXPECT_EQ(read.sources[0].remark_count, 1002u) << "each State is told once, not once for each number";
}

TEST(FtmJson, ADocumentOfThousandsOfHoldersIsBoundedAndTold) {
  const auto read = read_text(entity("h0", "Person", R"("name":["Tuvan Ordai"])") + entity("h1500", "Person", R"("name":["Keleg Ordai"])") +
                              entity("d1", "Passport", R"("holder":[)" + texts("h", 2000) + R"(],"number":["B7654321"])"));
  ASSERT_EQ(read.entries.size(), 2u) << read.error.message;
  EXPECT_EQ(read.entries[0].documents.size(), 1u);
  EXPECT_TRUE(read.entries[1].documents.empty());
  EXPECT_EQ(remarks_of(read), (Texts{"1000 holders of a document left out: more than 1000"}));
  EXPECT_EQ(read.sources[0].attached, 1u);
}

TEST(FtmJson, ThousandsOfSpellingsOfANamesPartsAreBoundedAndTold) {
  const auto read = read_text(entity("p1", "Person", R"("firstName":[)" + texts("Tuvan", 3000) + R"(],"lastName":["Ordai"])"));
  ASSERT_EQ(read.entries.size(), 1u) << read.error.message;
  EXPECT_EQ(read.entries[0].names.size(), 1000u);
  EXPECT_EQ(remarks_of(read).back(), "2000 names, dates, places or documents left out: more than 1000 of a kind");
  const auto heavy = read_text(entity("p1", "Person", R"("firstName":[)" + texts("Tuvan", 900) + R"(],"lastName":[")" + std::string(1u << 20, 'o') + "\"]"));
  ASSERT_EQ(heavy.entries.size(), 1u);
  EXPECT_LE(heavy.entries[0].names.size(), 5u) << "megabytes are not repeated for each spelling";
}

TEST(FtmJson, WhatIsNotReadOfADocumentInsideOfAPersonIsTold) {
  const auto told = [](const std::string& property) {
    return remarks_of(read_text(entity("p1", "Person", R"("name":["Tuvan Ordai"],)" + property)));
  };
  EXPECT_EQ(told(R"("passport":[{"id":"d","schema":"Passport","properties":{"country":["tj"]}}])"), (Texts{"a document without a number inside of the person"}));
  EXPECT_EQ(told(R"("passport":[{"id":"d","schema":"Passport","properties":{"number":["B7654321",{"a":1}]}}])"), (Texts{"a number of a document that is no text, and is not read"}));
  EXPECT_EQ(told(R"("passport":[{"id":"d","schema":"Visa","properties":{"number":["B7654321"]}}])"), (Texts{"a value of \"passport\" that is no text, and is not read"}));
  EXPECT_EQ(told(R"("passportNumber":[{"id":"d","schema":"Passport","properties":{"number":["B7654321"]}}])"), Texts{}) << "it is read";
}

}  // namespace
}  // namespace darvaza::lists
