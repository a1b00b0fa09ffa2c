#include "releases/held_records.h"

#include <sys/stat.h>

#include "releases/release_test_support.h"

namespace darvaza::releases {
namespace {

/// "7/snapshot" or "snapshot.7.zst", in the order of finding.
std::vector<std::string> places(const std::vector<HeldRecord>& held) {
  std::vector<std::string> names;
  for (const HeldRecord& one : held) {
    const auto parent = one.file.parent_path().filename().string();
    const bool of_mirror = one.file.filename().string().ends_with(".zst");
    names.push_back((of_mirror ? "" : parent + '/') + one.file.filename().string() + (one.serves ? " serves" : ""));
  }
  return names;
}

using Names = std::vector<std::string>;

class HeldRecordsTest : public ReleaseTest {
 protected:
  /// Release 1 with 40 people; release 2 without the last of them, TX-139, and with another name for TX-103.
  void SetUp() override {
    make_root();
    publish(list_of(40));
    ASSERT_TRUE(update());
    std::filesystem::copy(post_.directory(), behind_.directory(), std::filesystem::copy_options::recursive | std::filesystem::copy_options::copy_symlinks);
    publish(list_of(39, 3), kNow + kHour);
    ASSERT_TRUE(update());
  }

  Post behind_{directory_.path() / "behind"};  ///< has release 1 and never saw the second
};

TEST_F(HeldRecordsTest, ARecordThatWasWithdrawnIsShownWhereverItStillIs) {
  EXPECT_EQ(places(value_of(find_in_post(post_, "TX-139"))), (Names{"1/snapshot", "1/index.dvz"}));
  EXPECT_EQ(places(value_of(find_in_mirror(published(), "TX-139"))), (Names{"snapshot.1.zst", "delta.2.zst"}));
  EXPECT_EQ(places(value_of(find_in_post(post_, "TX-110"))), (Names{"1/snapshot", "1/index.dvz", "2/snapshot serves", "2/index.dvz serves"}));
  EXPECT_TRUE(value_of(find_in_post(post_, "TX-1")).empty()) << "the beginning of an identifier is another";
  const auto held = value_of(find_in_post(post_, "TX-139"));
  EXPECT_EQ(held[0].list, "test-list");
  EXPECT_EQ(held[0].owner, "UTO");
  EXPECT_EQ(held[0].issued, kNow);
  EXPECT_EQ(held[0].line.substr(0, 28), "person\tid=TX-139\tname=Oldnam");
}

TEST_F(HeldRecordsTest, HistorySaysInWhichReleaseWhatBecameOfIt) {
  const auto changed = value_of(history_in_mirror(published(), "TX-103"));
  ASSERT_EQ(changed.size(), 2u);
  EXPECT_EQ(changed[0].version, 1u);
  EXPECT_EQ(changed[0].change.kind, RecordChange::Kind::added);
  EXPECT_EQ(changed[1].version, 2u);
  EXPECT_EQ(changed[1].issued, kNow + kHour);
  ASSERT_EQ(changed[1].change.fields.size(), 1u);
  EXPECT_EQ(changed[1].change.fields[0].field, "name");
  const auto withdrawn = value_of(history_in_mirror(published(), "TX-139"));
  ASSERT_EQ(withdrawn.size(), 2u);
  EXPECT_EQ(withdrawn[1].change.kind, RecordChange::Kind::removed);
}

TEST_F(HeldRecordsTest, AfterTheSetTimeAWithdrawnRecordIsGoneFromThePostAndTheListServes) {
  struct stat status {};
  ASSERT_EQ(::stat((post_.directory() / "current/note").c_str(), &status), 0);
  const UtcSeconds since = status.st_mtime;
  EXPECT_TRUE(value_of(forget_in_post(post_, since + 7 * kDay - 1, 7 * kDay)).empty());
  EXPECT_EQ(places(value_of(find_in_post(post_, "TX-139"))).size(), 2u);
  EXPECT_EQ(value_of(forget_in_post(post_, since + 7 * kDay, 7 * kDay)), std::vector{post_.generation_directory(1)});
  EXPECT_TRUE(value_of(find_in_post(post_, "TX-139")).empty());
  EXPECT_EQ(serving(), 2u);
  publish(list_of(39, 5), kNow + 2 * kHour);
  EXPECT_TRUE(update(kNow + 3 * kHour)) << "the next update needs nothing that was forgotten";
}

TEST_F(HeldRecordsTest, ARecordThatWasWithdrawnIsInTheBaseUntilThatIsOld) {
  ASSERT_TRUE(update_by_changes(behind_));
  EXPECT_EQ(places(value_of(find_in_post(behind_, "TX-139"))),
            (Names{"1/snapshot", "1/index.dvz", "2/base-snapshot", "2/base.dvz",
                   "2/changes.dvz serves"}));
  struct stat status {};
  ASSERT_EQ(::stat((behind_.directory() / "current/note").c_str(), &status), 0);
  EXPECT_TRUE(value_of(forget_in_post(behind_, kNow + 7 * kDay - 1, 7 * kDay)).empty());
  EXPECT_FALSE(value_of(behind_.current())->is_whole());
  const UtcSeconds later = std::max(UtcSeconds{status.st_mtime}, kNow) + 7 * kDay;
  EXPECT_EQ(value_of(forget_in_post(behind_, later, 7 * kDay)).size(), 2u)
      << "release 1, and release 2 behind it";
  EXPECT_TRUE(value_of(find_in_post(behind_, "TX-139")).empty());
  EXPECT_EQ(places(value_of(find_in_post(behind_, "TX-110"))),
            (Names{"2.1/snapshot serves", "2.1/index.dvz serves"}));
}

TEST_F(HeldRecordsTest, AfterTheSetTimeAWithdrawnRecordIsGoneFromTheMirrorAndPostsFarBehindCatchUp) {
  EXPECT_TRUE(value_of(forget_in_mirror(published(), kNow + kHour + 7 * kDay - 1, 7 * kDay)).empty());
  const auto gone = value_of(forget_in_mirror(published(), kNow + kHour + 7 * kDay, 7 * kDay));
  EXPECT_EQ(gone, (std::vector{published() / "snapshot.1.zst", published() / "delta.2.zst"}));
  EXPECT_TRUE(value_of(find_in_mirror(published(), "TX-139")).empty());
  publish(list_of(39, 5), kNow + 2 * kHour);
  const auto done = update_by_changes(behind_, kNow + 3 * kHour);
  ASSERT_TRUE(done) << to_string(done.error());
  EXPECT_EQ(done->before, 1u);
  EXPECT_EQ(done->version, 3u);
  EXPECT_FALSE(done->by_deltas);
}

}  // namespace
}  // namespace darvaza::releases
