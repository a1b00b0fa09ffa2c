// When a search gives up.
#pragma once

#include <chrono>

namespace darvaza::index {

/// A moment, and whether it has been seen to pass. For one thread.
class Deadline {
 public:
  using Clock = std::chrono::steady_clock;

  explicit Deadline(Clock::time_point at = Clock::time_point::max()) : at_(at) {}

  /// Once true, it stays so. Looks at the clock (some 30 ns) only if there is a deadline.
  bool passed() {
    if (!passed_ && at_ != Clock::time_point::max()) passed_ = Clock::now() >= at_;
    return passed_;
  }
  /// Whether `passed` has ever said so: then work was left out. No look at the clock.
  bool was_seen() const { return passed_; }

 private:
  Clock::time_point at_;
  bool passed_ = false;
};

}  // namespace darvaza::index
