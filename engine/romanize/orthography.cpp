#include "romanize/orthography.h"

#include <algorithm>
#include <vector>

#include "romanize/orthography_tables.h"

namespace darvaza::romanize {
namespace {

constexpr char32_t kShadda = U'\u0651';

bool contains(std::u32string_view set, char32_t c) { return set.find(c) != std::u32string_view::npos; }

bool holds(const SpellingRule& rule, std::u32string_view word, std::size_t at) {
  if (word.substr(at, rule.letters.size()) != rule.letters) return false;
  const std::size_t end = at + rule.letters.size();
  return (rule.after.empty() || contains(rule.after, at == 0 ? U'^' : word[at - 1])) &&
         (rule.before.empty() || contains(rule.before, end == word.size() ? U'$' : word[end]));
}

bool better(const SpellingRule& a, const SpellingRule& b) {
  if (a.letters.size() != b.letters.size()) return a.letters.size() > b.letters.size();
  const auto contexts = [](const SpellingRule& r) { return !r.after.empty() + !r.before.empty(); };
  return contexts(a) > contexts(b);
}

const SpellingRule* find_rule(const Orthography& orthography, std::u32string_view word, std::size_t at) {
  const SpellingRule* best = nullptr;
  for (const auto& table : orthography.tables) {
    for (const SpellingRule& rule : table) {
      if (holds(rule, word, at) && (best == nullptr || better(rule, *best))) best = &rule;
    }
  }
  return best;
}

/// The word with each shadda beside its letter: canonical order puts vowel signs before it.
std::u32string shadda_first(std::u32string_view word) {
  std::u32string out(word);
  for (std::size_t i = 1; i < out.size(); ++i) {
    if (out[i] == kShadda && text::is_combining_mark(out[i - 1])) std::swap(out[i], out[i - 1]);
  }
  return out;
}

/// After the article a shadda says only that the article is assimilated.
bool is_sun_letter_shadda(std::u32string_view word, std::size_t at) { return at == 3 && word.starts_with(U"ال"); }

}  // namespace

std::span<const Orthography> orthographies() {
  static const std::vector<Orthography> all = [] {
    std::vector<Orthography> systems;
    for (const auto family : {russian_orthographies(), turkic_cyrillic_orthographies(), turkic_latin_orthographies(),
                              tajik_orthographies(), arabic_orthographies(), persian_orthographies(),
                              icao_orthographies()}) {
      systems.insert(systems.end(), family.begin(), family.end());
    }
    return systems;
  }();
  return all;
}

const Orthography* find_orthography(std::string_view id) {
  const auto all = orthographies();
  const auto found = std::find_if(all.begin(), all.end(), [&](const Orthography& o) { return o.id == id; });
  return found == all.end() ? nullptr : &*found;
}

std::u32string romanise(const Orthography& orthography, std::u32string_view native) {
  const std::u32string word = shadda_first(native);
  std::u32string out;
  const SpellingRule* previous = nullptr;
  for (std::size_t at = 0; at < word.size();) {
    if (word[at] == kShadda && previous != nullptr) {
      const bool once = orthography.doubling == Doubling::digraph_once && previous->latin.size() > 1;
      if (!once && !is_sun_letter_shadda(word, at)) out += previous->latin;
      ++at;
      continue;
    }
    const SpellingRule* rule = find_rule(orthography, word, at);
    if (rule == nullptr) {
      out += word[at++];
    } else {
      const bool again = previous != nullptr && previous->letters == rule->letters && previous->latin == rule->latin;
      const bool once = again && orthography.doubling == Doubling::digraph_once && rule->latin.size() > 1;
      if (!once) out += rule->latin;
      at += rule->letters.size();
    }
    previous = rule;
  }
  return out;
}

bool covers(const Orthography& orthography, std::u32string_view word) {
  for (std::size_t at = 0; at < word.size();) {
    const SpellingRule* rule = find_rule(orthography, word, at);
    if (rule == nullptr && word[at] != kShadda && text::is_letter_or_mark(word[at])) return false;
    at += rule == nullptr ? 1 : rule->letters.size();
  }
  return true;
}

}  // namespace darvaza::romanize
