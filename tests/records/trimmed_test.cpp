#include "records/trimmed.h"

#include <gtest/gtest.h>

namespace darvaza::records {
namespace {

TEST(Trimmed, DropsWhatIsNotSeenAtEitherSide) {
  for (const auto* text : {" Ordai\t\r\n", "\u00A0Ordai\u00A0", " \u00A0 Ordai \u200E\u00A0", "\uFEFFOrdai", "\u202BOrdai\u202C", "\u3000Ordai\u2009\u202F", "\u2067Ordai\u2069"}) {
    EXPECT_EQ(trimmed(text), "Ordai") << text;
  }
  for (const auto* text : {"", " ", "\u00A0", "\u200E", "\u200E\u200F", "\u00A0\u00A0\u00A0", " \uFEFF "}) EXPECT_EQ(trimmed(text), "") << text;
}

TEST(Trimmed, KeepsWhatStandsInside) {
  EXPECT_EQ(trimmed(" Tuvan\u00A0 Ordai "), "Tuvan\u00A0 Ordai");
  EXPECT_EQ(trimmed("é"), "é");
  EXPECT_EQ(trimmed("ор"), "ор");
  EXPECT_EQ(trimmed("ﻪ"), "ﻪ");
}

}  // namespace
}  // namespace darvaza::records
