// Small operations on the text of lists.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace darvaza::text {

/// Trimmed, and every run of white space inside (line ends too) as one blank.
std::string collapsed(std::string_view text);

/// ASCII letters in lower case; other bytes as they are.
std::string lower_case(std::string_view text);

/// Whether `text` begins with `prefix`, ASCII case ignored.
bool starts_with_words(std::string_view text, std::string_view prefix);

/// The blank-separated words; views into `text`.
std::vector<std::string_view> split_words(std::string_view text);

/// The parts between separators, trimmed, without empty ones; views into `text`.
std::vector<std::string_view> split_trimmed(std::string_view text, char separator);

/// "a; b", leaving out what is empty.
void append_joined(std::string& joined, std::string_view text, std::string_view separator);

}  // namespace darvaza::text
