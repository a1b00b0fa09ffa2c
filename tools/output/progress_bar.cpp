#include "output/progress_bar.h"

#include <algorithm>
#include <cstdio>

#include <fmt/core.h>

#include "output/terminal.h"

namespace darvaza::tool {
namespace {

constexpr int kWidth = 30;

std::string drawing(double fraction) {
  const int done = static_cast<int>(std::clamp(fraction, 0.0, 1.0) * kWidth);
  return fmt::format("[{:#<{}}{: <{}}] {:3.0f} %", "", done, "", kWidth - done,
                     std::clamp(fraction, 0.0, 1.0) * 100);
}

}  // namespace

ProgressBar::ProgressBar(bool wanted) : on_(wanted && is_terminal(stderr)) {}

ProgressBar::~ProgressBar() { clear(); }

void ProgressBar::show(double fraction, const std::string& stage) {
  const Clock::time_point now = Clock::now();
  if (!on_ || (drawn_ && now - last_ < std::chrono::milliseconds(100))) return;
  fmt::print(stderr, "\r\x1b[K{} {}", printable(stage), fraction < 0 ? "" : drawing(fraction));
  std::fflush(stderr);
  drawn_ = true;
  last_ = now;
}

void ProgressBar::clear() {
  if (!drawn_) return;
  fmt::print(stderr, "\r\x1b[K");
  std::fflush(stderr);
  drawn_ = false;
}

}  // namespace darvaza::tool
