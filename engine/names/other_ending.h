// A name as it is written with another ending, courtesy or article, and how near another word must be to be that form.
#pragma once

#include <cstdint>

#include "names/token_cost.h"
#include "romanize/pivot.h"

namespace darvaza::names {

/// What is before the ending of another form.
enum class Stem : std::uint8_t {
  own,       ///< as it is written
  distinct,  ///< hardly another name ends so: the stem may be as far from its like where vowels are not written as elsewhere
  other,     ///< as the other side writes it: no room is left for an a that is e elsewhere
  glued,     ///< with or without an article, behind which a vowel more is another name: Aliakbari is not Akbari
};

/// The same name with another ending, and what the difference costs.
struct OtherEnding {
  romanize::Sounds sounds;
  Millinats cost = 0;
  Stem stem = Stem::own;
};

/// Stems farther apart than this are two names: room for an a that is e elsewhere (Rəhimli, Rahimov), not for a consonant.
inline constexpr Millinats kStemLimit = 2400;
/// How far a word of these writing systems may be from the other form: where vowels are not written, two stems are soon alike.
constexpr Millinats stem_limit(Stem stem, romanize::WritingSystem a, romanize::WritingSystem b) {
  constexpr Millinats kWithoutVowels = 1200, kOtherStem = 1200, kOtherStemWithoutVowels = 400, kBesideArticle = 2000;
  const auto writes_vowels = [](romanize::WritingSystem system) { return system == romanize::WritingSystem::latin || system == romanize::WritingSystem::cyrillic; };
  const bool both = writes_vowels(a) && writes_vowels(b);
  if (stem == Stem::glued) return both ? kBesideArticle : kStemLimit;
  if (stem == Stem::other) return both ? kOtherStem : kOtherStemWithoutVowels;
  return stem == Stem::distinct || both ? kStemLimit : kWithoutVowels;
}

}  // namespace darvaza::names
