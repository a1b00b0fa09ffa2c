// Forms of numbers as hints: the specimens of the norm and of States, and what no State prints.
#include "documents/number_formats.h"

#include <set>
#include <string>

#include <gtest/gtest.h>
#include <re2/re2.h>

#include "documents/number_formats_table.h"
#include "documents/states.h"

namespace darvaza::documents {
namespace {

NumberFormat format(std::string_view state, std::string_view number) {
  return number_format(StateCode(state), number);
}

TEST(NumberFormat, PassportsAndCardsOfTheRegionAreUsual) {
  for (const auto& [state, number] : {std::pair("PAK", "XY7700133"),
                                      {"PAK", "3420108912318"},
                                      {"IRN", "X08531177"},
                                      {"TJK", "405093698"},
                                      {"TUR", "U04765836"},
                                      {"TUR", "A00A00000"},
                                      {"UZB", "AA0000000"},
                                      {"KGZ", "PE0000000"},
                                      {"AZE", "C00000000"},
                                      {"KAZ", "N00000000"},
                                      {"TKM", "A0000000"},
                                      {"AFG", "P01234567"},
                                      {"D", "C01X00T47"}}) {
    EXPECT_EQ(format(state, number), NumberFormat::usual) << state << ' ' << number;
  }
}

TEST(NumberFormat, OtherFormsAreUnusualAndTheWholeNumberCounts) {
  for (const auto& [state, number] : {std::pair("PAK", "7700133XY"),
                                      {"PAK", "XY77OO133"},
                                      {"PAK", "XY77001334"},
                                      {"TJK", "40509369"},
                                      {"TKM", "00000000"}}) {
    EXPECT_EQ(format(state, number), NumberFormat::unusual) << state << ' ' << number;
  }
}

TEST(NumberFormat, WithoutStateOrNumberNothingIsKnown) {
  EXPECT_EQ(format("", "XY7700133"), NumberFormat::unknown);
  EXPECT_EQ(format("UTO", "XY7700133"), NumberFormat::unknown);
  EXPECT_EQ(format("PAK", ""), NumberFormat::unknown);
}

TEST(NumberFormatsTable, EveryRowIsAKnownStateOnceAndAPattern) {
  std::set<std::string_view> states;
  for (const NumberFormatRow& row : number_formats()) {
    EXPECT_TRUE(states.insert(row.state).second) << row.state << " twice";
    EXPECT_EQ(parse_state(row.state), StateCode(row.state)) << row.state;
    EXPECT_TRUE(re2::RE2(std::string(row.pattern)).ok()) << row.state;
  }
}

}  // namespace
}  // namespace darvaza::documents
