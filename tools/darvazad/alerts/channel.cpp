#include "alerts/channel.h"

#include <algorithm>
#include <cerrno>
#include <charconv>
#include <cstring>
#include <random>
#include <set>
#include <string_view>
#include <utility>

#include <fcntl.h>
#include <fmt/core.h>
#include <unistd.h>

#include "releases/durable_files.h"

namespace darvaza::daemon {
namespace {

using std::chrono::milliseconds;

/// How often the journal is looked at when nobody wakes the channel.
constexpr milliseconds kLook{1000};
/// An alert that is refused so often is set aside: those behind it must not wait for ever.
constexpr unsigned kMostRefusals = 8;

/// Where to go on; 1 when the file is missing or none: what is still in the journal is sent again.
std::uint64_t cursor_in(const std::filesystem::path& file) {
  constexpr std::uint64_t kMostBytes = 32;
  const auto text = releases::read_bounded(file, kMostBytes);
  std::uint64_t next = 1;
  if (!text) return next;
  const auto read = std::from_chars(text->data(), text->data() + text->size(), next);
  return read.ec == std::errc() ? std::max<std::uint64_t>(next, 1) : 1;
}

/// Doubling, of which a random part is waited: many channels that lost one receiver do not come
/// back as one.
milliseconds pause_after(unsigned failures, milliseconds least, milliseconds most) {
  constexpr unsigned kMostDoublings = 20;
  const auto longest =
      std::min(most.count(), least.count() << std::min(failures - 1, kMostDoublings));
  static thread_local std::minstd_rand random{std::random_device{}()};
  return milliseconds(std::uniform_int_distribution<std::int64_t>(longest / 2, longest)(random));
}

}  // namespace

Channel::Channel(const ChannelSettings& settings, std::unique_ptr<Webhook> webhook,
                 const Journal& journal, const std::atomic<bool>& stopping, Takes takes, Say say)
    : settings_(settings),
      webhook_(std::move(webhook)),
      journal_(journal),
      stopping_(stopping),
      takes_(std::move(takes)),
      say_(std::move(say)),
      cursor_file_(journal.directory() / fmt::format("channel-{}.next", settings.name)),
      next_(cursor_in(cursor_file_)),
      thread_([this] { run(); }) {}

Channel::~Channel() { thread_.join(); }

void Channel::wake() {
  const std::lock_guard lock(mutex_);
  woken_.notify_all();
}

void Channel::wait_for_news() {
  std::unique_lock lock(mutex_);
  if (!stopping_) woken_.wait_for(lock, kLook);
}

/// News do not shorten it.
void Channel::pause(milliseconds time) {
  std::unique_lock lock(mutex_);
  woken_.wait_for(lock, time, [this] { return stopping_.load(); });
}

ChannelCounts Channel::counts() const {
  const std::uint64_t end = journal_.end();
  const std::uint64_t next = next_;
  return {settings_.name, delivered_, failures_, set_aside_, missed_, end > next ? end - next : 0};
}

/// In place and not synced: it outlives the process, and after a loss of power some are sent again.
void Channel::keep(std::uint64_t next) {
  const std::string text = fmt::format("{:020}\n", next);
  const int descriptor = ::open(cursor_file_.c_str(), O_WRONLY | O_CREAT | O_CLOEXEC, 0600);
  const bool kept = descriptor >= 0 && ::pwrite(descriptor, text.data(), text.size(), 0) ==
                                           static_cast<ssize_t>(text.size());
  if (descriptor >= 0) ::close(descriptor);
  if (!kept && !std::exchange(cursor_told_, true))
    say_(fmt::format("channel {}: how far it has come cannot be kept: {}", settings_.name,
                     std::strerror(errno)));
}

void Channel::run() {
  // A journal that was removed begins anew, and so must its readers.
  next_ = std::min<std::uint64_t>(next_, journal_.end());
  JournalReader reader(journal_, next_);
  std::uint64_t kept = next_;
  while (!stopping_) {
    const std::uint64_t expected = reader.next();
    const auto line = reader.read();
    if (!line) {
      if (kept != reader.next()) keep(kept = reader.next());
      wait_for_news();
      continue;
    }
    if (const std::uint64_t gone = reader.next() - 1 - expected; gone > 0 && expected > 1) {
      missed_ += gone;
      say_(fmt::format("channel {}: {} alerts left the journal before they could be sent",
                       settings_.name, gone));
    }
    auto alert = alert_of_line(*line);
    if (!alert) {
      if (const auto again = reader.read_again()) alert = alert_of_line(*again);
    }
    if (!alert) {
      say_(fmt::format("channel {}: alert {} of the journal cannot be read", settings_.name,
                       reader.next() - 1));
    } else if (takes_(*alert)) {
      if (!send(*alert)) return;
      keep(kept = reader.next());
    }
    next_ = reader.next();
  }
}

/// Until it is delivered or set aside. False: the daemon ends first.
bool Channel::send(const Alert& alert) {
  unsigned refusals = 0;
  std::set<std::string> told;  // reasons: another one is news, the same one every few minutes is not
  for (unsigned attempt = 1; !stopping_; ++attempt) {
    const Delivery delivery = webhook_->send(alert.id, alert.json);
    if (delivery.outcome == Delivery::Outcome::delivered) {
      ++delivered_;
      if (attempt > 1) say_(fmt::format("channel {}: alert {} taken at attempt {}", settings_.name, alert.id, attempt));
      return true;
    }
    if (stopping_) return false;
    ++failures_;
    constexpr std::size_t kMostTold = 10;
    if (told.size() < kMostTold && told.insert(delivery.why).second)
      say_(fmt::format("channel {}: alert {}: {}; trying again", settings_.name, alert.id,
                       delivery.why));
    if (delivery.outcome == Delivery::Outcome::refused && ++refusals >= kMostRefusals) {
      ++set_aside_;
      say_(fmt::format("channel {}: alert {} set aside after {} refusals: {}", settings_.name,
                       alert.id, refusals, delivery.why));
      return true;
    }
    pause(pause_after(attempt, milliseconds(settings_.retry_ms),
                      std::chrono::seconds(settings_.most_retry_seconds)));
  }
  return false;
}

}  // namespace darvaza::daemon
