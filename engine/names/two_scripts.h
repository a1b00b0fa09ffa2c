// A name, and beside it the same name in another script.
#pragma once

#include <string_view>
#include <vector>

namespace darvaza::names {

struct TwoScripts {
  std::vector<std::string_view> names;  ///< views into the text, trimmed; empty where the text as it is is all
  bool are_one = false;                 ///< whether they were heard as one name
};

/// The names of "Tuvan Ordai (Туван Ордай)": parts in brackets of any kind, behind a slash, a bar or a dash, or where a word of another script begins, each in one
/// script and the others in another than the first, and all of them one name as the engine hears it; without a label such as "original script:". Of single
/// words, which may as well be a given name and a surname, the whole text is a further name.
/// What is not heard as the same may say something of the bearer, or name his father, and may be his name in letters that nobody hears alike, 陳大文 beside Chan
/// Tai Man: then the whole text is the first name, the first part of several words another, and Chinese and Korean names are the rest, or what stands beside one.
/// None of a text that holds digits or signs, of more than kMaxNameBytes, or of many parts. Some nanoseconds for a text of ASCII alone, and half a millisecond
/// where there are names to be compared. Thread-safe.
TwoScripts names_in_two_scripts(std::string_view text);

}  // namespace darvaza::names
