#include "work/work_queue.h"

#include <utility>

#include "index/parallel.h"

namespace darvaza::daemon {

WorkQueue::WorkQueue(unsigned threads, std::size_t most_waiting) : most_waiting_(most_waiting) {
  const unsigned count = index::thread_count(threads);
  for (unsigned i = 0; i < count; ++i) threads_.emplace_back([this] { work(); });
}

WorkQueue::~WorkQueue() {
  {
    const std::lock_guard lock(mutex_);
    ending_ = true;
  }
  something_to_do_.notify_all();
  threads_.clear();
}

bool WorkQueue::ask(Job job) {
  {
    const std::lock_guard lock(mutex_);
    if (questions_.size() >= most_waiting_) return false;
    questions_.push_back(std::move(job));
  }
  something_to_do_.notify_one();
  return true;
}

void WorkQueue::submit(Job piece) {
  {
    const std::lock_guard lock(mutex_);
    pieces_.push_back(std::move(piece));
  }
  something_to_do_.notify_one();
}

std::size_t WorkQueue::waiting() const {
  const std::lock_guard lock(mutex_);
  return questions_.size();
}

void WorkQueue::work() {
  std::unique_lock lock(mutex_);
  for (;;) {
    something_to_do_.wait(lock,
                          [this] { return ending_ || !questions_.empty() || !pieces_.empty(); });
    std::deque<Job>& line = questions_.empty() ? pieces_ : questions_;
    if (line.empty()) return;
    Job job = std::move(line.front());
    line.pop_front();
    lock.unlock();
    job();
    job = nullptr;  // what it holds goes before the next wait
    lock.lock();
  }
}

}  // namespace darvaza::daemon
