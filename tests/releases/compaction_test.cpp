// One index takes the place of base and changes while both serve.
#include "releases/compaction.h"

#include <string>

#include <gtest/gtest.h>

#include "darvaza/screener.h"
#include "releases/generation_index.h"
#include "releases/post_status.h"
#include "releases/release_test_support.h"

namespace darvaza::releases {
namespace {

class Compaction : public ReleaseTest {
 protected:
  /// Release 1 whole, release 2 behind it.
  void SetUp() override {
    two_releases();
    ASSERT_EQ(value_of(update_by_changes(post_)).base, 1u);
  }
  Generation current() const { return *value_of(post_.current()); }
  std::string bytes_of(const fs::path& file) const { return value_of(read_bounded(file, 1 << 26)); }
  /// What an update makes that was told to make a whole index.
  std::string whole_index() {
    const Post other(directory_.path() / "other");
    UpdateOptions options;
    options.now = kNow + 2 * kHour;
    options.root_file = published() / "root.1";
    options.whole_index = true;
    EXPECT_TRUE(update_post(other, mirror_, options));
    return bytes_of(other.directory() / "current/index.dvz");
  }
};

TEST_F(Compaction, MakesTheIndexThatAnUpdateWouldHaveMadeWhole) {
  const CompactionReport done = value_of(compact_post(post_));
  EXPECT_TRUE(done.done);
  EXPECT_EQ(done.version, 2u);
  EXPECT_EQ(done.serving, 2u);
  EXPECT_TRUE(current().is_whole());
  EXPECT_EQ(current().directory.filename(), "2.1");
  EXPECT_TRUE(bytes_of(current().directory / "index.dvz") == whole_index()) << "to the byte";
  EXPECT_TRUE(check_rollback(post_, kNow + 2 * kHour));
  EXPECT_TRUE(fs::exists(post_.generation_directory(2) / "changes.dvz"))
      << "somebody may be about to open it";
  EXPECT_FALSE(value_of(compact_post(post_)).done) << "there is nothing more to do";
}

TEST_F(Compaction, IsTheBaseOfWhatComesAfter) {
  ASSERT_TRUE(compact_post(post_));
  publish(list_of(40, 5), kNow + 3 * kHour);
  EXPECT_EQ(value_of(update_by_changes(post_, kNow + 4 * kHour)).base, 2u);
  EXPECT_EQ(current().directory.filename(), "3");
  EXPECT_EQ(value_of(post_status(post_, kNow + 4 * kHour)).before, 2u);
}

TEST_F(Compaction, LetsAnUpdateComeBetweenAndPutsItsChangesBehindTheNewIndex) {
  publish(list_of(39, 5), kNow + 3 * kHour);
  const CompactionReport done = value_of(compact_post(
      post_, [&] { EXPECT_EQ(value_of(update_by_changes(post_, kNow + 4 * kHour)).base, 1u); }));
  EXPECT_TRUE(done.done);
  EXPECT_EQ(done.version, 2u);
  EXPECT_EQ(done.serving, 3u);
  EXPECT_EQ(done.changed, 3u) << "3 and 5 have other names, 39 is gone";
  EXPECT_EQ(current().directory.filename(), "3.1");
  const BaseIndex base = value_of(base_of(current()));
  EXPECT_EQ(base.version, 2u);
  EXPECT_EQ(base.changed, 3u);
  EXPECT_TRUE(check_rollback(post_, kNow + 4 * kHour));
}

TEST_F(Compaction, GivesWayToAnUpdateThatMadeAWholeIndexMeanwhile) {
  publish(list_of(40, 5), kNow + 3 * kHour);
  const CompactionReport done =
      value_of(compact_post(post_, [&] { EXPECT_TRUE(update(kNow + 4 * kHour)); }));
  EXPECT_FALSE(done.done);
  EXPECT_EQ(current().directory.filename(), "3");
}

TEST_F(Compaction, NeverPutsAnOlderListInThePlaceOfANewerOne) {
  const auto done =
      compact_post(post_, [&] { ASSERT_TRUE(post_.commit(post_.generation_directory(1))); });
  ASSERT_FALSE(done);
  EXPECT_EQ(done.error().code, ErrorCode::input_refused);
  EXPECT_EQ(serving(), 1u);
}

TEST_F(Compaction, RefusesASnapshotThatWasDamaged) {
  const fs::path snapshot = current().directory / "snapshot";
  std::string bytes = bytes_of(snapshot);
  bytes[bytes.size() / 2] = static_cast<char>(bytes[bytes.size() / 2] ^ 1);
  ASSERT_TRUE(replace_file(snapshot, bytes));
  const auto done = compact_post(post_);
  ASSERT_FALSE(done);
  EXPECT_TRUE(breaks(done.error(), rule::kWrongDigest));
  EXPECT_EQ(current().directory.filename(), "2");
  EXPECT_FALSE(fs::exists(post_.compaction_directory()));
}

TEST_F(Compaction, IsOneAtATimeAndTidiedUpAfterWhenItWasKilled) {
  {
    const auto lock = FileLock::take(post_.compaction_lock_file());
    ASSERT_TRUE(lock);
    fs::create_directories(post_.compaction_directory());
    const auto done = compact_post(post_);
    ASSERT_FALSE(done);
    EXPECT_EQ(done.error().code, ErrorCode::io);
    post_.tidy();
    EXPECT_TRUE(fs::exists(post_.compaction_directory())) << "one is at work";
  }
  post_.tidy();
  EXPECT_FALSE(fs::exists(post_.compaction_directory()));
}

TEST_F(Compaction, IsDueWhenMoreChangedThanIsWanted) {
  EXPECT_FALSE(value_of(compaction_due(post_, 1)));
  EXPECT_TRUE(value_of(compaction_due(post_, 0)));
  fs::remove(current().directory / "base");
  EXPECT_TRUE(value_of(compaction_due(post_, 1'000'000))) << "nobody knows how many those are";
  ASSERT_TRUE(compact_post(post_));
  EXPECT_FALSE(value_of(compaction_due(post_, 0)));
  EXPECT_EQ(compaction_due(Post(directory_.path() / "none"), 0).error().code,
            ErrorCode::input_missing);
}

}  // namespace
}  // namespace darvaza::releases
