#include "records/sex.h"

#include <gtest/gtest.h>

namespace darvaza::records {
namespace {

TEST(ParseSex, ReadsLettersWordsAndIsoNumbersInAnyCase) {
  for (const auto* text : {"M", "m", " Male ", "MALE", "1"}) EXPECT_EQ(parse_sex(text), Sex::male);
  for (const auto* text : {"F", "female", "2"}) EXPECT_EQ(parse_sex(text), Sex::female);
}

TEST(ParseSex, ReadsRussianWordsAndWhatProgramsMakeOfLetters) {
  for (const auto* text : {"м", "М", "Муж", "МУЖСКОЙ", "мужчина", "Ｍ", "\u00A0M\u00A0", "\u200EM"}) EXPECT_EQ(parse_sex(text), Sex::male) << text;
  for (const auto* text : {"ж", "Ж", "жен", "ЖЕНСКИЙ", "Женщина", "Ｆ", "F\u200F"}) EXPECT_EQ(parse_sex(text), Sex::female) << text;
  EXPECT_EQ(parse_sex("\u00A0"), Sex::unknown);
}

TEST(ParseSex, TellsNotStatedFromNotUnderstood) {
  for (const auto* text : {"", "  ", "X", "<", "unknown", "0"}) {
    EXPECT_EQ(parse_sex(text), Sex::unknown) << text;
  }
  EXPECT_EQ(parse_sex("yes"), std::nullopt);
}

}  // namespace
}  // namespace darvaza::records
