#include "text/input_file.h"

#include <filesystem>

#include <gtest/gtest.h>

#include "temporary_directory.h"

namespace darvaza::text {
namespace {

namespace fs = std::filesystem;

TEST(InputFile, AKeyThatEverybodyMayReadIsRefused) {
  const test::TemporaryDirectory directory;
  const fs::path key = directory.file("a.key", "0123");
  for (const auto& [mode, is_kept] : {std::pair{0400, true}, {0600, true}, {0640, true}, {0644, false}, {0404, false}}) {
    fs::permissions(key, static_cast<fs::perms>(mode));
    const auto kept = check_secrecy(key);
    EXPECT_EQ(kept.has_value(), is_kept) << mode;
    EXPECT_TRUE(kept || kept.error().code == ErrorCode::input_refused) << mode;
  }
  const auto none = check_secrecy(directory.path() / "none.key");
  ASSERT_FALSE(none);
  EXPECT_EQ(none.error().code, ErrorCode::input_missing);
}

}  // namespace
}  // namespace darvaza::text
