#include "documents/state_key.h"

#include <algorithm>
#include <vector>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "text/utf8.h"

namespace darvaza::documents {
namespace {

// Base letters of U+00C0 to U+017F (Latin-1 Supplement and Latin Extended-A), 16 a row.
constexpr std::string_view kLatinBase =
    "aaaaaaaceeeeiiii"
    "dnooooo ouuuuyts"
    "aaaaaaaceeeeiiii"
    "dnooooo ouuuuyty"
    "aaaaaaccccccccdd"
    "ddeeeeeeeeeegggg"
    "gggghhhhiiiiiiii"
    "iiiijjkkklllllll"
    "lllnnnnnnnnnoooo"
    "oooorrrrrrssssss"
    "ssttttttuuuuuuuu"
    "uuuuwwyyyzzzzzzs";
static_assert(kLatinBase.size() == 0x180 - 0xC0);

struct Abbreviation {
  std::string_view word;
  std::string_view meaning;  ///< empty: the word says nothing
};

constexpr Abbreviation kAbbreviations[] = {
    {"and", ""},       {"dem", "democratic"}, {"fed", "federation"},
    {"is", "islands"}, {"isl", "islands"},    {"islam", "islamic"},
    {"of", ""},        {"rep", "republic"},   {"repub", "republic"},
    {"st", "saint"},   {"ste", "saint"},      {"the", ""},
};

std::string_view written_out(std::string_view word) {
  const auto* const row =
      std::find_if(std::begin(kAbbreviations), std::end(kAbbreviations),
                   [word](const Abbreviation& entry) { return entry.word == word; });
  return row == std::end(kAbbreviations) ? word : row->meaning;
}

// Marks that are part of a word and not of its key: combining accents, apostrophes of all kinds,
// and the period of abbreviations ("U.K.", "People's").
constexpr bool is_ignored(char32_t c) {
  return (c >= 0x0300 && c <= 0x036F) || c == U'\'' || c == U'`' || c == U'.' || c == 0x02BB ||
         c == 0x02BC || c == 0x2018 || c == 0x2019;
}

constexpr bool is_alphanumeric(char32_t c) {
  return (c >= U'a' && c <= U'z') || (c >= U'A' && c <= U'Z') || (c >= U'0' && c <= U'9');
}

// Whatever separates words becomes a blank.
constexpr char32_t folded(char32_t c) {
  if (c >= 0xC0 && c < 0x180) return static_cast<unsigned char>(kLatinBase[c - 0xC0]);
  if (c < 0xC0 && !is_alphanumeric(c)) return U' ';
  return c >= U'A' && c <= U'Z' ? c - U'A' + U'a' : c;
}

std::string fold(std::string_view name) {
  std::string result;
  while (!name.empty()) {
    const char32_t c = text::take_code_point(name);
    if (!is_ignored(c)) text::append_utf8(folded(c), result);
  }
  return result;
}

std::vector<std::string_view> words_of(std::string_view rest) {
  std::vector<std::string_view> words;
  while (!rest.empty()) {
    const std::size_t end = std::min(rest.find(' '), rest.size());
    if (const std::string_view word = written_out(rest.substr(0, end)); !word.empty()) {
      words.push_back(word);
    }
    rest.remove_prefix(std::min(end + 1, rest.size()));
  }
  return words;
}

}  // namespace

std::string state_key(std::string_view name) {
  const std::string folded_name = fold(name);
  std::vector<std::string_view> words = words_of(folded_name);
  std::sort(words.begin(), words.end());
  return fmt::format("{}", fmt::join(words, " "));
}

}  // namespace darvaza::documents
