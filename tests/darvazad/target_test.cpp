#include "http/target.h"

#include <gtest/gtest.h>

namespace darvaza::daemon {
namespace {

TEST(Target, IsTakenApartAndDecoded) {
  Head head;
  ASSERT_TRUE(read_target("/a%2Fb/%D0%B6?q=x+y%26z&empty=&q=2&flag", head));
  EXPECT_EQ(head.path, "/a/b/ж");
  EXPECT_EQ(head.parameter("q"), "x y&z");
  EXPECT_EQ(head.parameter("empty"), "");
  EXPECT_EQ(head.parameter("flag"), "");
  EXPECT_EQ(head.parameter("none"), std::nullopt);
  EXPECT_EQ(head.query.size(), 4u);
}

TEST(Target, WithoutAQueryForgetsTheOneBefore) {
  Head head;
  ASSERT_TRUE(read_target("/v1/screen?top=1", head));
  ASSERT_TRUE(read_target("/v1/documents/check", head));
  EXPECT_EQ(head.path, "/v1/documents/check");
  EXPECT_TRUE(head.query.empty());
}

TEST(Target, ThatIsNoPathIsRefused) {
  for (const char* target : {"", "*", "http://h/p", "a/b", "/%zz", "/a b", "/\x80", "/?q=%1"}) {
    Head head;
    EXPECT_FALSE(read_target(target, head)) << target;
  }
}

}  // namespace
}  // namespace darvaza::daemon
