// Many times, and what share of them stayed within how long.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

namespace darvaza::bench {

/// Immutable once made.
class TimeQuantiles {
 public:
  explicit TimeQuantiles(std::vector<std::uint64_t> nanoseconds);

  std::size_t count() const { return sorted_.size(); }
  double mean_us() const;
  double most_us() const;
  /// The shortest time that at least `share` of all stayed within. Nothing when fewer than one
  /// time would be longer: of 500 times, nobody knows the one that one in 1,000 exceeds.
  std::optional<double> quantile_us(double share) const;

 private:
  std::vector<std::uint64_t> sorted_;
};

}  // namespace darvaza::bench
