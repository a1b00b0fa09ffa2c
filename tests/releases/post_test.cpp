// What a post keeps and forgets, and what it notices about itself.
#include "releases/post.h"

#include <filesystem>

#include <gtest/gtest.h>

#include "releases/post_status.h"
#include "releases/release_test_support.h"

namespace darvaza::releases {
namespace {

using PostKeeps = ReleaseTest;

TEST_F(PostKeeps, TwoGenerations) {
  two_releases();
  ASSERT_TRUE(update());
  publish(list_of(40, 5), kNow + 90 * 60);
  ASSERT_TRUE(update());
  EXPECT_TRUE(fs::exists(post_.generation_directory(3)));
  EXPECT_TRUE(fs::exists(post_.generation_directory(2)));
  EXPECT_FALSE(fs::exists(post_.generation_directory(1)));
  EXPECT_EQ(value_of(post_status(post_, kNow + 2 * kHour)).before, 2U);
}
TEST_F(PostKeeps, NothingThatACrashLeftBehind) {
  two_releases();
  fs::create_directories(post_.generation_directory(2));
  fs::create_directories(post_.directory() / "generations/.2.new");
  ASSERT_TRUE(update());
  EXPECT_EQ(serving(), 2U);
  EXPECT_FALSE(fs::exists(post_.directory() / "generations/.2.new"));
}
TEST_F(PostKeeps, WhatServesMadeOtherwiseUntilTheNextRelease) {
  two_releases();
  ASSERT_TRUE(update());
  const fs::path remade = post_.free_directory(2);
  EXPECT_EQ(remade.filename(), "2.1");
  fs::copy(post_.generation_directory(2), remade, fs::copy_options::recursive);
  post_.tidy();
  EXPECT_FALSE(fs::exists(remade)) << "it was never committed";
  fs::copy(post_.generation_directory(2), remade, fs::copy_options::recursive);
  ASSERT_TRUE(post_.commit(remade));
  post_.tidy();
  EXPECT_TRUE(fs::exists(post_.generation_directory(2))) << "somebody may be about to open it";
  EXPECT_TRUE(fs::exists(post_.generation_directory(1)));
  EXPECT_EQ(value_of(post_.generation(2)).directory, remade);
  publish(list_of(40, 5), kNow + 90 * 60);
  ASSERT_TRUE(update());
  EXPECT_FALSE(fs::exists(post_.generation_directory(2)));
  EXPECT_FALSE(fs::exists(post_.generation_directory(1)));
  EXPECT_TRUE(fs::exists(remade)) << "the version before";
}
TEST(GenerationName, IsAVersionAndHowOftenItWasMadeAnew) {
  EXPECT_EQ(parse_generation_name("12"), (GenerationName{12, 0}));
  EXPECT_EQ(parse_generation_name("12.3"), (GenerationName{12, 3}));
  EXPECT_EQ(to_string(GenerationName{12, 3}), "12.3");
  EXPECT_LT((GenerationName{9, 7}), (GenerationName{10, 0}));
  for (const char* other : {"", ".", "12.", ".3", "12.0", "012", "12.03", "12.3.4", "-1", "12x",
                            "1234567890123456789", ".12.new"})
    EXPECT_FALSE(parse_generation_name(other)) << other;
}
TEST_F(PostKeeps, WhatItHasWhenTheLinkIsLost) {
  two_releases();
  fs::remove(post_.directory() / "current");
  post_.tidy();
  EXPECT_TRUE(fs::exists(post_.generation_directory(1) / "index.dvz"));
  ASSERT_TRUE(update());
  EXPECT_EQ(serving(), 2U);
}
TEST_F(PostKeeps, OneUpdateAtATime) {
  two_releases();
  const auto lock = FileLock::take(post_.lock_file());
  ASSERT_TRUE(lock);
  const auto done = update();
  ASSERT_FALSE(done);
  EXPECT_EQ(done.error().code, ErrorCode::io);
}
TEST_F(PostKeeps, WatchOverAnOlderGenerationThatWasPutBack) {
  two_releases();
  ASSERT_TRUE(update());
  ASSERT_TRUE(check_rollback(post_, kNow + 2 * kHour));
  ASSERT_TRUE(post_.commit(post_.generation_directory(1)));
  const auto found = check_rollback(post_, kNow + 2 * kHour);
  ASSERT_FALSE(found);
  EXPECT_TRUE(breaks(found.error(), rule::kRollback));
  EXPECT_EQ(value_of(post_status(post_, kNow + 2 * kHour)).marks, std::vector{ListMark::behind});
}
TEST_F(PostKeeps, WatchOverASnapshotThatWasChanged) {
  two_releases();
  const fs::path snapshot = post_.generation_directory(1) / "snapshot";
  std::string bytes = value_of(read_bounded(snapshot, 1 << 20));
  bytes.back() = 'x';
  ASSERT_TRUE(replace_file(snapshot, bytes));
  const auto found = check_rollback(post_, kNow + 2 * kHour);
  ASSERT_FALSE(found);
  EXPECT_TRUE(breaks(found.error(), rule::kWrongDigest));
  EXPECT_TRUE(update()) << "and the next release is fetched whole";
}

}  // namespace
}  // namespace darvaza::releases
