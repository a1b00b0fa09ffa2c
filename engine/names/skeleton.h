// Keys under which tokens that sound alike meet.
//
// The skeleton of a token is the run of its consonant classes. Vowels and the consonants that come and
// go between spellings (h, ayn, y) leave no trace. Two tokens are compared when
// their skeletons differ by at most one class left out on either side, which covers one substitution,
// one insertion and one deletion (Garbe's symmetric delete). What the keys lose against comparing
// everything is measured in docs/decisions/0006-token-search.md.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "romanize/pivot.h"

namespace darvaza::names {

/// Hashes of the skeletons of `token` and of all that arise by leaving one class out, sorted, each once.
/// A sound that may belong to two classes gives both skeletons; at most kMostReadings of them.
void skeleton_keys(const romanize::Sounds& token, std::vector<std::uint32_t>& out);
inline constexpr std::size_t kMostReadings = 8;

void skeleton_probes(const romanize::Sounds& token, std::vector<std::uint32_t>& out);

/// Hashes of the skeletons alone: for tokens so near that they have all their consonant classes.
void whole_skeleton_keys(const romanize::Sounds& token, std::vector<std::uint32_t>& out);

/// For tokens that may have been cut: a whole token is filed under the hashes of the first 0, 1, ...
/// kPrefixClasses classes of its skeleton, ...
void prefix_keys(const romanize::Sounds& token, std::vector<std::uint32_t>& out);
/// ... and a cut one is looked up under the longest of those that it has.
void longest_prefix_keys(const romanize::Sounds& token, std::vector<std::uint32_t>& out);
inline constexpr std::size_t kPrefixClasses = 2;

/// The readings of a token's consonants in one line: tokens with the same pattern have the same skeletons
/// and so all keys of this file in common. Tokens are stored in the order of their patterns.
std::string skeleton_pattern(const romanize::Sounds& token);

/// The eight consonant classes as bits: those that the token certainly has, and those that it may have.
struct ConsonantClasses {
  std::uint8_t certain = 0;
  std::uint8_t possible = 0;
};
ConsonantClasses consonant_classes(const romanize::Sounds& token);

}  // namespace darvaza::names
