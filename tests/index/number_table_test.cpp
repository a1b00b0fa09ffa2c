#include "index/number_table.h"

#include <cstdint>
#include <string>
#include <vector>

#include <gtest/gtest.h>

namespace darvaza::index {
namespace {

/// Numbers texts, with a hash that has so few values that most texts share theirs.
class Numbered {
 public:
  explicit Numbered(std::uint32_t hashes) : hashes_(hashes) {}
  std::uint32_t number_of(const std::string& text) {
    const auto next = static_cast<std::uint32_t>(texts_.size());
    const std::uint32_t hash = hash_of(std::as_bytes(std::span(text))) % hashes_;
    const std::uint32_t number =
        table_.find_or_add(hash, next, [&](std::uint32_t known) { return texts_[known] == text; });
    if (number == next) texts_.push_back(text);
    return number;
  }

 private:
  std::uint32_t hashes_;
  std::vector<std::string> texts_;
  NumberTable table_;
};

TEST(NumberTable, NumbersThingsInTheOrderInWhichTheyAreMet) {
  Numbered numbered(0xffff'ffff);
  EXPECT_EQ(numbered.number_of("Nader"), 0u);
  EXPECT_EQ(numbered.number_of(""), 1u);
  EXPECT_EQ(numbered.number_of("Nader"), 0u);
  EXPECT_EQ(numbered.number_of("Behruz"), 2u);
  EXPECT_EQ(numbered.number_of(""), 1u);
}

TEST(NumberTable, TellsThingsOfTheSameHashApartAndKeepsNumbersWhenItGrows) {
  for (const std::uint32_t hashes : {1u, 50u, 0xffff'ffffu}) {
    Numbered numbered(hashes);
    for (int twice = 0; twice < 2; ++twice) {
      for (std::uint32_t i = 0; i < 3000; ++i) {
        ASSERT_EQ(numbered.number_of(std::to_string(i)), i) << hashes;
      }
    }
  }
}

}  // namespace
}  // namespace darvaza::index
