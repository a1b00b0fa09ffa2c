#include "romanize/letter_rules.h"

#include <algorithm>

#include "text/normalise.h"

namespace darvaza::romanize {

/// By first letter; those for it alone last; by next letter; then the longest, the one with a narrower place, the
/// earlier one.
bool LetterTable::stands_before(const LetterRule& a, const LetterRule& b) {
  const std::size_t a_size = a.letters.size(), b_size = b.letters.size();
  if (a.letters[0] != b.letters[0]) return a.letters[0] < b.letters[0];
  if ((a_size == 1) != (b_size == 1)) return b_size == 1;
  if (a_size > 1 && next_slot(a.letters[1]) != next_slot(b.letters[1])) return next_slot(a.letters[1]) < next_slot(b.letters[1]);
  if (a_size != b_size) return a_size > b_size;
  return a.place != Place::anywhere && b.place == Place::anywhere;
}

LetterTable::LetterTable(WritingSystem system, std::span<const LetterRule> rules,
                         std::u32string_view vowels)
    : system_(system), vowels_(vowels), rules_(1) {
  std::vector<LetterRule> sorted(rules.begin(), rules.end());
  std::stable_sort(sorted.begin(), sorted.end(), stands_before);
  for (const LetterRule& rule : sorted) add_rule(rule);
  for (char32_t c = 0; c < kNearEnd; ++c) settle(c, near_[c]);
}

/// Appends to rules_; what belongs to one letter, or to one letter and the next, comes one after the other.
void LetterTable::add_rule(const LetterRule& source) {
  Rule rule{.sounds = source.sounds, .place = source.place};
  rule.size = static_cast<std::uint8_t>(1 + source.letters.substr(1).copy(rule.tail.data(), rule.tail.size()));
  const auto silence = std::find(rule.sounds.begin(), rule.sounds.end(), Sound::none);
  rule.sound_count = static_cast<std::uint8_t>(silence - rule.sounds.begin());

  const char32_t first = source.letters[0];
  Letter& letter = first < kNearEnd ? near_[first] : far_[first];
  if (rule.size > 1 && letter.longer == kNone) {
    letter.longer = static_cast<std::uint16_t>(longer_.size());
    longer_.emplace_back();
  }
  Range& range = rule.size > 1 ? longer_[letter.longer][next_slot(rule.tail[0])] : letter.alone;
  if (range.begin == range.end) range.begin = static_cast<std::uint16_t>(rules_.size());
  rules_.push_back(rule);
  range.end = static_cast<std::uint16_t>(rules_.size());
}

/// Fills in of_base and usual, once all rules are added.
void LetterTable::settle(char32_t c, Letter& letter) const {
  const char32_t base = text::base_letter(c);
  if (base != c) {
    const std::uint16_t rule = first_that_applies(own_rules(base).alone, std::u32string_view(&base, 1), 0);
    if (rule != kNone) letter.of_base = rule;
  }
  if (letter.alone.begin == letter.alone.end) {
    letter.usual = letter.of_base;
  } else {
    letter.usual = rules_[letter.alone.begin].place == Place::anywhere ? letter.alone.begin : kNone;
  }
}

LetterTable::Letter LetterTable::own_rules(char32_t c) const {
  if (c < kNearEnd) return near_[c];
  const auto found = far_.find(c);
  return found == far_.end() ? Letter() : found->second;
}

inline LetterTable::Letter LetterTable::letter(char32_t c) const {
  if (c < kNearEnd) return near_[c];
  Letter far = own_rules(c);
  settle(c, far);
  return far;
}

inline bool LetterTable::applies(const Rule& rule, std::u32string_view token, std::size_t at) const {
  const std::size_t end = at + rule.size;
  if (end > token.size()) return false;
  for (std::size_t i = 1; i < rule.size; ++i) {
    if (token[at + i] != rule.tail[i - 1]) return false;
  }
  switch (rule.place) {
    case Place::anywhere:
      return true;
    case Place::first:
      return at == 0;
    case Place::last:
      return end == token.size();
    case Place::before_vowel:
      return end < token.size() && vowels_.find(token[end]) != std::u32string_view::npos;
  }
  return false;
}

inline std::uint16_t LetterTable::first_that_applies(Range range, std::u32string_view token, std::size_t at) const {
  for (std::uint16_t i = range.begin; i < range.end; ++i) {
    if (applies(rules_[i], token, at)) return i;
  }
  return kNone;
}

inline std::uint16_t LetterTable::rule_alone(const Letter& letter, std::u32string_view token, std::size_t at) const {
  if (letter.usual != kNone) return letter.usual;
  const std::uint16_t found = first_that_applies(letter.alone, token, at);
  return found != kNone ? found : letter.of_base;
}

/// The best rule for what stands at `at`.
inline std::uint16_t LetterTable::find(const Letter& letter, std::u32string_view token, std::size_t at) const {
  if (letter.longer != kNone && at + 1 < token.size()) {
    const Range range = longer_[letter.longer][next_slot(token[at + 1])];
    if (const std::uint16_t found = first_that_applies(range, token, at); found != kNone) return found;
  }
  return rule_alone(letter, token, at);
}

Sounds LetterTable::apply(std::u32string_view token) const {
  const bool doubles_consonants = leaves_vowels_out(system_);
  Sounds out(system_);
  Sound last = Sound::none;
  for (std::size_t at = 0; at < token.size();) {
    const Rule& rule = rules_[find(letter(token[at]), token, at)];
    at += rule.size;
    for (std::size_t i = 0; i < rule.sound_count; ++i) {
      const Sound next = rule.sounds[i];
      if (next == last && !(doubles_consonants && !is_vowel(next))) continue;
      out.push_back(next);
      last = next;
    }
  }
  return out;
}

}  // namespace darvaza::romanize
