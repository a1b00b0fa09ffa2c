#include "text/json_keys.h"

#include <gtest/gtest.h>

namespace darvaza::text {
namespace {

TEST(JsonKeys, FindsDuplicatesAtAnyDepth) {
  EXPECT_TRUE(has_duplicate_keys(R"({"a": 1, "b": 2, "a": 3})"));
  EXPECT_TRUE(has_duplicate_keys(R"({"a": [{"b": 1, "b": 1}]})"));
  EXPECT_TRUE(has_duplicate_keys("{\"a\": 1, \"\\u0061\": 2}"));
  EXPECT_FALSE(has_duplicate_keys(R"({"a": {"a": 1}, "b": [{"a": 1}, {"a": 2}]})"));
  EXPECT_FALSE(has_duplicate_keys("not json"));
}

}  // namespace
}  // namespace darvaza::text
