// Separators of a list, kept apart from its numbers.
#include "index/number_shape.h"

#include <gtest/gtest.h>

#include "documents/document_number.h"

namespace darvaza::index {
namespace {

void expect_back(std::string_view listed) {
  const std::string normalised = documents::normalise_number(listed);
  const auto shape = shape_of(listed, normalised);
  ASSERT_TRUE(shape) << listed;
  EXPECT_EQ(shaped(*shape, normalised), listed);
}

TEST(NumberShape, WhatIsListedComesBack) {
  for (const char* listed : {"AB1234567", "AB 1234567", "AB-123-4567", "ab1234567", "Ab 12.34/567-",
                             "#17", " 17 ", "34201-0891231-8"})
    expect_back(listed);
}

TEST(NumberShape, ANumberAsItIsComparedHasNone) {
  EXPECT_EQ(shape_of("AB1234567", "AB1234567"), "");
}

TEST(NumberShape, NumbersOfOneListShareIt) {
  EXPECT_EQ(shape_of("AB 1234567", "AB1234567"), shape_of("XK 0000001", "XK0000001"));
  EXPECT_EQ(shape_of("AB 1234567", "AB1234567"), shape_of("XK 12", "XK12"));
}

TEST(NumberShape, OtherScriptsHaveNone) {
  for (const char* listed : {"АВ123", "۱۲۳", "№ 12", "A\x01"})
    EXPECT_FALSE(shape_of(listed, documents::normalise_number(listed))) << listed;
}

TEST(NumberShape, ANumberThatWasCutHasNone) {
  const std::string listed(documents::kLongestNumber + 1, '7');
  EXPECT_FALSE(shape_of(listed, documents::normalise_number(listed)));
}

TEST(NumberShape, AnyShapeOfAnyNumberIsSomeText) {
  EXPECT_EQ(shaped("\1\1\1\1", "A"), "A");
  EXPECT_EQ(shaped("\2-", ""), "-");
  EXPECT_EQ(shaped("\2\2", "7A"), "7a");
}

}  // namespace
}  // namespace darvaza::index
