#include "lists/known_records.h"

#include <string>

#include <gtest/gtest.h>

namespace darvaza::lists {
namespace {

TEST(KnownRecords, ARecordIsKnownFromItsSecondTimeOn) {
  KnownRecords known;
  EXPECT_FALSE(known.add("un", "QDi.001"));
  EXPECT_TRUE(known.add("un", "QDi.001"));
  EXPECT_TRUE(known.add("un", "QDi.001"));
}

TEST(KnownRecords, AnIdentifierIsOneOfItsList) {
  KnownRecords known;
  EXPECT_FALSE(known.add("un", "1"));
  EXPECT_FALSE(known.add("ofac", "1"));
  EXPECT_FALSE(known.add("un1", ""));
  EXPECT_FALSE(known.add("", "un1"));
  EXPECT_FALSE(known.add("1", "un"));
  EXPECT_FALSE(known.add("", ""));
  EXPECT_TRUE(known.add("", ""));
}

TEST(KnownRecords, NoneOfManyIsForgottenOrTakenForAnother) {
  constexpr int kMany = 100'000;
  KnownRecords known;
  for (int i = 0; i < kMany; ++i) EXPECT_FALSE(known.add("national", "g" + std::to_string(i))) << i;
  for (int i = 0; i < kMany; ++i) EXPECT_TRUE(known.add("national", "g" + std::to_string(i))) << i;
  EXPECT_FALSE(known.add("national", "g" + std::to_string(kMany)));
}

}  // namespace
}  // namespace darvaza::lists
