// Names that are one name in customary different forms: Nikolay and Mikalai, Michael and Mike.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "names/token_cost.h"
#include "romanize/pivot.h"

namespace darvaza::names {

/// What it costs, beyond their spellings, that two tokens are different forms of one name: the one
/// form is not the other, and a bearer of the one is seldom met under the other.
inline constexpr Millinats kOtherForm = in_steps(2000);
/// The same of one syllable in two romanisations: both are spellings that one person may be met under.
inline constexpr Millinats kOtherSpelling = in_steps(1000);
/// Spellings farther than this from every member are not in a group.
inline constexpr Millinats kGroupLimit = 1200;
/// The same of romanised names, for Hangul and Han letters; tokens of other systems belong to a group only as its member.
inline constexpr Millinats kSyllableLimit = 216;

/// The groups of equivalent_names_table.cpp: normalised words separated by blanks, in any script.
std::span<const std::u32string_view> equivalent_name_groups();

/// Whether the names of a group are the region's, Arabic, Persian and Turkic ones, of which surnames are made in several languages.
bool is_of_region(std::uint16_t group);

/// A name of Korea or China as several romanisations or dialects write it (romanised_names_table.cpp). The words are short, so
/// that only what sounds the same belongs to a group.
struct RomanisedNames {
  std::u32string_view words;  ///< as above
  Millinats cost = 0;         ///< of two words of the group for each other
};
std::span<const RomanisedNames> romanised_name_groups();

/// A group to which a token belongs, and what the difference of its spelling from the nearest member costs.
struct NameGroup {
  std::uint16_t group = 0;
  Millinats cost = 0;
};

/// The groups of `token`, ascending; usually none. Microseconds; the first call builds the table.
/// Thread-safe.
std::vector<NameGroup> name_groups(const romanize::Sounds& token);

/// The members of a group in pivot form, without those of equal sound. Borrowed for the life of the program.
std::span<const romanize::Sounds> group_members(std::uint16_t group);

/// Whether a token at `cost` from a member of a group belongs to the group: what is only like a short romanised name does not.
bool belongs(std::uint16_t group, const romanize::Sounds& member, const romanize::Sounds& token, Millinats cost);

/// What it costs that two tokens are different members of a group: kOtherForm, or what is said of a romanised name.
Millinats form_cost(std::uint16_t group);

/// The least cost of reading `a` as `b` by way of a group to which both belong; kTooFar if there is
/// none. Symmetric. Both spans as name_groups gives them.
Millinats equivalence_cost(std::span<const NameGroup> a, std::span<const NameGroup> b);

}  // namespace darvaza::names
