// Posts of signed lists, whose link moves when an update or a compaction made a generation current.
#pragma once

#include <chrono>
#include <condition_variable>
#include <filesystem>
#include <functional>
#include <mutex>
#include <optional>
#include <string>
#include <thread>
#include <vector>

namespace darvaza::daemon {

/// Looks at the links of posts twenty times a second, on a thread of its own that reads nothing but
/// them.
class PostWatch {
 public:
  /// Loads the lists anew: on the watching thread, and must return at once. False: they are being
  /// loaded already, and it must be asked again.
  using Reload = std::function<bool()>;

  /// A link is looked at so often; after a failure lists are loaded again after `retry`, though
  /// nothing moved.
  struct Times {
    std::chrono::milliseconds interval{50}, retry{5000};
  };

  /// Directories of posts (`darvaza lists update --post`). Before they are opened: what moves from
  /// now on is noticed.
  PostWatch(std::vector<std::filesystem::path> posts, Times times);
  explicit PostWatch(std::vector<std::filesystem::path> posts)
      : PostWatch(std::move(posts), Times{}) {}
  ~PostWatch();
  PostWatch(const PostWatch&) = delete;
  PostWatch& operator=(const PostWatch&) = delete;

  void start(Reload reload);
  /// Whether all lists were loaded, whoever asked for it. From any thread.
  void told(bool loaded);
  /// Returns when no reload will be asked for any more.
  void stop();

 private:
  using Links = std::vector<std::filesystem::path>;
  Links links() const;
  void run();

  const std::vector<std::filesystem::path> posts_;
  const Times times_;
  Links loaded_;  ///< where they led when lists were last loaded
  Reload reload_;
  std::mutex mutex_;  ///< of the rest
  std::condition_variable woken_;
  bool stopped_ = false;
  std::optional<bool> told_;
  std::thread thread_;
};

}  // namespace darvaza::daemon
