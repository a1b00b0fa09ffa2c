#include "text/utf8.h"

#include <gtest/gtest.h>

#include <string>

namespace darvaza::text {
namespace {

TEST(Utf8, ReadsEveryLength) {
  EXPECT_EQ(decode_utf8("aé昏😀"), U"aé昏😀");
  EXPECT_EQ(decode_utf8(""), U"");
}

TEST(Utf8, WritesWhatItReads) {
  for (const char* text : {"", "Darwaza", "دروازه", "дарвоза", "\U0001F6AA"}) {
    EXPECT_EQ(encode_utf8(decode_utf8(text)), text);
  }
}

TEST(Utf8, ReplacesIllFormedSequences) {
  EXPECT_EQ(decode_utf8("a\x80z"), U"a\uFFFDz") << "a continuation byte alone";
  EXPECT_EQ(decode_utf8("\xC0\xAF"), U"\uFFFD\uFFFD") << "an overlong slash";
  EXPECT_EQ(decode_utf8("\xED\xA0\x80"), U"\uFFFD\uFFFD\uFFFD") << "a surrogate";
  EXPECT_EQ(decode_utf8("\xF4\x90\x80\x80"), U"\uFFFD\uFFFD\uFFFD\uFFFD") << "beyond U+10FFFF";
  EXPECT_EQ(decode_utf8("\xE2\x82"), U"\uFFFD") << "cut inside a character";
}

TEST(Utf8, EveryOneAndTwoByteInputBecomesWellFormed) {
  for (int first = 0; first < 256; ++first) {
    for (int second = 0; second < 256; ++second) {
      const std::string bytes{static_cast<char>(first), static_cast<char>(second)};
      const std::string mended = to_valid_utf8(bytes);
      EXPECT_EQ(to_valid_utf8(mended), mended) << first << ' ' << second;
      EXPECT_GE(decode_utf8(bytes).size(), 1u);
    }
  }
}

}  // namespace
}  // namespace darvaza::text
