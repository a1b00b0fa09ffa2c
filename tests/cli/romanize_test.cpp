#include <gtest/gtest.h>

#include "cli/run_darvaza.h"

namespace darvaza::test {
namespace {

bool has(const std::string& text, std::string_view part) { return text.find(part) != std::string::npos; }

/// The line of the report that begins with this orthography.
std::string line_of(const std::string& report, const std::string& id) {
  for (const std::string& line : lines_of(report)) {
    const auto begin = line.find_first_not_of(' ');
    if (begin != std::string::npos && line.compare(begin, id.size() + 1, id + " ") == 0) return line;
  }
  return "";
}

TEST(Romanize, AWordIsSpelledInEverySystemThatHasItsLetters) {
  const Outcome run = run_darvaza({"romanize", "Юфьев"});
  EXPECT_EQ(run.status, 0) << run.err;
  EXPECT_TRUE(has(line_of(run.out, "ru-icao-2014"), " iufev ")) << run.out;
  EXPECT_TRUE(has(line_of(run.out, "ru-french"), " ioufiev ")) << run.out;
  EXPECT_TRUE(has(run.out, "Юфьев: heard as ")) << run.out;
  EXPECT_EQ(line_of(run.out, "arab-icao-9303"), "") << "another script";
}

TEST(Romanize, SystemsWithoutOneOfTheLettersAreLeftOut) {
  const Outcome run = run_darvaza({"romanize", "Ҹәмғулов"});
  EXPECT_EQ(run.status, 0) << run.err;
  EXPECT_TRUE(has(line_of(run.out, "az-latin-1991"), " cəmğulov ")) << run.out;
  EXPECT_EQ(line_of(run.out, "ru-icao-2014"), "") << run.out;
  EXPECT_EQ(line_of(run.out, "kk-odni-2015"), "") << run.out;
}

TEST(Romanize, CodesOfAZoneAreReadAsArabicLetters) {
  const Outcome run = run_darvaza({"romanize", "XSHYRZAD"});
  EXPECT_EQ(run.status, 0) << run.err;
  EXPECT_TRUE(has(line_of(run.out, "arab-icao-9303"), " شيرزاد ")) << run.out;
}

TEST(Romanize, OneSystemCanBeAskedFor) {
  const Outcome run = run_darvaza({"romanize", "--orthography", "uz-latin-1995", "Ўткурхўжа"});
  EXPECT_EQ(run.status, 0) << run.err;
  EXPECT_TRUE(has(line_of(run.out, "uz-latin-1995"), " oʻtkurxoʻja ")) << run.out;
  EXPECT_EQ(lines_of(run.out).size(), 2U) << run.out;
}

TEST(Romanize, ListsTheSystemsWithTheirSources) {
  const Outcome run = run_darvaza({"romanize", "--list"});
  EXPECT_EQ(run.status, 0) << run.err;
  EXPECT_TRUE(has(line_of(run.out, "tg-bgn-1994"), "BGN/PCGN 1994")) << run.out;
}

TEST(Romanize, UnknownSystemsAndNoWordsAreWrongUsage) {
  for (const std::vector<std::string>& wrong :
       {std::vector<std::string>{"romanize"}, {"romanize", "--orthography", "xx-none", "Юфьев"}}) {
    const Outcome run = run_darvaza(wrong);
    EXPECT_EQ(run.status, 2) << run.err;
    EXPECT_TRUE(run.out.empty()) << run.out;
    EXPECT_TRUE(has(run.err, "darvaza: ")) << run.err;
  }
}

TEST(Romanize, EscapeSequencesDoNotReachTheTerminal) {
  const Outcome run = run_darvaza({"romanize", "Юф\x1b[31mьев"});
  EXPECT_FALSE(has(run.out, "\x1b")) << run.out;
}

}  // namespace
}  // namespace darvaza::test
