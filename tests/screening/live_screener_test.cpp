#include "darvaza/live_screener.h"

#include <atomic>
#include <filesystem>
#include <string>
#include <thread>
#include <utility>
#include <vector>

#include <gtest/gtest.h>

#include "screening/screening_test_support.h"

namespace darvaza::screening {
namespace {

/// Two indexes that differ in the name of the list, so that an answer tells which one gave it.
struct TwoIndexes {
  TestDirectory directory;
  std::filesystem::path old_lists = build("old"), new_lists = build("new");

  std::filesystem::path build(const std::string& list) {
    const std::filesystem::path index = directory / (list + ".dvz");
    const std::filesystem::path sources[] = {
        directory.write(list + ".csv", "id,name\nz-1,Nadir Zarbofanov\nz-2,Nadir Zarbofanova\n")};
    const auto built = build_index(sources, index);
    EXPECT_TRUE(built.has_value());
    return index;
  }
  Screener open_old() const { return std::move(*Screener::open(old_lists)); }
};

std::string lists_of(const ScreeningResult& answer) {
  std::string lists;
  for (const Candidate& candidate : answer.candidates) lists += candidate.list + ' ';
  return lists;
}

TEST(LiveScreener, AnswersFromTheNewestIndex) {
  const TwoIndexes indexes;
  LiveScreener live(indexes.open_old());
  EXPECT_EQ(lists_of(live.current()->screen(named("Nadir Zarbofanov"))), "old old ");
  const auto swapped = live.swap_to(indexes.new_lists);
  ASSERT_TRUE(swapped.has_value());
  EXPECT_EQ(*swapped, live.current());
  EXPECT_EQ(lists_of(live.current()->screen(named("Nadir Zarbofanov"))), "new new ");
}

TEST(LiveScreener, WhoHoldsAnIndexGoesOnWithIt) {
  const TwoIndexes indexes;
  LiveScreener live(indexes.open_old());
  const auto held = live.current();
  ASSERT_TRUE(live.swap_to(indexes.new_lists).has_value());
  std::filesystem::remove(indexes.old_lists);
  EXPECT_EQ(lists_of(held->screen(named("Nadir Zarbofanov"))), "old old ");
}

// P7: the last good list keeps serving.
TEST(LiveScreener, ASwapThatFailsChangesNothing) {
  const TwoIndexes indexes;
  LiveScreener live(indexes.open_old());
  const auto before = live.current();
  const auto missing = live.swap_to(indexes.directory / "nothing");
  ASSERT_FALSE(missing.has_value());
  EXPECT_EQ(missing.error().code, ErrorCode::input_missing);
  const auto refused = live.swap_to(indexes.directory.write("bad.dvz", "id,name\n"));
  ASSERT_FALSE(refused.has_value());
  EXPECT_EQ(refused.error().code, ErrorCode::input_refused);
  EXPECT_EQ(live.current(), before);
}

// Run under ThreadSanitizer.
TEST(LiveScreener, NoAnswerIsAMixtureWhileListsAreSwapped) {
  const TwoIndexes indexes;
  LiveScreener live(indexes.open_old());
  std::atomic<bool> done{false};
  std::atomic<int> wrong{0}, answered{0};
  {
    std::vector<std::jthread> threads;
    for (int i = 0; i < 4; ++i) {
      threads.emplace_back([&] {
        while (!done) {
          const std::string lists = lists_of(live.current()->screen(named("Nadir Zarbofanov")));
          wrong += lists != "old old " && lists != "new new ";
          ++answered;
        }
      });
    }
    for (int swap = 0; swap < 40; ++swap) {
      wrong += !live.swap_to(swap % 2 == 0 ? indexes.new_lists : indexes.old_lists).has_value();
    }
    while (answered < 40) std::this_thread::yield();
    done = true;
  }
  EXPECT_EQ(wrong, 0);
}

}  // namespace
}  // namespace darvaza::screening
