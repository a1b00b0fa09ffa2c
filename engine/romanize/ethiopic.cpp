// Ethiopic letters, each a consonant with one of seven vowels, as names of Ethiopia and Eritrea are spelled in passports: the first
// vowel is e, a after the letters of the throat. The sixth one is a short i or nothing, which nobody writes: it is spoken where
// consonants could not be (Leslau, Introductory Grammar of Amharic, 2000; Hayward, "Notes on the Amharic gemination", 1986).
#include <algorithm>
#include <array>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "romanize/romanize.h"
#include "romanize/spoken.h"

namespace darvaza::romanize {
namespace {

constexpr char32_t kFirst = 0x1200, kEnd = 0x1360, kOrders = 8;

/// In the order of Unicode's rows of eight; h is written where the throat's letters are, which take a for their first vowel.
constexpr std::array<std::string_view, 44> kRows = {
    "h", "l", "h", "m", "s", "r", "s", "sh", "k", "kw", "k", "kw", "b", "v", "t", "ch", "h", "hw", "n", "gn", "", "k",
    "kw", "kh", "khw", "w", "", "z", "zh", "y", "d", "d", "j", "g", "gw", "ng", "t", "ch", "p", "ts", "ts", "f", "p", ""};
constexpr std::array<std::string_view, kOrders> kVowels = {"e", "u", "i", "a", "e", "", "o", "wa"};

struct Letter {
  std::string_view consonant, vowel;  ///< without a vowel in the sixth order
};

/// Vowels of labial letters (ኰ): no second and no seventh one.
std::string_view vowel_of(char32_t row, char32_t order) {
  const std::string_view consonant = kRows[row];
  if (consonant.ends_with('w') && consonant != "w") return kVowels[order] == "o" ? "a" : kVowels[order];
  if (order == 0 && (consonant == "h" || consonant.empty())) return "a";
  if (order == 0 && consonant == "w") return "o";
  return kVowels[order];
}

std::vector<Letter> letters_of(std::u32string_view token) {
  std::vector<Letter> letters;
  for (const char32_t c : token) {
    if (c < kFirst || c >= kEnd) continue;
    const char32_t row = (c - kFirst) / kOrders, order = (c - kFirst) % kOrders;
    if (row < kRows.size()) letters.push_back({kRows[row], vowel_of(row, order)});
  }
  return letters;
}

bool is_stop(std::string_view consonant) { return !consonant.empty() && std::string_view("kbtdgpcj").find(consonant[0]) != std::string_view::npos; }

/// Two last consonants that are spoken together: the second one a stop, the first one none (Tigist, but Mekonnen).
bool end_together(const Letter& a, const Letter& b) { return !is_stop(a.consonant) && is_stop(b.consonant) && a.consonant != b.consonant; }

/// Consonants without a vowel that stand in a row: every second one is spoken with i, so that the first ends the syllable before
/// (Men-gis-tu), at the end of a word the last its own (Mes-fin).
void speak_row(std::span<Letter> row, bool ends_word) {
  const bool two_end = ends_word && row.size() > 1 && end_together(row[row.size() - 2], row[row.size() - 1]);
  const std::size_t apart = two_end ? row.size() - 1 : row.size();
  for (std::size_t i = 0; i < apart; ++i) {
    const std::size_t from_coda = ends_word ? apart - 1 - i : i;
    if (from_coda % 2 == 1) row[i].vowel = "i";
  }
}

/// Gives the letters of the sixth order the vowel that is spoken.
void speak_sixth(std::vector<Letter>& letters) {
  if (!letters.empty() && letters[0].vowel.empty()) letters[0].vowel = letters[0].consonant.empty() ? "e" : "i";
  // The throat's letters are not heard without a vowel.
  letters.erase(std::remove_if(letters.begin(), letters.end(), [](const Letter& letter) { return letter.consonant.empty() && letter.vowel.empty(); }), letters.end());
  for (auto begin = letters.begin(); begin != letters.end();) {
    const auto is_bare = [](const Letter& letter) { return letter.vowel.empty(); };
    begin = std::find_if(begin, letters.end(), is_bare);
    const auto end = std::find_if_not(begin, letters.end(), is_bare);
    speak_row({begin, end}, end == letters.end());
    begin = end;
  }
}

}  // namespace

Sounds romanize_ethiopic(std::u32string_view token) {
  std::vector<Letter> letters = letters_of(token);
  speak_sixth(letters);
  Spoken spoken(WritingSystem::latin);
  for (const Letter& letter : letters) spoken.add(std::string(letter.consonant) + std::string(letter.vowel));
  return spoken.sounds();
}

}  // namespace darvaza::romanize
