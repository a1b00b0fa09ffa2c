// A streamed exchange whose answers go out when they may.
#pragma once

#include <chrono>
#include <string_view>

#include "answers/answers.h"
#include "http/message.h"

namespace darvaza::daemon {

/// Before each piece of the answer waits until it is kept (Answers::when_kept), and then, where
/// `beat` is not 0, for the next beat after `begun`. What may not be sent is replaced by a problem,
/// after which nothing is sent any more. All arguments outlive the object; belongs to one thread.
class HeldExchange : public Exchange {
 public:
  HeldExchange(Exchange& exchange, const Answers& answers,
               std::chrono::steady_clock::time_point begun, std::chrono::milliseconds beat)
      : exchange_(exchange), answers_(answers), begun_(begun), beat_(beat) {}

  std::size_t read(char* bytes, std::size_t size) override { return exchange_.read(bytes, size); }
  bool write(const Response& head, std::string_view piece) override;
  bool whole() const override { return exchange_.whole(); }

 private:
  Exchange& exchange_;
  const Answers& answers_;
  const std::chrono::steady_clock::time_point begun_;
  const std::chrono::milliseconds beat_;
  bool sent_ = false, refused_ = false;
};

}  // namespace darvaza::daemon
