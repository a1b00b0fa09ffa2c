#include "index/parallel.h"

#include <atomic>

namespace darvaza::index {

unsigned thread_count(unsigned wanted) {
  return wanted != 0 ? wanted : std::max(1u, std::thread::hardware_concurrency());
}

void run_all(unsigned threads, std::span<const std::function<void()>> tasks) {
  std::atomic<std::size_t> next = 0;
  const auto work = [&] {
    for (std::size_t i = next++; i < tasks.size(); i = next++) tasks[i]();
  };
  std::vector<std::thread> helpers;
  while (helpers.size() + 1 < std::min<std::size_t>(threads, tasks.size())) helpers.emplace_back(work);
  work();
  for (std::thread& helper : helpers) helper.join();
}

}  // namespace darvaza::index
