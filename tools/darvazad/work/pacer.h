// Sends what is ready at moments that do not tell how long it took.
#pragma once

#include <chrono>
#include <condition_variable>
#include <functional>
#include <map>
#include <mutex>
#include <thread>

namespace darvaza::daemon {

using Moment = std::chrono::steady_clock::time_point;

/// The first moment, a whole number of `every` after `begun`, that is not before `ready`; at least
/// one.
Moment next_beat(Moment begun, Moment ready, std::chrono::milliseconds every);

/// Thread-safe. What waits is called on one thread, and must not block or throw.
class Pacer {
 public:
  Pacer();
  /// Calls what waits, at its time, then ends.
  ~Pacer();

  void at(Moment due, std::function<void()> then);

 private:
  void work();

  std::mutex mutex_;
  std::condition_variable changed_;
  std::multimap<Moment, std::function<void()>> waiting_;
  bool ending_ = false;
  std::thread thread_;
};

}  // namespace darvaza::daemon
