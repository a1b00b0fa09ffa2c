#include "index/parallel.h"

#include <algorithm>
#include <atomic>
#include <chrono>
#include <cstdint>
#include <numeric>
#include <random>
#include <thread>
#include <vector>

#include <gtest/gtest.h>

namespace darvaza::index {
namespace {

TEST(ThreadCount, IsWhatWasWantedOrAtLeastOne) {
  EXPECT_EQ(thread_count(7), 7u);
  EXPECT_GE(thread_count(0), 1u);
}

TEST(RunAll, RunsEveryTaskOnceWithFewerOrMoreThreadsThanTasks) {
  for (const unsigned threads : {1u, 2u, 9u}) {
    std::atomic<int> sum = 0;
    std::vector<std::function<void()>> tasks;
    for (int i = 1; i <= 5; ++i) tasks.push_back([&sum, i] { sum += i; });
    run_all(threads, tasks);
    EXPECT_EQ(sum, 15) << threads;
  }
}

TEST(RunAll, WithoutTasksDoesNothing) { run_all(4, {}); }

TEST(SortDistinct, SortsLikeOneThread) {
  std::vector<std::uint32_t> records(250'001);
  std::iota(records.begin(), records.end(), 0u);
  std::shuffle(records.begin(), records.end(), std::mt19937(5));
  for (const unsigned threads : {1u, 2u, 4u}) {
    std::vector<std::uint32_t> sorted = records;
    sort_distinct(threads, sorted, std::greater<>());
    EXPECT_TRUE(std::is_sorted(sorted.begin(), sorted.end(), std::greater<>())) << threads;
    EXPECT_EQ(sorted.front(), 250'000u);
  }
}

TEST(OrderedPipeline, CollectsEveryBatchInTheOrderOfSubmission) {
  for (const unsigned threads : {1u, 2u, 5u}) {
    std::vector<int> collected;
    OrderedPipeline<int> pipeline(
        threads,
        [](int& batch) {
          // The earlier ones of every five take longer.
          std::this_thread::sleep_for(std::chrono::microseconds((5 - batch % 5) * 20));
          batch *= 10;
        },
        [&](int& batch) { collected.push_back(batch); });
    for (int i = 0; i < 200; ++i) pipeline.submit(i);
    pipeline.drain();
    ASSERT_EQ(collected.size(), 200u) << threads;
    for (int i = 0; i < 200; ++i) EXPECT_EQ(collected[static_cast<std::size_t>(i)], 10 * i);
  }
}

TEST(OrderedPipeline, WhatWorkThrowsIsThrownWhereItsBatchWouldBeCollected) {
  for (const unsigned threads : {1u, 3u}) {
    std::vector<int> collected;
    OrderedPipeline<int> pipeline(
        threads,
        [](int& batch) {
          if (batch == 2) throw std::bad_alloc();
        },
        [&](int& batch) { collected.push_back(batch); });
    const auto all = [&] {
      for (int i = 0; i < 5; ++i) pipeline.submit(i);
      pipeline.drain();
    };
    EXPECT_THROW(all(), std::bad_alloc);
    EXPECT_EQ(collected, (std::vector<int>{0, 1})) << threads;
  }
}

TEST(OrderedPipeline, MayBeGivenUpWithWorkLeft) {
  OrderedPipeline<int> pipeline(3, [](int&) {}, [](int&) {});
  for (int i = 0; i < 5; ++i) pipeline.submit(i);
}

}  // namespace
}  // namespace darvaza::index
