// A table of "these letters sound so", and the walk that applies it.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <map>
#include <span>
#include <string_view>
#include <tuple>
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
  std::u32string_view letters;  ///< one to five lower-case letters
  std::array<Sound, 5> sounds;  ///< up to the first Sound::none; all none: the letters are silent
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
  static constexpr std::uint16_t kNone = 0xFFFF;
  static constexpr std::uint16_t kSilent = 0;  ///< the place in rules_ of a rule that gives no sound
  static constexpr char32_t kNearEnd = 0x800;  ///< holds the letters of the three scripts, but for rare ones

  /// A rule as the walk needs it: 24 bytes, without pointers.
  struct Rule {
    std::array<char32_t, 4> tail{};  ///< the letters after the first
    std::array<Sound, 5> sounds{};
    std::uint8_t sound_count = 0;
    std::uint8_t size = 1;           ///< letters
    Place place = Place::anywhere;
  };
  /// Neighbours in rules_, best first.
  struct Range {
    std::uint16_t begin = 0, end = 0;
  };
  /// The rules for this letter and the next one, found by the last bits of the next one: most have none.
  using ByNextLetter = std::array<Range, 64>;
  static constexpr std::size_t next_slot(char32_t next) { return next % std::tuple_size_v<ByNextLetter>; }

  struct Letter {
    Range alone;                       ///< rules for the letter itself
    std::uint16_t longer = kNone;      ///< its place in longer_
    std::uint16_t of_base = kSilent;   ///< the rule of its base letter, for where none of its own applies
    /// The rule for where none of `longer` applies, if it is the same in every place of a token; kNone if not.
    std::uint16_t usual = kSilent;
  };

  static bool stands_before(const LetterRule& a, const LetterRule& b);
  void add_rule(const LetterRule& rule);
  void settle(char32_t c, Letter& letter) const;
  Letter own_rules(char32_t c) const;
  Letter letter(char32_t c) const;
  std::uint16_t first_that_applies(Range range, std::u32string_view token, std::size_t at) const;
  std::uint16_t rule_alone(const Letter& letter, std::u32string_view token, std::size_t at) const;
  std::uint16_t find(const Letter& letter, std::u32string_view token, std::size_t at) const;
  bool applies(const Rule& rule, std::u32string_view token, std::size_t at) const;

  WritingSystem system_;
  std::u32string_view vowels_;
  std::vector<Rule> rules_;  ///< the silent one; then by first letter; then by the next one; those for the letter alone last
  std::vector<ByNextLetter> longer_;
  std::array<Letter, kNearEnd> near_{};
  std::map<char32_t, Letter> far_;
};

}  // namespace darvaza::romanize
