#include "manifests/mrz_manifest.h"

#include <gtest/gtest.h>

#include "manifests/read_text.h"

namespace darvaza::manifests {
namespace {

// Specimens of Doc 9303-4 to -6, appendices B.
const std::string kTd3 =
    "P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<\n"
    "L898902C36UTO7408122F1204159ZE184226B<<<<<10\n";
const std::string kTd2 =
    "I<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<\n"
    "D231458907UTO7408122F1204159<<<<<<<6\n";
const std::string kTd1 =
    "I<UTOD231458907<<<<<<<<<<<<<<<\n"
    "7408122F1204159UTO<<<<<<<<<<<6\n"
    "ERIKSSON<<ANNA<MARIA<<<<<<<<<<\n";

std::string numbers(const ReadText& read) {
  std::string text;
  for (const Traveller& traveller : read.travellers) {
    text += traveller.documents.empty() ? "- " : traveller.documents[0].number + ' ';
  }
  return text;
}

TEST(MrzManifest, ReadsAZoneOfEachSize) {
  for (const std::string& zone : {kTd1, kTd2, kTd3}) {
    const auto read = read_text(zone);
    ASSERT_TRUE(read.summary);
    EXPECT_EQ(read.summary->format, ManifestFormat::mrz);
    ASSERT_EQ(read.travellers.size(), 1u) << zone;
    const Traveller& traveller = read.travellers[0];
    EXPECT_EQ(traveller.id, "1");
    EXPECT_EQ(traveller.names.at(0).primary, "ERIKSSON");
    EXPECT_EQ(traveller.names.at(0).secondary, "ANNA MARIA");
    EXPECT_EQ(traveller.birth_date, (PartialDate{1974, 8, 12}));
    EXPECT_EQ(traveller.sex, Sex::female);
  }
}

TEST(MrzManifest, BlankLinesBetweenZonesAreOptional) {
  EXPECT_EQ(numbers(read_text(kTd3 + kTd1 + kTd2 + kTd3)),
            "L898902C3 D23145890 D23145890 L898902C3 ");
  EXPECT_EQ(numbers(read_text("\n\n" + kTd3 + "\r\n \n" + kTd1 + "\n" + kTd2)),
            "L898902C3 D23145890 D23145890 ");
}

TEST(MrzManifest, LinesMayBeRunTogether) {
  std::string joined = kTd3;
  joined.erase(44, 1);
  EXPECT_EQ(numbers(read_text(joined + kTd2)), "L898902C3 D23145890 ");
}

TEST(MrzManifest, ZonesRunTogetherInOneLineMakeTheManifestIncomplete) {
  std::string joined = kTd3;
  std::erase(joined, '\n');
  for (const int zones : {2, 40}) {
    std::string line;
    for (int i = 0; i < zones; ++i) line += joined;
    const auto read = read_text(kTd3 + line + "\n");
    ASSERT_TRUE(read.summary);
    EXPECT_FALSE(read.summary->complete) << zones;
    EXPECT_TRUE(read.says("long enough for several zones")) << zones;
    EXPECT_EQ(read.summary->problems.at(0).where, "line 3");
  }
  EXPECT_TRUE(read_text(kTd3 + joined + "\n").summary->complete);
}

TEST(MrzManifest, ABrokenZoneIsATravellerWithAProblemAndShiftsNoOther) {
  const std::string first_line_only = kTd3.substr(0, 45);
  const auto read = read_text(kTd3 + first_line_only + kTd3 + kTd1);
  EXPECT_EQ(numbers(read), "L898902C3 - L898902C3 D23145890 ");
  EXPECT_TRUE(has_problem(read.travellers.at(1), "zone at line 3"));
  EXPECT_TRUE(read.travellers[1].names.empty());
}

TEST(MrzManifest, ALostLineOfACardShiftsNoOther) {
  const std::string without_name = kTd1.substr(0, 62);
  const std::string without_middle = kTd1.substr(0, 31) + kTd1.substr(62);
  EXPECT_EQ(numbers(read_text(without_name + kTd1 + kTd3)), "- D23145890 L898902C3 ");
  const auto read = read_text(without_middle + "\n" + kTd1);
  EXPECT_EQ(numbers(read), "- D23145890 ");
}

TEST(MrzManifest, WrongCheckDigitsAreProblemsOfTheTraveller) {
  std::string zone = kTd3;
  zone[45 + 9] = '7';
  const auto read = read_text(zone);
  EXPECT_EQ(numbers(read), "L898902C3 ");
  EXPECT_TRUE(has_problem(read.travellers.at(0), "zone at line 1"));
}

TEST(MrzManifest, EveryLineOfOtherTextIsAccountedFor) {
  const auto read = read_text("hello\n\n" + kTd3 + "\nx\n", ManifestFormat::mrz);
  EXPECT_EQ(numbers(read), "- L898902C3 - ");
}

// A keyboard wedge's frame, blanks for fillers, trailing fillers that were trimmed, lower case
TEST(MrzManifest, ReadsZonesAsReadersDeliverThem) {
  const std::string wedge = "\x02P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<\r" + kTd3.substr(45, 44) + "\r\x03\r";
  const std::string blanks =
      "P UTOERIKSSON  ANNA MARIA                   \n"
      "L898902C36UTO7408122F1204159ZE184226B     10\n";
  const std::string trimmed = "P<UTOERIKSSON<<ANNA<MARIA\n" + kTd3.substr(45);
  const std::string short_name = "P<UTOA<<B\nA123456740UTO7408122F1204159ZE184226B<<<<<12\n";
  for (const std::string& zone : {wedge, blanks, trimmed}) {
    const auto read = read_text(zone + kTd1 + zone, ManifestFormat::mrz);
    EXPECT_EQ(numbers(read), "L898902C3 D23145890 L898902C3 ") << zone;
    EXPECT_EQ(read.travellers.at(0).names.at(0).full(), "ANNA MARIA ERIKSSON");
  }
  EXPECT_EQ(numbers(read_text(short_name + kTd1, ManifestFormat::mrz)), "A12345674 D23145890 ");
  EXPECT_EQ(read_text(wedge).summary->format, ManifestFormat::mrz);
  EXPECT_EQ(read_text(blanks).summary->format, ManifestFormat::mrz);
}

TEST(MrzManifest, TheFirstZoneMayBeTheBrokenOne) {
  EXPECT_EQ(numbers(read_text("P<UTOERIKSSON<<ANNA\n\n" + kTd3)), "- L898902C3 ");
}

TEST(IsMrzLine, NeedsLengthAlphabetAndAFiller) {
  EXPECT_TRUE(is_mrz_line(kTd3.substr(0, 44)));
  EXPECT_TRUE(is_mrz_line(" i<utod231458907<<<<<<<<<<<<<<< "));
  EXPECT_FALSE(is_mrz_line(kTd3.substr(0, 43)));
  EXPECT_FALSE(is_mrz_line("id_name_and_so_on_of_30_letter"));
  EXPECT_FALSE(is_mrz_line("ABCDEFGHIJKLMNOPQRSTUVWXYZABCD"));
}

}  // namespace
}  // namespace darvaza::manifests
