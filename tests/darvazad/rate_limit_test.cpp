// What access/ allows at which moment; the clock is the test's.
#include <chrono>

#include <gtest/gtest.h>

#include "access/access.h"

namespace darvaza::daemon {
namespace {

using namespace std::chrono_literals;
const std::chrono::steady_clock::time_point kStart{1h};

Head from(const std::string& address, std::chrono::steady_clock::duration after) {
  Head head;
  head.peer.address = address;
  head.arrived = kStart + after;
  return head;
}

TEST(RateLimit, AllowsABurstAndThenTheRate) {
  Access access({}, {2, 3});  // two a second, three at once
  for (int i = 0; i < 3; ++i) EXPECT_FALSE(access.refuse(from("192.0.2.1", 0s), Role::screen));
  const auto refusal = access.refuse(from("192.0.2.1", 0s), Role::screen);
  ASSERT_TRUE(refusal);
  EXPECT_EQ(refusal->status, 429);
  EXPECT_EQ(refusal->headers.at(0), (std::pair<std::string, std::string>{"Retry-After", "1"}));
  EXPECT_TRUE(access.refuse(from("192.0.2.1", 499ms), Role::screen));
  EXPECT_FALSE(access.refuse(from("192.0.2.1", 500ms), Role::screen));
  EXPECT_TRUE(access.refuse(from("192.0.2.1", 600ms), Role::screen));
}

TEST(RateLimit, FillsUpToTheBurstAndNoFurther) {
  Access access({}, {2, 3});
  int allowed = 0;
  for (int i = 0; i < 10; ++i)
    allowed += access.refuse(from("192.0.2.1", 0s), Role::screen) ? 0 : 1;
  for (int i = 0; i < 10; ++i)
    allowed += access.refuse(from("192.0.2.1", 24h), Role::screen) ? 0 : 1;
  EXPECT_EQ(allowed, 6);
}

TEST(RateLimit, CountsEachClientByItself) {
  Access access({}, {1, 1});
  EXPECT_FALSE(access.refuse(from("192.0.2.1", 0s), Role::screen));
  EXPECT_TRUE(access.refuse(from("192.0.2.1", 0s), Role::screen));
  EXPECT_FALSE(access.refuse(from("192.0.2.2", 0s), Role::screen));
}

TEST(RateLimit, CountsAPostWhereverItAsksFrom) {
  PostSettings post;
  post.name = "p";
  post.token_sha256 = token_digest("secret");
  post.roles = {"screen"};
  Access access({post}, {1, 1});
  Head first = from("192.0.2.1", 0s), second = from("192.0.2.2", 0s);
  for (Head* head : {&first, &second}) head->headers = {{"authorization", "bearer secret"}};
  EXPECT_FALSE(access.refuse(first, Role::screen));
  EXPECT_EQ(access.refuse(second, Role::screen)->status, 429);
}

TEST(RateLimit, RemembersABoundedNumberOfClients) {
  Access access({}, {1, 1});
  for (int i = 0; i < 250'000; ++i) {
    ASSERT_FALSE(access.refuse(from(std::to_string(i), i * 1us), Role::screen));
  }
}

}  // namespace
}  // namespace darvaza::daemon
