#include <gtest/gtest.h>

#include "eval/perturb/vary.h"

namespace darvaza::perturb {
namespace {

using Names = std::set<std::string>;

TEST(TypingSlips, HitANeighbouringKey) {
  // Around o: i, p, k, l; around s: a, d, w, e, z, x. The first letter and short words stay.
  EXPECT_EQ(all_varied("typing-qwerty", "bo 1os3"),
            (Names{"bo 1is3", "bo 1ps3", "bo 1ks3", "bo 1ls3", "bo 1oa3", "bo 1od3", "bo 1ow3",
                   "bo 1oe3", "bo 1oz3", "bo 1ox3"}));
}

TEST(TypingSlips, KeepCapitals) {
  EXPECT_TRUE(all_varied("typing-jcuken", "ПАВЕЛ").contains("ПКВЕЛ"));
}

TEST(TypingSlips, LeaveOutDoubleAndExchange) {
  EXPECT_EQ(all_varied("typing-omitted", "Olim"), (Names{"Oim", "Olm", "Oli"}));
  EXPECT_EQ(all_varied("typing-doubled", "Olim"), (Names{"Ollim", "Oliim", "Olimm"}));
  EXPECT_EQ(all_varied("typing-swapped", "Olim"), (Names{"Oilm", "Olmi"}));
}

TEST(TypingSlips, OfTheFirstLetterAreKindsOfTheirOwn) {
  EXPECT_EQ(all_varied("typing-omitted-first", "Olim"), Names{"Lim"});
  EXPECT_EQ(all_varied("typing-doubled-first", "OLIM"), Names{"OOLIM"});
  EXPECT_EQ(all_varied("typing-swapped-first", "Daryagozar"), Names{"Adryagozar"});
  EXPECT_EQ(all_varied("typing-qwerty-first", "Olim"), (Names{"Ilim", "Plim", "Klim", "Llim"}));
  EXPECT_EQ(all_varied("typing-added-first", "Olim"), (Names{"Iolim", "Polim", "Kolim", "Lolim"}));
  EXPECT_EQ(vary("typing-swapped-first", "Aaliyev"), "- no letters that it could change");
}

TEST(TypingSlips, SayWhyTheyDoNotApply) {
  EXPECT_EQ(vary("typing-qwerty", "Павел"), "- another script");
  EXPECT_EQ(vary("typing-omitted", "Ali Oz"), "- no letters that it could change");
}

}  // namespace
}  // namespace darvaza::perturb
