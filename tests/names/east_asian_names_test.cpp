#include "names/east_asian_names.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "names/person_name.h"

namespace darvaza::names {
namespace {

std::vector<std::string> texts(const PersonName& name) {
  std::vector<std::string> texts;
  for (const Token& token : name.tokens) texts.push_back(token.text);
  return texts;
}
using Texts = std::vector<std::string>;

TEST(EastAsianNames, AWordOfBothNamesIsTakenApartAfterTheFamilyName) {
  EXPECT_EQ(texts(parse_name("김민수")), (Texts{"김", "민수"}));
  EXPECT_EQ(texts(parse_name("남궁석")), (Texts{"남궁", "석"}));
  EXPECT_EQ(texts(parse_name("황보영희")), (Texts{"황보", "영희"}));
  EXPECT_EQ(texts(parse_name("王小明")), (Texts{"王", "小明"}));
  EXPECT_EQ(texts(parse_name("欧阳文")), (Texts{"欧阳", "文"}));
  EXPECT_EQ(texts(parse_name("尉迟光明")), (Texts{"尉迟", "光明"}));
}

TEST(EastAsianNames, TwoLettersAreBothNamesOnlyWhereTheyStandAlone) {
  EXPECT_EQ(texts(parse_name("김구")), (Texts{"김", "구"}));
  EXPECT_EQ(texts(parse_name("김 정은")), (Texts{"김", "정은"}));
  EXPECT_EQ(texts(parse_name(TravellerName{"김", "정은"})), (Texts{"정은", "김"}));
  EXPECT_EQ(texts(parse_name("陈 武文")), (Texts{"陈", "武文"}));
}

TEST(EastAsianNames, OtherWordsStayWhole) {
  for (const char* word : {"山田太郎", "タロウ", "철수", "아리랑고개", "欧阳"}) EXPECT_EQ(texts(parse_name(word)), Texts{word});
}

TEST(EastAsianNames, OneLetterIsANameAndNoInitial) {
  EXPECT_EQ(parse_name("习 近平").tokens[0].role, TokenRole::name);
  EXPECT_EQ(parse_name("김 정은").tokens[0].role, TokenRole::name);
  EXPECT_EQ(parse_name("K 정은").tokens[0].role, TokenRole::initial);
}

}  // namespace
}  // namespace darvaza::names
