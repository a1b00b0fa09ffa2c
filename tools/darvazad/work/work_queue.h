// The threads that screen, and what waits for them: single questions first, pieces of batches with
// what is left.
#pragma once

#include <condition_variable>
#include <cstddef>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

namespace darvaza::daemon {

/// Thread-safe. Jobs must not throw.
class WorkQueue {
 public:
  using Job = std::function<void()>;

  /// `threads` 0: one per processor. At most `most_waiting` single questions wait.
  WorkQueue(unsigned threads, std::size_t most_waiting);
  /// Does what is waiting, then ends the threads.
  ~WorkQueue();

  /// A question somebody waits for. False when too many wait: `job` will not be done.
  bool ask(Job job);
  /// A piece of a batch: done when no question waits. Whoever submits pieces bounds their number.
  void submit(Job piece);

  std::size_t waiting() const;  ///< questions
  unsigned threads() const { return static_cast<unsigned>(threads_.size()); }

 private:
  void work();

  const std::size_t most_waiting_;
  mutable std::mutex mutex_;
  std::condition_variable something_to_do_;
  std::deque<Job> questions_;
  std::deque<Job> pieces_;
  bool ending_ = false;
  std::vector<std::jthread> threads_;
};

}  // namespace darvaza::daemon
