#include <string>

#include <gtest/gtest.h>

#include "lists/list_test_support.h"

namespace darvaza::lists {
namespace {

std::string notice(const std::string& members, const std::string& kind = "red",
                   const std::string& id = "2031-1") {
  return "{" + members + R"(,"entity_id":")" + id +
         R"(","_links":{"self":{"href":"https://ws-public.interpol.int/notices/v1/)" + kind + "/" +
         id + "\"}}}";
}

constexpr const char* kUnFacts = R"json("name":"ORDAI","forename":"TUVAN","date_of_birth":"1960",
  "name_at_birth":"KELEG","name_in_original_script":"Ордаи","forename_in_original_script":"Тувин",
  "un_reference":"RUi.001","un_resolution":1267,
  "aliases":["Abu Keleg",
    {"name":"ORDAY","forename":"TUVIN","date_of_birth":"1961/02/03","qualification":null},
    {"name":"KELEG","qualification":"Low"},{"forename":null},7],
  "identity_documents":["Passport A1234567 (Tajikistan)",
    {"type":"Passport","nr":"B 2","issuing_country_id":"UZ"},
    {"number":"C3"},{"type":"Passport","nr":null},"lost"])json";

TEST(InterpolJson, ReadsASingleNoticeOnManyLines) {
  const auto read = read_text(
      "{\n  \"arrest_warrants\": [\n"
      "    {\"issuing_country_id\": \"TJ\", \"charge\": \"contrebande\", \"charge_translation\": "
      "\"smuggling\"},\n"
      "    {\"issuing_country_id\": \"TJ\", \"charge\": \"fraud\", \"charge_translation\": null}\n "
      " ],\n"
      "  \"weight\": 0, \"height\": 1.78, \"forename\": \"TUVAN\", \"name\": \"ORDAI\", "
      "\"date_of_birth\": \"1960/05/17\",\n"
      "  \"nationalities\": [\"TJ\", \"UZ\"], \"sex_id\": \"F\", \"place_of_birth\": \"Khujand\", "
      "\"country_of_birth_id\": \"TJ\",\n"
      "  \"eyes_colors_id\": null, \"unheard_of\": {\"a\": [1e3]}, \"entity_id\": \"2031/1\"\n}\n");
  ASSERT_EQ(read.entries.size(), 1u) << read.error.message;
  EXPECT_EQ(read.sources[0].format, ListFormat::interpol_json);
  const WatchlistEntry& entry = read.entries[0];
  EXPECT_EQ(entry.list, "interpol");
  EXPECT_EQ(entry.id, "2031/1");
  EXPECT_EQ(entry.category, "red notice");
  EXPECT_EQ(names_of(entry, NameGrade::primary), (Texts{"ORDAI, TUVAN"}));
  EXPECT_EQ(dates_of(entry), (Texts{"1960-05-17"}));
  EXPECT_EQ(entry.sex, Sex::female);
  ASSERT_EQ(entry.nationalities.size(), 2u);
  EXPECT_EQ(entry.nationalities[1].text(), "UZB");
  EXPECT_EQ(entry.birth_places, (Texts{"Khujand, TJ"}));
  EXPECT_EQ(entry.terms.owner.text(), "TJK");
  EXPECT_EQ(entry.terms.legal_basis, "smuggling; fraud");
  EXPECT_EQ(entry.terms.instruction, Instruction::contact);
}

TEST(InterpolJson, ReadsPagesAndNoticesLineByLine) {
  const auto read = read_text(
      "\xEF\xBB\xBF{\"total\":2,\"_embedded\":{\"notices\":[" +
      notice(R"("name":"A","forename":null)") + "," +
      notice(R"("name":"B","date_of_birth":"1971")", "red", "2031-2") + "]}}\n" +
      notice(R"("name":"C","nationalities":null)", "un", "2031-3") +
      "\n{\"_embedded\":{\"notices\":[7]}}\n{\"_embedded\":{}}\n[]\n{\"entity_id\":\"x\"}\n");
  ASSERT_EQ(read.entries.size(), 3u) << read.error.message;
  EXPECT_EQ(read.entries[1].id, "2031-2");
  EXPECT_EQ(dates_of(read.entries[1]), (Texts{"1971"}));
  EXPECT_EQ(read.entries[2].category, "INTERPOL-UN Security Council special notice");
  ASSERT_EQ(read.sources[0].skipped_count, 4u);
  EXPECT_EQ(read.sources[0].skipped[0].record, 4u);
  EXPECT_EQ(read.sources[0].skipped[0].line, 3u);
}

TEST(InterpolJson, ANoticeMayEmbedItsLinksAsTheApiGivesIt) {
  const auto read = read_text(notice(R"("name":"A","_embedded":{"links":[]})") +
                              "\n{\"_embedded\":{\"links\":[]},\"name\":\"B\"}");
  ASSERT_EQ(read.entries.size(), 1u) << read.error.message;
  EXPECT_EQ(read.entries[0].id, "2031-1");
  EXPECT_EQ(read.sources[0].skipped_count, 1u);
}

TEST(InterpolJson, AUnNoticeTellsAliasesOtherScriptsAndDocuments) {
  const auto read = read_text(notice(kUnFacts, "un/persons"));
  ASSERT_EQ(read.entries.size(), 1u) << read.error.message;
  const WatchlistEntry& entry = read.entries[0];
  EXPECT_EQ(entry.category, "INTERPOL-UN Security Council special notice");
  EXPECT_EQ(names_of(entry, NameGrade::primary), (Texts{"ORDAI, TUVAN"}));
  EXPECT_EQ(names_of(entry, NameGrade::strong),
            (Texts{"Ордаи, Тувин", "KELEG, TUVAN", "Abu Keleg", "ORDAY, TUVIN"}));
  EXPECT_EQ(names_of(entry, NameGrade::weak), (Texts{"KELEG"}));
  EXPECT_EQ(dates_of(entry), (Texts{"1960", "1961-02-03"}));
  ASSERT_EQ(entry.documents.size(), 3u);
  EXPECT_EQ(entry.documents[0].number, "A1234567");
  EXPECT_EQ(entry.documents[0].type, "Passport");
  EXPECT_EQ(entry.documents[0].issuing_state.text(), "TJK");
  EXPECT_EQ(entry.documents[1].number, "B 2");
  EXPECT_EQ(entry.documents[1].issuing_state.text(), "UZB");
  EXPECT_EQ(entry.documents[2].number, "C3");
  EXPECT_EQ(entry.terms.source_reference, "RUi.001");
  // An alias without a name and one that is a number; two documents without a number.
  EXPECT_EQ(read.sources[0].remark_count, 4u);
}

TEST(InterpolJson, AUnNoticeAboutAnEntityIsNotAPerson) {
  const auto read =
      read_text(notice(R"("name":"GATE LTD")", "un/entities") + "\n" +
                notice(R"("name":"A","name_at_birth":"B C","forename":"C")", "un/persons"));
  ASSERT_EQ(read.entries.size(), 1u) << read.error.message;
  EXPECT_EQ(read.sources[0].not_persons, 1u);
  // The name at birth is a whole one: it holds the forename.
  EXPECT_EQ(names_of(read.entries[0], NameGrade::strong), (Texts{"B C"}));
}

TEST(InterpolJson, AYellowNoticeIsAboutAMissingPerson) {
  const auto read =
      read_text(notice(R"("name":"A","father_name":"A","father_forename":"Keleg")", "yellow"));
  ASSERT_EQ(read.entries.size(), 1u) << read.error.message;
  EXPECT_EQ(read.entries[0].terms.category, AlertCategory::missing_person);
  EXPECT_EQ(read.entries[0].terms.instruction, Instruction::contact);
  EXPECT_EQ(read.entries[0].father_names, (Texts{"Keleg A"}));
}

TEST(InterpolJson, WarrantsOfTwoStatesHaveNoOneOwner) {
  const auto read = read_text(notice(
      R"("name":"A","arrest_warrants":[{"issuing_country_id":"TJ"},{"issuing_country_id":"UZ"},{"issuing_country_id":"TJ"}])"));
  ASSERT_EQ(read.entries.size(), 1u) << read.error.message;
  EXPECT_TRUE(read.entries[0].terms.owner.empty());
}

TEST(InterpolJson, FactsThatCannotBeReadAndWrongTypesAreTold) {
  const auto read = read_text(notice(
      R"("name":"A","forename":7,"date_of_birth":"2031/02/30","nationalities":["??",4],"sex_id":"maybe","arrest_warrants":[{"issuing_country_id":"914"},3])"));
  ASSERT_EQ(read.entries.size(), 1u) << read.error.message;
  EXPECT_EQ(read.sources[0].remark_count, 6u);
}

TEST(InterpolJson, HalfANameIsToldAndNumbersAreRead) {
  const auto read = read_text(R"({"name":["ORDAI"],"forename":"TUVAN","date_of_birth":1963,"nationalities":"TJ","identity_documents":[{"nr":123456789}],"entity_id":20311})");
  ASSERT_EQ(read.entries.size(), 1u) << read.error.message;
  EXPECT_EQ(read.entries[0].id, "20311");
  EXPECT_EQ(dates_of(read.entries[0]), (Texts{"1963"}));
  ASSERT_EQ(read.entries[0].nationalities.size(), 1u);
  ASSERT_EQ(read.entries[0].documents.size(), 1u);
  EXPECT_EQ(read.entries[0].documents[0].number, "123456789");
  ASSERT_EQ(read.sources[0].remark_count, 1u);
  EXPECT_EQ(read.sources[0].remarks[0].reason, "a name that is no text");
}

TEST(InterpolJson, IsRefusedWithItsLineWhenItIsNotWellFormed) {
  const std::string first = notice(R"("name":"A")") + "\n";
  for (const std::string& second :
       {std::string("{\"entity_id\": oops}"), std::string("{\"entity_id\": \"x\""),
        std::string("{\"a\": \"\xFF\"}"), std::string(100, '[')}) {
    const auto read = read_text(first + second);
    EXPECT_TRUE(read.refused) << second;
    EXPECT_EQ(read.error.code, ErrorCode::input_refused);
    EXPECT_EQ(read.error.line, 2u) << second;
  }
}

TEST(InterpolJson, AValueWithoutEndIsRefusedBeforeItIsRead) {
  const auto read = read_text("{\"entity_id\":\"x\",\"name\":\"" +
                              std::string(std::size_t{5} << 20, 'a') + "\"}");
  EXPECT_TRUE(read.refused);
  EXPECT_NE(read.error.message.find("more than 4194304 bytes"), std::string::npos)
      << read.error.message;
}

TEST(InterpolJson, IsNotTakenForEntitiesNorTheseForNotices) {
  const auto ftm =
      read_text(R"({"id":"a","schema":"Person","properties":{"name":["A"],"entity_id":["x"]}})");
  ASSERT_EQ(ftm.sources.size(), 1u) << ftm.error.message;
  EXPECT_EQ(ftm.sources[0].format, ListFormat::ftm_json);
  // Names inside values are not members.
  const auto inner = read_text(
      R"({"id":"\"entity_id\":","x":{"entity_id":1},"schema":"Person","properties":{"name":["A"]}})");
  ASSERT_EQ(inner.sources.size(), 1u) << inner.error.message;
  EXPECT_EQ(inner.sources[0].format, ListFormat::ftm_json);
}

}  // namespace
}  // namespace darvaza::lists
