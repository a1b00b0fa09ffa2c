// Levenshtein's distance and Damerau's extension of it, with letters as code points.
#pragma once

#include <cstddef>
#include <string_view>

namespace darvaza::baselines {

/// Levenshtein (1965): the least number of letters inserted, deleted or exchanged for another that
/// make `b` of `a`. Thread-safe. Time grows with the product of the lengths; a word of 64 letters
/// or fewer costs a step a letter of the other one (Myers 1999, in the form of Hyyrö 2003).
std::size_t levenshtein(std::u32string_view a, std::u32string_view b);

/// Damerau (1964) without restriction: two neighbouring letters in each other's place count one,
/// also when letters were inserted between them afterwards (Lowrance and Wagner 1975), which the
/// "optimal string alignment" does not allow: "ca" and "abc" are 2 apart, not 3. Thread-safe; time
/// and memory grow with the product of the lengths.
std::size_t damerau_levenshtein(std::u32string_view a, std::u32string_view b);

/// 1 - distance / length of the longer one: 1 for equal texts, two empty ones included; 0 when
/// nothing is left alike.
double as_similarity(std::size_t distance, std::u32string_view a, std::u32string_view b);

}  // namespace darvaza::baselines
