#include "darvaza/live_screener.h"

#include <utility>

namespace darvaza {

LiveScreener::LiveScreener(Screener first)
    : current_(std::make_shared<const Screener>(std::move(first))) {}

std::shared_ptr<const Screener> LiveScreener::current() const {
  const std::lock_guard lock(mutex_);
  return current_;
}

Result<std::shared_ptr<const Screener>> LiveScreener::swap_to(const std::filesystem::path& index) { return swap_to(std::span(&index, 1)); }

Result<std::shared_ptr<const Screener>> LiveScreener::swap_to(std::span<const std::filesystem::path> indexes,
                                                               const std::vector<std::string>& required_lists) {
  auto opened = Screener::open(indexes, required_lists);
  if (!opened) return tl::unexpected(std::move(opened.error()));
  auto newer = std::make_shared<const Screener>(std::move(*opened));
  std::shared_ptr<const Screener> old = newer;
  {
    const std::lock_guard lock(mutex_);
    old.swap(current_);
  }
  return newer;  // the old index, if nobody holds it, is unmapped here and not under the lock
}

}  // namespace darvaza
