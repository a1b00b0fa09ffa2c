#include "index/serial_number.h"

#include <gtest/gtest.h>

namespace darvaza::index {
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

}  // namespace
}  // namespace darvaza::index
