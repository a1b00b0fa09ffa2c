// What must hold for any text whatsoever.
#include <random>
#include <string>

#include <gtest/gtest.h>

#include "darvaza/mrz.h"
#include "documents/specimens.h"

namespace darvaza::documents {
namespace {

constexpr std::string_view kCharacters = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ<";

int value_of(char c) {
  if (c == '<') return 0;
  return c >= 'A' ? c - 'A' + 10 : c - '0';
}

// 1-based positions of line 2 of a TD3 that some check digit covers or is (Doc 9303-4 §4.2.4)
bool is_checked(std::size_t position) {
  return position <= 10 || (position >= 14 && position <= 20) || position >= 22;
}

bool is_check_digit(std::size_t position) {
  return position == 10 || position == 20 || position == 28 || position == 43 || position == 44;
}

// RELIABILITY: 88 positions × 36 other characters = 3,168 substitutions. Which of them no check
// digit can see follows from the arithmetic of Doc 9303-3 §4.9: line 1, nationality and sex are
// covered by none (48 positions), and a character of the same value modulo 10 passes for another in
// the 35 that only count with their value. Counted by hand over the specimen: 48 × 36 + 24 (number)
// + 17 (birth) + 19 (expiry) + 45 (optional data) = 1,833.
TEST(MrzProperty, EverySubstitutionIsDetectedOrUndetectableByTheNormsArithmetic) {
  const std::string valid(specimen::kTd3);
  const std::size_t line2 = valid.find('\n') + 1;
  std::size_t detected = 0, undetectable = 0;
  for (std::size_t at = 0; at < valid.size(); ++at) {
    if (valid[at] == '\n') continue;
    const std::size_t position = at < line2 ? 0 : at - line2 + 1;
    for (const char c : kCharacters) {
      if (c == valid[at]) continue;
      std::string changed = valid;
      changed[at] = c;
      const Result<Mrz> zone = parse_mrz(changed);
      ASSERT_TRUE(zone);
      const bool same_value = value_of(c) % 10 == value_of(valid[at]) % 10;
      const bool invisible =
          position == 0 || !is_checked(position) || (same_value && !is_check_digit(position));
      EXPECT_EQ(zone->checks_hold(), invisible) << "position " << position << " '" << c << "'";
      EXPECT_TRUE(invisible || !zone->problems.empty());
      ++(invisible ? undetectable : detected);
    }
  }
  EXPECT_EQ(undetectable, 1833U);
  EXPECT_EQ(detected, 1335U);
}

// A repair is made only where it is confirmed, so that it never makes a zone say more than its
// check digits do.
TEST(MrzProperty, EverySingleSubstitutionStillGivesATraveller) {
  const std::string valid(specimen::kTd3);
  for (std::size_t at = 0; at < valid.size(); ++at) {
    for (const char c : kCharacters) {
      if (valid[at] == '\n' || valid[at] == c) continue;
      std::string changed = valid;
      changed[at] = c;
      const Result<Mrz> zone = parse_mrz(changed);
      ASSERT_TRUE(zone);
      const Traveller traveller = to_traveller(*zone);
      EXPECT_EQ(traveller.names.size(), 1U);
      ASSERT_GE(traveller.documents.size(), 1U);
      EXPECT_EQ(traveller.documents.size(), zone->printed_number.empty() ? 1U : 2U);
      if (!zone->repairs.empty()) {
        EXPECT_FALSE(zone->problems.empty());
      }
    }
  }
}

TEST(MrzProperty, EveryByteInEveryPositionOfEveryFormatIsAnswered) {
  for (const std::string_view valid :
       {specimen::kTd1, specimen::kTd2, specimen::kTd3, specimen::kMrvA, specimen::kMrvB,
        specimen::kTd1LongNumber}) {
    for (std::size_t at = 0; at < valid.size(); ++at) {
      for (int byte = 0; byte < 256; ++byte) {
        std::string changed(valid);
        changed[at] = static_cast<char>(byte);
        const Result<Mrz> zone = parse_mrz(changed);
        if (!zone) {
          EXPECT_EQ(zone.error().code, ErrorCode::input_refused);
        }
      }
    }
  }
}

// Only 72, 88 and 90 characters have a shape when there are no line ends.
TEST(MrzProperty, OnlyKnownLengthsAreAZone) {
  for (const char c : {'<', 'A', '7', 'V', 'p'}) {
    for (std::size_t length = 0; length <= 200; ++length) {
      const bool known = length == 72 || length == 88 || length == 90;
      EXPECT_EQ(parse_mrz(std::string(length, c)).has_value(), known) << length << " of " << c;
    }
  }
}

// Fillers at the end of a name may be missing; of all others lines nothing.
TEST(MrzProperty, EveryPrefixOfAZoneIsAnswered) {
  for (const std::string_view zone : {specimen::kTd1, specimen::kTd2, specimen::kTd3}) {
    const bool ends_in_name = zone == specimen::kTd1;
    const std::size_t name = ends_in_name ? zone.rfind('\n') + 1 : zone.size() - 1;
    for (std::size_t length = 0; length < zone.size(); ++length) {
      const Result<Mrz> read = parse_mrz(zone.substr(0, length));
      EXPECT_EQ(read.has_value(), length > name) << length;
      if (read) {
        EXPECT_FALSE(read->problems.empty());
      }
    }
    EXPECT_TRUE(parse_mrz(zone));
  }
}

// Every length from 0 to 200 of arbitrary zone characters, line ends, bytes
TEST(MrzProperty, ArbitraryTextIsAnswered) {
  constexpr unsigned kSeed = 9303;
  std::mt19937 random(kSeed);
  constexpr std::string_view kAlphabet =
      "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ<<<<<<<<\n\r \t\xC3\xA9\xFF";
  for (std::size_t length = 0; length <= 200; ++length) {
    for (int round = 0; round < 50; ++round) {
      std::string text;
      for (std::size_t i = 0; i < length; ++i) text += kAlphabet[random() % kAlphabet.size()];
      const Result<Mrz> zone = parse_mrz(text);
      if (zone) {
        to_traveller(*zone);
      } else {
        EXPECT_EQ(zone.error().code, ErrorCode::input_refused);
      }
    }
  }
}

}  // namespace
}  // namespace darvaza::documents
