#include "documents/mrz_checks.h"

#include <gtest/gtest.h>

#include "documents/specimens.h"

namespace darvaza::documents {
namespace {

std::string digits_of(std::string_view text) {
  std::string digits;
  for (const PlacedCheck& placed : checks_of(*split_mrz(text))) {
    EXPECT_TRUE(placed.check.holds) << placed.check.field;
    EXPECT_EQ(placed.check.expected, placed.check.found);
    digits += placed.check.found;
  }
  return digits;
}

// In the order number, birth, expiry, optional data, composite; after the specimens of Doc 9303
TEST(MrzChecks, EveryFormatHasItsDigits) {
  EXPECT_EQ(digits_of(specimen::kTd3), "62910");
  EXPECT_EQ(digits_of(specimen::kTd2), "7296");
  EXPECT_EQ(digits_of(specimen::kTd1), "7296");
  EXPECT_EQ(digits_of(specimen::kMrvA), "316");
  EXPECT_EQ(digits_of(specimen::kMrvB), "316");
  EXPECT_EQ(digits_of(specimen::kTd1LongNumber), "5290");
  EXPECT_EQ(digits_of(specimen::kTd2LongNumber), "5290");
}

TEST(MrzChecks, ALongNumberIsWhatItsDigitCovers) {
  const MrzLines zone = *split_mrz(specimen::kTd1LongNumber);
  const MrzNumber number = number_of(zone);
  EXPECT_EQ(number.text(zone), "D23145890XYZ");
  EXPECT_EQ(number.optional_used, 4U);
  EXPECT_EQ(number.digit.first, 19);
}

TEST(MrzChecks, AShortNumberKeepsItsFillers) {
  const MrzLines zone = *split_mrz(specimen::kMrvA);
  EXPECT_EQ(number_of(zone).text(zone), "L898902C<");
  EXPECT_FALSE(number_of(zone).rest.exists());
}

}  // namespace
}  // namespace darvaza::documents
