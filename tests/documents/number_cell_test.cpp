#include "documents/number_cell.h"

#include <string>

#include <gtest/gtest.h>

namespace darvaza::documents {
namespace {

/// The numbers, and behind "?" those that may be some.
std::string read(std::string_view cell) {
  const NumberCell read = read_number_cell(cell);
  std::string out;
  for (const DocumentText& one : read.numbers) out += (out.empty() ? "" : " | ") + one.number;
  for (const std::string& one : read.doubtful) out += " ? " + one;
  if (read.rounded) out += " rounded";
  if (read.quantity) out += " quantity";
  return out;
}

TEST(NumberCell, OneNumberStaysAsItIs) {
  for (const auto* number : {"T90512806", "AA 1234567", "AA-1234567", "B/002000", "0-16 Reg 53000", "TR-P 614 000", "K357514(4)", "45 05/123456", "АВ 1234567", "ab 1234567"}) {
    EXPECT_EQ(read(number), number);
  }
}

TEST(NumberCell, SeveralNumbersAreToldApart) {
  for (const auto* cell : {"CC1234567;DD7654321", "CC1234567, DD7654321", "CC1234567/DD7654321", "CC1234567 / DD7654321", "CC1234567 DD7654321", "CC1234567\nDD7654321",
                           "CC1234567 | DD7654321", "CC1234567؛ DD7654321", "CC1234567، DD7654321", "passport CC1234567, passport DD7654321", "CC1234567 (old), DD7654321 (new)",
                           "CC1234567 and DD7654321", "CC1234567 OR DD7654321", "CC1234567 & DD7654321", "CC1234567 + DD7654321", "CC1234567 и DD7654321", "CC1234567 ва DD7654321",
                           "CC1234567 و DD7654321", "CC1234567 (old) and passport DD7654321 (new)"}) {
    EXPECT_EQ(read(cell), "CC1234567 | DD7654321") << cell;
  }
}

TEST(NumberCell, CharactersThatStandInNoNumberPartNumbers) {
  for (const auto* cell : {"CC1234567*DD7654321", "CC1234567 * DD7654321", "CC1234567\\DD7654321", "CC1234567&DD7654321", "CC1234567+DD7654321", "CC1234567& DD7654321",
                           "CC1234567-DD7654321", "CC1234567 - DD7654321", "CC1234567 – DD7654321", "CC1234567_DD7654321", "*CC1234567*DD7654321*"}) {
    EXPECT_EQ(read(cell), "CC1234567 | DD7654321") << cell;
  }
  EXPECT_EQ(read("12345*67890"), "12345 | 67890");
  EXPECT_EQ(read("AB12*4567"), "AB12*4567 ? AB12 ? 4567") << "a character may be struck out";
  EXPECT_EQ(read("CC1234567 (of Smith & Sons 12345*67890)"), "CC1234567") << "in parentheses";
  EXPECT_EQ(read("45-05-123456"), "45-05-123456");
  EXPECT_EQ(read("AB1234567*"), "AB1234567*");
}

TEST(NumberCell, WhatIsSaidAroundANumberIsTakenOff) {
  for (const auto* cell : {"passport T90512806", "T90512806 (old)", "passport No. T90512806 (Tajikistan), issued 2019", "T90512806, South Sudan", "T90512806, 12.05.2019",
                           "T90512806, 12 May 2019", "T90512806, 2019-05-12", "паспорт T90512806", "گذرنامه T90512806", "T90512806;"}) {
    EXPECT_EQ(read(cell), "T90512806") << cell;
  }
}

TEST(NumberCell, WhatMayBeAFurtherNumberIsDoubtful) {
  EXPECT_EQ(read("T90512806/AA1"), "T90512806/AA1 ? T90512806 ? AA1");
  EXPECT_EQ(read("T90512806, AA1"), "T90512806 ? AA1");
  EXPECT_EQ(read("T90512806;AA1"), "T90512806 | AA1");
  EXPECT_EQ(read("T90512806 and AA1"), "T90512806 ? AA1");
  EXPECT_EQ(read("T90512806 (new AA1234567)"), "T90512806 ? AA1234567");
  EXPECT_EQ(read("T90512806 (expired), renewed as AA1234567."), "T90512806 ? AA1234567");
}

TEST(NumberCell, AWordBetweenWhatAreNotTwoNumbersPartsNothing) {
  for (const auto* cell : {"passport and tazkira T90512806", "T90512806 and others", "T90512806, issued by Interior and Justice", "T90512806 (issued 2012 and 2019)",
                           "T90512806 issued 12 May 2012 and 13 May 2019", "T90512806 and"}) {
    EXPECT_EQ(read(cell), "T90512806") << cell;
  }
  EXPECT_EQ(read("OR 1234567"), "OR 1234567") << "a series";
}

TEST(NumberCell, WordsThatSayThereIsNoneAreNoNumber) {
  for (const auto* cell : {"N/A", "#N/A", "n.a.", "NONE", "none", "Unknown", "нет", "НЕТ", "не имеется", "0", "000000", "XXX", "ندارد", "passport: none", "",
                           "(Unknown)", "ОТСУТСТВУЕТ", "Без номера", "Йўқ", "yo'q", "Номаълум", "نامعلوم", "TBC"}) {
    EXPECT_EQ(read(cell), "") << cell;
  }
  EXPECT_EQ(read("N/A; T90512806"), "T90512806");
  EXPECT_EQ(read("NA123456"), "NA123456");
  EXPECT_EQ(read("XX000001"), "XX000001");
  EXPECT_EQ(read("???"), "???") << "something was lost there";
}

TEST(NumberCell, ANumberThatASpreadsheetRoundedIsTold) {
  EXPECT_EQ(read("1.23457E+11"), " rounded");
  EXPECT_EQ(read("1,23457e+11; AA1234567"), "AA1234567 rounded");
  EXPECT_EQ(read("passport 1.23457E+11"), " rounded");
  EXPECT_EQ(read("1E11"), "1E11") << "without a sign it may be a number";
}

TEST(NumberCell, ANumberThatAProgramWroteAsAQuantityIsTakenWithoutItsEndAndTold) {
  EXPECT_EQ(read("90512806.0"), "90512806 quantity") << "905128060 is somebody else's";
  EXPECT_EQ(read(" 90512806,0 "), "90512806 quantity");
  EXPECT_EQ(read("90512806.00; AA1234567"), "90512806 | AA1234567 quantity");
  EXPECT_EQ(read("passport 90512806.0 (Tajikistan)"), "90512806 quantity");
  EXPECT_EQ(read("0.0"), "") << "that there is none";
  for (const auto* number : {"905.128", "90512806.000", "T90512806.0", "12.34.0", "90512806."}) EXPECT_EQ(read(number), number);
}

TEST(NumberCell, WhatIsNoQuantityIsANumber) {
  for (const auto* cell : {"90512806.0", " 12,00"}) EXPECT_EQ(quantity_in(cell), Quantity::whole) << cell;
  for (const auto* cell : {"1.23457E+11", "1,2e+07", "1E+11", "1.2E-05"}) EXPECT_EQ(quantity_in(cell), Quantity::rounded) << cell;
  for (const auto* cell : {"", ".0", "90512806", "12E-345", "9E07", "1.2E07", "1.2E+", "12.0A", "12.05", "A1E+11"}) EXPECT_EQ(quantity_in(cell), Quantity::none) << cell;
}

TEST(NumberCell, PlainNumbersNeedNoReading) {
  EXPECT_TRUE(is_plain_number("AA1234567"));
  for (const auto* cell : {"000", "NONE", "AA 1", "AA;BB", "1.2E+11", "А1"}) EXPECT_FALSE(is_plain_number(cell)) << cell;
}

TEST(NumberCell, ALongCellCostsLittle) {
  std::string many;
  for (int i = 0; i < 100'000; ++i) many += "(,/ A1,";
  EXPECT_FALSE(read_number_cell(many).numbers.empty());
}

}  // namespace
}  // namespace darvaza::documents
