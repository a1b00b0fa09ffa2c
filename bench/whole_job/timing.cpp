#include "whole_job/timing.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <cstdint>
#include <span>
#include <utility>

#include <time.h>

namespace darvaza::bench {
namespace {

using Clock = std::chrono::steady_clock;

double seconds_since(Clock::time_point start) {
  return std::chrono::duration<double>(Clock::now() - start).count();
}

double processor_seconds() {
  timespec now{};
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
  return static_cast<double>(now.tv_sec) + static_cast<double>(now.tv_nsec) * 1e-9;
}

}  // namespace

double open_ms(const std::filesystem::path& index) {
  std::array<double, 5> times{};
  for (double& time : times) {
    const Clock::time_point start = Clock::now();
    const Result<Screener> screener = Screener::open(index);
    time = screener ? seconds_since(start) * 1e3 : 0;
  }
  std::sort(times.begin(), times.end());
  return times[times.size() / 2];
}

TimeQuantiles time_each(const Screener& screener, const std::vector<Traveller>& travellers,
                        double seconds) {
  std::vector<std::uint64_t> times;
  times.reserve(travellers.size());
  const Clock::time_point begin = Clock::now();
  for (const Traveller& traveller : travellers) {
    const Clock::time_point start = Clock::now();
    const ScreeningResult answer = screener.screen(traveller);
    const Clock::time_point end = Clock::now();
    times.push_back(static_cast<std::uint64_t>(
        std::chrono::duration_cast<std::chrono::nanoseconds>(end - start).count()));
    if (end - begin > std::chrono::duration<double>(seconds)) break;
  }
  return TimeQuantiles(std::move(times));
}

Round time_batch(const Screener& screener, const std::vector<Traveller>& travellers,
                 std::size_t count, unsigned threads) {
  const std::span<const Traveller> batch =
      std::span(travellers).first(std::min(count, travellers.size()));
  std::vector<ScreeningResult> answers(batch.size());
  const double processor_start = processor_seconds();
  const Clock::time_point start = Clock::now();
  screener.screen_batch(batch, {}, threads, answers);
  return {threads, batch.size(), seconds_since(start), processor_seconds() - processor_start};
}

}  // namespace darvaza::bench
