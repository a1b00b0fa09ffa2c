#include "romanize/letter_rules.h"

#include <algorithm>

#include "text/normalise.h"

namespace darvaza::romanize {
namespace {

void push_undoubled(Sounds& sounds, Sound next) {
  const bool keeps_doubles = sounds.system() == WritingSystem::arabic && !is_vowel(next);
  if (sounds.empty() || sounds.back() != next || keeps_doubles) sounds.push_back(next);
}

}  // namespace

LetterTable::LetterTable(WritingSystem system, std::span<const LetterRule> rules,
                         std::u32string_view vowels)
    : system_(system), rules_(rules.begin(), rules.end()), vowels_(vowels) {
  std::stable_sort(rules_.begin(), rules_.end(), [](const LetterRule& a, const LetterRule& b) {
    if (a.letters[0] != b.letters[0]) return a.letters[0] < b.letters[0];
    if (a.letters.size() != b.letters.size()) return a.letters.size() > b.letters.size();
    return a.place != Place::anywhere && b.place == Place::anywhere;
  });
}

bool LetterTable::applies(const LetterRule& rule, std::u32string_view token,
                          std::size_t at) const {
  if (token.substr(at, rule.letters.size()) != rule.letters) return false;
  const std::size_t end = at + rule.letters.size();
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

const LetterRule* LetterTable::find(std::u32string_view token, std::size_t at) const {
  auto rule = std::lower_bound(
      rules_.begin(), rules_.end(), token[at],
      [](const LetterRule& r, char32_t letter) { return r.letters[0] < letter; });
  for (; rule != rules_.end() && rule->letters[0] == token[at]; ++rule) {
    if (applies(*rule, token, at)) return &*rule;
  }
  return nullptr;
}

Sounds LetterTable::apply(std::u32string_view token) const {
  Sounds out(system_);
  for (std::size_t at = 0; at < token.size();) {
    const LetterRule* rule = find(token, at);
    const char32_t base = rule ? token[at] : text::base_letter(token[at]);
    if (!rule && base != token[at]) rule = find(std::u32string_view(&base, 1), 0);
    at += rule && base == token[at] ? rule->letters.size() : 1;
    if (!rule) continue;
    for (Sound s : rule->sounds) {
      if (s == Sound::none) break;
      push_undoubled(out, s);
    }
  }
  return out;
}

}  // namespace darvaza::romanize
