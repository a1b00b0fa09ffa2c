// A progress bar on standard error.
#pragma once

#include <chrono>
#include <string>

namespace darvaza::tool {

/// Draws "reading lists  [#####     ]  47 %" in one line that it overwrites, at most ten times a
/// second, and clears it when it goes. Silent when standard error is no terminal or `wanted` is
/// false. Debian 12 has no library for this that could be linked (`indicators` is not packaged).
class ProgressBar {
 public:
  explicit ProgressBar(bool wanted = true);
  ~ProgressBar();
  ProgressBar(const ProgressBar&) = delete;
  ProgressBar& operator=(const ProgressBar&) = delete;

  /// `fraction` from 0 to 1; below 0 when the whole is unknown: then only `stage` is shown.
  void show(double fraction, const std::string& stage);
  /// Takes the bar off the screen, so that other text can be written.
  void clear();

 private:
  using Clock = std::chrono::steady_clock;

  bool on_ = false;
  bool drawn_ = false;
  Clock::time_point last_{};
};

}  // namespace darvaza::tool
