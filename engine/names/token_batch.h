// One token against 64 others at once.
//
// Most of a search is comparing the traveller's token with tokens of the dictionary. Costs are whole steps
// (kCostStep), so that a byte holds one and the rows of 32 or 64 alignments advance together. The answers
// are those of token_cost, to the last bit: tests/names/token_batch_test.cpp compares the two.
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "names/phrase_costs.h"
#include "names/step_costs.h"
#include "names/token_cost.h"
#include "romanize/pivot.h"

namespace darvaza::names {

// The twins of one kernel (token_batch.cpp).
namespace avx2 { struct BatchAlignment; }
namespace avx512 { struct BatchAlignment; }

inline constexpr std::size_t kBatch = 64;
/// Up to kBatch tokens of one writing system. Working memory of one thread.
class TokenBatch {
 public:
  /// Takes `token` in; there must be room, and its writing system must be that of the others.
  void add(const romanize::Sounds& token) { add(std::span(&token, 1)); }
  /// As many of `tokens` as there is room for; how many that is.
  std::size_t add(std::span<const romanize::Sounds> tokens) {
    const std::size_t taken = std::min(tokens.size(), kBatch - count_);
    for (std::size_t i = 0; i < taken; ++i) tokens_[count_ + i] = tokens[i];
    count_ += taken;
    ready_ = false;
    return taken;
  }
  void clear() { count_ = 0; }
  bool full() const { return count_ == kBatch; }
  std::size_t count() const { return count_; }
  std::size_t size_of(std::size_t token) const { return tokens_[token].size(); }

 private:
  friend class TokenCosts;
  friend struct avx2::BatchAlignment;
  friend struct avx512::BatchAlignment;
  friend struct Transposition;
  using Lanes = std::array<std::uint8_t, kBatch>;

  const Lanes& sizes() const { return rows_[1]; }
  const Lanes& sounds(std::size_t place) const { return rows_[kFirstSound + place]; }

  static constexpr std::size_t kFirstSound = 2;  ///< in the bytes of a token
  alignas(64) std::array<romanize::Sounds, kBatch> tokens_{};
  alignas(64) std::array<Lanes, sizeof(romanize::Sounds)> rows_{};  ///< [byte of the token][token]
  /// By sound: bit p, some token has it at place p.
  std::array<std::uint32_t, romanize::kSoundCount> where_{};
  std::size_t count_ = 0;
  std::size_t longest_ = 0;
  std::uint64_t met_ = 0;  ///< all sounds of the tokens as bits, if has_where_
  bool ready_ = false;     ///< rows_ are those of tokens_
  bool has_where_ = false;  ///< and where_, too
};

/// A token prepared for comparison with batches of one writing system. Immutable; thread-safe.
class TokenCosts {
 public:
  /// Keeps no reference to `token`. A microsecond across scripts, less within one.
  TokenCosts(const romanize::Sounds& token, romanize::WritingSystem system);

  /// For each token of the batch, token_cost in steps; what is more than `most` may come out as any number
  /// above it, and kMostSteps stands for that many and more. Chooses the instructions by the processor: AVX-512,
  /// AVX2 or the plain loop of token_cost. Readies the batch, which the next token can use as it is. The answer has
  /// a bit for each token that costs `most` or less.
  std::uint64_t of(TokenBatch& batch, std::array<std::uint8_t, kBatch>& steps, std::uint8_t most = kMostSteps) const;

  /// The same without AVX-512, ...
  std::uint64_t of_narrowly(TokenBatch& batch, std::array<std::uint8_t, kBatch>& steps, std::uint8_t most = kMostSteps) const;
  /// ... and by the plain loop, whatever the processor: the twin against which the others are tested.
  std::uint64_t of_plainly(const TokenBatch& batch, std::array<std::uint8_t, kBatch>& steps, std::uint8_t most = kMostSteps) const;

 private:
  friend struct avx2::BatchAlignment;
  friend struct avx512::BatchAlignment;
  void ready(TokenBatch& batch) const;

  struct Habit {
    std::array<std::uint8_t, kMostPhrase> sounds{};  ///< of the batch's side, the last one first
    std::uint8_t size = 0;
    std::uint8_t own = 0;  ///< how many sounds of the token it covers
    std::uint8_t steps = 0;
    bool at_end = false;
    std::uint64_t need = 0;  ///< the sounds of the batch's side as bits
    std::uint16_t next = 0;  ///< the next one of the same place whose other side ends in another sound
  };

  romanize::Sounds token_;
  const StepCosts* steps_;
  std::vector<Habit> habits_;                                          ///< by the place where they end in the token
  std::array<std::uint16_t, romanize::Sounds::kCapacity + 2> habits_begin_{};
};

}  // namespace darvaza::names
