// Adds travellers to a register as they are read or screened.
#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <utility>

#include "lookback/traveller_register.h"
#include "output/exit_status.h"

namespace darvaza::tool {

/// A register that fails must stop neither reading nor screening: a failure is told at once, since a stream may go on for days, and once for as long as
/// it lasts. What comes next is tried again: a full disk, or a register that somebody works on, is no reason to lack everybody after. One that is held for
/// long makes each try wait (lookback/traveller_register.cpp): from the second failure in a row on, a try of more than a second is followed by as much time
/// without one. A register that could not even be opened is a failure like any other.
class TravellerKeeper {
 public:
  using Open = std::function<Result<lookback::TravellerRegister>()>;

  explicit TravellerKeeper(lookback::TravellerRegister travellers) : register_(std::move(travellers)) {}
  /// Opens the register now, and as often as it is needed where that fails. `open` may be called for as long as this lives.
  explicit TravellerKeeper(Open open);

  /// Adds all or none of them, dated now; takes their content.
  void keep(std::span<Traveller> travellers, const std::string& manifest);

  bool is_open() const { return register_.has_value(); }
  std::uint64_t added() const { return added_; }
  std::uint64_t not_added() const { return not_added_; }
  /// The exit status that the first failure asks for.
  int status() const { return status_; }

 private:
  using Clock = std::chrono::steady_clock;

  Result<void> open();
  Result<void> add(std::span<const lookback::KeptTraveller> kept);
  void note(const Error& error, Clock::time_point begun);

  Open open_;
  std::optional<lookback::TravellerRegister> register_;
  std::uint64_t added_ = 0, not_added_ = 0;
  std::string failure_;  ///< of the last try, as it was told; empty: none
  Clock::time_point next_try_{};
  int status_ = kDone;
};

}  // namespace darvaza::tool
