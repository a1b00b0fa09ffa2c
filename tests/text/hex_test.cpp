#include "text/hex.h"

#include <array>

#include <gtest/gtest.h>

namespace darvaza::text {
namespace {

TEST(Hex, WritesTwoSmallDigitsAByte) {
  EXPECT_EQ(hex(std::array<std::uint8_t, 6>{0x00, 0x09, 0x0a, 0x9a, 0xf0, 0xff}), "00090a9af0ff");
  EXPECT_EQ(hex({}), "");
}

TEST(Hex, WritesEachNibbleAsItsDigit) {
  std::array<std::uint8_t, 8> all{0x01, 0x23, 0x45, 0x67, 0x89, 0xab, 0xcd, 0xef};
  EXPECT_EQ(hex(all), "0123456789abcdef");
}

TEST(Hex, KnowsItsOwnDigitsAndTheirNumber) {
  EXPECT_TRUE(is_hex("09af", 4));
  EXPECT_FALSE(is_hex("09af", 6));
  EXPECT_FALSE(is_hex("09AF", 4));
  EXPECT_FALSE(is_hex("09ag", 4));
  EXPECT_FALSE(is_hex("09:f", 4));
  EXPECT_FALSE(is_hex("0`af", 4));
}

}  // namespace
}  // namespace darvaza::text
