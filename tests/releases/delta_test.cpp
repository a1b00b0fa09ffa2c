#include "releases/delta.h"

#include <string>

#include <gtest/gtest.h>

#include "releases/keys.h"
#include "releases/rules.h"

namespace darvaza::releases {
namespace {

constexpr DeltaStep kStep{"l", 6};
const std::string kHead = "darvaza-snapshot 1 l\n";
const std::string kBefore = kHead + "person\tid=a\nperson\tid=b\n";
const std::string kAfter = kHead + "person\tid=a\nperson\tid=c\n";

std::string delta_of(const std::string& lines, const std::string& result = digest_of(kAfter)) {
  return "darvaza-delta 1\nlist: l\nfrom: 6\nto: 7\n" + lines + "result: " + result + "\n";
}

void expect_broken(const std::string& delta, std::string_view broken) {
  const auto result = apply_delta(kStep, kBefore, delta);
  ASSERT_FALSE(result);
  EXPECT_TRUE(breaks(result.error(), broken)) << result.error().message;
}

TEST(Delta, LeadsFromOneSnapshotToTheNext) {
  const auto delta = make_delta(kStep, kBefore, kAfter);
  ASSERT_TRUE(delta);
  EXPECT_EQ(*delta, delta_of("removals: 1\n- person\tid=b\nadditions: 1\n+ person\tid=c\n"));
  const auto applied = apply_delta(kStep, kBefore, *delta);
  ASSERT_TRUE(applied);
  EXPECT_EQ(applied->snapshot, kAfter);
  EXPECT_EQ(applied->digest, digest_of(kAfter));
}
TEST(Delta, MayChangeTheFirstAndTheLastRecordAndPutBackWhatItRemoves) {
  const std::string after = kHead + "person\tid=0\nperson\tid=b\nperson\tid=d\n";
  const auto applied =
      apply_delta(kStep, kBefore,
                  delta_of("removals: 2\n- person\tid=a\n- person\tid=b\nadditions: 3\n+ "
                           "person\tid=0\n+ person\tid=b\n+ person\tid=d\n",
                           digest_of(after)));
  ASSERT_TRUE(applied) << to_string(applied.error());
  EXPECT_EQ(applied->snapshot, after);
}
TEST(Delta, ThatAddsARecordTwiceIsRefused) {
  expect_broken(
      delta_of("removals: 1\n- person\tid=b\nadditions: 2\n+ person\tid=c\n+ person\tid=c\n"),
      rule::kBadDelta);
}
TEST(Delta, ThatAddsWhatIsThereIsRefused) {
  expect_broken(
      delta_of("removals: 1\n- person\tid=b\nadditions: 2\n+ person\tid=a\n+ person\tid=c\n"),
      rule::kBadDelta);
}
TEST(Delta, ThatRemovesWhatIsNotThereIsRefused) {
  expect_broken(
      delta_of("removals: 2\n- person\tid=b\n- person\tid=z\nadditions: 1\n+ person\tid=c\n"),
      rule::kBadDelta);
}
TEST(Delta, WithAdditionsBeforeRemovalsIsRefused) {
  expect_broken(delta_of("additions: 1\n+ person\tid=c\nremovals: 1\n- person\tid=b\n"),
                rule::kMalformed);
}
TEST(Delta, WithAWrongCountIsRefused) {
  expect_broken(delta_of("removals: 2\n- person\tid=b\nadditions: 1\n+ person\tid=c\n"),
                rule::kBadDelta);
}
TEST(Delta, WithAnotherResultIsRefused) {
  expect_broken(
      delta_of("removals: 1\n- person\tid=b\nadditions: 1\n+ person\tid=c\n", digest_of("x")),
      rule::kWrongDigest);
}
TEST(Delta, OfAnotherListIsRefused) {
  const auto delta = make_delta({"m", 6}, "darvaza-snapshot 1 m\n", "darvaza-snapshot 1 m\n");
  ASSERT_TRUE(delta);
  expect_broken(*delta, rule::kWrongList);
}
TEST(Delta, FromAnotherVersionIsRefused) {
  const auto delta = make_delta({"l", 5}, kBefore, kAfter);
  ASSERT_TRUE(delta);
  expect_broken(*delta, rule::kWrongVersion);
}

}  // namespace
}  // namespace darvaza::releases
