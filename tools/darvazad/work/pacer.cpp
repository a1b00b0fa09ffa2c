#include "work/pacer.h"

#include <algorithm>
#include <utility>

namespace darvaza::daemon {

Moment next_beat(Moment begun, Moment ready, std::chrono::milliseconds every) {
  const Moment::duration beat = every;
  const auto beats = (ready - begun + beat - Moment::duration(1)) / beat;
  return begun + std::max<Moment::rep>(beats, 1) * beat;
}

Pacer::Pacer() : thread_([this] { work(); }) {}

Pacer::~Pacer() {
  {
    const std::lock_guard lock(mutex_);
    ending_ = true;
  }
  changed_.notify_one();
  thread_.join();
}

void Pacer::at(Moment due, std::function<void()> then) {
  bool is_first = false;
  {
    const std::lock_guard lock(mutex_);
    const auto added = waiting_.emplace(due, std::move(then));
    is_first = added == waiting_.begin();
  }
  if (is_first) changed_.notify_one();
}

void Pacer::work() {
  std::unique_lock lock(mutex_);
  for (;;) {
    if (waiting_.empty()) {
      if (ending_) return;
      changed_.wait(lock);
      continue;
    }
    const Moment due = waiting_.begin()->first;
    if (std::chrono::steady_clock::now() < due) {
      changed_.wait_until(lock, due);
      continue;
    }
    const auto first = waiting_.extract(waiting_.begin());
    lock.unlock();
    first.mapped()();
    lock.lock();
  }
}

}  // namespace darvaza::daemon
