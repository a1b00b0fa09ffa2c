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

TEST(SplitMrz, BlanksMayStandForFillers) {
  for (const std::string_view zone :
       {specimen::kTd3, specimen::kTd2, specimen::kTd1, specimen::kMrvA}) {
    const Result<MrzLines> read = split_mrz(replaced(zone, "<", " "));
    ASSERT_TRUE(read) << zone;
    EXPECT_EQ(read->lines, lines_of(zone));
    EXPECT_TRUE(read->problems.empty());
  }
}

TEST(SplitMrz, BlanksForFillersInARunTogetherZone) {
  const std::string zone = replaced(replaced(specimen::kTd3, "\n", ""), "<", " ");
  EXPECT_EQ(lines_of(zone), lines_of(specimen::kTd3));
}

TEST(SplitMrz, BlanksThatWereAddedAreNothing) {
  EXPECT_EQ(lines_of(replaced(specimen::kTd3, "<<", " <<")), lines_of(specimen::kTd3));
  EXPECT_EQ(lines_of(replaced(specimen::kTd3, "UTO", " UTO ")), lines_of(specimen::kTd3));
}

// STX and ETX around the zone, RS, GS, VT, FF between the lines, a byte order mark, NUL at the end
TEST(SplitMrz, ControlCharactersOfKeyboardWedgesAreFramesOrLineEnds) {
  for (const std::string_view zone : {specimen::kTd3, specimen::kTd1}) {
    for (const char* line_end :
         {"\r", "\v", "\f", "\x1C", "\x1D", "\x1E", "\x1F", "\x03\r\x02", "\xC2\x85"}) {
      const std::string sent =
          "\xEF\xBB\xBF\x02" + replaced(zone, "\n", line_end) + "\x03\r" + std::string(1, '\0');
      EXPECT_EQ(lines_of(sent), lines_of(zone)) << zone;
    }
  }
}

TEST(SplitMrz, OneSignForTwoFillersIsTwo) {
  EXPECT_EQ(lines_of(replaced(specimen::kTd3, "<<", "\u00AB")), lines_of(specimen::kTd3));
  EXPECT_EQ(lines_of(replaced(specimen::kTd3, "<", "\uFF1C")), lines_of(specimen::kTd3));
}

TEST(SplitMrz, FillersThatAreMissingAtTheEndOfALineAreAdded) {
  const Result<MrzLines> zone =
      split_mrz("P<UTOERIKSSON<<ANNA<MARIA\nL898902C36UTO7408122F1204159ZE184226B<<<<<10");
  ASSERT_TRUE(zone);
  EXPECT_EQ(zone->lines, lines_of(specimen::kTd3));
  ASSERT_EQ(zone->problems.size(), 1U);
  EXPECT_EQ(zone->problems[0].where, "line 1");
  const Result<MrzLines> card =
      split_mrz("I<UTOD231458907\n7408122F1204159UTO<<<<<<<<<<<6\nERIKSSON<<ANNA<MARIA");
  ASSERT_TRUE(card);
  EXPECT_EQ(card->lines, lines_of(specimen::kTd1));
  EXPECT_EQ(card->problems.size(), 2U);
  const Result<MrzLines> visa =
      split_mrz("V UTOERIKSSON  ANNA MARIA  \nL898902C 3UTO6908061F9406236ZE184226  ");
  ASSERT_TRUE(visa);
  EXPECT_EQ(visa->lines, lines_of(specimen::kMrvB));
}

TEST(SplitMrz, FillersTooManyAtTheEndOfANameAreTaken) {
  const Result<MrzLines> zone = split_mrz(replaced(specimen::kTd3, "\n", "<<\n"));
  ASSERT_TRUE(zone);
  EXPECT_EQ(zone->lines, lines_of(specimen::kTd3));
  EXPECT_EQ(zone->problems.size(), 1U);
}

TEST(SplitMrz, ALineThatEndsInACheckDigitMustBeWhole) {
  EXPECT_FALSE(split_mrz(std::string(specimen::kTd3).substr(0, specimen::kTd3.size() - 1)));
  EXPECT_FALSE(split_mrz(std::string(specimen::kTd3) + "<"));
  EXPECT_FALSE(split_mrz("P<UTO\nL898902C36UTO7408122F1204159ZE184226B<<<<<10"));
  EXPECT_FALSE(
      split_mrz("P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<\nL898902C36UTO7408122F120415"));
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

TEST(SplitMrz, ACharacterThatNobodyCouldReadCutsANameOnlyWhereLettersFollow) {
  const std::string second = "\nL898902C36UTO7408122F1204159ZE184226B<<<<<10";
  const auto text_of = [&](const std::string& first) { return split_mrz(first + second).value().problems.at(0).text; };
  EXPECT_EQ(text_of("P<UTOERIK?SON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<"), kNameCut);
  EXPECT_EQ(text_of("P<UTOERIKSSON<<ANNA<M?RIA<<<<<<<<<<<<<<<<<<<"), kNameCut);
  EXPECT_NE(text_of("P<UTOERIKSSON<<ANNA<MARIA?\?<<<<<<<<<<<<<<<<<"), kNameCut) << "a filler";
  EXPECT_NE(text_of("P*UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<"), kNameCut) << "not in the name";
}

TEST(SplitMrz, LettersThatLookLikeThoseOfAZoneAreReadAsThese) {
  const auto zone = split_mrz("P<UTOERIKSSON<<\xD0\x90NN\xD0\x90<M\xD0\x90RIA<<<<<<<<<<<<<<<<<<<\n"  // Cyrillic А
                              "L898902C36UTO7408122F1204159ZE184226B<<<<<10");
  ASSERT_TRUE(zone);
  EXPECT_TRUE(zone->problems.empty());
  EXPECT_EQ(zone->lines[0], "P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<");
}

}  // namespace
}  // namespace darvaza::documents
