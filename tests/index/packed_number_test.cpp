// Numbers as integers: each has one, and comes back from it.
#include "index/packed_number.h"

#include <random>
#include <set>
#include <string>

#include <gtest/gtest.h>

namespace darvaza::index {
namespace {

std::string there_and_back(std::string_view number) {
  const auto code = pack_number(number);
  if (!code) return "not packed";
  EXPECT_LT(*code, kPackedNumbers) << number;
  char room[documents::kLongestNumber];
  return std::string(unpack_number(*code, room));
}

TEST(PackedNumber, UpToNineLettersAndDigitsComeBack) {
  for (const char* number : {"0", "A", "Z", "00", "000000000", "ZZZZZZZZZ", "AB1234567",
                             "L898902C3", "9", "A0", "0A0"}) {
    EXPECT_EQ(there_and_back(number), number);
  }
}

TEST(PackedNumber, TenToFourteenDigitsComeBack) {
  for (const char* number : {"0000000000", "9999999999", "17291716060", "901123300258",
                             "3420108912318", "00000000000000", "99999999999999"}) {
    EXPECT_EQ(there_and_back(number), number);
  }
}

TEST(PackedNumber, OtherNumbersHaveNoCode) {
  for (const char* number : {"", "A123456789", "123456789012345", "AB12345678901234567890"})
    EXPECT_FALSE(pack_number(number)) << number;
}

TEST(PackedNumber, DifferentNumbersHaveDifferentCodes) {
  std::mt19937 random(7);
  constexpr std::string_view kCharacters = "01AZ9";
  std::set<std::string> numbers;
  std::set<std::uint64_t> codes;
  for (int i = 0; i < 20'000; ++i) {
    std::string number;
    for (std::size_t size = 1 + random() % 9; size > 0; --size)
      number += kCharacters[random() % kCharacters.size()];
    EXPECT_EQ(there_and_back(number), number);
    numbers.insert(number);
    codes.insert(*pack_number(number));
  }
  EXPECT_EQ(codes.size(), numbers.size());
}

TEST(PackedNumber, AnyCodeGivesALetterOrDigitNumberInsideTheRoom) {
  std::mt19937_64 random(8);
  for (int i = 0; i < 20'000; ++i) {
    char room[documents::kLongestNumber];
    const std::string_view number = unpack_number(random() % (std::uint64_t{1} << 48), room);
    EXPECT_LE(number.size(), 14u);
    EXPECT_EQ(number.find_first_not_of("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"),
              std::string_view::npos)
        << number;
  }
}

}  // namespace
}  // namespace darvaza::index
