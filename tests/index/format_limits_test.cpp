#include "index/format_limits.h"

#include <gtest/gtest.h>

namespace darvaza::index {
namespace {

constexpr std::uint64_t k32Bits = 0xffff'ffff;
/// All that one index can hold.
constexpr Volume kFull{.names = 134'217'728,
                       .name_tokens = 1'073'741'823,
                       .tokens = 16'777'214,
                       .largest_table = k32Bits,
                       .documents = k32Bits,
                       .facts = k32Bits,
                       .text_bytes = k32Bits};

TEST(FormatLimits, AnIndexMayBeFull) { EXPECT_EQ(beyond_limits(kFull), ""); }

TEST(FormatLimits, OneMoreOfAnythingIsSaidToBeTooMuch) {
  constexpr std::uint64_t Volume::*kCounts[] = {
      &Volume::names,     &Volume::name_tokens, &Volume::tokens,    &Volume::largest_table,
      &Volume::documents, &Volume::facts,       &Volume::text_bytes};
  for (const auto count : kCounts) {
    Volume volume = kFull;
    ++(volume.*count);
    EXPECT_NE(beyond_limits(volume), "") << volume.*count;
  }
}

TEST(FormatLimits, TheMessageSaysHowManyOfWhat) {
  const std::string text = beyond_limits({.names = 300'000'000});
  EXPECT_NE(text.find("300000000 names"), std::string::npos) << text;
  EXPECT_NE(text.find("134217728"), std::string::npos) << text;
}

}  // namespace
}  // namespace darvaza::index
