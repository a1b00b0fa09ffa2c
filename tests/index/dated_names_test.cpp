#include "index/dated_names.h"

#include <vector>

#include <gtest/gtest.h>

namespace darvaza::index {
namespace {

std::vector<NameId> born_on(const DatedNames& dated, int year, int month, int day) {
  const std::size_t list = dated_list(year_code(year), day_code(month, day));
  return {dated.names.begin() + dated.begin[list], dated.names.begin() + dated.begin[list + 1]};
}

TEST(DatedNames, AreFiledUnderEveryFullDateOfTheirEntryOnce) {
  DatedNamesBuilder builder;
  const BirthDate one[] = {BirthDate::on({1971, 3, 2})};
  const BirthDate several[] = {BirthDate::on({1971, 3, 2}), BirthDate::on({1972, 0, 0}), BirthDate::on({1973, 5, 6}), BirthDate::on({1971, 3, 2}, true)};
  const BirthDate range[] = {{{1980, 1, 31}, {1981, 2, 28}, false}};
  builder.add(0, one, 7);
  builder.add(1, several, kAnyState);
  builder.add(2, {}, 3);
  builder.add(3, range, kNoState);
  const DatedNames dated = builder.finish(1);
  EXPECT_EQ(born_on(dated, 1971, 3, 2), (std::vector<NameId>{0, 1}));
  EXPECT_EQ(born_on(dated, 1973, 5, 6), (std::vector<NameId>{1}));
  EXPECT_EQ(born_on(dated, 1980, 1, 31), (std::vector<NameId>{3}));
  EXPECT_EQ(born_on(dated, 1981, 2, 28), (std::vector<NameId>{3}));
  EXPECT_EQ(born_on(dated, 1974, 3, 2), std::vector<NameId>{});
  EXPECT_EQ(dated.names.size(), 5u);
  const std::size_t first = dated.begin[dated_list(year_code(1971), day_code(3, 2))];
  EXPECT_EQ(dated.states[first], 7);
  EXPECT_EQ(dated.states[first + 1], kAnyState);
}

TEST(DatedNames, DatesKnownInPartAndYearsBeyondTheTableAreNotFiled) {
  DatedNamesBuilder builder;
  const BirthDate dates[] = {BirthDate::on({1971, 3, 0}), BirthDate::on({1971, 0, 0}), BirthDate::on({1361, 5, 2}), BirthDate::on({2199, 5, 2}), BirthDate{}};
  builder.add(0, dates, 1);
  EXPECT_TRUE(builder.finish(1).names.empty());
}

TEST(DatedNames, OfNobodyAreEmptyLists) {
  const DatedNames dated = DatedNamesBuilder().finish(1);
  ASSERT_EQ(dated.begin.size(), kDatedLists + 1);
  EXPECT_EQ(dated.begin.back(), 0u);
}

TEST(DatedNames, AscendWithinAListHoweverManyThreads) {
  DatedNames answers[2];
  for (unsigned i = 0; i < 2; ++i) {
    DatedNamesBuilder builder;
    for (NameId name = 0; name < 150'000; ++name) {
      const BirthDate date = BirthDate::on({static_cast<std::int16_t>(1950 + name % 7), static_cast<std::uint8_t>(1 + name % 12), static_cast<std::uint8_t>(1 + name % 28)});
      builder.add(name, {&date, 1}, static_cast<StateNumber>(name));
    }
    answers[i] = builder.finish(1 + 2 * i);
  }
  EXPECT_EQ(answers[0].begin, answers[1].begin);
  EXPECT_EQ(answers[0].names, answers[1].names);
  EXPECT_EQ(answers[0].states, answers[1].states);
  for (std::size_t list = 0; list < kDatedLists; ++list) {
    for (std::uint32_t at = answers[0].begin[list] + 1; at < answers[0].begin[list + 1]; ++at) ASSERT_LT(answers[0].names[at - 1], answers[0].names[at]);
  }
}

}  // namespace
}  // namespace darvaza::index
