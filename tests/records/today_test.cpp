#include "records/today.h"

#include <cstdlib>

#include <gtest/gtest.h>

namespace darvaza::records {
namespace {

PartialDate local_day_in(const char* zone) {
  setenv("TZ", zone, 1);
  tzset();
  const PartialDate day = local_today();
  unsetenv("TZ");
  tzset();
  return day;
}

// Twenty-six hours apart: at no time is it the same day in both.
TEST(Today, IsTheDayWhereTheMachineStands) {
  const PartialDate kiribati = local_day_in("LINT-14"), baker_island = local_day_in("AoE+12");
  const PartialDate utc = today();
  EXPECT_LT(baker_island, kiribati);
  EXPECT_LE(baker_island, utc);
  EXPECT_LE(utc, kiribati);
}

}  // namespace
}  // namespace darvaza::records
