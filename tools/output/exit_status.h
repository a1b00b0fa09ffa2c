// Exit statuses after sysexits(3), and the one way in which failures are told.
#pragma once

#include <string_view>

#include "darvaza/error.h"

namespace darvaza::tool {

inline constexpr int kDone = 0;
inline constexpr int kUsage = 2;
inline constexpr int kInputRefused = 65;
inline constexpr int kInputMissing = 66;
inline constexpr int kInternal = 70;
inline constexpr int kIo = 74;

int exit_status(ErrorCode code);

/// Writes "darvaza: message" to standard error, control characters escaped.
void complain(std::string_view message);

/// Tells an error to the user and returns the exit status that it asks for.
int report(const Error& error);

/// The status of a run whose steps go on after a failure: the first failure counts.
class FirstFailure {
 public:
  void note(int status) {
    if (status_ == kDone) status_ = status;
  }
  int status() const { return status_; }

 private:
  int status_ = kDone;
};

}  // namespace darvaza::tool
