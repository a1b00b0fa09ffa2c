// What must happen in the end, though memory is short at this moment.
#pragma once

#include <chrono>
#include <new>
#include <thread>

namespace darvaza::daemon {

/// Calls `act` until it does not throw std::bad_alloc. For what somebody waits for and what asks for
/// a few hundred bytes, so that where they never come nothing could be answered any more. Of an `act`
/// that threw, nothing must have happened.
template <typename Act>
void persist(const Act& act) {
  constexpr std::chrono::milliseconds kPause{5};
  for (;;) {
    try {
      return act();
    } catch (const std::bad_alloc&) {
      std::this_thread::sleep_for(kPause);
    }
  }
}

}  // namespace darvaza::daemon
