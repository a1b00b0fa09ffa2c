#include <gtest/gtest.h>

#include "eval/perturb/vary.h"

namespace darvaza::perturb {
namespace {

using Names = std::set<std::string>;

TEST(WordChanges, ChangeTheOrder) {
  EXPECT_EQ(vary("words-surname-first", "Nader Reza Kuhi"), "Kuhi Nader Reza");
  EXPECT_EQ(vary("words-surname-first", "KUHI SANG, Nader"), "KUHI SANG Nader");
  EXPECT_EQ(all_varied("words-exchanged", "Nader Reza Kuhi"),
            (Names{"Reza Nader Kuhi", "Nader Kuhi Reza"}));
  EXPECT_EQ(vary("words-surname-first", "Nader"), "- too few words");
}

TEST(WordChanges, LeaveOutWords) {
  EXPECT_EQ(vary("words-without-first", "Nader Reza Kuhi"), "Reza Kuhi");
  EXPECT_EQ(vary("words-without-last", "Nader Reza Kuhi"), "Nader Reza");
  EXPECT_EQ(all_varied("words-without-middle", "Nader Reza Ali Kuhi"),
            (Names{"Nader Reza Kuhi", "Nader Ali Kuhi"}));
  EXPECT_EQ(vary("words-without-middle", "Nader Kuhi"), "- fewer than three words");
}

TEST(WordChanges, LeaveOutWordsByTheirRole) {
  EXPECT_EQ(vary("words-without-patronymic", "Олим Рустамович Тошев"), "Олим Тошев");
  EXPECT_EQ(vary("words-without-particle", "Salim bin Nader"), "Salim Nader");
  EXPECT_EQ(vary("words-without-title", "Haji Salim Kuhi"), "Salim Kuhi");
  EXPECT_EQ(vary("words-without-title", "Haji Salim"), "- too few words");
  EXPECT_EQ(vary("words-without-title", "Salim Kuhi"), "- no title");
}

TEST(WordChanges, JoinAndSplit) {
  EXPECT_EQ(all_varied("words-joined", "Abd al Rahman"), (Names{"Abdal Rahman", "Abd alRahman"}));
  EXPECT_EQ(vary("words-all-joined", "Abd al Rahman"), "AbdalRahman");
  EXPECT_EQ(all_varied("words-split", "Ali Rustamov"),
            (Names{"Ali Rus tamov", "Ali Rust amov", "Ali Rusta mov"}));
  EXPECT_EQ(vary("words-split", "Ali Rusta"), "- no word of six letters");
}

TEST(WordChanges, WriteInitials) {
  EXPECT_EQ(vary("words-initials", "KUHI, Nader Reza"), "N R KUHI");
  EXPECT_EQ(vary("words-middle-initials", "Nader Reza Kuhi"), "Nader R Kuhi");
  EXPECT_EQ(vary("words-middle-initials", "Nader Kuhi"), "- fewer than two given names");
}

TEST(WordChanges, KeepTheControlAsItIs) {
  EXPECT_EQ(vary("unchanged", "Nader Kuhi"), "Nader Kuhi");
}

}  // namespace
}  // namespace darvaza::perturb
