// Names whose second half is God or the Religion: Hidayatullah and Hidoyatulla, Nur al-Din and Nurettin.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string_view>

#include "names/log_odds.h"
#include "names/spelling_room.h"
#include "romanize/pivot.h"

namespace darvaza::names {

/// What stands behind the first half.
enum class SecondHalf : std::uint8_t { none, god, religion };

/// What they sound like there, in all scripts.
inline constexpr std::array<romanize::Sound, 3> kGodBehind = {romanize::Sound::u, romanize::Sound::l, romanize::Sound::a};
inline constexpr std::array<romanize::Sound, 4> kReligionBehind = {romanize::Sound::u, romanize::Sound::d, romanize::Sound::i, romanize::Sound::n};
/// The most that agreement of a second half says beside the first, which tells its bearers apart.
inline constexpr Millinats kMostOfSecondHalf = 3500;

/// The word in the one spelling in which it is compared: Nurettin, Noureddine, Nuriddin and Nureldin are "nuruddin", Hedayatollah and
/// Hidoyatulloh "hedayatulla" and "hidoyatulla", Нуретдинов is "нуруддинов". Other words come back as they are. The word must be normalised, in Latin or
/// Cyrillic letters; the answer is in `room` or the word itself.
std::u32string_view in_one_spelling(std::u32string_view word, SpellingRoom& room);

/// The sounds of that spelling; of Iso those of Isa (final_a.h).
romanize::Sounds sounds_in_one_spelling(std::u32string_view word);

/// What a word is that stands by itself behind another one: Ullah, الله, Din, Eddine. Not what a name is that merely sounds so: Edin is
/// a name of its own where nothing is before it.
SecondHalf second_half(const romanize::Sounds& word);

/// What it costs, beyond the difference of their sounds `cost`, that two words of one second half are of unlike first halves: that the second
/// agrees is no evidence then. 0 of other words. Symmetric.
Millinats unlike_first_halves_cost(const romanize::Sounds& a, const romanize::Sounds& b, Millinats cost);

/// Whether words are one name as as_one_word makes it: the last is a second half behind another that is no article.
bool ends_in_second_half(std::span<const romanize::Sounds* const> words);

/// Neighbouring words as if they were written together (Sounds::join): the second half behind the first as in_one_spelling writes it, with the article
/// between them, glued to the first (Jamalud Din) or without, so that "nur al din" is what nuruddin is. At least one word, all of one writing system.
romanize::Sounds as_one_word(std::span<const romanize::Sounds* const> words);

}  // namespace darvaza::names
