#include "alerts/board.h"

#include <algorithm>
#include <utility>

#include <fmt/format.h>

namespace darvaza::daemon {
namespace {

constexpr std::size_t kPiece = 64 * 1024;

}  // namespace

void Board::add(Alert alert) {
  auto shared = std::make_shared<const Alert>(std::move(alert));
  const std::lock_guard lock(mutex_);
  alerts_.push_back(std::move(shared));
  if (alerts_.size() <= most_) return;
  alerts_.pop_front();
  ++first_;
}

std::uint64_t Board::end() const {
  const std::lock_guard lock(mutex_);
  return first_ + alerts_.size();
}

std::uint64_t Board::after(std::string_view id) const {
  const std::lock_guard lock(mutex_);
  // The last of this id: an alert that was told twice was seen the first time.
  const auto found = std::find_if(alerts_.rbegin(), alerts_.rend(),
                                  [&](const auto& alert) { return alert->id == id; });
  return first_ + static_cast<std::uint64_t>(alerts_.rend() - found);
}

Board::Reading Board::read(std::uint64_t& position, const Post& post, std::string& events) const {
  const std::lock_guard lock(mutex_);
  if (position < first_) return Reading::lost;
  for (; position < first_ + alerts_.size() && events.size() < kPiece; ++position) {
    const Alert& alert = *alerts_[position - first_];
    if (!may_read(post, alert)) continue;
    fmt::format_to(std::back_inserter(events), "id: {}\nevent: alert\ndata: {}\n\n", alert.id,
                   alert.json);
  }
  return Reading::done;
}

}  // namespace darvaza::daemon
