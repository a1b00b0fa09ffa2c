// American Soundex, as the National Archives of the United States describe it for the census.
#pragma once

#include <string>
#include <string_view>

namespace darvaza::baselines {

/// The first letter and three digits, "R163"; empty for a word without a letter A to Z. Case makes
/// no difference; other characters are passed over. Letters of one class that stand together, or
/// have only H or W between them, count once: "Ashcraft" is A261 (which some databases give as
/// A226). Thread-safe.
std::string soundex(std::string_view word);

}  // namespace darvaza::baselines
