#include "documents/glued_number.h"

#include <string>

#include <gtest/gtest.h>

namespace darvaza::documents {
namespace {

std::string readings(std::string_view presented) {
  std::string all;
  for (const GluedNumber& reading : glued_numbers(presented)) {
    all += reading.number + "(" + std::string(reading.state.text()) + ")";
  }
  return all;
}

// Doc 9303-3 §4.9: T is 29. 29*7 + 9*3 + 0*1 + 5*7 + 1*3 + 2*1 + 8*7 + 0*3 + 6*1 = 332, so the digit is 2.
TEST(GluedNumbers, ReadOneWithoutItsCheckDigit) {
  EXPECT_EQ(readings("T905128062"), "T90512806()");
  EXPECT_EQ(readings("T90512806<2"), "T90512806()");
  EXPECT_EQ(readings("T905128061"), "") << "another digit is one of the number";
}

TEST(GluedNumbers, ReadOneWithoutTheCodeOfAStateAndWithoutBoth) {
  EXPECT_EQ(readings("IRNT90512804"), "T90512804(IRN)");
  // I*7 + R*3 + N*1 = 230: before IRN or after it, the digit is the same.
  EXPECT_EQ(readings("IRNT905128040"), "IRNT90512804()T905128040(IRN)T90512804(IRN)");
  EXPECT_EQ(readings("QQQT90512806"), "") << "the code of no State";
}

TEST(GluedNumbers, LeaveShortNumbersAndPlainOnesAlone) {
  EXPECT_EQ(readings("T90512804"), "");
  EXPECT_EQ(readings("T90512806"), "T9051280()") << "6 is the check digit of T9051280: one plain number in ten reads so";
  EXPECT_EQ(readings("000000"), "") << "0 is the check digit of 00000, of which too little would be left";
  EXPECT_EQ(readings("IRN12345"), "");
  EXPECT_EQ(readings(""), "");
}

}  // namespace
}  // namespace darvaza::documents
