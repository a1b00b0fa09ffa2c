#include "names/non_joiners.h"

#include <algorithm>
#include <cstddef>
#include <iterator>

namespace darvaza::names {
namespace {

constexpr std::string_view kNonJoiner = "\u200C";
constexpr int kBlanksInWord = 2;

/// Those of a word that have letters on both sides.
int inner_non_joiners(std::string_view word) {
  int count = 0;
  for (std::size_t at = word.find(kNonJoiner); at != std::string_view::npos; at = word.find(kNonJoiner, at + kNonJoiner.size())) {
    count += at != 0 && at + kNonJoiner.size() != word.size();
  }
  return count;
}

/// Endings of surnames, which belong to the word before.
constexpr std::string_view kEndings[] = {"زاده", "زادہ", "پور", "نیا", "نژاد", "فر", "وند", "خیل", "زی", "لو", "ی"};

bool begins_with_ending(std::string_view rest) {
  const std::string_view next = rest.substr(0, rest.find(kNonJoiner));
  return std::find(std::begin(kEndings), std::end(kEndings), next) != std::end(kEndings);
}

void append_with_blanks(std::string_view word, std::string& out) {
  for (std::size_t at; (at = word.find(kNonJoiner)) != std::string_view::npos;) {
    out.append(word.substr(0, at));
    word.remove_prefix(at + kNonJoiner.size());
    if (!begins_with_ending(word)) out.push_back(' ');
  }
  out.append(word);
}

}  // namespace

std::optional<std::string> apart_at_non_joiners(std::string_view utf8, bool is_all) {
  if (utf8.find(kNonJoiner) == std::string_view::npos) return std::nullopt;
  const int needed = is_all && utf8.find(' ') == std::string_view::npos ? 1 : kBlanksInWord;
  std::optional<std::string> apart;
  std::size_t copied = 0;
  for (std::size_t begin = 0; begin < utf8.size();) {
    const std::size_t end = std::min(utf8.find(' ', begin), utf8.size());
    const std::string_view word = utf8.substr(begin, end - begin);
    if (inner_non_joiners(word) >= needed) {
      if (!apart) apart.emplace();
      apart->append(utf8.substr(copied, begin - copied));
      append_with_blanks(word, *apart);
      copied = end;
    }
    begin = end + 1;
  }
  if (apart) apart->append(utf8.substr(copied));
  return apart;
}

}  // namespace darvaza::names
