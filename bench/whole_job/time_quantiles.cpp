#include "whole_job/time_quantiles.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <utility>

namespace darvaza::bench {
namespace {

constexpr double kNanosecondsPerMicrosecond = 1000;

}  // namespace

TimeQuantiles::TimeQuantiles(std::vector<std::uint64_t> nanoseconds)
    : sorted_(std::move(nanoseconds)) {
  std::sort(sorted_.begin(), sorted_.end());
}

double TimeQuantiles::mean_us() const {
  if (sorted_.empty()) return 0;
  const auto sum = std::accumulate(sorted_.begin(), sorted_.end(), std::uint64_t{0});
  return static_cast<double>(sum) / static_cast<double>(count()) / kNanosecondsPerMicrosecond;
}

double TimeQuantiles::most_us() const {
  return sorted_.empty() ? 0 : static_cast<double>(sorted_.back()) / kNanosecondsPerMicrosecond;
}

std::optional<double> TimeQuantiles::quantile_us(double share) const {
  constexpr double kRounding = 1e-9;  // 0.99 of 100 is 99, not 99.00000000000001
  const auto within =
      static_cast<std::size_t>(std::ceil(share * static_cast<double>(count()) - kRounding));
  if (within == 0 || within >= count()) return std::nullopt;
  return static_cast<double>(sorted_[within - 1]) / kNanosecondsPerMicrosecond;
}

}  // namespace darvaza::bench
