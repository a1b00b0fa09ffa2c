// From values to places along one side of a chart.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace darvaza::eval::report {

struct Axis {
  enum class Scale : std::uint8_t {
    linear,
    logarithmic,  ///< `low` above 0
    probit,  ///< quantiles of the normal distribution, as DET curves use; `low` and `high` within 0
             ///< and 1
  };
  enum class Unit : std::uint8_t {
    share,   ///< "20 %"
    one_in,  ///< a share as "1 in 1,000"
    number,
  };

  std::string title;
  Scale scale = Scale::linear;
  Unit unit = Unit::share;
  double low = 0, high = 1;  ///< low below high

  /// Where a value stands, from 0 at `low` to 1 at `high`; values beyond either stand there.
  double place(double value) const;
  /// Values to mark, within the range.
  std::vector<double> ticks() const;
  std::string label(double value) const;
};

/// Places to which the normal distribution gives the probability `share`, for 0 < share < 1.
double probit(double share);

}  // namespace darvaza::eval::report
