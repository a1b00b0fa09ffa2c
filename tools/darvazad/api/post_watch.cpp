#include "api/post_watch.h"

#include <system_error>
#include <utility>

namespace darvaza::daemon {

PostWatch::PostWatch(std::vector<std::filesystem::path> posts, Times times)
    : posts_(std::move(posts)), times_(times), loaded_(links()) {}

PostWatch::~PostWatch() { stop(); }

PostWatch::Links PostWatch::links() const {
  Links all;
  for (const std::filesystem::path& post : posts_) {
    std::error_code error;  // without a link the name is empty, and that is where it leads
    all.push_back(std::filesystem::read_symlink(post / "current", error));
  }
  return all;
}

void PostWatch::start(Reload reload) {
  if (posts_.empty()) return;
  reload_ = std::move(reload);
  thread_ = std::thread([this] { run(); });
}

void PostWatch::told(bool loaded) {
  const std::lock_guard lock(mutex_);
  told_ = loaded;
}

void PostWatch::stop() {
  {
    const std::lock_guard lock(mutex_);
    stopped_ = true;
  }
  woken_.notify_all();
  if (thread_.joinable()) thread_.join();
}

void PostWatch::run() {
  constexpr auto kNever = std::chrono::steady_clock::time_point::max();
  auto retry_at = kNever;
  std::unique_lock lock(mutex_);
  while (!woken_.wait_for(lock, times_.interval, [this] { return stopped_; })) {
    const auto now = std::chrono::steady_clock::now();
    if (const auto loaded = std::exchange(told_, std::nullopt))
      retry_at = *loaded ? kNever : now + times_.retry;
    Links found = links();
    if (found == loaded_ && now < retry_at) continue;
    lock.unlock();
    const bool asked = reload_();
    lock.lock();
    if (!asked) continue;  // looked at again: those who load may have come before the link moved
    loaded_ = std::move(found);
    retry_at = kNever;
  }
}

}  // namespace darvaza::daemon
