#include "romanize/pivot.h"

namespace darvaza::romanize {
namespace {

constexpr std::array<std::string_view, kSoundCount> kSpellings = {
    "",                                                              // none
    "a", "e", "i", "o", "u", "ı", "a", "w", "y",                     // vowels and half vowels
    "b", "p", "m", "f", "v", "d", "t", "z", "s", "sh", "zh", "ch",   //
    "dj", "ts", "dz", "k", "q", "g", "gh", "kh", "h", "l", "r", "n", "th", //
    "dh", "dh", "ʿ", "h", "c", "j", "x"};

}  // namespace

std::string_view spelling(Sound sound) { return kSpellings[static_cast<std::size_t>(sound)]; }

std::string spelling(const Sounds& sounds) {
  std::string out;
  for (Sound s : sounds) out += spelling(s);
  return out;
}

}  // namespace darvaza::romanize
