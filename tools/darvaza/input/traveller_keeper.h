// Adds travellers to a register as they are read or screened.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <utility>

#include "lookback/traveller_register.h"
#include "output/exit_status.h"

namespace darvaza::tool {

/// A register that fails must stop neither reading nor screening: the first failure is told at once, since a stream may go on for days, and nothing is
/// added after it.
class TravellerKeeper {
 public:
  explicit TravellerKeeper(lookback::TravellerRegister travellers) : register_(std::move(travellers)) {}

  /// Adds all or none of them, dated now; takes their content.
  void keep(std::span<Traveller> travellers, const std::string& manifest);

  std::uint64_t added() const { return added_; }
  std::uint64_t not_added() const { return not_added_; }
  /// The exit status that the failure asks for.
  int status() const { return status_; }

 private:
  lookback::TravellerRegister register_;
  std::uint64_t added_ = 0, not_added_ = 0;
  int status_ = kDone;
};

}  // namespace darvaza::tool
