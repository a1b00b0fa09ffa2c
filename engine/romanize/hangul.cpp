// Hangul, syllable by syllable in the Revised Romanization of 2000, without the changes at the borders of syllables that
// passports do not write either. How other systems spell the same is known to the costs (names/derived_costs.h).
#include "romanize/romanize.h"

#include <array>

namespace darvaza::romanize {
namespace {

// In the order of Unicode's chapter 3.12.
constexpr std::array<std::string_view, 19> kInitials = {"g", "k", "n", "d", "t", "r", "m", "b", "p", "s", "s", "", "j", "j", "ch", "k", "t", "p", "h"};
constexpr std::array<std::string_view, 21> kVowels = {"a",  "ae", "ya", "yae", "eo", "e",  "yeo", "ye", "o",  "wa", "wae",
                                                      "oe", "yo", "u",  "wo",  "we", "wi", "yu",  "eu", "ui", "i"};
constexpr std::array<std::string_view, 28> kFinals = {"",  "k", "k", "k", "n", "n", "n", "t", "l", "k", "m", "l", "l", "l",
                                                      "p", "l", "m", "p", "p", "t", "t", "ng", "t", "t", "k", "t", "p", "t"};
constexpr char32_t kFirst = U'가', kLast = U'힣';

void append(std::string_view ascii, std::u32string& out) { out.append(ascii.begin(), ascii.end()); }

}  // namespace

Sounds romanize_hangul(std::u32string_view token) {
  // The surname, which hardly anybody writes as it sounds today.
  if (token == U"이") return romanize_latin(U"lee").in(WritingSystem::hangul);
  Sounds sounds(WritingSystem::hangul);
  for (const char32_t syllable : token) {
    if (syllable < kFirst || syllable > kLast) continue;
    const std::size_t place = syllable - kFirst;
    std::u32string latin;
    append(kInitials[place / (kVowels.size() * kFinals.size())], latin);
    append(kVowels[place / kFinals.size() % kVowels.size()], latin);
    append(kFinals[place % kFinals.size()], latin);
    sounds.append(romanize_latin(latin));
  }
  return sounds;
}

}  // namespace darvaza::romanize
