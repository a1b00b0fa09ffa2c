// How fast a run screened: the line that `darvaza screen --stats` writes.
#pragma once

#include <chrono>
#include <cstdint>
#include <map>
#include <span>
#include <string>

namespace darvaza::tool {

/// Counts travellers and the time each took. Memory grows with the number of different times, not
/// with the travellers. Not thread-safe.
class ScreeningStats {
 public:
  void add_batch(std::span<const std::uint32_t> microseconds, std::chrono::nanoseconds elapsed);

  std::uint64_t travellers() const { return travellers_; }
  /// The smallest time that at least `share` (0 to 1) of the travellers stayed within; 0 for none.
  std::uint32_t quantile_us(double share) const;

  /// {"travellers":…,"seconds":…,"per_second":…,"p50_us":…,"p99_us":…,"threads":…,"peak_rss_bytes":…}
  std::string json(unsigned threads) const;

 private:
  std::map<std::uint32_t, std::uint64_t> times_;
  std::uint64_t travellers_ = 0;
  std::chrono::nanoseconds elapsed_{};
};

}  // namespace darvaza::tool
