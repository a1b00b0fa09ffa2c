// Adds travellers to a register as they are read or screened.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <utility>

#include "lookback/traveller_register.h"

namespace darvaza::tool {

/// A register that fails must stop neither reading nor screening: the first failure is kept, and nothing is added after it.
class TravellerKeeper {
 public:
  explicit TravellerKeeper(lookback::TravellerRegister travellers) : register_(std::move(travellers)) {}

  /// Adds all or none of them, dated now; takes their content.
  void keep(std::span<Traveller> travellers, const std::string& manifest);

  std::uint64_t added() const { return added_; }
  std::uint64_t not_added() const { return not_added_; }
  const std::optional<Error>& failure() const { return failure_; }

 private:
  lookback::TravellerRegister register_;
  std::uint64_t added_ = 0, not_added_ = 0;
  std::optional<Error> failure_;
};

}  // namespace darvaza::tool
