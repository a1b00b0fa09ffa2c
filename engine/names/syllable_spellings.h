// A syllable of a Korean or Chinese name as other romanisations than the country's own write it.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace darvaza::names {

/// Spellings of a syllable of the Revised Romanization ("yeong"): McCune and Reischauer's and the DPRK's without their marks, those
/// customary in passports of the Republic of Korea (young, yung), Kontsevich's Cyrillic (ён). None for what is no such syllable.
std::vector<std::u32string> korean_spellings(std::string_view revised);

/// The same of a syllable of Hanyu Pinyin ("xiang"): Wade and Giles's without its marks (hsiang), Palladius's Cyrillic (сян).
std::vector<std::u32string> chinese_spellings(std::string_view pinyin);

}  // namespace darvaza::names
