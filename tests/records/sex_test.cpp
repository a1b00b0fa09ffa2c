#include "records/sex.h"

#include <gtest/gtest.h>

namespace darvaza::records {
namespace {

TEST(ParseSex, ReadsLettersWordsAndIsoNumbersInAnyCase) {
  for (const auto* text : {"M", "m", " Male ", "MALE", "1"}) EXPECT_EQ(parse_sex(text), Sex::male);
  for (const auto* text : {"F", "female", "2"}) EXPECT_EQ(parse_sex(text), Sex::female);
}

TEST(ParseSex, TellsNotStatedFromNotUnderstood) {
  for (const auto* text : {"", "  ", "X", "<", "unknown", "0"}) {
    EXPECT_EQ(parse_sex(text), Sex::unknown) << text;
  }
  EXPECT_EQ(parse_sex("yes"), std::nullopt);
}

}  // namespace
}  // namespace darvaza::records
