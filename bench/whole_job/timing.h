// How long opening and screening take.
#pragma once

#include <cstddef>
#include <filesystem>
#include <vector>

#include "darvaza/screener.h"
#include "whole_job/time_quantiles.h"

namespace darvaza::bench {

/// Milliseconds of Screener::open, the median of five; the file must be in the page cache. 0 when
/// it does not open.
double open_ms(const std::filesystem::path& index);

/// One traveller after another, one thread: the time of each call of Screener::screen, by a clock
/// of nanoseconds. Ends after all travellers or `seconds`.
TimeQuantiles time_each(const Screener& screener, const std::vector<Traveller>& travellers,
                        double seconds);

/// One round of Screener::screen_batch.
struct Round {
  unsigned threads = 1;
  std::size_t travellers = 0;
  double seconds = 0;            ///< wall
  double processor_seconds = 0;  ///< of all threads together; does not count other processes
  double per_second() const { return static_cast<double>(travellers) / seconds; }
  double processor_us() const { return processor_seconds * 1e6 / static_cast<double>(travellers); }
};

/// Screens the first `count` travellers as one batch.
Round time_batch(const Screener& screener, const std::vector<Traveller>& travellers,
                 std::size_t count, unsigned threads);

}  // namespace darvaza::bench
