#include <gtest/gtest.h>

#include "eval/perturb/vary.h"

namespace darvaza::perturb {
namespace {

TEST(Nativisations, GiveLettersThatTheSystemWritesSo) {
  EXPECT_EQ(vary("native-ru-icao-2014", "Khasan Zhukov"), "Хасан Жуков");
  EXPECT_EQ(vary("native-tg-bgn-1994", "Rustam Qosimov"), "Рустам Қосимов");
  EXPECT_EQ(vary("native-ru-icao-2014", "SHUKHRAT ISAEV"), "Шухрат Исаев");
}

TEST(Nativisations, DoNotInventLetters) {
  // Russian passports have no way to write w or q.
  EXPECT_EQ(vary("native-ru-icao-2014", "Wasiq"), "- the system would not have written it so");
  EXPECT_EQ(vary("native-ru-icao-2014", "Хасан"), "- another script");
}

}  // namespace
}  // namespace darvaza::perturb
