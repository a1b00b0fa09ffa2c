// Input that nobody sends by accident, or only by a great one: the reading ends, says what it could
// not read, and every traveller that was there is either delivered or announced as missing.
#include <string>

#include <gtest/gtest.h>

#include "manifests/read_text.h"

namespace darvaza::manifests {
namespace {

const std::string kMessage = interchange(
    "NAD+MS+++OPS'TDT+20+XX1'LOC+125+AAA'DTM+189:2601011200:201'"
    "NAD+FL+++TESTOVA:MARINA'ATT+2++F'DTM+329:800517'NAT+2+PAK'DOC+P+XY1'LOC+91+PAK'"
    "NAD+FL+++PRUEBA:JUAN'ATT+2++M'DTM+329:810517'CNT+42:2'",
    14);

TEST(HostileInput, AMessageCutAtEveryByteIsNeverTakenAsComplete) {
  ASSERT_TRUE(read_text(kMessage).complete());
  const std::size_t second = kMessage.find("PRUEBA");
  const std::size_t last_tag_end = kMessage.find("UNZ") + 3;  // then only a count is missing
  for (std::size_t size = 0; size < kMessage.size(); ++size) {
    const auto read = read_text(kMessage.substr(0, size), ManifestFormat::paxlst);
    EXPECT_EQ(read.complete(), size >= last_tag_end) << size;
    if (size > second) {
      EXPECT_EQ(read.travellers.size(), 2u) << size;
    }
  }
}

TEST(HostileInput, AMessageWithAnyByteReplacedLosesNobodyInSilence) {
  for (std::size_t at = 0; at < kMessage.size(); ++at) {
    for (const char c : {'\'', '+', ':', '?', '\0', '\n', '\xFF', 'A'}) {
      std::string text = kMessage;
      text[at] = c;
      const auto read = read_text(text, ManifestFormat::paxlst);
      const bool told = !read.complete() || !read.summary->problems.empty();
      EXPECT_TRUE(told || read.travellers.size() == 2) << at << ' ' << static_cast<int>(c);
    }
  }
}

TEST(HostileInput, CsvCutAtEveryByteLosesNobodyInSilence) {
  const std::string csv = "name,dob\nMarina Testova,1980\n\"Juan\nPrueba\",1981\n";
  for (std::size_t size = csv.find('"') + 1; size <= csv.size(); ++size) {
    const auto read = read_text(csv.substr(0, size), ManifestFormat::csv);
    EXPECT_TRUE(!read.complete() || read.travellers.size() == 2) << size;
  }
}

TEST(HostileInput, JsonLinesCutAtEveryByteKeepOneTravellerALine) {
  const std::string jsonl = "{\"name\": \"Marina Testova\"}\n{\"name\": \"Juan Prueba\"}";
  for (std::size_t size = 1; size < jsonl.size(); ++size) {
    const auto read = read_text(jsonl.substr(0, size), ManifestFormat::jsonl);
    const std::size_t begun = size > jsonl.find('\n') + 1 ? 2 : 1;
    EXPECT_EQ(read.travellers.size(), begun) << size;
  }
}

TEST(HostileInput, AHundredThousandSegmentsAreRead) {
  std::string body;
  for (int i = 0; i < 50'000; ++i) body += "NAD+FL+++TESTOVA:MARINA'ATT+2++F'";
  const auto read = read_text(interchange(body, 100'000));
  EXPECT_EQ(read.travellers.size(), 50'000u);
  EXPECT_TRUE(read.complete());
  EXPECT_TRUE(read.summary->problems.empty());
}

TEST(HostileInput, OneTravellerWithCountlessFactsStaysBounded) {
  std::string body = "NAD+FL+++TESTOVA:MARINA'";
  for (int i = 0; i < 300; ++i) body += "DOC+P+N" + std::to_string(i) + "'";
  const auto documents = read_text(interchange(body, 301));
  ASSERT_EQ(documents.travellers.size(), 1u);
  EXPECT_EQ(documents.travellers[0].documents.size(), 256u);
  EXPECT_TRUE(has_problem(documents.travellers[0], "too many documents"));

  for (int i = 0; i < 20'000; ++i) body += "DTM+329:999999'";
  const auto problems = read_text(interchange(body, 20'301));
  ASSERT_EQ(problems.travellers.size(), 1u);
  EXPECT_LE(problems.travellers[0].problems.size(), 200u);
  EXPECT_TRUE(has_problem(problems.travellers[0], "the rest is not listed"));
}

TEST(HostileInput, CountlessBrokenMessagesGiveABoundedSummary) {
  std::string text = "UNB+A'";
  for (int i = 0; i < 20'000; ++i) text += "UNH+1+PAXLST'";
  const auto read = read_text(text);
  ASSERT_TRUE(read.summary);
  EXPECT_FALSE(read.complete());
  EXPECT_LE(read.summary->problems.size(), 200u);
}

TEST(HostileInput, AnElementOfOneMebibyteIsSaidAndCostsNoOther) {
  const auto read =
      read_text(interchange("NAD+FL+++TESTOVA:MARINA'FTX+AAA+++" + std::string(1024 * 1024, 'X') +
                                "'NAD+FL+++PRUEBA:JUAN'",
                            3));
  EXPECT_EQ(read.travellers.size(), 2u);
  EXPECT_FALSE(read.complete());
  EXPECT_TRUE(read.says("segment 6 (FTX)"));
}

TEST(HostileInput, OnlyServiceCharactersMeanNothing) {
  for (const char c : {'\'', '+', ':', '?'}) {
    const auto read = read_text("UNB+A'" + std::string(100'000, c), ManifestFormat::paxlst);
    EXPECT_FALSE(read.complete());
    EXPECT_TRUE(read.travellers.empty());
  }
}

TEST(HostileInput, TenThousandColumnsAreRefused) {
  std::string header = "name";
  for (int i = 0; i < 10'000; ++i) header += ",c" + std::to_string(i);
  const auto read = read_text(header + "\nMarina Testova\n", ManifestFormat::csv);
  ASSERT_FALSE(read.summary);
  EXPECT_EQ(read.summary.error().code, ErrorCode::input_refused);
}

TEST(HostileInput, BinaryInEveryFormatEnds) {
  std::string bytes;
  for (int i = 0; i < 4096; ++i) bytes += static_cast<char>((i * 7919) >> 3);
  for (const auto format : {ManifestFormat::csv, ManifestFormat::jsonl, ManifestFormat::paxlst,
                            ManifestFormat::mrz, ManifestFormat::automatic}) {
    const auto read = read_text(bytes, format);
    bool silent = read.complete() && read.summary->problems.empty();
    for (const Traveller& traveller : read.travellers)
      silent = silent && traveller.problems.empty();
    EXPECT_FALSE(silent) << to_string(format);
  }
}

}  // namespace
}  // namespace darvaza::manifests
