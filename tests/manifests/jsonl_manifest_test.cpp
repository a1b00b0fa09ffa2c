#include "manifests/jsonl_manifest.h"

#include <string>

#include <boost/json.hpp>
#include <gtest/gtest.h>

#include "manifests/read_text.h"
#include "records/not_text.h"

namespace darvaza::manifests {
namespace {

TEST(JsonlManifest, ReadsTheKeysOfTheCsvColumns) {
  const auto read = read_text(
      R"({"id": 17, "surname": "Testova", "given_names": "Marina", "birth_date": "1980-05-17",)"
      R"( "sex": "F", "nationality": "PAK", "document_number": "XY1", "extra": [1, {"a": 2}]})"
      "\n");
  ASSERT_TRUE(read.summary);
  EXPECT_EQ(read.summary->format, ManifestFormat::jsonl);
  const Traveller& traveller = read.travellers.at(0);
  EXPECT_TRUE(traveller.problems.empty());
  EXPECT_EQ(traveller.id, "17");
  EXPECT_EQ(traveller.names.at(0).full(), "Marina Testova");
  EXPECT_EQ(traveller.birth_date, (PartialDate{1980, 5, 17}));
  EXPECT_EQ(traveller.documents.at(0).number, "XY1");
}

TEST(JsonlManifest, ListsOfNamesNationalitiesAndDocumentsAreReadWhole) {
  const auto read = read_text(
      R"({"names": ["Marina Testova", {"surname": "Testowa", "given_names": "Maryna"}],)"
      R"( "nationalities": ["PAK", "GBR"], "documents": [)"
      R"({"number": "XY1", "type": "P", "issuing_state": "PAK", "expires": "2030-05-17"},)"
      R"( {"number": 998877}, "ZZ9"]})");
  const Traveller& traveller = read.travellers.at(0);
  EXPECT_TRUE(traveller.problems.empty());
  ASSERT_EQ(traveller.names.size(), 2u);
  EXPECT_EQ(traveller.names[1].primary, "Testowa");
  EXPECT_EQ(traveller.nationalities.size(), 2u);
  ASSERT_EQ(traveller.documents.size(), 3u);
  EXPECT_EQ(traveller.documents[0].type, "P");
  EXPECT_EQ(traveller.documents[0].issuing_state.text(), "PAK");
  EXPECT_EQ(traveller.documents[0].expires, (PartialDate{2030, 5, 17}));
  EXPECT_EQ(traveller.documents[1].number, "998877");
  EXPECT_EQ(traveller.documents[2].number, "ZZ9");
}

TEST(JsonlManifest, ANameInTwoScriptsIsTwo) {
  const auto read = read_text(R"json({"name": "Marina Testova (Марина Тестова)", "aliases": ["Nora Testova [Отец: Иван Тестов]"]})json" "\n");
  ASSERT_EQ(read.travellers.size(), 1u);
  ASSERT_EQ(read.travellers[0].names.size(), 4u);
  EXPECT_EQ(read.travellers[0].names[0].full(), "Marina Testova");
  EXPECT_EQ(read.travellers[0].names[1].full(), "Марина Тестова");
  EXPECT_EQ(read.travellers[0].names[2].full(), "Nora Testova [Отец: Иван Тестов]");
  EXPECT_EQ(read.travellers[0].names[3].full(), "Nora Testova");
}

TEST(JsonlManifest, OneValueStandsForAListAndAListForOneValue) {
  const auto read = read_text(
      R"({"names": "Marina Testova", "nationality": ["PAK"], "documents": {"number": "X1"}})"
      "\n"
      R"({"name": ["Juan Prueba", "Huan Prueba"]})");
  ASSERT_EQ(read.travellers.size(), 2u);
  EXPECT_EQ(read.travellers[0].names.size(), 1u);
  EXPECT_EQ(read.travellers[0].nationalities.size(), 1u);
  EXPECT_EQ(read.travellers[0].documents.size(), 1u);
  EXPECT_EQ(read.travellers[1].names.size(), 2u);
}

TEST(JsonlManifest, ALineThatIsNoObjectIsATravellerWithAProblem) {
  const auto read = read_text("{\"name\": \"Marina Testova\"}\n\n{\"name\": \n[1]\n\"x\"\n",
                              ManifestFormat::jsonl);
  ASSERT_EQ(read.travellers.size(), 4u);
  EXPECT_TRUE(has_problem(read.travellers[1], "line 3: not a JSON object"));
  EXPECT_TRUE(has_problem(read.travellers[2], "line 4"));
  EXPECT_TRUE(has_problem(read.travellers[3], "line 5"));
  EXPECT_TRUE(read.travellers[1].names.empty());
  EXPECT_EQ(read.travellers[1].id, "2");
}

TEST(JsonlManifest, ValuesOfTheWrongKindAreReported) {
  const auto read = read_text(R"({"name": {"a": 1}, "surname": true, "names": [1.5, []],)"
                              R"( "nationality": [{}], "documents": [[], {"type": "P"}]})");
  const Traveller& traveller = read.travellers.at(0);
  ASSERT_EQ(traveller.names.size(), 1u);
  EXPECT_EQ(traveller.names[0].primary, "\xEF\xBF\xBC") << "it makes the answer incomplete";
  EXPECT_TRUE(has_problem(traveller, "\"surname\" is not text"));
  EXPECT_TRUE(has_problem(traveller, "an item of names"));
  EXPECT_TRUE(has_problem(traveller, "\"nationality\" is not text"));
  EXPECT_TRUE(has_problem(traveller, "an item of documents"));
  EXPECT_TRUE(has_problem(traveller, "a document without a number"));
  EXPECT_TRUE(has_problem(traveller, "no name"));
}

TEST(JsonlManifest, NullSaysNothing) {
  const auto read = read_text(R"({"name": "Marina Testova", "dob": null, "nationality": null})");
  EXPECT_TRUE(read.travellers.at(0).problems.empty());
}

TEST(JsonlManifest, WhatStandsBehindAKeyThatIsGivenTwiceIsAnUnreadName) {
  const auto read = read_text(R"({"name": "Marina Testova", "name": "Juan Prueba"})" "\n"
                              R"({"name": "Marina Testova", "documents": [{"number": "N1", "number": "N2"}]})");
  for (const Traveller& traveller : read.travellers) {
    EXPECT_TRUE(has_problem(traveller, "a key is given twice"));
    ASSERT_EQ(traveller.names.size(), 2u) << "what one of the values said is not known: nobody may be clear without it";
    EXPECT_EQ(traveller.names.back().primary, records::kNotText);
    ASSERT_FALSE(traveller.documents.empty());
    EXPECT_EQ(traveller.documents.back().number, records::kNotText);
  }
}

TEST(JsonlManifest, HostileNumbersAndDepthsAreProblemsOfTheirLine) {
  const std::string deep = "{\"a\": " + std::string(10'000, '[') + "\n";
  const auto read = read_text("{\"id\": 1e400, \"name\": \"Marina Testova\"}\n" + deep +
                              "{\"name\": \"\xFF\"}\n{\"name\": \"Juan Prueba\"}\n");
  ASSERT_EQ(read.travellers.size(), 4u);
  for (std::size_t i = 0; i < 3; ++i) EXPECT_FALSE(read.travellers[i].problems.empty()) << i;
  EXPECT_TRUE(read.travellers[3].problems.empty());
}

TEST(JsonlManifest, AnOverlongLineIsAProblemOfThatLine) {
  const auto read = read_text("{\"name\": \"" + std::string(1024 * 1024, 'x') +
                              "\"}\n{\"name\": \"Juan Prueba\"}\n");
  ASSERT_EQ(read.travellers.size(), 2u);
  EXPECT_TRUE(has_problem(read.travellers[0], "line 1: a line of more than"));
  EXPECT_TRUE(read.travellers[1].problems.empty());
}

TEST(JsonlManifest, AFamilyNameUnderAnUnknownKeyIsAnUnreadName) {
  const auto read = read_text(R"({"first_name": "Marina", "lastname_latin": "Testova"})" "\n" R"({"names": [{"first_name": "Marina", "lst_name": "Testova"}]})" "\n"
                              R"({"first_name": "Marina", "last_name": "Testova", "seat": "2A"})" "\n" R"({"first_name": "Marina"})" "\n");
  ASSERT_EQ(read.travellers.size(), 4u);
  for (const std::size_t i : {0u, 1u}) EXPECT_EQ(read.travellers[i].names.back().primary, records::kNotText) << i;
  for (const std::size_t i : {2u, 3u}) EXPECT_NE(read.travellers[i].names.back().primary, records::kNotText) << i;
}

TEST(JsonlManifest, KeysThatNobodyReadsAreToldOnceOfTheFile) {
  const auto read = read_text(
      R"({"name": "Marina Testova", "pasport": "N1", "nationalities": ["KAZ"], "documents": [{"number": "N2", "book": 1}]})" "\n"
      R"({"names": ["Juan Prueba"], "pasport": "N3"})" "\n");
  ASSERT_EQ(read.travellers.size(), 2u);
  EXPECT_TRUE(read.travellers[0].problems.empty());
  ASSERT_EQ(read.summary->problems.size(), 1u);
  EXPECT_TRUE(read.says("book, pasport")) << read.summary->problems[0].text;
}

TEST(JsonlManifest, OfATravellerByThemselvesUnreadKeysAreTheirProblem) {
  boost::json::object object{{"name", "Marina Testova"}, {"pasport", "N1"}};
  const Traveller traveller = read_json_object(object, boost::json::serialize(object), 2026, "line 1");
  EXPECT_TRUE(has_problem(traveller, "pasport"));
}

TEST(JsonlManifest, KeysOfOneMeaningAreAllRead) {
  const auto read = read_text(R"({"name": "Marina Testova", "full_name": "Maryna Testowa", "passport": "AA1", "document_number": "T90512806"})" "\n");
  ASSERT_EQ(read.travellers.at(0).names.size(), 2u);
  ASSERT_EQ(read.travellers[0].documents.size(), 2u);
  EXPECT_TRUE(read.travellers[0].problems.empty());
}

TEST(JsonlManifest, DocumentsAreReadInEveryShapeOrAreToldAsUnread) {
  for (const auto* text : {R"({"name": "Xe Ye", "document_number": ["AA1", "T90512806"]})", R"({"name": "Xe Ye", "documents": [{"number": "AA1;T90512806"}]})",
                           R"({"name": "Xe Ye", "documents": [{"number": ["AA1", "T90512806"]}]})", R"({"name": "Xe Ye", "documents": "AA1;T90512806"})"}) {
    const auto read = read_text(std::string(text) + "\n");
    ASSERT_EQ(read.travellers.at(0).documents.size(), 2u) << text;
    EXPECT_EQ(read.travellers[0].documents[1].number, "T90512806") << text;
    EXPECT_TRUE(read.travellers[0].problems.empty()) << text;
  }
  const auto object = read_text(R"({"name": "Xe Ye", "document": {"number": "T90512806", "issuing_state": "TJK"}})" "\n");
  EXPECT_EQ(object.travellers.at(0).documents.at(0).number, "T90512806");
  EXPECT_EQ(object.travellers[0].documents[0].issuing_state.text(), "TJK");
  for (const auto* text : {R"({"name": "Xe Ye", "document_number": true})", R"({"name": "Xe Ye", "passport": [["T90512806"]]})", R"({"name": "Xe Ye", "documents": [1.5]})", R"({"name": "Xe Ye", "document": {"no": "T90512806"}})"}) {
    const auto read = read_text(std::string(text) + "\n");
    ASSERT_EQ(read.travellers.at(0).documents.size(), 1u) << text;
    EXPECT_EQ(read.travellers[0].documents[0].number, "\xEF\xBF\xBC") << text;
    EXPECT_FALSE(read.travellers[0].problems.empty()) << text;
  }
}

TEST(JsonlManifest, AListOfTextsCountsAsSoManyColumns) {
  const auto read = read_text(R"({"name": "Xe Ye", "document_number": ["AA1", "T90512806"], "document_type": ["P", "I"], "issuing_state": ["KAZ", "IRN"]})" "\n"
                              R"({"name": "Xe Ye", "documents": ["AA1", "T90512806"], "issuing_state": "IRN"})" "\n"
                              R"({"surname": "Testova", "name": ["Marina", "Maryna"]})" "\n" R"({"surname": "Testova", "names": ["Marina", "Maryna Testova"]})" "\n"
                              R"({"name": "Xe Ye", "nationalities": ["KAZ/UZB", "PAK"]})" "\n");
  ASSERT_EQ(read.travellers.size(), 5u);
  for (const std::size_t i : {0u, 1u}) {
    ASSERT_EQ(read.travellers[i].documents.size(), 2u) << i;
    EXPECT_EQ(read.travellers[i].documents[1].issuing_state.text(), "IRN") << i;
  }
  EXPECT_EQ(read.travellers[0].documents[0].issuing_state.text(), "KAZ");
  EXPECT_EQ(read.travellers[0].documents[1].type, "I");
  ASSERT_EQ(read.travellers[2].names.size(), 2u);
  EXPECT_EQ(read.travellers[2].names[0].full(), "Marina Testova");
  EXPECT_EQ(read.travellers[2].names[1].full(), "Maryna Testova");
  EXPECT_EQ(read.travellers[3].names.at(0).full(), "Marina Testova");
  EXPECT_EQ(read.travellers[4].nationalities.size(), 3u);
  for (const Traveller& traveller : read.travellers) EXPECT_TRUE(traveller.problems.empty()) << traveller.id;
}

TEST(JsonlManifest, TheFullerOfTwoBirthDatesThatAgreeIsTaken) {
  const auto read = read_text(R"({"name": "Xe Ye", "birth_date": ["1980", "1980-05-17"]})" "\n" R"({"name": "Xe Ye", "birth_date": ["1980-05-17", "1980-05", "1980"]})" "\n"
                              R"({"name": "Xe Ye", "birth_date": ["1980-06", "1980-05-17"]})" "\n"
                              R"({"birth_date": "1974", "mrz": "P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<\nL898902C36UTO7408122F1204159ZE184226B<<<<<10"})" "\n");
  for (const std::size_t i : {0u, 1u}) {
    EXPECT_EQ(read.travellers.at(i).birth_date, (PartialDate{1980, 5, 17})) << i;
    EXPECT_TRUE(read.travellers[i].problems.empty()) << i;
  }
  EXPECT_EQ(read.travellers.at(2).birth_date, (PartialDate{1980, 6, 0}));
  EXPECT_TRUE(has_problem(read.travellers[2], "a second birth date differs"));
  EXPECT_EQ(read.travellers.at(3).birth_date, (PartialDate{1974, 8, 12}));
}

TEST(JsonlManifest, AZoneMayBeAListOfItsLines) {
  constexpr const char* kLines = R"("P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<", "L898902C36UTO7408122F1204159ZE184226B<<<<<10")";
  const auto read = read_text(std::string(R"({"mrz": [)") + kLines + "]}\n");
  ASSERT_EQ(read.travellers.size(), 1u);
  EXPECT_EQ(read.travellers[0].names.at(0).primary, "ERIKSSON");
  EXPECT_EQ(read.travellers[0].documents.at(0).number, "L898902C3");
  EXPECT_EQ(read.travellers[0].documents.size(), 1u);
}

TEST(JsonlManifest, MoreValuesThanATableHasColumnsAreToldAndMakeTheAnswerIncomplete) {
  std::string places, flags;
  for (int i = 0; i < 1000; ++i) places += (i == 0 ? "\"" : ",\"") + std::to_string(i) + '"';
  for (int i = 0; i < 300; ++i) flags += i == 0 ? "true" : ",true";
  const auto read = read_text("{\"birth_place\": [" + places + "], \"birth_date\": [" + flags + "], \"surname\": \"Testova\"}\n");
  EXPECT_EQ(read.travellers.at(0).names.back().primary, records::kNotText);
  EXPECT_TRUE(has_problem(read.travellers[0], "more values than are read"));
}

TEST(JsonlManifest, ANameThatIsNoTextIsToldByItsKey) {
  const auto read = read_text(R"({"name": "Xe Ye", "full_name": true})" "\n" R"({"name": {"surname": "Testova", "given_names": "Marina"}})" "\n");
  EXPECT_EQ(read.travellers.at(0).names.back().primary, "\xEF\xBF\xBC");
  EXPECT_TRUE(has_problem(read.travellers[0], "the value of \"full_name\" is not text"));
  EXPECT_EQ(read.travellers.at(1).names.at(0).full(), "Marina Testova");
}

TEST(JsonlManifest, FactsInsideOfANameAreTheTravellers) {
  const auto read = read_text(R"({"name": "ORDAI TUVAN", "nationality": "TJK", "names": [{"surname": "ORDAI", "given_names": "TUVAN", "father_name": "KELEG", "nationality": "UZB"}]})" "\n");
  ASSERT_EQ(read.travellers.size(), 1u);
  EXPECT_EQ(read.travellers[0].nationalities.size(), 2u);
  EXPECT_EQ(read.travellers[0].father_name, "KELEG");
}

}  // namespace
}  // namespace darvaza::manifests
