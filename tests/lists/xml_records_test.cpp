#include "lists/xml_records.h"

#include <sstream>
#include <string>
#include <vector>

#include <gtest/gtest.h>

namespace darvaza::lists {
namespace {

struct ReadXml {
  std::vector<XmlElement> records;
  std::string root;
  Error error;
  bool refused = false;
};

ReadXml read(const std::string& text, std::size_t depth = 2, XmlLimits limits = {}) {
  std::istringstream in(text);
  ReadXml read;
  const auto result = read_xml_records(
      in, "test.xml", depth,
      [&](const XmlElement& root) -> Result<void> {
        read.root = root.name;
        return {};
      },
      [&](const XmlElement& record) -> Result<void> {
        read.records.push_back(record);
        return {};
      },
      limits);
  read.refused = !result;
  if (!result) read.error = result.error();
  return read;
}

TEST(XmlRecords, GiveEveryElementAtTheirDepthAsATree) {
  const auto xml = read("<r><p id='1'>\n <n> a\n  b </n><n>c</n></p><q/></r>");
  EXPECT_FALSE(xml.refused);
  EXPECT_EQ(xml.root, "r");
  ASSERT_EQ(xml.records.size(), 2u);
  EXPECT_EQ(xml.records[0].value("n"), "a b");
  EXPECT_EQ(xml.records[0].attribute("id"), "1");
  EXPECT_EQ(xml.records[0].children.size(), 2u);
  EXPECT_EQ(xml.records[0].children[1].text, "c");
  EXPECT_EQ(xml.records[0].children[0].line, 2u);
  EXPECT_EQ(xml.records[1].value("n"), "");
}

TEST(XmlRecords, IgnoreNamespacePrefixes) {
  const auto xml = read("<x:r xmlns:x='urn:x'><x:p><x:n>a</x:n></x:p></x:r>");
  ASSERT_EQ(xml.records.size(), 1u);
  EXPECT_EQ(xml.records[0].name, "p");
  EXPECT_EQ(xml.records[0].value("n"), "a");
}

TEST(XmlRecords, RefuseWhatIsNotWellFormedAndNameTheLine) {
  const auto xml = read("<r>\n<p/>\n<p>&</p></r>");
  EXPECT_TRUE(xml.refused);
  EXPECT_EQ(xml.error.code, ErrorCode::input_refused);
  EXPECT_EQ(xml.error.line, 3u);
  EXPECT_TRUE(read("").refused);
  EXPECT_TRUE(read("<r><p></r>").refused);
  EXPECT_TRUE(read("<r><p>\xFF</p></r>").refused);
}

TEST(XmlRecords, RefuseEntityBombs) {
  std::string bomb = "<!DOCTYPE r [<!ENTITY e0 'lol'>";
  for (int i = 1; i < 20; ++i) {
    const std::string inner = "&e" + std::to_string(i - 1) + ";";
    bomb += "<!ENTITY e" + std::to_string(i) + " '" + inner + inner + inner + inner + "'>";
  }
  const auto xml = read(bomb + "]><r><p>&e19;</p></r>");
  EXPECT_TRUE(xml.refused);
  EXPECT_EQ(xml.error.line, 1u);
  EXPECT_TRUE(xml.records.empty());
}

TEST(XmlRecords, RefuseExternalEntities) {
  EXPECT_TRUE(
      read("<!DOCTYPE r [<!ENTITY f SYSTEM 'file:///etc/hostname'>]><r><p>&f;</p></r>").refused);
  EXPECT_TRUE(read("<!DOCTYPE r SYSTEM 'http://example.org/r.dtd'><r><p>&f;</p></r>").refused);
}

TEST(XmlRecords, RefuseDeepNesting) {
  std::string deep = "<r>";
  for (int i = 0; i < 100000; ++i) deep += "<a>";
  const auto xml = read(deep);
  EXPECT_TRUE(xml.refused);
  EXPECT_NE(xml.error.message.find("nested"), std::string::npos);
}

TEST(XmlRecords, RefuseRecordsTextsTagsAndCommentsOverTheLimits) {
  const XmlLimits limits{32, 100'000, 100'000};
  EXPECT_FALSE(read("<r><p>" + std::string(50'000, 'x') + "</p></r>", 2, limits).refused);
  EXPECT_TRUE(read("<r><p>" + std::string(110'000, 'x') + "</p></r>", 2, limits).refused);
  EXPECT_TRUE(read("<r><p a='" + std::string(300'000, 'x') + "'/></r>", 2, limits).refused);
  EXPECT_TRUE(read("<r><!--" + std::string(300'000, 'x') + "--></r>", 2, limits).refused);
  std::string many = "<r><p>";
  for (int i = 0; i < 10'000; ++i) many += "<a/>";
  EXPECT_TRUE(read(many + "</p></r>", 2, limits).refused);
}

TEST(XmlRecords, CountTheLimitForEachRecordAnew) {
  std::string text = "<r>";
  for (int i = 0; i < 100; ++i) text += "<p>" + std::string(10'000, 'x') + "</p>";
  const auto xml = read(text + "</r>", 2, XmlLimits{32, 20'000, 100'000});
  EXPECT_FALSE(xml.refused);
  EXPECT_EQ(xml.records.size(), 100u);
}

TEST(XmlRecords, StopWhenAVisitorRefuses) {
  std::istringstream in("<r><p/><p/></r>");
  int seen = 0;
  const auto result = read_xml_records(
      in, "test.xml", 2, [](const XmlElement&) { return Result<void>{}; },
      [&](const XmlElement&) -> Result<void> {
        ++seen;
        return fail(ErrorCode::input_refused, "enough");
      });
  ASSERT_FALSE(result);
  EXPECT_EQ(result.error().message, "enough");
  EXPECT_EQ(seen, 1);
}

TEST(XmlRootName, NeedsNoMoreThanTheStartTag) {
  std::istringstream in("<?xml version='1.0'?><list a='b'><broken");
  EXPECT_EQ(read_xml_root_name(in, "test.xml").value(), "list");
}

TEST(XmlRecords, ACharacterSetThatIsNotReadIsNamed) {
  std::istringstream in("<?xml version='1.0' encoding='windows-1251'?><list/>");
  const auto root = read_xml_root_name(in, "test.xml");
  ASSERT_FALSE(root);
  EXPECT_NE(root.error().message.find("\"windows-1251\", which is not read: expected UTF-8"), std::string::npos) << root.error().message;
}

}  // namespace
}  // namespace darvaza::lists
