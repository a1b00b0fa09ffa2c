// A traveller's name as the search sees it.
#pragma once

#include <cstdint>
#include <span>

#include "index/token_lookup.h"
#include "names/name_alignment.h"
#include "names/skeleton.h"

namespace darvaza::index {

/// A token of a traveller's name, or neighbouring ones read as one, as the search sees it.
struct AskedPart {
  names::TokenRole role = names::TokenRole::name;
  bool has_particle = false;                ///< of joined parts: whether one of them is
  names::Millinats worth = 0;               ///< the most that agreement can give
  std::span<const SimilarToken> similar;    ///< ascending
  std::uint64_t tokens = 0;                 ///< bit i: token i of the name is part of it
  int names = 0;                            ///< how many of those are names
  const romanize::Sounds* sounds = nullptr;  ///< of tokens; joined parts have none
  names::ConsonantClasses classes;
  bool is_title_too = false;                ///< a name here, it may be a title in listed ones (Omar Sheikh, Sheikh Omar), which are not found by it
};

/// Spellings of one word are hardly farther apart.
inline constexpr names::Millinats kSameWord = 1500;
/// Whether somebody in the list bears this word, in a spelling no farther than `most`. One that nobody bears may be two.
bool is_borne(const AskedPart& part, names::Millinats most = kSameWord);

/// The fewest sounds of a part that may be two words of the list: Bibi is بی بی, and مککی Mac Kay.
inline constexpr std::size_t kShortestToSplit = 4;

/// A listed name may write a part as two words ("Ali Reza" for "Alireza"). Where another part agrees at least so
/// well, the search sees that by itself.
inline constexpr names::Millinats kGainBesideSplit = 3000;

/// A part cut in two, for names of which no other part can agree so well.
struct AskedHalves {
  AskedPart first;                        ///< the part, with the tokens that are similar to the first word
  std::span<const SimilarToken> second;  ///< those that are similar to the second word
};

struct AskedParts {
  std::span<const AskedPart> tokens;   ///< of the name, in order
  std::span<const AskedPart> joined;   ///< neighbours read as one
  std::span<const AskedHalves> halves;  ///< ways to cut parts in two
};

}  // namespace darvaza::index
