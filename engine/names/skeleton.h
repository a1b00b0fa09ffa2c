// Keys under which tokens that sound alike meet.
//
// The skeleton of a token is the run of its consonant classes. Vowels and the consonants that come and
// go between spellings (h, ayn, y) leave no trace. Two tokens are compared when their skeletons differ by at most
// one class more, one less or another one, or by two neighbours that change places. A key says which of these it
// stands for, so that a token without its first class does not meet all those without their last. What the keys lose
// against comparing everything is measured in docs/decisions/0006-token-search.md.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "romanize/pivot.h"

namespace darvaza::names {

/// The keys under which a listed token is filed: its skeletons, those with one class left out and those with any class
/// at one place; sorted, each once. A sound that may belong to two classes gives both skeletons; at most
/// kMostReadings of them.
void skeleton_keys(const romanize::Sounds& token, std::vector<std::uint32_t>& out);
inline constexpr std::size_t kMostReadings = 8;

/// ... and those under which it is looked up: they meet the keys of every token that has the same skeleton but for one
/// class more, less or other, or two neighbours exchanged. Two tokens find each other or neither does, but for
/// tokens of more than kMostReadings readings.
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
