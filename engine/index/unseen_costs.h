// What words of listed names cost against parts of a traveller's that share no key with them, remembered.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

#include "index/index.h"
#include "names/token_cost.h"

namespace darvaza::index {

/// What unmet words cost, by sound, against parts with which they share no key: common words come again and again. A slot holds
/// the last word that fell into it. Working memory of one thread, for one name after another.
class UnseenCosts {
 public:
  static constexpr std::size_t kMostTokens = 4, kMostRuns = 8;  ///< later ones are not compared
  /// Tokens, and behind those runs.
  static constexpr std::size_t kMostParts = kMostTokens + kMostRuns;
  /// So many words are compared with a name. Those who share a common name with thousands have as many words beside it, and
  /// hardly one of those is like another part: they would take most of the time.
  static constexpr std::size_t kMost = 256;
  /// Words that share no key cost so much at least: nearly all that cost less share one.
  static constexpr names::Millinats kLeast = 5000;

  void forget() {
    ++name_;
    compared_ = 0;
  }
  /// What `get` would answer if it compared nothing; the least that it is expected to find where it would.
  names::Millinats known_cost(TokenId word, std::size_t part) const {
    const Slot& slot = slots_[word % kSlots];
    if (slot.name != name_ || slot.word != word || !slot.known[part]) return compared_ == kMost ? names::kTooFar : kLeast;
    return slot.costs[part];
  }
  names::Millinats get(TokenId word, std::size_t part, auto cost) {
    Slot& slot = slots_[word % kSlots];
    if (slot.name != name_ || slot.word != word) slot = {name_, word, {}, {}};
    if (!slot.known[part]) {
      if (compared_ == kMost) return names::kTooFar;
      ++compared_;
      slot.costs[part] = cost();
      slot.known[part] = true;
    }
    return slot.costs[part];
  }

 private:
  static constexpr std::size_t kSlots = 256;
  struct Slot {
    std::uint64_t name = 0;
    TokenId word = 0;
    std::array<bool, kMostParts> known{};
    std::array<names::Millinats, kMostParts> costs{};
  };
  std::uint64_t name_ = 1;
  std::size_t compared_ = 0;
  std::array<Slot, kSlots> slots_{};
};

}  // namespace darvaza::index
