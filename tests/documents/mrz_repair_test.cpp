#include "documents/mrz_repair.h"

#include <algorithm>
#include <string>

#include <gtest/gtest.h>

#include "documents/specimens.h"

namespace darvaza::documents {
namespace {

std::string with(std::string_view zone, std::size_t line, std::size_t position,
                 std::string_view text) {
  std::string changed(zone);
  std::size_t at = 0;
  for (; line > 1; --line) at = changed.find('\n', at) + 1;
  return changed.replace(at + position - 1, text.size(), text);
}

/// "8 B>8 document number", one a repaired character, of line 2 unless said otherwise.
std::string repairs_of(std::string_view text) {
  const Result<Mrz> zone = parse_mrz(text);
  std::string repairs;
  for (const MrzRepair& repair : zone->repairs) {
    if (!repairs.empty()) repairs += ", ";
    if (repair.line != 2) repairs += std::to_string(repair.line) + ":";
    repairs += std::to_string(repair.position) + ' ' + repair.found + '>' + repair.taken + ' ' +
               std::string(repair.field);
  }
  return repairs;
}

TEST(MrzRepair, ASoundZoneIsLeftAsItIs) {
  for (const std::string_view zone :
       {specimen::kTd1, specimen::kTd2, specimen::kTd3, specimen::kMrvA, specimen::kMrvB,
        specimen::kTd1LongNumber, specimen::kTd2LongNumber}) {
    EXPECT_EQ(repairs_of(zone), "");
  }
}

// ---- letters where digits belong
// -----------------------------------------------------------------

TEST(MrzRepair, LettersInADateAreDigitsWhereTheCheckDigitConfirms) {
  const Result<Mrz> zone = parse_mrz(with(specimen::kTd3, 2, 14, "74OBIZ"));
  ASSERT_TRUE(zone);
  EXPECT_EQ(zone->birth_date, (PartialDate{1974, 8, 12}));
  EXPECT_FALSE(zone->checks_hold());
  const auto& birth = zone->checks.at(1);
  EXPECT_FALSE(birth.holds);
  EXPECT_TRUE(birth.repaired);
  EXPECT_TRUE(zone->checks.at(4).repaired);
  EXPECT_EQ(repairs_of(with(specimen::kTd3, 2, 14, "74OBIZ")),
            "16 O>0 birth date, 17 B>8 birth date, 18 I>1 birth date, 19 Z>2 birth date");
}

TEST(MrzRepair, AMisreadCheckDigitIsRepairedToo) {
  EXPECT_EQ(repairs_of(with(specimen::kTd3, 2, 20, "Z")), "20 Z>2 birth date");
  EXPECT_EQ(repairs_of(with(specimen::kTd3, 2, 10, "G")), "10 G>6 document number");
  EXPECT_EQ(repairs_of(with(specimen::kTd3, 2, 43, "I")), "43 I>1 optional data");
  EXPECT_EQ(repairs_of(with(specimen::kTd3, 2, 44, "O")), "44 O>0 composite");
}

TEST(MrzRepair, WhatTheCheckDigitDoesNotConfirmStays) {
  const std::string lines = with(specimen::kTd3, 2, 14, "S4O812");
  EXPECT_EQ(repairs_of(lines), "");
  const Result<Mrz> zone = parse_mrz(lines);
  EXPECT_EQ(zone->birth_date, PartialDate{});
  EXPECT_FALSE(zone->checks.at(1).repaired);
}

TEST(MrzRepair, FillersReadAsKInAnUnknownDate) {
  EXPECT_EQ(repairs_of(with(specimen::kMrvA, 2, 14, "74KKKK1")),
            "16 K>< birth date, 17 K>< birth date, 18 K>< birth date, 19 K>< birth date");
}

// ---- digits where letters belong
// -------------------------------------------------------------------

TEST(MrzRepair, DigitsInTheNameAreLetters) {
  const std::string lines = with(specimen::kTd3, 1, 6, "ER1KS50N");
  EXPECT_EQ(parse_mrz(lines)->name.primary, "ERIKSSON");
  EXPECT_EQ(repairs_of(lines), "1:8 1>I name, 1:11 5>S name, 1:12 0>O name");
}

TEST(MrzRepair, DigitsInStateCodesAreLettersWhereThatGivesAnAssignedOne) {
  EXPECT_EQ(repairs_of(with(specimen::kTd3, 2, 11, "UT0")), "13 0>O nationality");
  EXPECT_EQ(repairs_of(with(specimen::kTd3, 1, 3, "1RN")), "1:3 1>I issuing State");
  EXPECT_EQ(repairs_of(with(specimen::kTd3, 1, 3, "D0O")), "");
  EXPECT_EQ(repairs_of(with(specimen::kTd3, 1, 3, "DKK")),
            "1:4 K>< issuing State, 1:5 K>< issuing State");
}

TEST(MrzRepair, ADigitForTheFirstLetterOfACard) {
  EXPECT_EQ(repairs_of(with(specimen::kTd2, 1, 1, "1")), "1:1 1>I document code");
}

// ---- document numbers
// ----------------------------------------------------------------------------

TEST(MrzRepair, OneConfusableCharacterOfTheNumberIsRepaired) {
  const std::string lines = with(specimen::kTd3, 2, 6, "O");  // L898902C3 read as L8989O2C3
  const Result<Mrz> zone = parse_mrz(lines);
  EXPECT_EQ(zone->document_number, "L898902C3");
  EXPECT_EQ(zone->printed_number, "L8989O2C3");
  EXPECT_EQ(repairs_of(lines), "6 O>0 document number");
  const Traveller traveller = to_traveller(*zone);
  ASSERT_EQ(traveller.documents.size(), 2U);
  EXPECT_EQ(traveller.documents[0].number, "L898902C3");
  EXPECT_EQ(traveller.documents[1].number, "L8989O2C3");
}

TEST(MrzRepair, ALongNumberIsRepairedInBothItsParts) {
  EXPECT_EQ(parse_mrz(with(specimen::kTd1LongNumber, 1, 18, "7"))->document_number, "D23145890XYZ");
  EXPECT_EQ(parse_mrz(with(specimen::kTd2LongNumber, 2, 9, "Q"))->document_number, "D23145890XYZ");
}

// Where the check digit alone is wrong an exchange in the number would make it hold now and then;
// the composite digit, in which the check digit counts seven times, says no.
TEST(MrzRepair, AWrongCheckDigitDoesNotChangeTheNumber) {
  for (const char digit : std::string_view("012345789")) {
    const Result<Mrz> zone = parse_mrz(with(specimen::kTd3, 2, 10, {&digit, 1}));
    EXPECT_EQ(zone->document_number, "L898902C3") << digit;
    EXPECT_TRUE(zone->printed_number.empty());
  }
}

// A sum of 8 where nine zeros give 0: O for 0 at any of three places of weight 7 gives 7 × 24 =
// 168.
TEST(MrzRepair, TwoPossibleRepairsAreNone) {
  const std::string sound = with(specimen::kMrvA, 2, 1, "0000000000");
  ASSERT_TRUE(parse_mrz(sound)->checks_hold());
  const std::string lines = with(sound, 2, 10, "8");
  EXPECT_EQ(repairs_of(lines), "");
  EXPECT_EQ(parse_mrz(lines)->document_number, "000000000");
}

TEST(MrzRepair, ARepairOfTheNumberNeedsTheCompositeDigit) {
  const std::string lines = with(with(specimen::kTd3, 2, 6, "O"), 2, 44, "7");
  EXPECT_EQ(repairs_of(lines), "");
  EXPECT_EQ(parse_mrz(lines)->document_number, "L8989O2C3");
}

TEST(MrzRepair, LettersInANumericPersonalNumberAreDigits) {
  const std::string lines =
      "PPKAZZARBOFANOV<<NODIR<<<<<<<<<<<<<<<<<<<<<<\n"
      "N012345679KAZ8503172M300101985O3I7304210<<40";
  const Result<Mrz> zone = parse_mrz(lines);
  EXPECT_EQ(zone->personal_number, "850317304210");
  EXPECT_EQ(repairs_of(lines), "31 O>0 optional data, 33 I>1 optional data");
}

// ---- fillers
// ---------------------------------------------------------------------------------------

TEST(MrzRepair, FillersReadAsLettersAtTheEndOfTheName) {
  const std::string k = with(specimen::kTd3, 1, 26, "KKKKKKKKKKKKKKKKKKK");
  EXPECT_EQ(parse_mrz(k)->name.full(), "ANNA MARIA ERIKSSON");
  EXPECT_FALSE(parse_mrz(k)->name.may_be_truncated);
  EXPECT_EQ(parse_mrz(with(specimen::kTd3, 1, 30, "K<<K<<<CC<<<<LK"))->name.full(),
            "ANNA MARIA ERIKSSON");
  EXPECT_FALSE(parse_mrz(with(specimen::kTd3, 1, 44, "K"))->name.may_be_truncated);
}

TEST(MrzRepair, AReaderThatTakesEveryFillerForAK) {
  std::string lines(specimen::kTd3);
  std::replace(lines.begin(), lines.end(), '<', 'K');
  const Result<Mrz> zone = parse_mrz(lines);
  ASSERT_TRUE(zone);
  EXPECT_EQ(zone->name.primary, "ERIKSSON");
  EXPECT_EQ(zone->name.secondary, "ANNAKMARIA");  // one K may be a letter
  EXPECT_EQ(zone->optional_data, "ZE184226B");
  EXPECT_TRUE(zone->checks_hold());  // K and filler have one value modulo 10
}

TEST(MrzRepair, LettersOfNamesAreNoFillers) {
  const auto name_of = [](std::string_view field) {
    return parse_mrz(with(specimen::kTd1, 3, 1, field))->name.full();
  };
  EXPECT_EQ(name_of("HAKKI<<KLCKK<<<<<<<<<<<<<<<<<<"), "KLCKK HAKKI");
  EXPECT_EQ(name_of("KIRK<K<<LL<K<<<<<<<<<<<<<<<<<<"), "LL K KIRK K");
  EXPECT_EQ(name_of("ERIKSSON<<<ANNA<K<<<<<<<<<<<<<"), "ANNA K ERIKSSON");
}

// ---- what is said
// --------------------------------------------------------------------------------

TEST(MrzRepair, EveryRepairedFieldIsReportedOnce) {
  const Result<Mrz> zone = parse_mrz(with(with(specimen::kTd3, 1, 6, "ER1KS50N"), 2, 14, "74O8I2"));
  const auto says = [&](std::string_view where, std::string_view text) {
    return std::count_if(zone->problems.begin(), zone->problems.end(), [&](const Problem& problem) {
      return problem.where == where && problem.text.find(text) != std::string::npos;
    });
  };
  EXPECT_EQ(says("line 1, position 8", "name: 3 character(s)"), 1);
  EXPECT_EQ(says("line 2, position 16", "birth date: 2 character(s)"), 1);
  EXPECT_EQ(says("line 2, position 20", "holds after the repairs"), 1);
}

}  // namespace
}  // namespace darvaza::documents
