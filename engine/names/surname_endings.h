// Endings of names that one person bears in several forms: -ov and -ova, -ov and -zoda, with or without.
#pragma once

#include <cstdint>
#include <vector>

#include "names/token_cost.h"
#include "romanize/pivot.h"

namespace darvaza::names {

/// What is before the ending of another form.
enum class Stem : std::uint8_t {
  own,       ///< as it is written
  distinct,  ///< hardly another name ends so: the stem may be as far from its like where vowels are not written as elsewhere
  other,     ///< as the other side writes it: no room is left for an a that is e elsewhere
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
  constexpr Millinats kWithoutVowels = 1200, kOtherStem = 1200, kOtherStemWithoutVowels = 400;
  const auto writes_vowels = [](romanize::WritingSystem system) { return system == romanize::WritingSystem::latin || system == romanize::WritingSystem::cyrillic; };
  const bool both = writes_vowels(a) && writes_vowels(b);
  if (stem == Stem::other) return both ? kOtherStem : kOtherStemWithoutVowels;
  return stem == Stem::distinct || both ? kStemLimit : kWithoutVowels;
}

/// The customary other forms of a surname by its ending: a woman's or a man's (-ov, -ova; -skiy, -skaya;
/// -in, -ina), the national one for the Soviet one (-ov, -zoda, -zade), and the name without any, which is
/// also given Soviet and national ones: Rahmonov, Rahmon; and of a given name by its courtesy (courtesy_endings.h); also of the
/// stem as the other side writes it (other_stems.h), and with or without the Arabic article (glued_articles.h). Empty for tokens too short to tell. Endings are
/// recognised in pivot form, in every script.
std::vector<OtherEnding> other_endings(const romanize::Sounds& token);

/// The least cost of reading `a` as `b` by way of another ending of the stem as it is written; kTooFar if there is none. Symmetric.
Millinats own_ending_cost(const romanize::Sounds& a, const romanize::Sounds& b);

/// The same also by way of another stem (other_stems.h), as the search finds it. Tens of microseconds.
Millinats other_ending_cost(const romanize::Sounds& a, const romanize::Sounds& b);

/// Whether the token ends like a Russian patronymic (-ovich, -ovna), in any script; surnames do, too.
bool ends_like_patronymic(const romanize::Sounds& token);

/// The cost of reading one patronymic as the other in another language's form: Vaqif (oglu), Vagifovich, Bauyrzhanuly,
/// Bauyrzhanovich; kTooFar if they are of other names. Symmetric.
Millinats patronymic_cost(const romanize::Sounds& a, const romanize::Sounds& b);

}  // namespace darvaza::names
