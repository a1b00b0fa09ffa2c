#include "records/name_cell.h"

#include <string>
#include <vector>

#include <gtest/gtest.h>

namespace darvaza::records {
namespace {

using Names = std::vector<std::string>;

TEST(NameCell, SplitsWhatIsSurelySeveralNames) {
  for (const auto* cell : {"Tuvan Ordai;Keleg Ordai", " Tuvan Ordai ; Keleg Ordai;", "Tuvan Ordai\nKeleg Ordai", "Tuvan Ordai\r\nKeleg Ordai", "Tuvan Ordai؛ Keleg Ordai",
                           "Tuvan Ordai a.k.a. Keleg Ordai", "Tuvan Ordai, a.k.a. Keleg Ordai", "Tuvan Ordai (A.K.A. Keleg Ordai)", "Tuvan Ordai, f.k.a.: Keleg Ordai"}) {
    const NameCell read = read_name_cell(cell);
    EXPECT_EQ(read.names, (Names{"Tuvan Ordai", "Keleg Ordai"})) << cell;
    EXPECT_TRUE(read.doubtful.empty()) << cell;
  }
}

TEST(NameCell, ANameThatIsBrokenOverLinesIsOneBesides) {
  EXPECT_EQ(read_name_cell("Ordai\r\nTuvan").names, (Names{"Ordai Tuvan", "Ordai", "Tuvan"}));
  EXPECT_EQ(read_name_cell("Tuvan Keleg\nOrdai").names, (Names{"Tuvan Keleg", "Ordai", "Tuvan Keleg Ordai"}));
  EXPECT_EQ(read_name_cell("Sadyq Keleg; Ordai\n Tuvan ; Oraz Meret").names, (Names{"Sadyq Keleg", "Ordai Tuvan", "Ordai", "Tuvan", "Oraz Meret"}));
  EXPECT_EQ(read_name_cell("Tuvan Ordai\nKeleg Ordai").names, (Names{"Tuvan Ordai", "Keleg Ordai"})) << "whole names below each other";
  EXPECT_EQ(read_name_cell("A\nB\nC\nD\nE").names.size(), 5u) << "a list of nicknames";
  EXPECT_EQ(read_name_cell("Ordai\n").names, (Names{"Ordai"}));
}

TEST(NameCell, KeepsWhatMayBeSeveralWholeAndSaysSo) {
  for (const auto* cell : {"Tuvan / Keleg Ordai", "Tuvan Ordai (Keleg)", "Tuvan Ordai | Keleg Ordai", "1) Tuvan Ordai 2) Keleg Ordai", "Tuvan AKA Keleg"}) {
    const NameCell read = read_name_cell(cell);
    EXPECT_EQ(read.names, (Names{cell}));
    EXPECT_EQ(read.doubtful, read.names);
  }
}

TEST(NameCell, OneNameIsOne) {
  for (const auto* cell : {"Ordai, Tuvan", "TESTOVA/MARINA", "Aka Kouassi", "'Abd al-Rahman", "Akakios"}) {
    const NameCell read = read_name_cell(cell);
    EXPECT_EQ(read.names, (Names{cell}));
    EXPECT_TRUE(read.doubtful.empty()) << cell;
  }
  EXPECT_TRUE(read_name_cell(" ; ;").names.empty());
}

}  // namespace
}  // namespace darvaza::records
