// Similarity by shared trigrams, as PostgreSQL's pg_trgm defines it: what many registers search
// names with.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace darvaza::baselines {

/// Three code points of 21 bits.
using Trigram = std::uint64_t;

/// The distinct trigrams of all words, sorted. A word gets two blanks before it and one behind it:
/// "cat" has "  c", " ca", "cat" and "at ". Words are parted by blanks; `text` is lower-case and
/// has no punctuation. Thread-safe.
std::vector<Trigram> trigrams(std::u32string_view text);

/// How many of the trigrams of both are shared: intersection over union. 0 when there are none at
/// all.
double trigram_similarity(const std::vector<Trigram>& a, const std::vector<Trigram>& b);

}  // namespace darvaza::baselines
