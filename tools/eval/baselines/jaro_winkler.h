// Jaro's and Winkler's similarity of two words, as most systems in use have it.
#pragma once

#include <cstddef>
#include <string_view>

namespace darvaza::baselines {

/// Letters beyond this many are not looked at.
inline constexpr std::size_t kLongestWord = 64;

/// Jaro (1989): the mean of the shares of letters of `a` and of `b` that have a partner no further
/// away than half the longer word, and of partners in the same order. 0 to 1; 0 when a word is
/// empty. Letters are bytes, or code points. Thread-safe, no allocation.
double jaro(std::string_view a, std::string_view b);
double jaro(std::u32string_view a, std::u32string_view b);

/// Winkler (1990): from 0.7 on, a tenth of what is missing to 1 is added for each of the first four
/// letters that agree.
double jaro_winkler(std::string_view a, std::string_view b);
double jaro_winkler(std::u32string_view a, std::u32string_view b);

}  // namespace darvaza::baselines
