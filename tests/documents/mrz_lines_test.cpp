#include "documents/mrz_lines.h"

#include <algorithm>
#include <string>

#include <gtest/gtest.h>

#include "documents/specimens.h"

namespace darvaza::documents {
namespace {

std::string replaced(std::string_view text, std::string_view what, std::string_view by) {
  std::string result(text);
  for (std::size_t at = 0; (at = result.find(what, at)) != std::string::npos; at += by.size()) {
    result.replace(at, what.size(), by);
  }
  return result;
}

std::vector<std::string> lines_of(std::string_view text) {
  const Result<MrzLines> zone = split_mrz(text);
  return zone ? zone->lines : std::vector<std::string>{};
}

TEST(SplitMrz, AllLineEndsMeanTheSame) {
  for (const std::string_view zone : {specimen::kTd3, specimen::kTd2, specimen::kTd1}) {
    const std::vector<std::string> expected = lines_of(zone);
    EXPECT_GE(expected.size(), 2U);
    for (const char* line_end : {"\r", "\r\n", "\n\n", "\n\r\n", "", " ", " \n\t", "\t"}) {
      EXPECT_EQ(lines_of(replaced(zone, "\n", line_end)), expected);
    }
  }
}

TEST(SplitMrz, BlanksAroundLinesAndLowerCaseSayNothing) {
  const std::string padded = "\r\n  " + replaced(specimen::kTd3, "\n", "  \n\n   ") + " \n";
  EXPECT_EQ(lines_of(padded), lines_of(specimen::kTd3));
  std::string lower(specimen::kTd3);
  std::transform(lower.begin(), lower.end(), lower.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
  EXPECT_EQ(lines_of(lower), lines_of(specimen::kTd3));
}

TEST(SplitMrz, TheFirstCharacterTellsAVisa) {
  EXPECT_EQ(split_mrz(specimen::kTd3)->layout->format, MrzFormat::td3);
  EXPECT_EQ(split_mrz(specimen::kMrvA)->layout->format, MrzFormat::mrv_a);
  EXPECT_EQ(split_mrz(specimen::kTd2)->layout->format, MrzFormat::td2);
  EXPECT_EQ(split_mrz(specimen::kMrvB)->layout->format, MrzFormat::mrv_b);
  EXPECT_EQ(split_mrz(specimen::kTd1)->layout->format, MrzFormat::td1);
  EXPECT_EQ(split_mrz(replaced(specimen::kTd1, "I<", "V<"))->layout->format, MrzFormat::td1);
}

TEST(SplitMrz, ForeignCharactersBecomeFillersAndAreReported) {
  const Result<MrzLines> zone = split_mrz(replaced(specimen::kTd3, "ERIKSSON", "ERÏK-S*N"));
  ASSERT_TRUE(zone);
  EXPECT_EQ(zone->lines[0].substr(0, 14), "P<UTOER<K<S<N<");
  ASSERT_EQ(zone->problems.size(), 3U);
  EXPECT_EQ(zone->problems[0].where, "line 1, position 8");
  EXPECT_EQ(zone->problems[2].where, "line 1, position 12");
}

TEST(SplitMrz, ABlankInsideALineIsAForeignCharacter) {
  const Result<MrzLines> zone = split_mrz(replaced(specimen::kTd3, "ANNA<", "ANNA "));
  ASSERT_TRUE(zone);
  EXPECT_EQ(zone->lines, lines_of(specimen::kTd3));
  EXPECT_EQ(zone->problems.size(), 1U);
}

TEST(SplitMrz, LinesOfUnequalLengthAreRefusedThoughTheirSumIsRight) {
  std::string shifted(specimen::kTd3);
  shifted.erase(shifted.find('\n'), 1);
  shifted.insert(40, "\n");
  EXPECT_FALSE(split_mrz(shifted));
}

TEST(SplitMrz, TextThatIsMuchTooLongIsRefused) {
  const Result<MrzLines> zone = split_mrz(std::string(10'000'000, '<'));
  ASSERT_FALSE(zone);
  EXPECT_EQ(zone.error().code, ErrorCode::input_refused);
}

TEST(SplitMrz, NothingIsRefused) {
  EXPECT_FALSE(split_mrz(""));
  EXPECT_FALSE(split_mrz(" \r\n"));
}

}  // namespace
}  // namespace darvaza::documents
