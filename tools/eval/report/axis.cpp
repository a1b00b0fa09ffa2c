#include "eval/report/axis.h"

#include <algorithm>
#include <cmath>

#include <fmt/core.h>

#include "eval/report/html.h"

namespace darvaza::eval::report {
namespace {

double stretched(Axis::Scale scale, double value) {
  switch (scale) {
    case Axis::Scale::logarithmic:
      return std::log10(value);
    case Axis::Scale::probit:
      return probit(value);
    default:
      return value;
  }
}

/// Steps of 1, 2 or 5 times a power of ten, four to eight of them.
std::vector<double> even_ticks(double low, double high) {
  const double rough = (high - low) / 5;
  const double power = std::pow(10, std::floor(std::log10(rough)));
  const double factor = rough / power;
  const double step = power * (factor < 1.5 ? 1 : factor < 3.5 ? 2 : factor < 7.5 ? 5 : 10);
  std::vector<double> ticks;
  for (double n = std::ceil(low / step - 1e-9); n * step <= high + step * 1e-9; ++n)
    ticks.push_back(n * step);
  return ticks;
}

}  // namespace

double probit(double share) {
  // Newton's method on the distribution function; its slope is the density. Twelve steps settle for
  // 1e-7 and up.
  double z = 0;
  for (int step = 0; step < 60; ++step) {
    const double error = 0.5 * std::erfc(-z / std::sqrt(2.0)) - share;
    const double density = std::exp(-z * z / 2) / std::sqrt(2 * 3.14159265358979323846);
    z -= std::clamp(error / density, -0.5, 0.5);
  }
  return z;
}

double Axis::place(double value) const {
  const double inside = std::clamp(value, low, high);
  const double from = stretched(scale, low), to = stretched(scale, high);
  return (stretched(scale, inside) - from) / (to - from);
}

std::vector<double> Axis::ticks() const {
  if (scale == Scale::linear) return even_ticks(low, high);
  std::vector<double> ticks;
  if (scale == Scale::logarithmic) {
    for (double power = std::ceil(std::log10(low) - 1e-9); power <= std::log10(high) + 1e-9;
         ++power) {
      ticks.push_back(std::pow(10, power));
    }
    return ticks;
  }
  for (const double share : {0.0001, 0.001, 0.005, 0.02, 0.05, 0.1, 0.2, 0.4, 0.6, 0.8, 0.9}) {
    if (share >= low && share <= high) ticks.push_back(share);
  }
  return ticks;
}

std::string Axis::label(double value) const {
  switch (unit) {
    case Unit::share:
      return fmt::format("{:g} %",
                         std::fabs(value) < 1e-12 ? 0 : std::round(100 * value * 1e6) / 1e6);
    case Unit::one_in:
      return value >= 0.999999
                 ? "all"
                 : "1 in " + count_text(static_cast<std::uint64_t>(std::llround(1 / value)));
    default: {
      const double clean = std::fabs(value) < 1e-12 ? 0 : value;
      return std::fabs(clean) >= 1000 ? number_text(clean)
                                      : fmt::format("{:g}", std::round(clean * 1e6) / 1e6);
    }
  }
}

}  // namespace darvaza::eval::report
