#include "work/work_queue.h"

#include <atomic>
#include <future>
#include <string>

#include <gtest/gtest.h>

namespace darvaza::daemon {
namespace {

/// Keeps a thread of the queue busy until it is released.
struct Gate {
  std::promise<void> entered, released;
  void hold(WorkQueue& queue) {
    queue.submit([this] {
      entered.set_value();
      released.get_future().wait();
    });
    entered.get_future().wait();
  }
};

TEST(WorkQueue, TakesQuestionsBeforePieces) {
  std::string order;
  {
    Gate gate;  // outlives the thread that waits at it
    WorkQueue queue(1, 10);
    gate.hold(queue);
    for (int i = 0; i < 2; ++i) queue.submit([&order] { order += 'p'; });
    for (int i = 0; i < 2; ++i) EXPECT_TRUE(queue.ask([&order] { order += 'q'; }));
    EXPECT_EQ(queue.waiting(), 2u);
    gate.released.set_value();
  }
  EXPECT_EQ(order, "qqpp");
}

TEST(WorkQueue, RefusesTheQuestionThatIsOneTooMany) {
  std::atomic<int> done = 0;
  {
    Gate gate;
    WorkQueue queue(1, 2);
    gate.hold(queue);
    EXPECT_TRUE(queue.ask([&] { ++done; }));
    EXPECT_TRUE(queue.ask([&] { ++done; }));
    EXPECT_FALSE(queue.ask([&] { ++done; }));
    gate.released.set_value();
  }
  EXPECT_EQ(done, 2);
}

TEST(WorkQueue, DoesWhatWaitsBeforeItEnds) {
  std::atomic<int> done = 0;
  {
    WorkQueue queue(3, 1000);
    for (int i = 0; i < 500; ++i) {
      EXPECT_TRUE(queue.ask([&] { ++done; }));
      queue.submit([&] { ++done; });
    }
  }
  EXPECT_EQ(done, 1000);
}

}  // namespace
}  // namespace darvaza::daemon
