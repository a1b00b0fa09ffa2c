#include "text/word_count.h"

#include <string>

#include <gtest/gtest.h>

namespace darvaza::text {
namespace {

TEST(WordCountTest, CountsWordsOfAnyScript) {
  EXPECT_EQ(count_words("Leila O'Rahimi-Zada").legible, 4);  // an apostrophe or hyphen stands between
  EXPECT_EQ(count_words("Лейла Рахими").legible, 2);
  EXPECT_EQ(count_words("لیلا رحیمی").legible, 2);
  EXPECT_EQ(count_words("ლეილა").legible, 1);
  EXPECT_FALSE(count_words("RAHIMI<<LEILA<<<").damaged);
}

TEST(WordCountTest, WhatStandsForNoNameIsNothing) {
  for (const char* text : {"", " ", "-", "--", ".", "<<<", "( )", "\u2014", "\u200B", "،"}) {
    const WordCount count = count_words(text);
    EXPECT_FALSE(count.unreadable()) << text;
    EXPECT_EQ(count.legible, 0) << text;
  }
}

TEST(WordCountTest, WhatStandsForLettersThatWereLostIsIllegible) {
  for (const char* text : {"????????", "\xEF\xBF\xBD\xEF\xBF\xBD", "\xFF\xFE", "###", "?,", "\u25A1\u25A1", "؟؟", "12?"}) {
    const WordCount count = count_words(text);
    EXPECT_TRUE(count.unreadable()) << text;
    EXPECT_EQ(count.illegible, 1) << text;
  }
  EXPECT_EQ(count_words("Leila ????????").illegible, 1);
  EXPECT_FALSE(count_words("Leila ????????").unreadable());
}

TEST(WordCountTest, DigitsAreNoLettersButNoSignOfLossBesideThem) {
  EXPECT_TRUE(count_words("12345").unreadable());
  EXPECT_EQ(count_words("Leila 2").illegible, 0);
  EXPECT_EQ(count_words("Leila ۲").numbers, 1);
}

TEST(WordCountTest, AWordMayBeDamaged) {
  EXPECT_TRUE(count_words("Le?la Rahimi").damaged);
  EXPECT_TRUE(count_words("Le\xEF\xBF\xBDla").damaged);
  EXPECT_FALSE(count_words("Le'la R4himi").damaged);
}

TEST(WordCountTest, IsBoundedByTheLongestName) {
  std::string text(1 << 20, '?');
  text.append(" Leila");
  EXPECT_EQ(count_words(text).legible, 0);
}

}  // namespace
}  // namespace darvaza::text
