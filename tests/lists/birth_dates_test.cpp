#include "lists/birth_dates.h"

#include <string>

#include <gtest/gtest.h>

namespace darvaza::lists {
namespace {

std::string read(std::string_view text) {
  const auto date = parse_birth_date(text);
  return date ? to_string(*date) : "unreadable";
}

TEST(ParseBirthDate, ReadsTheFormsOfOfac) {
  EXPECT_EQ(read("10 Dec 1948"), "1948-12-10");
  EXPECT_EQ(read("1946"), "1946");
  EXPECT_EQ(read("Sep 1938"), "1938-09");
  EXPECT_EQ(read("circa 1951"), "circa 1951");
  EXPECT_EQ(read("circa 07 Jul 1966"), "circa 1966-07-07");
  EXPECT_EQ(read("1951 to 1953"), "1951 to 1953");
  EXPECT_EQ(read("01 Jan 1961 to 31 Dec 1962"), "1961-01-01 to 1962-12-31");
  EXPECT_EQ(read("Mar 1962 to Feb 1963"), "1962-03 to 1963-02");
  EXPECT_EQ(read("circa 1979-1982"), "circa 1979 to 1982");
}

TEST(ParseBirthDate, ReadsIsoDatesAndMonthsInFull) {
  EXPECT_EQ(read("1960-05-17"), "1960-05-17");
  EXPECT_EQ(read("1960-05"), "1960-05");
  EXPECT_EQ(read(" 12 September 1993 "), "1993-09-12");
  EXPECT_EQ(read("approximately 1970"), "circa 1970");
  EXPECT_EQ(read("Between 1970 and 1975"), "1970 to 1975");
  EXPECT_EQ(read("1960s"), "circa 1960 to 1969");
  EXPECT_EQ(read("00 May 1960"), "1960-05");
}

TEST(ParseBirthDate, PutsRangesInOrder) { EXPECT_EQ(read("1965 to 1960"), "1960 to 1965"); }

TEST(ParseBirthDate, RefusesWhatIsNotADateAsAWhole) {
  for (const auto* text :
       {"", "unknown", "31 Feb 1960", "1960 or so", "17 Foo 1960", "5/6/60", "0000", "1960 to",
        "to 1960", "circa", "19601960", "1 2 3 4", "1961-13"}) {
    EXPECT_EQ(read(text), "unreadable") << text;
  }
  EXPECT_EQ(read(std::string(100000, '1')), "unreadable");
}

}  // namespace
}  // namespace darvaza::lists
