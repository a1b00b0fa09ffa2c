// A streamed exchange whose answers go out when they may.
#pragma once

#include <chrono>
#include <string_view>

#include "answers/answers.h"
#include "http/message.h"

namespace darvaza::daemon {

/// Before each piece of the answer waits until it is kept (Answers::when_kept), and then, where
/// `beat` is not 0, for the next beat after the last piece of the body came: the client cannot move
/// what it asks against the beats. More of the body is read at a beat, too, lest that moment tell
/// how long what was read before took. What may not be sent is replaced by a problem, after which
/// nothing is sent any more. All arguments outlive the object; belongs to one thread.
class HeldExchange : public Exchange {
 public:
  HeldExchange(Exchange& exchange, const Answers& answers, std::chrono::milliseconds beat)
      : exchange_(exchange), answers_(answers), beat_(beat) {}

  std::size_t read(char* bytes, std::size_t size) override;
  bool write(const Response& head, std::string_view piece) override;
  bool whole() const override { return exchange_.whole(); }

 private:
  void wait_for_beat() const;

  Exchange& exchange_;
  const Answers& answers_;
  const std::chrono::milliseconds beat_;
  std::chrono::steady_clock::time_point begun_ = std::chrono::steady_clock::now();
  bool off_beat_ = false;  ///< something was read, and maybe searched for, since the last beat
  bool sent_ = false, refused_ = false;
};

}  // namespace darvaza::daemon
