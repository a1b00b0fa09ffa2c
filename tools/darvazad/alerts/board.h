// The newest alerts, for consoles that read along.
#pragma once

#include <cstddef>
#include <cstdint>
#include <deque>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>

#include "alerts/alert.h"

namespace darvaza::daemon {

/// Keeps a bounded number of alerts, which all consoles share: one that is slow costs nothing, and
/// loses its place when the alert that it would read next is gone. Thread-safe.
class Board {
 public:
  explicit Board(std::size_t most) : most_(most) {}

  void add(Alert alert);

  /// Where a console begins that has seen nothing yet: at what comes now.
  std::uint64_t end() const;
  /// Behind the alert of this id. One that is not here: at the oldest, since what was missed is not
  /// known.
  std::uint64_t after(std::string_view id) const;

  enum class Reading { done, lost };
  /// Appends to `events` what `post` may read of the alerts from `position` on, as server-sent
  /// events, some 64 KiB at most, and moves `position`. `lost`: they are gone.
  Reading read(std::uint64_t& position, const Post& post, std::string& events) const;

 private:
  const std::size_t most_;
  mutable std::mutex mutex_;
  std::deque<std::shared_ptr<const Alert>> alerts_;
  std::uint64_t first_ = 0;  ///< position of the oldest
};

}  // namespace darvaza::daemon
