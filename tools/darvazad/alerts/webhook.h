// One POST of an alert to its owner's receiver.
#pragma once

#include <atomic>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include "darvaza/error.h"

namespace darvaza::daemon {

/// What came of it.
struct Delivery {
  enum class Outcome : std::uint8_t {
    delivered,  ///< an answer of 200 to 299
    later,      ///< nobody there, too slow, or busy: says nothing of this alert
    refused,    ///< an answer that may be about this alert: 400, 413, 422, 500 ...
  };
  Outcome outcome = Outcome::later;
  std::string why;  ///< "HTTP status 422", "Timeout was reached": nothing personal
};

/// Belongs to one thread.
class Webhook {
 public:
  struct Target {
    std::string url;
    std::string secret;
    std::string ca;  ///< PEM file of those who may issue the receiver's certificate; empty: the
                     ///< system's
    std::uint64_t timeout_seconds = 10;
  };

  /// `stopping`, once true, ends a transfer. It outlives the object. Error: internal.
  static Result<std::unique_ptr<Webhook>> make(Target target, const std::atomic<bool>& stopping);
  ~Webhook();

  /// Waits for the answer, `timeout_seconds` at most. Whatever body the answer has is not read to
  /// its end, and redirections are not followed: the signed alert goes to the configured receiver
  /// and nowhere else.
  Delivery send(std::string_view id, const std::string& body);

 private:
  struct State;
  explicit Webhook(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

}  // namespace darvaza::daemon
