#include "index/parallel.h"

#include <atomic>
#include <exception>

namespace darvaza::index {

unsigned thread_count(unsigned wanted) {
  return wanted != 0 ? wanted : std::max(1u, std::thread::hardware_concurrency());
}

void run_all(unsigned threads, std::span<const std::function<void()>> tasks) {
  std::atomic<std::size_t> next = 0;
  std::mutex mutex;
  std::exception_ptr thrown;
  const auto work = [&] {
    try {
      for (std::size_t i = next++; i < tasks.size(); i = next++) tasks[i]();
    } catch (...) {
      const std::lock_guard lock(mutex);
      thrown = std::current_exception();
    }
  };
  {
    std::vector<std::jthread> helpers;
    try {
      while (helpers.size() + 1 < std::min<std::size_t>(threads, tasks.size())) helpers.emplace_back(work);
    } catch (const std::exception&) {
      // No more threads or memory for them: those that run do it all.
    }
    work();
  }
  if (thrown) std::rethrow_exception(thrown);
}

}  // namespace darvaza::index
