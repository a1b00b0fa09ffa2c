#include "romanize/letter_rules.h"

#include <algorithm>

#include "text/normalise.h"

namespace darvaza::romanize {
namespace {

constexpr std::uint64_t follower_bit(char32_t c) { return std::uint64_t{1} << c % 64; }

/// By first letter; then the longest, the one with a narrower place, the earlier one.
bool stands_before(const LetterRule& a, const LetterRule& b) {
  if (a.letters[0] != b.letters[0]) return a.letters[0] < b.letters[0];
  if (a.letters.size() != b.letters.size()) return a.letters.size() > b.letters.size();
  return a.place != Place::anywhere && b.place == Place::anywhere;
}

}  // namespace

LetterTable::LetterTable(WritingSystem system, std::span<const LetterRule> rules,
                         std::u32string_view vowels)
    : system_(system), rules_(rules.begin(), rules.end()), vowels_(vowels), near_(1) {
  std::stable_sort(rules_.begin(), rules_.end(), stands_before);
  for (char32_t c = 0; c < kNearEnd; ++c) {
    const Letter found = describe(c);
    if (found.begin == found.end && found.of_base == kNone) continue;
    near_at_[c] = static_cast<std::uint16_t>(near_.size());
    near_.push_back(found);
  }
}

LetterTable::Letter LetterTable::with_rules_of(char32_t c) const {
  Letter found;
  auto rule = std::lower_bound(rules_.begin(), rules_.end(), c,
                               [](const LetterRule& r, char32_t letter) { return r.letters[0] < letter; });
  const auto place = [&] { return static_cast<std::uint16_t>(rule - rules_.begin()); };
  found.begin = place();
  for (; rule != rules_.end() && rule->letters[0] == c && rule->letters.size() > 1; ++rule) {
    found.followers |= follower_bit(rule->letters[1]);
  }
  found.alone = place();
  while (rule != rules_.end() && rule->letters[0] == c) ++rule;
  found.end = place();
  return found;
}

LetterTable::Letter LetterTable::describe(char32_t c) const {
  Letter found = with_rules_of(c);
  const char32_t base = text::base_letter(c);
  if (base == c) return found;
  const LetterRule* rule = find(with_rules_of(base), std::u32string_view(&base, 1), 0);
  if (rule != nullptr) found.of_base = static_cast<std::uint16_t>(rule - rules_.data());
  return found;
}

bool LetterTable::applies(const LetterRule& rule, std::u32string_view token,
                          std::size_t at) const {
  const std::size_t end = at + rule.letters.size();
  if (end > token.size()) return false;
  for (std::size_t i = 1; i < rule.letters.size(); ++i) {
    if (token[at + i] != rule.letters[i]) return false;
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

/// The best rule of the letter at `at` that applies there. Most letters are followed by one with which no longer
/// rule goes on: then only the rules of the letter alone are looked at.
const LetterRule* LetterTable::find(const Letter& letter, std::u32string_view token, std::size_t at) const {
  const bool may_go_on = at + 1 < token.size() && (letter.followers & follower_bit(token[at + 1])) != 0;
  for (std::size_t i = may_go_on ? letter.begin : letter.alone; i < letter.end; ++i) {
    if (applies(rules_[i], token, at)) return &rules_[i];
  }
  return nullptr;
}

Sounds LetterTable::apply(std::u32string_view token) const {
  const bool doubles_consonants = system_ == WritingSystem::arabic;
  Sounds out(system_);
  for (std::size_t at = 0; at < token.size();) {
    const Letter here = letter(token[at]);
    const LetterRule* rule = find(here, token, at);
    at += rule != nullptr ? rule->letters.size() : 1;
    if (rule == nullptr && here.of_base != kNone) rule = &rules_[here.of_base];
    if (rule == nullptr) continue;
    for (Sound s : rule->sounds) {
      if (s == Sound::none) break;
      const bool again = !out.empty() && out.back() == s;
      if (!again || (doubles_consonants && !is_vowel(s))) out.push_back(s);
    }
  }
  return out;
}

}  // namespace darvaza::romanize
