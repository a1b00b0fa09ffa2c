#include "manifests/edifact_tokenizer.h"

#include <sstream>
#include <string>
#include <vector>

#include <gtest/gtest.h>

namespace darvaza::manifests {
namespace {

std::vector<EdifactSegment> tokenize(const std::string& text) {
  std::istringstream in(text);
  ByteSource source(in);
  EdifactTokenizer tokens(source);
  std::vector<EdifactSegment> segments;
  EdifactSegment segment;
  for (auto more = tokens.next(segment); more && *more; more = tokens.next(segment)) {
    segments.push_back(segment);
  }
  return segments;
}

TEST(EdifactTokenizer, SplitsElementsAndComponentsByTheDefaultCharacters) {
  const auto segments = tokenize("UNB+A'DTM+329:720907:101'NAD+FL+++SMITH:ANN'");
  ASSERT_EQ(segments.size(), 3u);
  EXPECT_EQ(segments[1].tag, "DTM");
  EXPECT_EQ(segments[1].get(1, 1), "329");
  EXPECT_EQ(segments[1].get(1, 2), "720907");
  EXPECT_EQ(segments[1].get(1, 3), "101");
  EXPECT_EQ(segments[2].get(1), "FL");
  EXPECT_EQ(segments[2].get(2), "");
  EXPECT_EQ(segments[2].get(4, 2), "ANN");
  EXPECT_EQ(segments[2].get(9, 9), "");
}

TEST(EdifactTokenizer, CountsSegmentsFromOneAndBytesFromZero) {
  const auto segments = tokenize("UNA:+.? '\nUNB+A'\n DTM+1'");
  ASSERT_EQ(segments.size(), 2u);
  EXPECT_EQ(segments[0].place(), "segment 1 (UNB), byte 10");
  EXPECT_EQ(segments[1].place(), "segment 2 (DTM), byte 18");
}

TEST(EdifactTokenizer, TakesEveryServiceCharacterFromUna) {
  const auto segments = tokenize("UNA:*.? $UNB*X:Y$NAT*2*GBR?$?*?:$");
  ASSERT_EQ(segments.size(), 2u);
  EXPECT_EQ(segments[0].get(1, 2), "Y");
  EXPECT_EQ(segments[1].get(2), "GBR$*:");
}

TEST(EdifactTokenizer, RepetitionMarkHoldsOnlyWhenUnaNamesIt) {
  const auto with = tokenize("UNA:+.?*'UNB+A'NAT+2+GBR*PAK'");
  ASSERT_EQ(with.size(), 2u);
  EXPECT_EQ(with[1].repetitions(2), 2u);
  EXPECT_EQ(with[1].get(2, 1, 2), "PAK");

  const auto without = tokenize("UNA:+.? 'UNB+APIS*X'");
  ASSERT_EQ(without.size(), 1u);
  EXPECT_EQ(without[0].get(1), "APIS*X");
}

TEST(EdifactTokenizer, ReadsAUnaWithoutItsDecimalMark) {
  const auto segments = tokenize("UNA:+\\*'\nUNB+A\\+B'");
  ASSERT_EQ(segments.size(), 1u);
  EXPECT_EQ(segments[0].get(1), "A+B");
}

TEST(EdifactTokenizer, TerminatorMayBeALineEnd) {
  const auto segments = tokenize("UNA:+.? \nUNB+A\nNAT+2+GBR\n");
  ASSERT_EQ(segments.size(), 2u);
  EXPECT_EQ(segments[1].get(2), "GBR");
  EXPECT_TRUE(segments[1].terminated);
}

TEST(EdifactTokenizer, RefusesServiceCharactersThatCannotWork) {
  std::size_t length = 0;
  EXPECT_TRUE(parse_service_string(":+.? '", &length));
  EXPECT_EQ(length, 6u);
  EXPECT_FALSE(parse_service_string("++.? '", &length)) << "two are the same";
  EXPECT_FALSE(parse_service_string(":+.?''", &length)) << "repetition is the terminator";
  EXPECT_FALSE(parse_service_string(":+.? A", &length)) << "a letter";
  EXPECT_FALSE(parse_service_string(":+.?", &length)) << "cut";
}

TEST(EdifactTokenizer, ReleaseCharacterReleasesItselfAndIsDropped) {
  const auto segments = tokenize("UNB+A??B?'C?XD'");
  ASSERT_EQ(segments.size(), 1u);
  EXPECT_EQ(segments[0].get(1), "A?B'CXD");
}

TEST(EdifactTokenizer, LinesMayBeWrappedAnywhere) {
  const auto segments = tokenize("UNB+A'\r\nNAD+FL+++SMI\r\nTH:JO?\n+HN'\n");
  ASSERT_EQ(segments.size(), 2u);
  EXPECT_EQ(segments[1].get(4, 1), "SMITH");
  EXPECT_EQ(segments[1].get(4, 2), "JO+HN");
}

TEST(EdifactTokenizer, SkipsHeadingLinesBeforeAndStrayLinesAfter) {
  std::istringstream in("QN TTTRRMO\r\n.AAABBXH 010203 UNA\r\nUNB+A'UNZ+1+A'\n8 May 2026\n");
  ByteSource source(in);
  EdifactTokenizer tokens(source);
  EdifactSegment segment;
  ASSERT_TRUE(tokens.next(segment).value());
  EXPECT_EQ(segment.tag, "UNB");
  ASSERT_TRUE(tokens.next(segment).value());
  EXPECT_EQ(segment.tag, "UNZ");
  EXPECT_FALSE(tokens.stray_text());
  EXPECT_FALSE(tokens.next(segment).value());
  EXPECT_TRUE(tokens.stray_text());
  EXPECT_EQ(tokens.stray_byte(), 48u);
}

TEST(EdifactTokenizer, FindsTheNextInterchangeAfterStrayLinesAndANewUna) {
  const auto segments = tokenize("UNB+A'UNZ+1+A'\nQN X\n.Y Z\nUNA:*.? $UNB*B$");
  ASSERT_EQ(segments.size(), 3u);
  EXPECT_EQ(segments[2].tag, "UNB");
  EXPECT_EQ(segments[2].get(1), "B");
}

TEST(EdifactTokenizer, BlanksMayStandAroundATag) {
  const auto segments = tokenize("  UNB+A'\n UNG *x'UNG +PAXLST'");
  ASSERT_EQ(segments.size(), 3u);
  EXPECT_EQ(segments[2].tag, "UNG");
  EXPECT_EQ(segments[2].get(1), "PAXLST");
}

TEST(EdifactTokenizer, ALineThatBeginsWithATagEndsASegmentWithoutTerminator) {
  const auto segments = tokenize("UNB+A'\nLOC+91+GBR\n  NAD+FL+++SMITH'");
  ASSERT_EQ(segments.size(), 3u);
  EXPECT_TRUE(segments[1].line_ended);
  EXPECT_EQ(segments[1].get(2), "GBR");
  EXPECT_EQ(segments[2].get(4), "SMITH");
}

TEST(EdifactTokenizer, ReadsALastSegmentThatIsNotTerminated) {
  const auto segments = tokenize("UNB+A'NAD+FL+++SMITH:AN");
  ASSERT_EQ(segments.size(), 2u);
  EXPECT_FALSE(segments[1].terminated);
  EXPECT_FALSE(segments[1].released_end);
  EXPECT_EQ(segments[1].get(4, 2), "AN");
}

TEST(EdifactTokenizer, ReportsAReleaseCharacterAtTheVeryEnd) {
  const auto segments = tokenize("UNB+A'NAD+FL+++SMITH?");
  ASSERT_EQ(segments.size(), 2u);
  EXPECT_TRUE(segments[1].released_end);
}

TEST(EdifactTokenizer, CutsASegmentAt64KiBAndGoesOnBehindIt) {
  const auto segments =
      tokenize("UNB+A'FTX+AAA+" + std::string(1024 * 1024, 'X') + "'NAD+FL+++SMITH'");
  ASSERT_EQ(segments.size(), 3u);
  EXPECT_TRUE(segments[1].overlong);
  EXPECT_LE(segments[1].get(2).size(), 64u * 1024u);
  EXPECT_EQ(segments[2].get(4), "SMITH");
}

TEST(EdifactTokenizer, CutsASegmentOfTooManyElements) {
  const auto segments = tokenize("UNB+A'FTX" + std::string(60'000, '+') + "'NAD+FL+++SMITH'");
  ASSERT_EQ(segments.size(), 3u);
  EXPECT_TRUE(segments[1].overlong);
  EXPECT_LE(segments[1].components(), 1024u);
}

// Senders forget to release the apostrophe of a name: Uzbek KO'CHKOROV became KO, and the rest a segment that nobody knew.
TEST(EdifactTokenizer, ATerminatorBehindWhichNoSegmentBeginsIsTextOfAName) {
  const auto segments = tokenize("UNB+A'NAD+FL+++KO'CHKOROV:ALISHER O'G'LI'DTM+329:800517'PDT+P/N1+O'NEIL:SA'IDA'UNT+1+M'");
  ASSERT_EQ(segments.size(), 5u);
  EXPECT_EQ(segments[1].get(4, 1), "KO'CHKOROV");
  EXPECT_EQ(segments[1].get(4, 2), "ALISHER O'G'LI");
  EXPECT_TRUE(segments[1].unreleased);
  EXPECT_FALSE(segments[2].unreleased);
  EXPECT_EQ(segments[3].get(2, 2), "SA'IDA");
}

TEST(EdifactTokenizer, AnEndOfANameThatLooksLikeATagIsTextWhereNamesStand) {
  const auto segments = tokenize("UNB+A'TIF+MA'ANI+GO'ZAL'SSR+DOCS:HK:1:DZ:::::/P/UZB/FA1//17MAY80/F//D'ALI/GO'ZAL'LOC+91+UZB'XYZ+1'");
  ASSERT_EQ(segments.size(), 5u);
  EXPECT_EQ(segments[1].get(1), "MA'ANI");
  EXPECT_EQ(segments[1].get(2), "GO'ZAL");
  EXPECT_EQ(segments[2].get(1, 9), "/P/UZB/FA1//17MAY80/F//D'ALI/GO'ZAL");
  EXPECT_EQ(segments[4].tag, "XYZ") << "elsewhere it is a segment that this reader does not know";
}

TEST(EdifactTokenizer, SegmentsThatBeginBehindBlanksLineEndsAndInsideOfTagsAreNoText) {
  for (const auto* text : {"UNB+A'NAD+FL+++DOE' DTM+1'", "UNB+A'NAD+FL+++DOE'\r\nDTM+1'", "UNB+A'NAD+FL+++DOE'DT\r\nM+1'", "UNB+A'NAD+FL+++DOE'DTM +1'", "UNB+A'NAD+FL+++DOE''DTM+1'",
                           "UNB+A'NAD+FL+++DOE'dtm:1'"}) {
    const auto segments = tokenize(text);
    ASSERT_EQ(segments.size(), 3u) << text;
    EXPECT_EQ(segments[1].get(4), "DOE") << text;
    EXPECT_EQ(segments[2].tag, "DTM") << text;
  }
  const auto broken = tokenize("UNB+A'NAD+FL+++DOE'\nstray text'DTM+1'");
  ASSERT_EQ(broken.size(), 4u);
  EXPECT_EQ(broken[1].get(4), "DOE");
}

TEST(EdifactTokenizer, ATagWithBlanksInItEndsANameBeforeIt) {
  for (const auto* tag : {"NA D", "NA \nD", "N A\r\n D", "na d "}) {
    const auto segments = tokenize("UNB+A'NAD+FL+++O'BRIEN:PAT'" + std::string(tag) + "+FL+++SAVSANOVA:GULBAHOR'");
    ASSERT_EQ(segments.size(), 3u) << tag;
    EXPECT_EQ(segments[1].get(4, 1), "O'BRIEN") << tag;
    EXPECT_EQ(segments[1].get(4, 2), "PAT") << tag;
    EXPECT_EQ(segments[2].tag, "NAD") << tag;
    EXPECT_FALSE(segments[1].may_hide_segment) << tag;
  }
}

TEST(EdifactTokenizer, ASegmentWithASpoiltTagBehindATerminatorIsToldOf) {
  for (const auto* next : {"NADFL+++SAVSANOVA:GULBAHOR", "NA DFL+++SAVSANOVA:GULBAHOR", "N\u0410D+FL+++SAVSANOVA:GULBAHOR", "N4D+FL+++SAVSANOVA:GULBAHOR", "DOCP+AB1234567", "DTM329:720907"}) {
    const auto segments = tokenize("UNB+A'NAD+FL+++O'BRIEN:PAT'" + std::string(next) + "'UNT+1+M'");
    ASSERT_GE(segments.size(), 3u) << next;
    EXPECT_TRUE(segments[1].may_hide_segment) << next;
  }
  EXPECT_TRUE(tokenize("UNB+A'ATT+2++M'99X+FL+++SAVSANOVA:GULBAHOR'")[1].may_hide_segment) << "no code is followed by a text with elements";
}

TEST(EdifactTokenizer, NamesThatBeginAsTagsDoHideNothing) {
  for (const auto* name : {"NAD+FL+++O'FARRELL:PAT", "NAD+FL+++O'DOCHERTY:PAT", "NAD+FL+++GO'ZAL+12 STREET", "TIF+O'FARRELL+PAT:A:1", "TIF+TO'MONOV+SA'IDA:A:1",
                           "NAD+FL+++D'UN ALIYEV:PAT"}) {
    const auto segments = tokenize("UNB+A'" + std::string(name) + "'UNT+1+M'");
    ASSERT_EQ(segments.size(), 3u) << name;
    EXPECT_TRUE(segments[1].unreleased) << name;
    EXPECT_FALSE(segments[1].may_hide_segment) << name;
  }
}

TEST(EdifactTokenizer, ATagThatIsNoneShowsNothingOfItsText) {
  const auto segments = tokenize("UNB+A'Somebody Secret+1'");
  ASSERT_EQ(segments.size(), 2u);
  EXPECT_EQ(segments[1].tag, "?");
}

}  // namespace
}  // namespace darvaza::manifests
