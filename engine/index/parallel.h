// Work on several threads whose outcome does not depend on how many there are.
#pragma once

#include <algorithm>
#include <condition_variable>
#include <cstddef>
#include <deque>
#include <exception>
#include <functional>
#include <memory>
#include <mutex>
#include <span>
#include <system_error>
#include <thread>
#include <utility>
#include <vector>

namespace darvaza::index {

/// `wanted`, or one a processor when that is 0.
unsigned thread_count(unsigned wanted);

/// Runs all tasks, up to `threads` at a time, begun in their order; returns when all are done. They must
/// not touch the same things. On fewer threads when the system gives no more. What a task throws (memory that ran out) is thrown
/// here, when no other runs any more; some tasks are then not done.
void run_all(unsigned threads, std::span<const std::function<void()>> tasks);

/// Sorts records no two of which are equal; those could come out in any order.
template <typename T, typename Less = std::less<>>
void sort_distinct(unsigned threads, std::vector<T>& records, Less less = {}) {
  constexpr std::size_t kWorthAThread = 50'000;
  if (threads < 2 || records.size() < 2 * kWorthAThread) return std::sort(records.begin(), records.end(), less);
  const auto middle = records.begin() + static_cast<std::ptrdiff_t>(records.size() / 2);
  const std::function<void()> halves[] = {[&] { std::sort(records.begin(), middle, less); },
                                          [&] { std::sort(middle, records.end(), less); }};
  run_all(threads, halves);
  std::inplace_merge(records.begin(), middle, records.end(), less);
}

/// Batches of work that are done on several threads and collected in the order in which they were
/// submitted. The submitting thread collects, and works when it would have to wait: with one
/// thread it does everything. Not thread-safe: one thread submits.
template <typename Batch>
class OrderedPipeline {
 public:
  using Step = std::function<void(Batch&)>;

  /// `work` is called on any thread, `collect` on the submitting one; on fewer threads when the system gives no more. What `work` throws
  /// (memory that ran out) is thrown where its batch would be collected.
  OrderedPipeline(unsigned threads, Step work, Step collect)
      : most_waiting_(4 * (threads - 1)), work_(std::move(work)), collect_(std::move(collect)) {
    try {
      for (unsigned i = 1; i < threads; ++i) workers_.emplace_back([this] { work_until_stopped(); });
    } catch (const std::system_error&) {
    }
  }
  OrderedPipeline(const OrderedPipeline&) = delete;
  OrderedPipeline& operator=(const OrderedPipeline&) = delete;
  ~OrderedPipeline() {
    {
      const std::lock_guard lock(mutex_);
      stopped_ = true;
    }
    changed_.notify_all();
    for (std::thread& worker : workers_) worker.join();
  }

  void submit(Batch batch) {
    {
      const std::lock_guard lock(mutex_);
      jobs_.push_back(std::make_unique<Job>(Job{std::move(batch)}));
      waiting_.push_back(jobs_.back().get());
    }
    changed_.notify_all();
    while (jobs_.size() > most_waiting_) collect_first();
  }
  /// Returns when everything submitted is collected.
  void drain() {
    while (!jobs_.empty()) collect_first();
  }

 private:
  struct Job {
    Batch batch;
    bool done = false;
    std::exception_ptr failure{};
  };

  void work_on_next(std::unique_lock<std::mutex>& lock) {
    Job* job = waiting_.front();
    waiting_.pop_front();
    lock.unlock();
    try {
      work_(job->batch);
    } catch (...) {
      job->failure = std::current_exception();
    }
    lock.lock();
    job->done = true;
    changed_.notify_all();
  }
  void work_until_stopped() {
    std::unique_lock lock(mutex_);
    for (;;) {
      changed_.wait(lock, [&] { return stopped_ || !waiting_.empty(); });
      if (stopped_) return;
      work_on_next(lock);
    }
  }
  void collect_first() {
    std::unique_lock lock(mutex_);
    while (!jobs_.front()->done) {
      if (waiting_.empty()) {
        changed_.wait(lock);
      } else {
        work_on_next(lock);
      }
    }
    const std::unique_ptr<Job> first = std::move(jobs_.front());
    jobs_.pop_front();
    lock.unlock();
    if (first->failure) std::rethrow_exception(first->failure);
    collect_(first->batch);
  }

  const std::size_t most_waiting_;
  Step work_, collect_;
  std::mutex mutex_;
  std::condition_variable changed_;
  std::deque<std::unique_ptr<Job>> jobs_;  ///< not collected, in order; changed by the submitting thread only
  std::deque<Job*> waiting_;               ///< of those, the ones that nobody works on
  bool stopped_ = false;
  std::vector<std::thread> workers_;
};

}  // namespace darvaza::index
