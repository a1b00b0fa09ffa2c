#include "documents/document_text.h"

#include <algorithm>
#include <vector>

#include "documents/states.h"
#include "text/words.h"
#include "records/trimmed.h"

namespace darvaza::documents {
namespace {

bool has_digit(std::string_view word) {
  return word.find_first_of("0123456789") != std::string_view::npos;
}

bool has_lower_case(std::string_view word) {
  return std::any_of(word.begin(), word.end(), [](char c) { return c >= 'a' && c <= 'z'; });
}

/// A word that is said about the number and cannot be part of it.
bool is_prose(std::string_view word) {
  if (has_digit(word)) return false;
  return has_lower_case(word) || word.back() == '.' || word.back() == ':' || word.back() == '#' ||
         word.front() == '(' || word.back() == ')';
}

/// "паспорт", "گذرنامه": no series of a number is as long.
bool is_word_of_other_script(std::string_view word) {
  constexpr std::size_t kLongestSeries = 6;  // bytes: three letters
  return word.size() > kLongestSeries && std::none_of(word.begin(), word.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

/// "ab" of "ab 1234567" is a series in small letters; a few words of two letters are not.
bool is_small_series(std::string_view word) {
  constexpr std::string_view kWords[] = {"no", "nr", "id", "of", "in", "on", "by", "to", "or", "is"};
  return word.size() <= 2 && std::all_of(word.begin(), word.end(), [](char c) { return c >= 'a' && c <= 'z'; }) &&
         std::find(std::begin(kWords), std::end(kWords), word) == std::end(kWords);
}

/// Index of the first word of the number, or the number of words when there is none.
std::size_t find_number(const std::vector<std::string_view>& words) {
  std::size_t begin = 0;
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (has_digit(words[i])) return begin;
    const bool is_kind = (is_prose(words[i]) && !is_small_series(words[i])) || is_capital_kind(words[i]) || is_word_of_other_script(words[i]);
    if (is_kind) begin = i + 1;
  }
  return words.size();
}

bool is_capitalised(std::string_view word) { return word.front() >= 'A' && word.front() <= 'Z'; }

/// Whether `word` opens a remark: "(Burma)", but not "(Naing)019000", which is part of a number.
bool opens_remark(std::string_view word) {
  if (word.front() != '(') return false;
  const auto close = word.find(')');
  return close == std::string_view::npos || !has_digit(word.substr(close));
}

/// Whether words[i] begins what is said after the number ("issued 1999"). Capitalised words before
/// more digits are still part of it ("0-16 Reg 53000").
bool ends_number(const std::vector<std::string_view>& words, std::size_t i) {
  if (opens_remark(words[i])) return true;
  if (!is_prose(words[i])) return false;
  while (i < words.size() && is_prose(words[i]) && is_capitalised(words[i])) ++i;
  return i == words.size() || !has_digit(words[i]) || opens_remark(words[i]);
}

/// Index after the last word of the number that begins at `begin`.
std::size_t end_of_number(const std::vector<std::string_view>& words, std::size_t begin) {
  std::size_t end = begin;
  while (end < words.size() && !ends_number(words, end)) {
    if (words[end++].back() == ',') break;
  }
  return end;
}

std::string join(const std::vector<std::string_view>& words, std::size_t begin, std::size_t end) {
  std::string joined;
  for (std::size_t i = begin; i < end; ++i) text::append_joined(joined, words[i], " ");
  return joined;
}

}  // namespace

DocumentText split_document_text(std::string_view text) {
  const auto words = text::split_words(text);
  const std::size_t begin = find_number(words);
  const std::size_t end = end_of_number(words, begin);
  DocumentText parts{join(words, 0, begin), join(words, begin, end),
                     join(words, end, words.size())};
  if (!parts.number.empty() && parts.number.back() == ',') parts.number.pop_back();
  return parts;
}

StateCode issuing_state_in(std::string_view rest) {
  if (rest.empty()) return {};
  const bool in_parentheses = rest.front() == '(';
  if (in_parentheses) rest.remove_prefix(1);
  const std::string_view name = rest.substr(0, rest.find_first_of(in_parentheses ? ")" : ",("));
  return parse_state(records::trimmed(name)).value_or(StateCode{});
}

}  // namespace darvaza::documents
