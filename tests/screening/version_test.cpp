#include "darvaza/version.h"

#include <cstdio>
#include <string>

#include <fmt/core.h>
#include <gtest/gtest.h>

namespace darvaza {
namespace {

TEST(Version, IsThreeNumbers) {
  int major = -1, minor = -1, patch = -1;
  ASSERT_EQ(std::sscanf(version(), "%d.%d.%d", &major, &minor, &patch), 3) << version();
  EXPECT_EQ(version(), fmt::format("{}.{}.{}", major, minor, patch));
}

}  // namespace
}  // namespace darvaza
