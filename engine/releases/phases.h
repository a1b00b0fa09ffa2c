// How long the steps of an update took, and how much of the processors.
#pragma once

#include <chrono>
#include <ctime>
#include <string>
#include <utility>
#include <vector>

namespace darvaza::releases {

struct Phase {
  std::string name;
  double seconds = 0;
  double processor_seconds = 0;  ///< of all threads of this process
};

/// Not thread-safe.
class Phases {
 public:
  /// What was begun before ends here.
  void begin(std::string name) {
    end();
    phases_.push_back({std::move(name), -wall(), -processor()});
    open_ = true;
  }
  std::vector<Phase> take() {
    end();
    return std::move(phases_);
  }

 private:
  void end() {
    if (open_) {
      phases_.back().seconds += wall();
      phases_.back().processor_seconds += processor();
    }
    open_ = false;
  }
  static double wall() {
    return std::chrono::duration<double>(std::chrono::steady_clock::now().time_since_epoch())
        .count();
  }
  static double processor() {
    timespec time{};
    ::clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
    return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_nsec) * 1e-9;
  }

  std::vector<Phase> phases_;
  bool open_ = false;
};

}  // namespace darvaza::releases
