// Labelled data of any tool, and what is wrong with it.
#include "eval/labelled_table.h"

#include <filesystem>
#include <fstream>

#include <gtest/gtest.h>

#include "eval/labels.h"

namespace darvaza::eval {
namespace {

class LabelledTableTest : public testing::Test {
 protected:
  std::string file(const std::string& text) {
    const auto path =
        std::filesystem::path(testing::TempDir()) /
        (std::string(testing::UnitTest::GetInstance()->current_test_info()->name()) + ".data");
    std::ofstream(path, std::ios::binary) << text;
    return path.string();
  }
  std::string refusal(const std::string& text, const ColumnNames& names = {}) {
    const auto table = read_labelled(file(text), names);
    return table ? "read" : to_string(table.error());
  }
};

TEST_F(LabelledTableTest, CsvAndJsonLinesGiveTheSameTable) {
  const auto csv = read_labelled(file("Name_A,name_b,match\nнадер,nader,true\n"), {});
  const auto json = read_labelled(file(R"({"Name_A": "надер", "name_b": "nader", "match": true})"
                                       "\n"),
                                  {});
  ASSERT_TRUE(csv) << to_string(csv.error());
  ASSERT_TRUE(json) << to_string(json.error());
  EXPECT_EQ(csv->columns, (std::vector<std::string>{"name_a", "name_b", "match"}));
  EXPECT_EQ(json->columns, csv->columns);
  EXPECT_EQ(json->rows[0].fields, csv->rows[0].fields);
}

TEST_F(LabelledTableTest, JsonMembersMayBeMissingAndLists) {
  const auto table =
      read_labelled(file("{\"a\": 1}\n\n{\"b\": [\"x\", \"y\"], \"a\": null}\n"), {});
  ASSERT_TRUE(table) << to_string(table.error());
  EXPECT_EQ(table->rows[0].fields, (std::vector<std::string>{"1", ""}));
  EXPECT_EQ(table->rows[1].fields, (std::vector<std::string>{"", "x;y"}));
  EXPECT_EQ(table->rows[1].line, 3U);
}

TEST_F(LabelledTableTest, ColumnsOfOtherToolsAreRenamed) {
  const auto table =
      read_labelled(file("Left,right\na,b\n"), {{"name_a", "left"}, {"name_b", "Right"}});
  ASSERT_TRUE(table) << to_string(table.error());
  EXPECT_EQ(table->columns, (std::vector<std::string>{"name_a", "name_b"}));
  EXPECT_NE(refusal("left,right\n", {{"name_a", "first"}})
                .find("has no column 'first', which was to be read as 'name_a'"),
            std::string::npos);
}

TEST_F(LabelledTableTest, ErrorsNameTheLineAndWhatWasExpected) {
  EXPECT_NE(refusal("a,b\n1,2\n3\n").find(":3: "), std::string::npos);
  EXPECT_NE(refusal("a,b\n1,2\n3\n").find("the row has 1 fields, the header 2"), std::string::npos);
  EXPECT_NE(refusal("{\"a\": 1}\n{\"a\"\n").find(":2: expected one JSON object a line"),
            std::string::npos);
  EXPECT_NE(refusal("{\"a\": {}}\n").find("member a: expected text"), std::string::npos);
  EXPECT_NE(refusal("").find("is empty"), std::string::npos);
  const auto missing = read_labelled("/nowhere/at/all.csv", {});
  ASSERT_FALSE(missing);
  EXPECT_EQ(missing.error().code, ErrorCode::input_missing);
}

TEST_F(LabelledTableTest, LabelsAreWhatColumnsSayAndWhatNamesShow) {
  const auto table =
      read_labelled(file("name,kind,source,extra\nрустам каримов,alias,news:TJ:tg,x\n"), {});
  ASSERT_TRUE(table);
  const auto labels = Labels::of(*table, {"extra"});
  ASSERT_TRUE(labels);
  const auto named = labels->named(
      labels->values(table->rows[0], script_names("рустам", "rustam"), "рустам каримов"));
  using Labelled = std::pair<std::string, std::string>;
  EXPECT_EQ(named, (std::vector<Labelled>{{"script", "Cyrillic > Latin"},
                                          {"kind", "alias"},
                                          {"source", "news"},
                                          {"length", "10 to 14 letters"},
                                          {"country", "TJ"},
                                          {"language", "tg"},
                                          {"extra", "x"}}));
  EXPECT_FALSE(Labels::of(*table, {"moon"}));
}

}  // namespace
}  // namespace darvaza::eval
