#include "documents/document_number.h"

#include <string>

#include <gtest/gtest.h>

#include "documents/look_alikes_table.h"

namespace darvaza::documents {
namespace {

TEST(NormaliseNumber, SeparatorsAreRemovedAndLettersCapital) {
  EXPECT_EQ(normalise_number("ab 123-45.6/7'8<9"), "AB123456789");
  EXPECT_EQ(normalise_number("\tTR-U 1234567\n"), "TRU1234567");
}

TEST(NormaliseNumber, LookAlikesBecomeLatin) {
  EXPECT_EQ(normalise_number("АВЕКМНОРСТУХ"), "ABEKMHOPCTYX");  // Cyrillic
  EXPECT_EQ(normalise_number("авекмнорстух"), "ABEKMHOPCTYX");
  EXPECT_EQ(normalise_number("ΑΒΕΖΗΙΚΜΝΟΡΤΥΧ"), "ABEZHIKMNOPTYX");  // Greek
  EXPECT_EQ(normalise_number("ＡＢ１２３"), "AB123");               // full-width
  EXPECT_EQ(normalise_number("ｘｚ９"), "XZ9");
}

TEST(NormaliseNumber, DigitsOfOtherScripts) {
  EXPECT_EQ(normalise_number("٠١٢٣٤٥٦٧٨٩"), "0123456789");
  EXPECT_EQ(normalise_number("۰۱۲۳۴۵۶۷۸۹"), "0123456789");
  EXPECT_EQ(normalise_number("०९"), "09");
}

TEST(NormaliseNumber, AnythingElseIsRemoved) {
  EXPECT_EQ(normalise_number("№ 12Ж3é4"), "1234");
  EXPECT_EQ(normalise_number("A\xFF\xC3"
                             "B1"),
            "AB1");
  EXPECT_EQ(normalise_number(std::string("A\0B", 3)), "AB");
  EXPECT_EQ(normalise_number(" -- "), "");
  EXPECT_EQ(normalise_number(""), "");
}

TEST(NormaliseNumber, IsNeverLongerThanItsLimit) {
  EXPECT_EQ(normalise_number(std::string(100'000, '7')).size(), kLongestNumber);
  EXPECT_EQ(normalise_number(std::string(100'000, ' ') + "7"), "7");
}

TEST(NormaliseNumber, IsIdempotent) {
  const std::string once = normalise_number("аb-١٢ ｚ9");
  EXPECT_EQ(normalise_number(once), once);
}

TEST(FoldConfusable, EveryGroupMeetsInItsFirstCharacter) {
  EXPECT_EQ(fold_confusable("9ODQU0"), "900000");
  EXPECT_EQ(fold_confusable("1ILT"), "1111");
  EXPECT_EQ(fold_confusable("2Z7"), "222");
  EXPECT_EQ(fold_confusable("5S8B6G"), "558866");
  EXPECT_EQ(fold_confusable("ACEFHJKMNPRVWXY349"), "ACEFHJKMNPRVWXY349");
}

TEST(FoldConfusable, LeadingZerosAreDroppedAfterFolding) {
  EXPECT_EQ(fold_confusable("00143"), "143");
  EXPECT_EQ(fold_confusable("O0D9"), "9");
  EXPECT_EQ(fold_confusable("A009"), "A009");
}

TEST(FoldConfusable, ANumberOfZerosKeepsOne) {
  EXPECT_EQ(fold_confusable("000"), "0");
  EXPECT_EQ(fold_confusable("OQ"), "0");
  EXPECT_EQ(fold_confusable(""), "");
}

// UN and other lists differ in such letters for one and the same document.
TEST(FoldConfusable, TypedLettersForDigitsAreOneNumber) {
  EXPECT_EQ(fold_confusable("KO441205"), fold_confusable("K0441205"));
  EXPECT_EQ(fold_confusable("I0044120"), fold_confusable("10044120"));
}

TEST(FoldConfusable, IsIdempotent) {
  for (const char* number : {"AB12O0Z", "0O", "L8S8B", ""}) {
    const std::string once = fold_confusable(number);
    EXPECT_EQ(fold_confusable(once), once);
  }
}

TEST(LookAlikesTable, RowsAreOfEqualLength) {
  for (const LookAlikeRow& row : look_alike_letters()) {
    EXPECT_EQ(row.letters.size(), row.ascii.size()) << row.ascii;
  }
}

TEST(LookAlikesTable, NoCharacterIsInTwoConfusionGroups) {
  std::string all;
  for (const std::string_view group : confusion_groups()) all += group;
  for (const char c : all) EXPECT_EQ(all.find(c), all.rfind(c)) << c;
}

}  // namespace
}  // namespace darvaza::documents
