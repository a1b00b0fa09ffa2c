// When lists are loaded anew: links that move, and what is tried again.
#include "api/post_watch.h"

#include <chrono>
#include <condition_variable>
#include <filesystem>
#include <mutex>
#include <optional>
#include <string>
#include <thread>
#include <vector>

#include <gtest/gtest.h>

#include "temporary_directory.h"

namespace darvaza::daemon {
namespace {

namespace fs = std::filesystem;
using std::chrono::milliseconds;

/// Two posts, and somebody who counts how often lists are to be loaded.
class PostWatchTest : public testing::Test {
 protected:
  PostWatchTest() {
    for (const char* post : {"zala", "una"}) {
      fs::create_directory(directory_ / post);
      link(post, "generations/1");
    }
  }

  void link(const std::string& post, const std::string& generation) const {
    const fs::path current = directory_ / (post + "/current");
    fs::create_symlink(generation, current.string() + ".new");
    fs::rename(current.string() + ".new", current);
  }

  void start(milliseconds retry) {
    watch_.emplace(std::vector{directory_ / "zala", directory_ / "una"},
                   PostWatch::Times{milliseconds(1), retry});
    watch_->start([this] {
      const std::lock_guard lock(mutex_);
      ++asked_;
      more_.notify_all();
      return asked_ > refused_;
    });
  }

  /// Until so many loads were asked for.
  bool asks(int times) {
    std::unique_lock lock(mutex_);
    return more_.wait_for(lock, std::chrono::seconds(60), [&] { return asked_ >= times; });
  }

  /// How many, after so many looks at the links that a load which is due would have been asked for.
  int asked_in_the_end() {
    std::this_thread::sleep_for(milliseconds(100));
    const std::lock_guard lock(mutex_);
    return asked_;
  }

  test::TemporaryDirectory directory_;
  std::mutex mutex_;
  std::condition_variable more_;
  int asked_ = 0;
  int refused_ = 0;                 ///< as many are refused at first
  std::optional<PostWatch> watch_;  ///< goes first
};

constexpr milliseconds kLong{3'600'000};

TEST_F(PostWatchTest, AsksForALoadWhenALinkMoves) {
  start(kLong);
  EXPECT_EQ(asked_in_the_end(), 0);
  link("una", "generations/2");
  ASSERT_TRUE(asks(1));
  watch_->told(true);
  EXPECT_EQ(asked_in_the_end(), 1);
  link("zala", "generations/2");
  EXPECT_TRUE(asks(2));
}

TEST_F(PostWatchTest, AsksAgainAfterAFailureUntilListsAreLoaded) {
  start(milliseconds(5));
  link("zala", "generations/none");
  for (int failures = 1; failures <= 3; ++failures) {
    ASSERT_TRUE(asks(failures));
    watch_->told(false);
  }
  ASSERT_TRUE(asks(4));
  watch_->told(true);
  EXPECT_EQ(asked_in_the_end(), 4);
}

TEST_F(PostWatchTest, WaitsBeforeItAsksAgain) {
  start(kLong);
  link("zala", "generations/none");
  ASSERT_TRUE(asks(1));
  watch_->told(false);
  EXPECT_EQ(asked_in_the_end(), 1);
  link("una", "generations/2");
  EXPECT_TRUE(asks(2)) << "what moves meanwhile does not wait";
}

TEST_F(PostWatchTest, AsksAgainAfterAFailureThatSomebodyElseMet) {
  start(milliseconds(5));
  watch_->told(false);
  EXPECT_TRUE(asks(1));
}

TEST_F(PostWatchTest, AsksAgainWhenListsWereBeingLoaded) {
  refused_ = 2;
  start(kLong);
  link("zala", "generations/2");
  ASSERT_TRUE(asks(3));
  EXPECT_EQ(asked_in_the_end(), 3);
}

TEST_F(PostWatchTest, AsksForNothingOnceStopped) {
  start(milliseconds(1));
  watch_->told(false);
  ASSERT_TRUE(asks(1));
  watch_->told(false);
  watch_->stop();
  const int asked = asked_in_the_end();
  link("zala", "generations/2");
  EXPECT_EQ(asked_in_the_end(), asked);
}

}  // namespace
}  // namespace darvaza::daemon
