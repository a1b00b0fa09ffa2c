// A table of "these letters sound so", and the walk that applies it.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "romanize/pivot.h"

namespace darvaza::romanize {

/// Where in the token a rule applies.
enum class Place : std::uint8_t {
  anywhere,
  first,         ///< at the beginning of the token
  last,          ///< at the end of the token
  before_vowel,  ///< the next letter is in the table's set of vowels
};

struct LetterRule {
  std::u32string_view letters;  ///< one or more lower-case letters
  std::array<Sound, 4> sounds;  ///< up to the first Sound::none; all none: the letters are silent
  Place place = Place::anywhere;
};

/// One writing system: its rules, ready for looking up. Immutable after construction.
class LetterTable {
 public:
  /// `rules` must outlive the table. Among rules for the same place in the text the longest wins,
  /// then the one with a narrower place, then the earlier one.
  LetterTable(WritingSystem system, std::span<const LetterRule> rules, std::u32string_view vowels);

  /// The token in sounds. Letters without a rule are looked up by their base letter and then passed
  /// over. Runs of one sound become a single one: doubling is the least stable part of a spelling. Not so
  /// in Arabic script, where a letter written twice has an unwritten vowel between: مدد is madad.
  Sounds apply(std::u32string_view token) const;

 private:
  /// What can be said of one letter without looking at its neighbours.
  struct Letter {
    std::uint16_t begin = 0;         ///< its rules in rules_, best first
    std::uint16_t alone = 0;         ///< the first of them that is about this letter alone
    std::uint16_t end = 0;
    std::uint16_t of_base = kNone;   ///< the rule of its base letter, for where none of its own applies
    std::uint64_t followers = 0;     ///< bit c % 64: a longer rule goes on with a letter c
  };
  static constexpr std::uint16_t kNone = 0xFFFF;
  static constexpr char32_t kNearEnd = 0x800;  ///< holds the letters of the three scripts, but for rare ones

  Letter letter(char32_t c) const { return c < kNearEnd ? near_[near_at_[c]] : describe(c); }
  Letter describe(char32_t c) const;
  Letter with_rules_of(char32_t c) const;
  const LetterRule* find(const Letter& letter, std::u32string_view token, std::size_t at) const;
  bool applies(const LetterRule& rule, std::u32string_view token, std::size_t at) const;

  WritingSystem system_;
  std::vector<LetterRule> rules_;  ///< sorted by first letter, then best first
  std::u32string_view vowels_;
  std::array<std::uint16_t, kNearEnd> near_at_{};  ///< where in near_ a letter stands
  std::vector<Letter> near_;                         ///< the first is that of all letters without rules
};

}  // namespace darvaza::romanize
