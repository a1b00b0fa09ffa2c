// Attacks on a list between its publisher and a post, each named for what must hold. The mirror is
// the attacker's.
#include <string>

#include <gtest/gtest.h>

#include "releases/compression.h"
#include "releases/delta.h"
#include "releases/post_status.h"
#include "releases/release_test_support.h"

namespace darvaza::releases {
namespace {

using SignedList = ReleaseTest;

TEST_F(SignedList, GenuineReleasesAreInstalledOneAfterTheOther) {
  two_releases();
  const auto done = update();
  ASSERT_TRUE(done) << to_string(done.error());
  EXPECT_TRUE(done->installed);
  EXPECT_TRUE(done->by_deltas);
  EXPECT_EQ(done->changes.changed, 1U);
  EXPECT_EQ(serving(), 2U);
  const auto again = update();
  ASSERT_TRUE(again);
  EXPECT_FALSE(again->installed);
}

// Rollback, freeze, replay.

TEST_F(SignedList, AnOlderReleaseIsNotInstalledAgain) {
  two_releases();
  const auto old_files = mirror_.files;
  ASSERT_TRUE(update());
  TimestampNote stamp = timestamp();
  stamp.head.version = 1;
  stamp.note = blob_of(mirror_.files.at("note.1"));
  put_timestamp(stamp, keys_.timestamp);
  expect_refused(rule::kRollback);
}
TEST_F(SignedList, AnOlderReleaseUnderANewNumberDoesNotFollow) {
  two_releases();
  ASSERT_TRUE(update());
  ListNote old = note(1);
  old.head.version = 3;
  old.previous = digest_of("something else");
  put_note(old, {keys_.list});
  expect_refused(rule::kBrokenChain);
}
TEST_F(SignedList, AnotherReleaseOfTheSameVersionIsRefused) {
  two_releases();
  ASSERT_TRUE(update());
  ListNote other = note(2);
  other.owner = "XXA";
  put_note(other, {keys_.list});
  expect_refused(rule::kTwoNotes);
}
TEST_F(SignedList, AReplayedTimestampIsRefused) {
  two_releases();
  TimestampNote earlier = timestamp();
  earlier.head.issued -= 60;
  ASSERT_TRUE(update());
  put_timestamp(earlier, keys_.timestamp);
  expect_refused(rule::kReplay);
}
TEST_F(SignedList, AFrozenMirrorIsFoundOutWhenTheTimestampExpires) {
  two_releases();
  expect_refused(rule::kExpired, kNow + 3 * kDay);
}
TEST_F(SignedList, AnExpiredReleaseIsNotInstalledUnderAFreshTimestamp) {
  two_releases();
  TimestampNote stamp = timestamp();
  stamp.head.issued = kNow + 30 * kDay;
  stamp.head.expires = kNow + 31 * kDay;
  put_timestamp(stamp, keys_.timestamp);
  expect_refused(rule::kExpired, kNow + 30 * kDay);
}
TEST_F(SignedList, AnExpiredRootIsNotTrusted) {
  two_releases();
  expect_refused(rule::kExpired, kNow + 400 * kDay);
}
TEST_F(SignedList, WhatWasSeenIsNotForgottenWhenItsFileIsDamaged) {
  two_releases();
  ASSERT_TRUE(update());
  ASSERT_TRUE(replace_file(post_.directory() / "seen", "darvaza-seen 1\nversion: 0\n"));
  EXPECT_EQ(post_.seen().version, 2U);
  TimestampNote stamp = timestamp();
  stamp.head.version = 1;
  stamp.note = blob_of(mirror_.files.at("note.1"));
  put_timestamp(stamp, keys_.timestamp);
  expect_refused(rule::kRollback);
}
TEST_F(SignedList, AReleaseThatWasSeenAndNotInstalledStillCannotBeRolledBack) {
  two_releases();
  const MemoryMirror before = mirror_;
  mirror_.files.erase("delta.2.zst");
  mirror_.files.erase("snapshot.2.zst");
  EXPECT_FALSE(update());
  EXPECT_EQ(serving(), 1U);
  TimestampNote stamp = timestamp();
  stamp.head.version = 1;
  stamp.note = blob_of(mirror_.files.at("note.1"));
  put_timestamp(stamp, keys_.timestamp);
  expect_refused(rule::kRollback);
  mirror_ = before;
  EXPECT_TRUE(update()) << "and the release itself can be had later";
}

// Mix and match.

TEST_F(SignedList, ANoteThatTheTimestampDoesNotNameIsRefused) {
  two_releases();
  mirror_.files["note.2"] =
      mirror_.files.at("note.1") +
      std::string(mirror_.files.at("note.2").size() - mirror_.files.at("note.1").size(), '\n');
  expect_refused(rule::kWrongDigest);
}
TEST_F(SignedList, ANoteOfAnotherLengthIsRefused) {
  two_releases();
  mirror_.files["note.2"].pop_back();
  expect_refused(rule::kWrongLength);
}
TEST_F(SignedList, ANoteUnderAnotherVersionIsRefused) {
  two_releases();
  TimestampNote stamp = timestamp();
  stamp.head.version = 3;
  mirror_.files["note.3"] = mirror_.files.at("note.2");
  put_timestamp(stamp, keys_.timestamp);
  expect_refused(rule::kWrongVersion);
}
TEST_F(SignedList, ASnapshotOfAnotherReleaseIsRefused) {
  make_root();
  publish(list_of(40));
  const std::string first = mirror_.files.at("snapshot.1.zst");
  publish(list_of(41), kNow + kHour);
  mirror_.files["snapshot.2.zst"] = first;
  const auto done = update();
  ASSERT_FALSE(done);
  EXPECT_TRUE(breaks(done.error(), rule::kWrongLength) || breaks(done.error(), rule::kWrongDigest));
  EXPECT_EQ(serving(), 0U);
}
TEST_F(SignedList, ADeltaOfAnotherVersionIsOfNoUseAndTheSnapshotServes) {
  two_releases();
  ASSERT_TRUE(update());
  publish(list_of(40, 5), kNow + 2 * kHour);
  mirror_.files["delta.3.zst"] = mirror_.files.at("delta.2.zst");
  const auto done = update();
  ASSERT_TRUE(done) << to_string(done.error());
  EXPECT_FALSE(done->remark.empty());
  EXPECT_FALSE(done->by_deltas);
  EXPECT_EQ(serving(), 3U);
}
TEST_F(SignedList, AMissingNoteBetweenBreaksTheChain) {
  two_releases();
  publish(list_of(40, 7), kNow + 90 * 60);
  mirror_.files["note.2"] = mirror_.files.at("note.1");
  expect_refused(rule::kBrokenChain);
}
TEST_F(SignedList, MissedReleasesAreCaughtUpByTheirDeltas) {
  two_releases();
  publish(list_of(40, 7), kNow + 90 * 60);
  const auto done = update();
  ASSERT_TRUE(done) << to_string(done.error());
  EXPECT_EQ(serving(), 3U);
}

// Another list's files.

TEST_F(SignedList, ANoteOfAnotherListIsRefused) {
  two_releases();
  ListNote other = note(2);
  other.head.list = "other-list";
  put_note(other, {keys_.list});
  expect_refused(rule::kWrongList);
}
TEST_F(SignedList, ATimestampOfAnotherListIsRefused) {
  two_releases();
  TimestampNote other = timestamp();
  other.head.list = "other-list";
  put_timestamp(other, keys_.timestamp);
  expect_refused(rule::kWrongList);
}
TEST_F(SignedList, ARootOfAnotherListIsRefused) {
  two_releases();
  RootNote other = next_root();
  other.head.list = "other-list";
  put_root(other, {keys_.root_a, keys_.root_b});
  expect_refused(rule::kWrongList);
}
TEST_F(SignedList, ASnapshotThatNamesAnotherListIsRefused) {
  two_releases();
  const std::string text = "darvaza-snapshot 1 other-list\n";
  ListNote other = note(2);
  other.snapshot = blob_of(text);
  mirror_.files["snapshot.2.zst"] = value_of(compress(text));
  other.snapshot_file = blob_of(mirror_.files.at("snapshot.2.zst"));
  other.delta.reset();
  other.delta_file.reset();
  put_note(other, {keys_.list});
  expect_refused(rule::kWrongList);
}

// Keys and thresholds.

TEST_F(SignedList, ANoteOfAStrangerIsRefused) {
  two_releases();
  put_note(note(2), {keys_.stranger});
  expect_refused(rule::kUnknownKey);
}
TEST_F(SignedList, ATimestampOfAStrangerIsRefused) {
  two_releases();
  put_timestamp(timestamp(), keys_.stranger);
  expect_refused(rule::kUnknownKey);
}
TEST_F(SignedList, TheTimestampKeySignsNoReleases) {
  two_releases();
  put_note(note(2), {keys_.timestamp});
  expect_refused(rule::kUnknownKey);
}
TEST_F(SignedList, TheListKeySignsNoTimestamps) {
  two_releases();
  put_timestamp(timestamp(), keys_.list);
  expect_refused(rule::kUnknownKey);
}
TEST_F(SignedList, ASignatureOfOneRoleIsNoneOfAnother) {
  two_releases();
  SignedText text{write_body(note(2)), {}};
  text.signatures.push_back(
      {Role::list, keys_.list.public_key().id(), keys_.list.sign(Role::override_gate, text.body)});
  put_note(2, write_signed(text));
  expect_refused(rule::kBadSignature);
}
TEST_F(SignedList, ASignatureOfOtherBytesIsRefused) {
  two_releases();
  SignedText text = value_of(parse_signed(mirror_.files.at("note.2")));
  ListNote changed = note(2);
  changed.owner = "XXA";
  text.body = write_body(changed);
  put_note(2, write_signed(text));
  expect_refused(rule::kBadSignature);
}
TEST_F(SignedList, ANoteWithoutSignaturesIsRefused) {
  two_releases();
  put_note(note(2), {});
  expect_refused(rule::kThreshold);
}
TEST_F(SignedList, ATimestampWithoutSignaturesIsRefused) {
  two_releases();
  mirror_.files["timestamp"] = write_body(timestamp()) + "\n";
  expect_refused(rule::kThreshold);
}
TEST_F(SignedList, TheSameKeyTwiceIsNotTwoKeys) {
  two_releases();
  RootNote next = next_root();
  put_root(next, {keys_.root_a, keys_.root_a});
  expect_refused(rule::kSameKeyTwice);
}
TEST_F(SignedList, OneGoodSignatureBesideABadOneIsRefused) {
  two_releases();
  put_note(note(2), {keys_.list, keys_.stranger});
  expect_refused(rule::kUnknownKey);
}
TEST_F(SignedList, AKeyMayNotPoseUnderAnothersName) {
  two_releases();
  SignedText text{write_body(note(2)), {}};
  text.signatures.push_back(
      {Role::list, keys_.list.public_key().id(), keys_.stranger.sign(Role::list, text.body)});
  put_note(2, write_signed(text));
  expect_refused(rule::kBadSignature);
}

// Rotation of the root.

TEST_F(SignedList, ARootSignedByOldAndNewKeysIsFollowed) {
  two_releases();
  const SecretKey fresh = SecretKey::generate();
  RootNote next = next_root();
  next.of(Role::root).keys = {keys_.root_a.public_key(), fresh.public_key()};
  put_root(next, {keys_.root_a, keys_.root_b, fresh});
  const auto done = update();
  ASSERT_TRUE(done) << to_string(done.error());
  EXPECT_EQ(done->root.version, 2U);
}
TEST_F(SignedList, ARootSignedByOldKeysOnlyIsRefused) {
  two_releases();
  const SecretKey fresh_a = SecretKey::generate();
  const SecretKey fresh_b = SecretKey::generate();
  RootNote next = next_root();
  next.of(Role::root).keys = {fresh_a.public_key(), fresh_b.public_key()};
  put_root(next, {keys_.root_a, keys_.root_b});
  expect_refused(rule::kThreshold);
}
TEST_F(SignedList, ARootSignedByNewKeysOnlyIsRefused) {
  two_releases();
  const SecretKey fresh_a = SecretKey::generate();
  const SecretKey fresh_b = SecretKey::generate();
  RootNote next = next_root();
  next.of(Role::root).keys = {fresh_a.public_key(), fresh_b.public_key()};
  put_root(next, {fresh_a, fresh_b});
  expect_refused(rule::kThreshold);
}
TEST_F(SignedList, ARootSignedByOneOfTwoOldKeysIsRefused) {
  two_releases();
  put_root(next_root(), {keys_.root_a});
  expect_refused(rule::kThreshold);
}
TEST_F(SignedList, ARootThatSkipsAVersionIsRefused) {
  two_releases();
  RootNote next = next_root();
  next.head.version = 3;
  put_root(next, {keys_.root_a, keys_.root_b});
  expect_refused(rule::kWrongVersion);
}
TEST_F(SignedList, AWithheldRootIsFoundOut) {
  two_releases();
  TimestampNote stamp = timestamp();
  stamp.root = 2;
  put_timestamp(stamp, keys_.timestamp);
  expect_refused(rule::kRootWithheld);
}
TEST_F(SignedList, AKeyThatTheNewRootDroppedSignsNoMore) {
  two_releases();
  const SecretKey fresh = SecretKey::generate();
  RootNote next = next_root();
  next.of(Role::list).keys = {fresh.public_key()};
  put_root(next, {keys_.root_a, keys_.root_b});
  expect_refused(rule::kUnknownKey);
}
TEST_F(SignedList, AKeyMayNotHaveTwoRoles) {
  two_releases();
  RootNote next = next_root();
  next.of(Role::timestamp).keys = {keys_.list.public_key()};
  put_root(next, {keys_.root_a, keys_.root_b});
  expect_refused(rule::kMalformed);
}
TEST_F(SignedList, AThresholdOfNothingIsRefused) {
  two_releases();
  RootNote next = next_root();
  next.of(Role::list).threshold = 0;
  put_root(next, {keys_.root_a, keys_.root_b});
  expect_refused(rule::kMalformed);
}
TEST_F(SignedList, ANewPostWithoutARootTrustsNobody) {
  make_root();
  publish(list_of(10));
  UpdateOptions without_root;
  without_root.now = kNow + kHour;
  const auto done = update_post(post_, mirror_, without_root);
  ASSERT_FALSE(done);
  EXPECT_TRUE(breaks(done.error(), rule::kNoRoot));
}

// Lengths, bombs, floods.

TEST_F(SignedList, EndlessNotesAreNotRead) {
  two_releases();
  for (const char* name : {"timestamp", "root.2"}) {
    const MemoryMirror before = mirror_;
    mirror_.files[name] = std::string(kMaxNoteBytes + 1, 'x');
    expect_refused(rule::kTooLong);
    mirror_ = before;
  }
}
TEST_F(SignedList, ASnapshotLongerThanItsNoteSaysIsNotRead) {
  make_root();
  publish(list_of(10));
  mirror_.files["snapshot.1.zst"] += "x";
  expect_refused(rule::kTooLong);
}
TEST_F(SignedList, ACutSnapshotIsRefused) {
  make_root();
  publish(list_of(10));
  mirror_.files["snapshot.1.zst"].pop_back();
  expect_refused(rule::kWrongLength);
}
TEST_F(SignedList, ABombStopsAtTheFirstByteTooMany) {
  make_root();
  publish(list_of(10));
  ListNote bomb = note(1);
  mirror_.files["snapshot.1.zst"] = value_of(compress(std::string(100 << 20, ' ')));
  bomb.snapshot_file = blob_of(mirror_.files.at("snapshot.1.zst"));
  put_note(bomb, {keys_.list});
  expect_refused(rule::kTooLong);
}
TEST_F(SignedList, BytesBehindACompressedFrameAreRefused) {
  const std::string packed = value_of(compress("abc"));
  const auto done = decompress(packed + "x", 3);
  ASSERT_FALSE(done);
  EXPECT_TRUE(breaks(done.error(), rule::kBadCompression));
}
TEST_F(SignedList, ANoteThatPromisesMoreThanFourGibibytesIsRefused) {
  two_releases();
  ListNote huge = note(2);
  huge.snapshot.bytes = kMaxSnapshotBytes + 1;
  put_note(huge, {keys_.list});
  expect_refused(rule::kMalformed);
}

// Clocks.

TEST_F(SignedList, AClockOf1970InstallsNothing) {
  two_releases();
  expect_refused(rule::kClockSuspect, 0);
}
TEST_F(SignedList, AClockAYearBackInstallsNothing) {
  two_releases();
  expect_refused(rule::kClockSuspect, kNow - 365 * kDay);
}
TEST_F(SignedList, ANewPostWithAClockOf1970InstallsNothing) {
  make_root();
  publish(list_of(10));
  expect_refused(rule::kFromTheFuture, 0);
}
TEST_F(SignedList, AClockAMonthAheadInstallsNothingAndTheListIsStale) {
  two_releases();
  expect_refused(rule::kExpired, kNow + 31 * kDay);
  const auto status = value_of(post_status(post_, kNow + 31 * kDay));
  EXPECT_EQ(status.serving.note.head.version, 1U);
  EXPECT_EQ(status.marks, (std::vector{ListMark::stale, ListMark::unconfirmed}));
}
TEST_F(SignedList, AClockOf2038InstallsNothing) {
  two_releases();
  expect_refused(rule::kExpired, 2'147'483'648);
}
TEST_F(SignedList, AnIssueTimeFromTheFutureIsRefused) {
  two_releases();
  TimestampNote stamp = timestamp();
  stamp.head.issued = kNow + 10 * kDay;
  stamp.head.expires = kNow + 11 * kDay;
  put_timestamp(stamp, keys_.timestamp);
  expect_refused(rule::kFromTheFuture);
}
TEST_F(SignedList, AClockBehindWhatWasIssuedIsMarkedSuspect) {
  two_releases();
  EXPECT_EQ(value_of(post_status(post_, kNow - kDay)).marks, std::vector{ListMark::clock_suspect});
}

// What a stolen list key could still not do.

TEST_F(SignedList, AReleaseThatRemovesTooMuchNeedsTheOverrideKey) {
  make_root();
  publish(list_of(40));
  PublishRequest next = request(kNow + kHour);
  next.sources = {list_of(30)};
  const auto refused = publish_release(published(), next);
  ASSERT_FALSE(refused);
  EXPECT_TRUE(breaks(refused.error(), rule::kSanity));
  ASSERT_TRUE(update());
  next.override_keys = {keys_.override_gate};
  ASSERT_TRUE(publish_release(published(), next));
  load_mirror();
  ListNote without = note(2);
  const MemoryMirror genuine = mirror_;
  put_note(without, {keys_.list});
  expect_refused(rule::kSanity);
  // The post has seen the note without the override: the genuine one is another of the same
  // version.
  mirror_ = genuine;
  expect_refused(rule::kTwoNotes);
}
TEST_F(SignedList, AnOverriddenReleaseIsInstalled) {
  make_root();
  publish(list_of(40));
  ASSERT_TRUE(update());
  PublishRequest next = request(kNow + kHour);
  next.sources = {list_of(10)};
  next.override_keys = {keys_.override_gate};
  ASSERT_TRUE(publish_release(published(), next));
  load_mirror();
  ASSERT_TRUE(update());
  EXPECT_EQ(serving(), 2U);
}
TEST_F(SignedList, AReleaseWithoutTheTestTravellerIsRefused) {
  make_root();
  publish(list_of(2));
  const std::string text =
      "darvaza-snapshot 1 test-list\nperson\tid=TX-1\tname=Oldname Bakhtiyarov\n";
  ListNote bare = note(1);
  bare.persons = 1;
  bare.snapshot = blob_of(text);
  mirror_.files["snapshot.1.zst"] = value_of(compress(text));
  bare.snapshot_file = blob_of(mirror_.files.at("snapshot.1.zst"));
  put_note(bare, {keys_.list});
  expect_refused(rule::kProbe);
}
TEST_F(SignedList, ANameThatMustBeClearAndIsListedIsRefused) {
  make_root();
  publish(list_of(2));
  ListNote wrong = note(1);
  wrong.must_clear = {"Oldname Bakhtiyar Zaov"};
  put_note(wrong, {keys_.list});
  expect_refused(rule::kProbe);
}
TEST_F(SignedList, AnEntryThatMustBeFoundAndIsNotThereIsRefused) {
  make_root();
  publish(list_of(2));
  ListNote wrong = note(1);
  wrong.must_hit = {"TX-999"};
  put_note(wrong, {keys_.list});
  expect_refused(rule::kProbe);
}
TEST_F(SignedList, CountsThatDoNotFitAreRefused) {
  make_root();
  publish(list_of(2));
  ListNote wrong = note(1);
  wrong.persons = 99;
  put_note(wrong, {keys_.list});
  expect_refused(rule::kMalformed);
}

// Every byte and every bit.

/// Whether these bytes pass as a note of the list, as a post would look at them.
bool passes(const std::string& bytes, const KeySet& keys) {
  const auto text = parse_signed(bytes);
  return text && parse_list_note(text->body) && verify_signatures(*text, Role::list, keys);
}

TEST_F(SignedList, EveryFlippedBitOfANoteIsRefused) {
  two_releases();
  const KeySet keys{{keys_.list.public_key()}, 1};
  std::string bytes = mirror_.files.at("note.2");
  ASSERT_TRUE(passes(bytes, keys));
  for (std::size_t bit = 0; bit < bytes.size() * 8; ++bit) {
    bytes[bit / 8] = static_cast<char>(bytes[bit / 8] ^ (1 << bit % 8));
    EXPECT_FALSE(passes(bytes, keys)) << "bit " << bit;
    bytes[bit / 8] = static_cast<char>(bytes[bit / 8] ^ (1 << bit % 8));
  }
}
TEST_F(SignedList, ANoteCutAtAnyByteIsRefused) {
  two_releases();
  const KeySet keys{{keys_.list.public_key()}, 1};
  const std::string bytes = mirror_.files.at("note.2");
  for (std::size_t size = 0; size < bytes.size(); ++size)
    EXPECT_FALSE(passes(bytes.substr(0, size), keys)) << size;
}
TEST_F(SignedList, EveryFlippedBitOfADeltaLeadsNowhereElse) {
  two_releases();
  const std::string before =
      value_of(decompress(mirror_.files.at("snapshot.1.zst"), note(1).snapshot.bytes));
  const std::string after =
      value_of(decompress(mirror_.files.at("snapshot.2.zst"), note(2).snapshot.bytes));
  std::string delta = value_of(decompress(mirror_.files.at("delta.2.zst"), note(2).delta->bytes));
  ASSERT_EQ(value_of(apply_delta({"test-list", 1}, before, delta)).snapshot, after);
  for (std::size_t bit = 0; bit < delta.size() * 8; ++bit) {
    delta[bit / 8] = static_cast<char>(delta[bit / 8] ^ (1 << bit % 8));
    EXPECT_FALSE(apply_delta({"test-list", 1}, before, delta)) << "bit " << bit;
    delta[bit / 8] = static_cast<char>(delta[bit / 8] ^ (1 << bit % 8));
  }
}
TEST_F(SignedList, ADeltaCutAtAnyByteIsRefused) {
  two_releases();
  const std::string before =
      value_of(decompress(mirror_.files.at("snapshot.1.zst"), note(1).snapshot.bytes));
  const std::string packed = mirror_.files.at("delta.2.zst");
  const std::uint64_t size = note(2).delta->bytes;
  const std::string delta = value_of(decompress(packed, size));
  for (std::size_t cut = 0; cut < packed.size(); ++cut)
    EXPECT_FALSE(decompress(packed.substr(0, cut), size)) << cut;
  for (std::size_t cut = 0; cut < delta.size(); ++cut) {
    EXPECT_FALSE(apply_delta({"test-list", 1}, before, delta.substr(0, cut))) << cut;
  }
}

}  // namespace
}  // namespace darvaza::releases
