// The same work on many things, on several threads.
#pragma once

#include <algorithm>
#include <cstddef>
#include <functional>
#include <vector>

#include "index/parallel.h"

namespace darvaza::eval {

/// Calls `work(begin, end)` for parts that together are 0 to `count`, on up to `threads` threads.
/// Parts are small enough that threads end at about the same time.
inline void work_in_chunks(std::size_t count, unsigned threads,
                           const std::function<void(std::size_t, std::size_t)>& work) {
  const std::size_t chunk =
      std::clamp<std::size_t>(count / (std::size_t{threads} * 16 + 1), 1, 4096);
  std::vector<std::function<void()>> tasks;
  for (std::size_t begin = 0; begin < count; begin += chunk) {
    tasks.emplace_back([&work, begin, end = std::min(begin + chunk, count)] { work(begin, end); });
  }
  index::run_all(threads, tasks);
}

}  // namespace darvaza::eval
