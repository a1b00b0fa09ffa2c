#include "answers/screening_stats.h"

#include <cmath>

#include <fmt/core.h>
#include <sys/resource.h>

namespace darvaza::tool {
namespace {

std::uint64_t peak_rss_bytes() {
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  return static_cast<std::uint64_t>(usage.ru_maxrss) * 1024;  // Linux counts in KiB
}

}  // namespace

void ScreeningStats::add_batch(std::span<const std::uint32_t> microseconds,
                               std::chrono::nanoseconds elapsed) {
  for (const std::uint32_t time : microseconds) ++times_[time];
  travellers_ += microseconds.size();
  elapsed_ += elapsed;
}

std::uint32_t ScreeningStats::quantile_us(double share) const {
  const auto wanted =
      static_cast<std::uint64_t>(std::ceil(share * static_cast<double>(travellers_)));
  std::uint64_t seen = 0;
  for (const auto& [time, count] : times_) {
    seen += count;
    if (seen >= wanted) return time;
  }
  return 0;
}

std::string ScreeningStats::json(unsigned threads) const {
  const double seconds = std::chrono::duration<double>(elapsed_).count();
  const double per_second = seconds > 0 ? static_cast<double>(travellers_) / seconds : 0;
  return fmt::format(
      R"({{"travellers":{},"seconds":{:.6f},"per_second":{:.1f},"p50_us":{},"p99_us":{},"threads":{},"peak_rss_bytes":{}}})",
      travellers_, seconds, per_second, quantile_us(0.50), quantile_us(0.99), threads,
      peak_rss_bytes());
}

}  // namespace darvaza::tool
