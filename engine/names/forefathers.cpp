#include "names/forefathers.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <iterator>

namespace darvaza::names {
namespace {

using romanize::Sound;
using romanize::Sounds;
using enum romanize::Sound;

/// bin, ibn, ben and בן; bint; בת; ould and wuld.
constexpr std::array<Sound, 3> kConsonants[] = {{b, n}, {b, n, t}, {b, t}, {l, d}};
constexpr std::size_t kFewest = 2;  // of the article one is heard

}  // namespace

bool is_filiation(const Sounds& particle) {
  std::array<Sound, kConsonants[0].size()> heard{};
  std::size_t count = 0;
  for (const Sound sound : particle) {
    if (romanize::is_vowel(sound)) continue;
    if (count == heard.size()) return false;
    heard[count++] = sound;
  }
  return count >= kFewest && std::find(std::begin(kConsonants), std::end(kConsonants), heard) != std::end(kConsonants);
}

bool is_abd(const Sounds& word) { return word.size() == 3 && word[1] == b && word[2] == d; }

}  // namespace darvaza::names
