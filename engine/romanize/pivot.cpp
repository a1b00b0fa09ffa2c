#include "romanize/pivot.h"

namespace darvaza::romanize {
namespace {

constexpr std::array<std::string_view, kSoundCount> kSpellings = {
    "",                                                              // none
    "a", "e", "i", "o", "u", "ı", "a", "w", "y",                     // vowels and half vowels
    "b", "p", "m", "f", "v", "d", "t", "z", "s", "sh", "zh", "ch",   //
    "dj", "ts", "dz", "k", "q", "g", "gh", "kh", "h", "l", "r", "n", "th", //
    "dh", "dh", "ʿ", "h", "c", "j", "x"};

/// Two letters that every table reads as one sound (latin.cpp, cyrillic.cpp, arabic.cpp), d before dj of any spelling included.
Sound one_sound(Sound first, Sound second, WritingSystem system) {
  using enum Sound;
  if (system == WritingSystem::arabic && first == d && (second == dad || second == dh)) return dz;  // ض and ذ of Persian, z elsewhere
  if (first == d && (second == j_any || second == zh || second == dj)) return dj;
  if (first == d && second == z) return dz;
  if (first == t && second == s) return ts;
  if (first == k && second == s) return x_any;
  if (first == c_any && second == k) return k;
  return none;
}

}  // namespace

void Sounds::join(const Sounds& word) {
  if (empty() || word.empty()) return append(word);
  const bool doubles = leaves_vowels_out(system_);  // as LetterTable::apply does
  const Sound* rest = word.begin();
  if (const Sound both = one_sound(back(), *rest, system_); both != Sound::none) {
    sounds_[size_ - 1u] = both;
    ++rest;
  } else if (back() == *rest && !(doubles && !is_vowel(*rest))) {
    ++rest;
  }
  while (rest != word.end()) push_back(*rest++);
}

std::string_view spelling(Sound sound) { return kSpellings[static_cast<std::size_t>(sound)]; }

std::string spelling(const Sounds& sounds) {
  std::string out;
  for (Sound s : sounds) out += spelling(s);
  return out;
}

}  // namespace darvaza::romanize
