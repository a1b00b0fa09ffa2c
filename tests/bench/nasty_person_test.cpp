#include "generate/nasty_person.h"

#include <algorithm>
#include <string>

#include <gtest/gtest.h>

namespace darvaza::generate {
namespace {

class NastyPerson : public testing::Test {
 protected:
  static constexpr std::uint64_t kSeed = 1;

  Person person(std::uint64_t number) const {
    Random random = Random::of_record(kSeed, 1, number);
    return make_nasty_person(vocabulary_, number, random);
  }
  std::string name(std::uint64_t number) const {
    Random random = Random::of_record(kSeed, 2, number);
    return write_name(person(number), random);
  }

  Vocabulary vocabulary_{kSeed};
};

TEST_F(NastyPerson, EveryTenthHasTheSameName) {
  EXPECT_EQ(name(10), name(0));
  EXPECT_EQ(name(99'990), name(0));
}

TEST_F(NastyPerson, AreAtMost10000Namesakes) {
  int same = 0;
  for (std::uint64_t number = 100'000; number < 200'000; number += 10)
    same += name(number) == name(0);
  EXPECT_LT(same, 10);
}

TEST_F(NastyPerson, OneOfAHundredHas64Words) {
  for (std::uint64_t number = 2; number < 1000; number += 100) {
    EXPECT_EQ(person(number).words.size(), 64u);
  }
}

TEST_F(NastyPerson, SomeHaveSingleLettersOnly) {
  for (const Word& word : person(12).words) EXPECT_EQ(word.in(Script::latin).size(), 1u);
}

TEST_F(NastyPerson, AThirdHoldTheCommonestWord) {
  constexpr std::uint64_t kPersons = 20'000;
  const NamePart* commonest = &common_given_names().front();
  std::uint64_t holders = 0;
  for (std::uint64_t number = 0; number < kPersons; ++number) {
    const Person made = person(number);
    holders += std::any_of(made.words.begin(), made.words.end(),
                           [&](const Word& word) { return word.parts[0] == commonest; });
  }
  const double share = static_cast<double>(holders) / kPersons;
  EXPECT_GT(share, 0.30);
  EXPECT_LT(share, 0.37);
}

}  // namespace
}  // namespace darvaza::generate
