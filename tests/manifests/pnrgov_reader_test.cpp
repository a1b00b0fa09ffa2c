#include "manifests/pnrgov_reader.h"

#include <gtest/gtest.h>

#include "manifests/read_text.h"

namespace darvaza::manifests {
namespace {

/// "SURNAME/GIVEN | …": all spellings of one traveller.
std::string names_of(const Traveller& traveller) {
  std::string text;
  for (const TravellerName& name : traveller.names) {
    text += (text.empty() ? "" : " | ") + name.primary + '/' + name.secondary;
  }
  return text;
}

TEST(Pnrgov, EveryPassengerOfEveryBookingIsDelivered) {
  const auto read =
      read_text(pnrgov("SRC'RCI+DZ:GATE01'TIF+TESTOVA+MARINA:A:1'TIF+TESTOV+IVAN:A:2'"
                       "SRC'RCI+DZ:GATE02'TIF+SAMPLE+ORAZ:A:1'"));
  ASSERT_EQ(read.travellers.size(), 3u);
  EXPECT_TRUE(read.complete());
  EXPECT_EQ(read.summary->format, ManifestFormat::pnrgov);
  EXPECT_EQ(names_of(read.travellers[0]), "TESTOVA/MARINA");
  EXPECT_EQ(read.travellers[1].locator, "GATE01");
  EXPECT_EQ(read.travellers[2].locator, "GATE02");
  EXPECT_EQ(read.travellers[2].id, "3");
}

TEST(Pnrgov, ASplitBookingKeepsItsOwnLocator) {
  const auto read = read_text(
      pnrgov("SRC'RCI+DZ:GATE01+XX:OTHER1'TIF+TESTOVA+MARINA:A:1'TVL+150126:1540+UTA+UTB+DZ+101'"
             "EQN+1'RCI+DZ:SPLIT1'"));
  EXPECT_EQ(read.travellers.at(0).locator, "GATE01");
  ASSERT_EQ(read.travellers[0].related_locators.size(), 1u);
  EXPECT_EQ(read.travellers[0].related_locators[0], "SPLIT1");
}

TEST(Pnrgov, HotelsAreNoFlights) {
  const auto read =
      read_text(pnrgov("SRC'TIF+TESTOVA+MARINA:A:1'TVL+150126:1540+UTA+UTB+DZ+101'MSG+8'"
                       "TVL+150126:1500:160126+UTB:GATE INN++VN+67576:ROH'"));
  EXPECT_EQ(read.travellers.at(0).legs.size(), 1u);
}

TEST(Pnrgov, TheHistoryNamesNoTravellersButIsNotPassedOverInSilence) {
  const auto read =
      read_text(pnrgov("SRC'TIF+TESTOVA+MARINA:A:1'ABI+1+:X'SAC+++X'TIF+TESTOVA+MARYNA:A:1'SAC+++X'"
                       "TIF+SAMPLE+ORAZ:A:2'"));
  ASSERT_EQ(read.travellers.size(), 1u);
  EXPECT_EQ(names_of(read.travellers[0]), "TESTOVA/MARINA | TESTOVA/MARYNA");
  EXPECT_TRUE(read.complete());
  EXPECT_TRUE(read.says("1 names in the history"));
}

TEST(Pnrgov, ALostSrcBehindAHistoryHidesNobody) {
  const auto read = read_text(pnrgov(
      "SRC'RCI+DZ:GATE01'TIF+TESTOVA+MARINA:A:1'ABI+1+:X'RCI+DZ:GATE02'TIF+SAMPLE+ORAZ:A:1'"));
  ASSERT_EQ(read.travellers.size(), 2u);
  EXPECT_EQ(read.travellers[1].locator, "GATE02");
}

TEST(Pnrgov, BookingsThatAreAnnouncedAndNotThereAreTold) {
  const std::string two = "SRC'TIF+TESTOVA+MARINA:A:1'SRC'TIF+SAMPLE+ORAZ:A:1'";
  std::string text = pnrgov(two);
  const std::string count = "EQN+1'";
  text.replace(text.find(count), count.size(), "EQN+3'");
  EXPECT_TRUE(read_text(text).says("segment 6 (EQN), byte 146: 3 bookings are announced, the message holds 2"));
  text.replace(text.find("EQN+3'"), count.size(), "EQN+2'");
  EXPECT_FALSE(read_text(text).says("bookings are announced"));
  // Of a split booking it counts travellers.
  EXPECT_FALSE(read_text(pnrgov("SRC'TIF+TESTOVA+MARINA:A:1'TVL+150126:1540+UTA+UTB+DZ+101'EQN+5'RCI+DZ:SPLIT1'")).says("bookings are announced"));
}

TEST(Pnrgov, ALostTerminatorBeforeAPassengerIsIncomplete) {
  const auto read = read_text(pnrgov("SRC'TIF+TESTOVA+MARINA:A:1'FAR+NTIF+SAMPLE+ORAZ'"));
  EXPECT_EQ(read.travellers.size(), 1u);
  EXPECT_FALSE(read.complete());
}

}  // namespace
}  // namespace darvaza::manifests
