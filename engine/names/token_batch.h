// One token against 32 others at once.
//
// Most of a search is comparing the traveller's token with tokens of the dictionary. Costs are whole steps
// (kCostStep), so that a byte holds one and the rows of 32 alignments advance together. The answers
// are those of token_cost, to the last bit: tests/names/token_batch_test.cpp compares the two.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "names/phrase_costs.h"
#include "names/step_costs.h"
#include "names/token_cost.h"
#include "romanize/pivot.h"

namespace darvaza::names {

inline constexpr std::size_t kBatch = 32;
/// Up to kBatch tokens of one writing system, sound by sound.
class TokenBatch {
 public:
  /// Takes `token` in; there must be room, and its writing system must be that of the others.
  void add(const romanize::Sounds& token);
  void clear();
  bool full() const { return count_ == kBatch; }
  std::size_t count() const { return count_; }
  std::size_t size_of(std::size_t token) const { return sizes_[token]; }

 private:
  friend class TokenCosts;
  friend struct BatchAlignment;
  using Lanes = std::array<std::uint8_t, kBatch>;
  alignas(32) std::array<Lanes, romanize::Sounds::kCapacity> sounds_{};  ///< [place][token]
  alignas(32) Lanes sizes_{};
  std::array<std::uint64_t, romanize::Sounds::kCapacity> present_{};  ///< by place: bit s, some token has s there
  std::size_t count_ = 0;
  std::size_t longest_ = 0;
  romanize::WritingSystem system_ = romanize::WritingSystem::latin;
};

/// A token prepared for comparison with batches of one writing system. Immutable; thread-safe.
class TokenCosts {
 public:
  /// Keeps no reference to `token`. A microsecond across scripts, less within one.
  TokenCosts(const romanize::Sounds& token, romanize::WritingSystem system);

  /// For each token of the batch, token_cost in steps; kMostSteps stands for that many and more. Chooses
  /// the instructions by the processor: AVX2, or the plain loop of token_cost.
  void of(const TokenBatch& batch, std::array<std::uint8_t, kBatch>& steps) const;

  /// The same by the plain loop, whatever the processor: the twin against which the other is tested.
  void of_plainly(const TokenBatch& batch, std::array<std::uint8_t, kBatch>& steps) const;

 private:
  friend struct BatchAlignment;
  struct Habit {
    std::array<std::uint8_t, kMostPhrase> sounds{};  ///< of the batch's side, the last one first
    std::uint8_t size = 0;
    std::uint8_t own = 0;  ///< how many sounds of the token it covers
    std::uint8_t steps = 0;
    bool at_end = false;
  };

  romanize::Sounds token_;
  romanize::WritingSystem system_;
  const StepCosts* steps_;
  std::vector<Habit> habits_;                                          ///< by the place where they end in the token
  std::array<std::uint16_t, romanize::Sounds::kCapacity + 2> habits_begin_{};
};

}  // namespace darvaza::names
