// Processes that are killed at random instants leave the old list or the new one, never neither.
//
// DARVAZA_TEST_KILLS says how often each is (20). tools/dev/updates-survive does the same to the program, and kills it at every
// single call that changes files; a process that begins as a copy of this one costs a tenth of that.
#include <csignal>
#include <cstdlib>
#include <functional>
#include <random>
#include <string>

#include <fmt/core.h>
#include <gtest/gtest.h>
#include <sys/wait.h>
#include <unistd.h>

#include "darvaza/screener.h"
#include "releases/compaction.h"
#include "releases/release_test_support.h"

namespace darvaza::releases {
namespace {

int kills_wanted() {
  const char* wanted = std::getenv("DARVAZA_TEST_KILLS");
  return wanted != nullptr ? std::atoi(wanted) : 20;
}

class KillsLeave : public ReleaseTest {
 protected:
  /// What is done to a place, and which of the two states it is in; anything else fails the test.
  struct Trial {
    const char* name;
    fs::path before;  ///< the place as it is at first
    fs::path place;
    std::function<void()> work;
    std::function<int()> state;  ///< 1: the old one, 2: the new one
  };

  /// The mirror has two releases; `first` is a post that has the first, `behind` one with the second behind it.
  void SetUp() override {
    two_releases();
    fs::copy(post_.directory(), at("first"), fs::copy_options::recursive | fs::copy_options::copy_symlinks);
    fs::copy(post_.directory(), at("behind"), fs::copy_options::recursive | fs::copy_options::copy_symlinks);
    ASSERT_EQ(value_of(update_by_changes(Post(at("behind")))).base, 1u);
  }
  fs::path at(const char* name) const { return directory_.path() / name; }

  /// The version that a post serves and answers as: person 103 has another name from the second on. 2: that or a newer
  /// one of the same content.
  int version_of(const Post& post) const {
    const auto current = post.current();
    EXPECT_TRUE(current && *current);
    const auto screener = Screener::open(post.directory() / "current");
    EXPECT_TRUE(screener) << to_string(screener.error());
    if (!current || !*current || !screener) return 0;
    const auto named = [&](const char* name, std::string_view id) {
      Traveller traveller;
      traveller.names = {{name, {}, false}};
      for (const Candidate& candidate : screener->screen(traveller).candidates) {
        if (candidate.id == id && candidate.name == name) return true;
      }
      return false;
    };
    const int version = (*current)->note.head.version == 1 ? 1 : 2;
    EXPECT_TRUE(named("SINAMAEV, Darvaza", "DARVAZA-TEST"));
    EXPECT_EQ(named("Newname Sanobar Kdov", "TX-103"), version == 2);
    EXPECT_EQ(named("Oldname Sanobar Kdov", "TX-103"), version == 1);
    return version;
  }

  bool is_tidy(const fs::path& directory) const {
    for (const auto& entry : fs::directory_iterator(directory)) {
      const std::string name = entry.path().filename().string();
      if (name.starts_with('.') && name != ".lock") return false;
    }
    return true;
  }

  /// Whether the process was killed before its end.
  static bool kill_after(const std::function<void()>& work, std::chrono::microseconds wait) {
    const pid_t child = ::fork();
    if (child == 0) {
      work();
      ::_exit(0);
    }
    ::usleep(static_cast<useconds_t>(wait.count()));
    ::kill(child, SIGKILL);
    int status = 0;
    EXPECT_EQ(::waitpid(child, &status, 0), child);
    return WIFSIGNALED(status);
  }

  void reset(const Trial& trial) const {
    fs::remove_all(trial.place);
    fs::copy(trial.before, trial.place, fs::copy_options::recursive | fs::copy_options::copy_symlinks);
  }

  void run(const Trial& trial) {
    reset(trial);
    const auto began = std::chrono::steady_clock::now();
    trial.work();
    const auto longest = std::chrono::duration_cast<std::chrono::microseconds>(std::chrono::steady_clock::now() - began) * 3 / 2;
    ASSERT_EQ(trial.state(), 2);
    std::mt19937 random(1);
    std::uniform_int_distribution<std::int64_t> wait(0, longest.count());
    int counts[3] = {}, before_the_end = 0;
    for (int i = 0; i < kills_wanted(); ++i) {
      SCOPED_TRACE(fmt::format("{}, kill {}", trial.name, i));
      reset(trial);
      before_the_end += kill_after(trial.work, std::chrono::microseconds(wait(random))) ? 1 : 0;
      const int state = trial.state();
      ASSERT_TRUE(state == 1 || state == 2) << state;
      ++counts[state];
      trial.work();
      ASSERT_EQ(trial.state(), 2) << "the next run";
      ASSERT_TRUE(is_tidy(fs::exists(trial.place / "generations") ? trial.place / "generations" : trial.place));
      if (HasFailure()) return;
    }
    fmt::print("{}: {} random kills in up to {} ms, {} before the end: old {} times, new {}\n", trial.name, kills_wanted(), longest.count() / 1000,
               before_the_end, counts[1], counts[2]);
    EXPECT_GT(before_the_end, 0) << "nothing was tried";
  }

  Trial update(const char* name, std::function<void()> work) {
    return {name, at("first"), post_.directory(), std::move(work), [this] { return version_of(post_); }};
  }
};

TEST_F(KillsLeave, TheOldListOrTheNewOneWhenAnUpdateIsKilled) {
  run(update("update", [this] { (void)ReleaseTest::update(); }));
}
TEST_F(KillsLeave, TheOldListOrTheNewOneWhenAnUpdateByChangesIsKilled) {
  run(update("update by changes", [this] { (void)update_by_changes(post_); }));
}
TEST_F(KillsLeave, TheOldListOrTheNewOneWhenAnUpdateOrItsCompactionIsKilled) {
  run(update("update and compaction", [this] {
    (void)update_by_changes(post_);
    (void)compact_post(post_);
  }));
}
TEST_F(KillsLeave, BaseAndChangesOrTheWholeIndexWhenACompactionIsKilled) {
  run({"compaction", at("behind"), post_.directory(), [this] { (void)compact_post(post_); },
       [this] { return version_of(post_) == 2 ? ((*post_.current())->is_whole() ? 2 : 1) : 0; }});
}
TEST_F(KillsLeave, TheOldListOrTheNewOneOnTheMirrorWhenAPublicationIsKilled) {
  // Published at first: the first release. Its successor is that of two_releases.
  fs::copy(published(), at("one"));
  for (const char* file : {"note.2", "snapshot.2.zst", "delta.2.zst"}) fs::remove(at("one") / file);
  {
    TimestampNote first = timestamp();
    first.head.version = 1;
    first.note = blob_of(mirror_.files.at("note.1"));
    put_timestamp(first, keys_.timestamp);
    ASSERT_TRUE(replace_file(at("one") / "timestamp", mirror_.files.at("timestamp")));
  }
  PublishRequest next = request(kNow + kHour);
  next.sources = {list_of(40, 3)};
  run({"publication", at("one"), published(), [&] { (void)publish_release(published(), next); },
       [&] {
         const Post fresh(at("fresh"));
         fs::remove_all(fresh.directory());
         const auto mirror = open_mirror(published().string());
         UpdateOptions options;
         options.now = kNow + 2 * kHour;
         options.root_file = published() / "root.1";
         const auto done = update_post(fresh, **mirror, options);
         EXPECT_TRUE(done) << to_string(done.error());
         return done ? version_of(fresh) : 0;
       }});
}

}  // namespace
}  // namespace darvaza::releases
