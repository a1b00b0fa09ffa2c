#include "answers/held_exchange.h"

#include <future>
#include <memory>
#include <thread>

#include "work/pacer.h"

namespace darvaza::daemon {

std::size_t HeldExchange::read(char* bytes, std::size_t size) {
  if (off_beat_) wait_for_beat();
  const std::size_t count = exchange_.read(bytes, size);
  begun_ = std::chrono::steady_clock::now();
  off_beat_ = true;
  return count;
}

void HeldExchange::wait_for_beat() const {
  if (beat_.count() == 0) return;
  std::this_thread::sleep_until(next_beat(begun_, std::chrono::steady_clock::now(), beat_));
}

bool HeldExchange::write(const Response& head, std::string_view piece) {
  if (refused_) return false;
  const auto kept = std::make_shared<std::promise<bool>>();
  answers_.when_kept([kept](bool yes) { kept->set_value(yes); });
  refused_ = !kept->get_future().get();
  wait_for_beat();
  off_beat_ = false;
  if (!refused_) {
    sent_ = true;
    return exchange_.write(head, piece);
  }
  const Response refusal = unkept_answer();
  exchange_.write(sent_ ? head : refusal, refusal.body);
  return false;
}

}  // namespace darvaza::daemon
