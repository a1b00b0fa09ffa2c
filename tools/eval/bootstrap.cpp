#include "eval/bootstrap.h"

#include <algorithm>
#include <cmath>
#include <cstddef>

namespace darvaza::eval {
namespace {

constexpr unsigned kBits = 16;

/// How many of 65,536 numbers stand for at most 0, 1, 2, ... occurrences at mean 1: e^-1 times the
/// sum of 1/k!.
constexpr std::uint32_t kPoisson[] = {24109, 48219, 60273, 64292, 65296, 65497, 65531, 65535};

std::uint64_t poisson_of_one(std::uint32_t uniform) {
  std::uint64_t count = 0;
  while (count < std::size(kPoisson) && uniform >= kPoisson[count]) ++count;
  return count;
}

/// Mean 0, variance 1, by the sum of twelve uniform numbers.
double nearly_normal(perturb::Random& random) {
  constexpr double kScale = 1.0 / (1U << kBits);
  std::uint64_t sum = 0;
  for (int i = 0; i < 3; ++i) {
    std::uint64_t four = random.next();
    for (int j = 0; j < 4; ++j, four >>= kBits) sum += four & ((1U << kBits) - 1);
  }
  return (static_cast<double>(sum) + 6) * kScale - 6;  // each number is half a step too low
}

}  // namespace

std::uint64_t drawn_count(perturb::Random& random, std::uint64_t count) {
  constexpr std::uint64_t kMany = 64;
  if (count >= kMany) {
    const auto mean = static_cast<double>(count);
    const double drawn = mean + std::sqrt(mean) * nearly_normal(random);
    return static_cast<std::uint64_t>(std::max(0.0, drawn + 0.5));
  }
  std::uint64_t sum = 0, four = 0;
  for (std::uint64_t i = 0; i < count; ++i, four >>= kBits) {
    if (i % 4 == 0) four = random.next();
    sum += poisson_of_one(static_cast<std::uint32_t>(four & ((1U << kBits) - 1)));
  }
  return sum;
}

void draw_groups(perturb::Random& random, const ScoreGroups& from, ScoreGroups& into) {
  into.groups = from.groups;
  into.positives = into.negatives = 0;
  for (ScoreGroup& group : into.groups) {
    into.positives += group.positives = drawn_count(random, group.positives);
    into.negatives += group.negatives = drawn_count(random, group.negatives);
  }
}

void draw_counts(perturb::Random& random, const std::vector<std::uint64_t>& from,
                 std::vector<std::uint64_t>& into) {
  into.resize(from.size());
  std::transform(from.begin(), from.end(), into.begin(),
                 [&](std::uint64_t count) { return drawn_count(random, count); });
}

std::vector<Estimate> intervals(const BootstrapOptions& options, const std::vector<double>& values,
                                const std::function<std::vector<double>(perturb::Random&)>& round) {
  std::vector<std::vector<double>> drawn(values.size());
  for (std::uint64_t i = 0; i < options.rounds; ++i) {
    perturb::Random random = perturb::Random::of_record(options.seed, 0, i);
    const std::vector<double> again = round(random);
    for (std::size_t j = 0; j < again.size(); ++j) {
      if (!std::isnan(again[j])) drawn[j].push_back(again[j]);
    }
  }
  std::vector<Estimate> estimates;
  for (std::size_t j = 0; j < values.size(); ++j) {
    Estimate estimate{values[j], kNone, kNone};
    std::vector<double>& sample = drawn[j];
    if (!sample.empty() && !std::isnan(values[j])) {
      std::sort(sample.begin(), sample.end());
      const double outside = (1 - options.confidence) / 2 * static_cast<double>(sample.size());
      const std::size_t skipped =
          std::min(static_cast<std::size_t>(outside + 0.5), (sample.size() - 1) / 2);
      estimate.low = sample[skipped];
      estimate.high = sample[sample.size() - 1 - skipped];
    }
    estimates.push_back(estimate);
  }
  return estimates;
}

void bound_exactly(const BootstrapOptions& options, std::uint64_t part, std::uint64_t whole, Estimate& estimate) {
  if (options.rounds == 0 || whole == 0 || (part != 0 && part != whole)) return;
  const double tail = std::pow((1 - options.confidence) / 2, 1 / static_cast<double>(whole));
  estimate.low = part == 0 ? 0 : tail;
  estimate.high = part == 0 ? 1 - tail : 1;
}

}  // namespace darvaza::eval
