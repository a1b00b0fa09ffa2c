// What goes to one owner: the alerts of the journal in their order, each until it was delivered.
#pragma once

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <mutex>
#include <string>
#include <thread>

#include "alerts/alert.h"
#include "alerts/alert_counts.h"
#include "alerts/journal.h"
#include "alerts/webhook.h"
#include "config/settings.h"

namespace darvaza::daemon {

/// A thread that reads the journal and sends. How far it has come is kept in a file, so that it
/// goes on there after a restart, or, after a crash, one alert earlier.
class Channel {
 public:
  using Say = std::function<void(const std::string&)>;  ///< called from the channel's thread
  using Takes = std::function<bool(const Alert&)>;      ///< whether an alert goes to this channel

  Channel(const ChannelSettings& settings, std::unique_ptr<Webhook> webhook, const Journal& journal,
          const std::atomic<bool>& stopping, Takes takes, Say say);
  /// Waits for the thread: `stopping` must be true.
  ~Channel();

  /// There is something new in the journal, or it is time to stop.
  void wake();
  ChannelCounts counts() const;

 private:
  void run();
  bool send(const Alert& alert);
  void wait_for_news();
  void pause(std::chrono::milliseconds time);
  void keep(std::uint64_t next);

  const ChannelSettings settings_;
  const std::unique_ptr<Webhook> webhook_;
  const Journal& journal_;
  const std::atomic<bool>& stopping_;
  const Takes takes_;
  const Say say_;
  const std::filesystem::path cursor_file_;
  std::atomic<std::uint64_t> next_ = 1;
  std::atomic<std::uint64_t> delivered_ = 0, failures_ = 0, set_aside_ = 0, missed_ = 0;
  bool cursor_told_ = false;  ///< that it cannot be kept; of the thread
  std::mutex mutex_;
  std::condition_variable woken_;
  std::thread thread_;
};

}  // namespace darvaza::daemon
