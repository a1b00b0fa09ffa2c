#include "eval/perturb/subject.h"

#include <gtest/gtest.h>

namespace darvaza::perturb {
namespace {

TEST(PerturbSubject, PutsTheSurnameLast) {
  const Subject subject = subject_of("DARYAGOZAR KUHI, Nader  Reza", {});
  EXPECT_EQ(name_of(subject), "Nader Reza DARYAGOZAR KUHI");
  EXPECT_EQ(subject.surname_words, 2U);
}

TEST(PerturbSubject, TakesTheLastWordForTheSurnameWhereNobodySays) {
  EXPECT_EQ(subject_of("نازنین چراغبانی", {}).surname_words, 1U);
  EXPECT_EQ(name_of(subject_of("نازنین چراغبانی", {})), "نازنین چراغبانی");
}

TEST(PerturbSubject, HoldsForNamesWithoutWords) {
  EXPECT_EQ(subject_of(" , ", {}).words.size(), 0U);
  EXPECT_EQ(subject_of("", {}).surname_words, 0U);
  EXPECT_EQ(subject_of("Sangin,", {}).surname_words, 1U);
}

}  // namespace
}  // namespace darvaza::perturb
