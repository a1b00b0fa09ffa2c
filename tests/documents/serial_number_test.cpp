#include "documents/serial_number.h"

#include <gtest/gtest.h>

namespace darvaza::documents {
namespace {

TEST(SerialNumber, SplitsAtTheFinalDigits) {
  const auto number = split_serial("AB0012345");
  ASSERT_TRUE(number);
  EXPECT_EQ(number->prefix, "AB");
  EXPECT_EQ(number->digits, 7u);
  EXPECT_EQ(number->serial, 12345u);
}

TEST(SerialNumber, OnlyTheLastRunOfDigitsCounts) {
  const auto number = split_serial("12A34");
  ASSERT_TRUE(number);
  EXPECT_EQ(number->prefix, "12A");
  EXPECT_EQ(number->digits, 2u);
  EXPECT_EQ(number->serial, 34u);
}

TEST(SerialNumber, DigitsAloneHaveNoPrefix) {
  const auto number = split_serial("007");
  ASSERT_TRUE(number);
  EXPECT_EQ(number->prefix, "");
  EXPECT_EQ(number->digits, 3u);
  EXPECT_EQ(number->serial, 7u);
}

TEST(SerialNumber, EighteenDigitsFitAndNineteenDoNot) {
  const auto number = split_serial("X999999999999999999");
  ASSERT_TRUE(number);
  EXPECT_EQ(number->serial, 999'999'999'999'999'999u);
  EXPECT_FALSE(split_serial("X9999999999999999999"));
}

TEST(SerialNumber, WithoutFinalDigitsThereIsNone) {
  EXPECT_FALSE(split_serial(""));
  EXPECT_FALSE(split_serial("AB12C"));
}

TEST(SerialNumber, ARunHasOnePrefixAsManyDigitsAndDoesNotFall) {
  EXPECT_TRUE(is_run("AB0000001", "AB0000099"));
  EXPECT_TRUE(is_run("AB1", "AB1"));
  EXPECT_FALSE(is_run("P12345", "12399"));
  EXPECT_FALSE(is_run("AB0000100", "AB199"));
  EXPECT_FALSE(is_run("AB1234567", "AB1234500"));
  EXPECT_FALSE(is_run("ABC", "ABD"));
}

}  // namespace
}  // namespace darvaza::documents
