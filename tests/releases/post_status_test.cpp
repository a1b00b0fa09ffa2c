// What an operator is told of a post, and how a post whose files are damaged is mended.
#include "releases/post_status.h"

#include <filesystem>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "darvaza/screener.h"
#include "releases/release_test_support.h"

namespace darvaza::releases {
namespace {

class OperatedPost : public ReleaseTest {
 protected:
  void one_release() {
    make_root();
    publish(list_of(40));
    ASSERT_TRUE(update());
  }

  fs::path current() const { return post_.directory() / "current"; }

  /// Two bytes in the middle of a file of what serves: a bad disk.
  void damage(const std::string& file) const {
    std::string bytes = value_of(read_bounded(current() / file, 1 << 24));
    bytes[bytes.size() / 2] = static_cast<char>(bytes[bytes.size() / 2] ^ 0x55);
    bytes[bytes.size() / 2 + 1] = static_cast<char>(bytes[bytes.size() / 2 + 1] ^ 0x55);
    ASSERT_TRUE(replace_file(fs::canonical(current()) / file, bytes));
  }

  std::vector<ListMark> marks(UtcSeconds now = kNow + 2 * kHour) const {
    return value_of(post_status(post_, now)).marks;
  }
};

TEST_F(OperatedPost, IsCurrentUnderARootThatIsTold) {
  one_release();
  const PostStatus status = value_of(post_status(post_, kNow + 2 * kHour));
  EXPECT_TRUE(status.marks.empty());
  EXPECT_EQ(status.damage, "");
  ASSERT_TRUE(status.root);
  EXPECT_EQ(status.root->version, 1u);
  EXPECT_EQ(status.root->expires, kNow + 299 * kDay);
}

TEST_F(OperatedPost, WithADamagedFileSaysSoAndIsMendedByAnUpdate) {
  one_release();
  const std::uint64_t notes = value_of(update()).fetched_bytes;
  const std::uint64_t snapshot = mirror_.files.at("snapshot.1.zst").size();
  for (const std::string file : {"index.dvz", "snapshot"}) {
    damage(file);
    const PostStatus status = value_of(post_status(post_, kNow + 2 * kHour));
    EXPECT_EQ(status.marks, std::vector{ListMark::damaged}) << file;
    EXPECT_NE(status.damage.find(file), std::string::npos) << status.damage;
    const UpdateReport done = value_of(update());
    EXPECT_TRUE(done.mended);
    EXPECT_FALSE(done.installed);
    EXPECT_EQ(done.fetched_bytes, file == "snapshot" ? notes + snapshot : notes)
        << "what is whole is not fetched again";
    EXPECT_NE(done.remark.find(file), std::string::npos) << done.remark;
    EXPECT_EQ(marks(), std::vector<ListMark>{});
    EXPECT_TRUE(Screener::open(current()));
    EXPECT_TRUE(check_rollback(post_, kNow + 2 * kHour));
    EXPECT_FALSE(value_of(update()).mended) << "once";
  }
  publish(list_of(40, 3), kNow + kHour);
  EXPECT_EQ(value_of(update()).changes.changed, 1u);
  EXPECT_EQ(serving(), 2u);
}

TEST_F(OperatedPost, WithADamagedNoteIsMendedByAnUpdate) {
  one_release();
  const std::string note = value_of(read_bounded(current() / "note", kMaxNoteBytes));
  const std::size_t owner = note.find("owner: UTO");
  ASSERT_TRUE(replace_file(fs::canonical(current()) / "note",
                           std::string(note).replace(owner, 10, "owner: UTX")));
  EXPECT_EQ(marks(), std::vector{ListMark::damaged}) << "another note than the one that was seen";
  EXPECT_TRUE(value_of(update()).mended);
  ASSERT_TRUE(replace_file(fs::canonical(current()) / "note", "nothing that could be read"));
  EXPECT_FALSE(post_status(post_, kNow + 2 * kHour));
  EXPECT_TRUE(value_of(update()).installed) << "as of a post that has nothing";
  EXPECT_EQ(marks(), std::vector<ListMark>{});
}

TEST_F(OperatedPost, BehindChangesIsMendedWithAWholeIndex) {
  make_root();
  publish(list_of(40));
  ASSERT_TRUE(update_by_changes(post_));
  publish(list_of(40, 3), kNow + kHour);
  ASSERT_EQ(value_of(update_by_changes(post_)).base, 1u);
  damage("base.dvz");
  EXPECT_EQ(marks(), std::vector{ListMark::damaged});
  EXPECT_TRUE(value_of(update_by_changes(post_)).mended);
  EXPECT_EQ(marks(), std::vector<ListMark>{});
  EXPECT_TRUE(value_of(post_.current())->is_whole());
}

TEST_F(OperatedPost, UnderARootThatExpiresIsWarnedForSixtyDaysAndThenMarked) {
  one_release();
  const NoteHead root = *value_of(post_status(post_, kNow)).root;
  const UtcSeconds expires = kNow + 299 * kDay;
  EXPECT_EQ(root_warning(root, expires - 61 * kDay), "");
  EXPECT_EQ(root_warning(root, expires - 41 * kDay),
            "root 1 of test-list expires 2027-07-17T14:13:20Z, in 41 days: nothing new is "
            "installed or published from then on; make its "
            "successor before, with 'darvaza lists root'");
  EXPECT_EQ(root_warning(root, expires),
            "root 1 of test-list expired 2027-07-17T14:13:20Z: nothing new is installed or "
            "published until 'darvaza lists root' made its "
            "successor");
  EXPECT_EQ(marks(expires - 1), (std::vector{ListMark::stale, ListMark::unconfirmed}));
  EXPECT_EQ(marks(expires),
            (std::vector{ListMark::stale, ListMark::unconfirmed, ListMark::root_expired}));
}

TEST_F(OperatedPost, NothingIsSignedUnderAnExpiredRoot) {
  one_release();
  const UtcSeconds late = kNow + 300 * kDay;
  PublishRequest next = request(late);
  const auto timestamp = publish_release(published(), next);
  ASSERT_FALSE(timestamp);
  EXPECT_TRUE(breaks(timestamp.error(), rule::kExpired)) << to_string(timestamp.error());
  next.sources = {list_of(40, 3)};
  const auto release = publish_release(published(), next);
  ASSERT_FALSE(release);
  EXPECT_TRUE(breaks(release.error(), rule::kExpired));
  RootRequest root{"test-list", late, 300 * kDay, usual_roles(keys_), {keys_.root_a, keys_.root_b}};
  ASSERT_TRUE(publish_root(published(), root));
  EXPECT_TRUE(publish_release(published(), next)) << "a successor, a week too late";
  load_mirror();
  EXPECT_EQ(value_of(update(late)).version, 2u);
}

/// The way out of docs/list-releases.md, "When a clock was wrong".
TEST_F(OperatedPost, AfterAClockThatRanAheadANewPostTakesTheNextRelease) {
  one_release();
  const UtcSeconds ahead = kNow + 8 * kDay, right = kNow + 3 * kHour;
  publish(list_of(40, 3), ahead);
  ASSERT_TRUE(update(ahead));
  PublishRequest next = request(right);
  next.sources = {list_of(40, 4)};
  const PublishReport told = value_of(publish_release(published(), next));
  EXPECT_NE(told.remark.find("version 2 was issued 2026-09-29T"), std::string::npos) << told.remark;
  load_mirror();
  expect_refused(rule::kClockSuspect, right);
  EXPECT_EQ(marks(right), std::vector{ListMark::clock_suspect});
  const fs::path beside = directory_.path() / "post.new",
                 put_away = directory_.path() / "post.wrong-clock";
  UpdateOptions options;
  options.now = right;
  options.root_file = post_.directory() / "root";
  EXPECT_EQ(value_of(update_post(Post(beside), mirror_, options)).version, 3u);
  fs::rename(post_.directory(), put_away);
  fs::rename(beside, post_.directory());
  EXPECT_EQ(marks(right), std::vector<ListMark>{});
  publish(list_of(40, 5), right + kHour);
  EXPECT_EQ(value_of(update(right + kHour)).version, 4u);
}

}  // namespace
}  // namespace darvaza::releases
