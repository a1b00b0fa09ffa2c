// What a publisher is told before posts refuse what was signed.
#include "releases/publish_release.h"

#include <filesystem>
#include <string>

#include <gtest/gtest.h>

#include "releases/release_test_support.h"

namespace darvaza::releases {
namespace {

namespace fs = std::filesystem;

class PublisherTest : public ReleaseTest {
 protected:
  Result<PublishReport> renew(UtcSeconds now) const { return publish_release(published(), request(now)); }
  /// root.2, by which another key signs releases.
  void replace_list_key() {
    RootRequest next{"test-list", kNow, 300 * kDay, usual_roles(keys_), {keys_.root_a, keys_.root_b}};
    next.roles[static_cast<std::size_t>(Role::list)] = {{keys_.stranger.public_key()}, 1};
    ASSERT_TRUE(publish_root(published(), next));
  }
};

TEST_F(PublisherTest, RenewsNoTimestampForAReleaseThatExpired) {
  make_root();
  publish(list_of(40));
  ASSERT_TRUE(renew(kNow + 7 * kDay - 1));
  const auto refused = renew(kNow + 7 * kDay);
  ASSERT_FALSE(refused) << "posts refuse what was confirmed";
  EXPECT_TRUE(breaks(refused.error(), rule::kExpired)) << to_string(refused.error());
  publish(list_of(40, 3), kNow + 7 * kDay);
  EXPECT_TRUE(update(kNow + 7 * kDay)) << "the next release is taken";
}

TEST_F(PublisherTest, RenewsNoTimestampForAReleaseByAKeyThatWasReplaced) {
  make_root();
  publish(list_of(40));
  replace_list_key();
  const auto refused = renew(kNow + kHour);
  ASSERT_FALSE(refused) << "posts refuse what was confirmed";
  EXPECT_TRUE(breaks(refused.error(), rule::kUnknownKey)) << to_string(refused.error());
  keys_.list = keys_.stranger;
  publish(list_of(40), kNow + kHour);
  EXPECT_TRUE(renew(kNow + 2 * kHour));
  EXPECT_TRUE(update(kNow + 2 * kHour));
}

TEST_F(PublisherTest, MakesNoVersionAnewThatPostsHaveSeen) {
  two_releases();
  const std::string second = value_of(read_bounded(published() / "timestamp", kMaxNoteBytes));
  publish(list_of(40, 5), kNow + 2 * kHour);
  ASSERT_TRUE(update(kNow + 2 * kHour));
  const auto publish_again = [&] {
    PublishRequest next = request(kNow + 3 * kHour);
    next.sources = {list_of(40, 7)};
    return publish_release(published(), next);
  };
  fs::remove(published() / "timestamp");
  const auto lost = publish_again();
  ASSERT_FALSE(lost);
  EXPECT_NE(lost.error().message.find("the timestamp is missing, and there is note.2"), std::string::npos) << lost.error().message;
  ASSERT_TRUE(replace_file(published() / "timestamp", mirror_.files.at("timestamp")));
  ASSERT_TRUE(publish_again());
  ASSERT_TRUE(replace_file(published() / "timestamp", second));
  const auto old = publish_again();
  ASSERT_FALSE(old);
  EXPECT_NE(old.error().message.find("the timestamp names version 2, and there is note.4"), std::string::npos) << old.error().message;
}

/// After a crash no post has it, after a restored timestamp all may: made anew, they would refuse it and all that follow.
TEST_F(PublisherTest, GoesOnFromAReleaseThatTheTimestampDoesNotNameYet) {
  make_root();
  publish(list_of(40));
  const std::string first = value_of(read_bounded(published() / "timestamp", kMaxNoteBytes));
  publish(list_of(40, 3), kNow + kHour);
  ASSERT_TRUE(update(kNow + kHour));
  ASSERT_TRUE(replace_file(published() / "timestamp", first));
  const auto renewed = renew(kNow + 2 * kHour);
  ASSERT_TRUE(renewed) << to_string(renewed.error());
  EXPECT_EQ(renewed->note.head.version, 2u);
  ASSERT_TRUE(replace_file(published() / "timestamp", first));
  publish(list_of(40, 5), kNow + 2 * kHour);
  EXPECT_TRUE(update(kNow + 2 * kHour));
  EXPECT_EQ(serving(), 3u);
}

TEST_F(PublisherTest, GoesOnFromTheFirstReleaseWithoutATimestamp) {
  make_root();
  publish(list_of(40));
  ASSERT_TRUE(update(kNow));
  fs::remove(published() / "timestamp");
  publish(list_of(40, 5), kNow + kHour);
  EXPECT_TRUE(update(kNow + kHour));
  EXPECT_EQ(serving(), 2u);
}

TEST_F(PublisherTest, RefusesANewerNoteThatDoesNotFollow) {
  make_root();
  publish(list_of(40));
  fs::copy_file(published() / "note.1", published() / "note.2");
  const auto refused = renew(kNow + kHour);
  ASSERT_FALSE(refused);
  EXPECT_TRUE(breaks(refused.error(), rule::kBrokenChain)) << to_string(refused.error());
}

TEST_F(PublisherTest, RefusesWhereNobodySeesWhetherThereIsANewerNote) {
  make_root();
  publish(list_of(40));
  fs::create_symlink("note.3", published() / "note.3");  // following it never ends
  const auto refused = renew(kNow + kHour);
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().code, ErrorCode::io) << to_string(refused.error());
}

/// A note that no post takes is none.
TEST_F(PublisherTest, HalfANoteIsWrittenOver) {
  make_root();
  ASSERT_TRUE(write_new(published() / "note.1", "half of a note"));
  publish(list_of(40));
  ASSERT_TRUE(write_new(published() / "note.2", "half of a note"));
  publish(list_of(40, 3), kNow + kHour);
  EXPECT_TRUE(update());
}

}  // namespace
}  // namespace darvaza::releases
