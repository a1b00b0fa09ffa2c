// Document numbers: what is the same number, and what may be the same number misread.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>

namespace darvaza::documents {

/// Longest result of normalise_number. The longest numbers in use have 20 characters; what is
/// longer in lists is several numbers or remarks in one field.
inline constexpr std::size_t kLongestNumber = 64;

/// The number as it is compared: letters upper-cased, full-width forms, Cyrillic and Greek
/// look-alikes of Latin capitals and digits of other scripts (Arabic-Indic, Persian, Devanagari,
/// Bengali) turned into ASCII letters and digits, and everything else removed: separators and
/// blanks (space - . / ' <), other letters, ill-formed UTF-8. Never longer than kLongestNumber: the
/// rest is cut. Empty when nothing remains. Thread-safe; one pass.
std::string normalise_number(std::string_view number);
/// The same without a string of its own: the part of `room` that the number takes.
std::string_view normalise_number(std::string_view number, std::span<char, kLongestNumber> room);

/// A coarser form, equal for numbers that readers and typists confuse: of a normalised number,
/// every character becomes the representative of its confusion group ({0 O D Q U}, {1 I L T}, {2 Z
/// 7}, {5 S}, {8 B}, {6 G}), and leading zeros (after folding) are dropped, but for one when there
/// is nothing else. Two numbers with equal folded forms *may* be one number; that is a lower class
/// of answer than equality (ICAO check digits do not detect most of these confusions). Thread-safe;
/// one pass.
std::string fold_confusable(std::string_view normalised);
/// The same without a string of its own: the part of `room` that the folded form takes.
std::string_view fold_confusable(std::string_view normalised, std::span<char, kLongestNumber> room);

/// The digit of the confusion group of `c` (O gives 0, S gives 5); `c` itself where there is none.
char digit_look_alike(char c);

}  // namespace darvaza::documents
