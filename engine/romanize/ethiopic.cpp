// Ethiopic letters, each a consonant with one of seven vowels, as names of Ethiopia and Eritrea are spelled in passports: the first
// vowel is e, a after the letters of the throat. The sixth one is a short i or nothing, which nobody writes: it is spoken where
// consonants could not be (Leslau, Introductory Grammar of Amharic, 2000; Hayward, "Notes on the Amharic gemination", 1986).
#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "romanize/romanize.h"
#include "romanize/spoken.h"

namespace darvaza::romanize {
namespace {

constexpr char32_t kFirst = 0x1200, kEnd = 0x1360, kOrders = 8;
constexpr char32_t kSixth = 5;

/// In the order of Unicode's rows of eight; h is written where the throat's letters are, which take a for their first vowel.
constexpr std::array<std::string_view, 44> kRows = {
    "h", "l", "h", "m", "s", "r", "s", "sh", "k", "kw", "k", "kw", "b", "v", "t", "ch", "h", "hw", "n", "gn", "", "k",
    "kw", "kh", "khw", "w", "", "z", "zh", "y", "d", "d", "j", "g", "gw", "ng", "t", "ch", "p", "ts", "ts", "f", "p", ""};
constexpr std::array<std::string_view, kOrders> kVowels = {"e", "u", "i", "a", "e", "", "o", "wa"};

struct Letter {
  std::string_view consonant, vowel;
  bool sixth = false;
};

/// Vowels of labial letters (ኰ): no second and no seventh one.
std::string_view vowel_of(char32_t row, char32_t order) {
  const std::string_view consonant = kRows[row];
  if (consonant.ends_with('w') && consonant != "w") return kVowels[order] == "o" ? "a" : kVowels[order];
  if (order == 0 && (consonant == "h" || consonant.empty())) return "a";
  if (order == 7 && consonant.empty()) return "e";  // ኧ
  if (order == 0 && consonant == "w") return "o";
  return kVowels[order];
}

std::vector<Letter> letters_of(std::u32string_view token) {
  std::vector<Letter> letters;
  for (const char32_t c : token) {
    if (c < kFirst || c >= kEnd) continue;
    const char32_t row = (c - kFirst) / kOrders, order = (c - kFirst) % kOrders;
    if (row < kRows.size()) letters.push_back({kRows[row], vowel_of(row, order), order == kSixth});
  }
  return letters;
}

bool is_stop(std::string_view consonant) { return !consonant.empty() && std::string_view("kbtdgpcj").find(consonant[0]) != std::string_view::npos; }

/// Two last consonants that are spoken together: the second one a stop, the first one none (Tigist, but Mekonnen).
bool end_together(const Letter& a, const Letter& b) { return !is_stop(a.consonant) && is_stop(b.consonant) && a.consonant != b.consonant; }

bool is_nasal(std::string_view consonant) { return consonant == "n" || consonant == "m"; }
bool is_glide(std::string_view consonant) { return consonant == "y" || consonant == "w"; }

/// The short vowel as it is spelled where it is spoken.
std::string_view short_vowel(const Letter& letter, bool begins_word) {
  if (begins_word && letter.consonant.empty()) return "e";
  return letter.consonant == "w" ? "u" : "i";
}

/// Gives the letters of the sixth order the vowel that is spoken, from the last one back: one before a letter with a vowel ends a
/// syllable, so that another one before it has a vowel (Fikirte, Eskinder). After a vowel a nasal ends the syllable before a stop, which
/// has the vowel then (Mengistu, Engida), and y and w belong to the vowel.
void speak_sixth(std::vector<Letter>& letters) {
  for (std::size_t i = letters.size(); i-- > 0;) {
    Letter& letter = letters[i];
    if (!letter.sixth) continue;
    if (i == 0) {
      letter.vowel = short_vowel(letter, true);
      continue;
    }
    if (letter.consonant.empty() || (is_glide(letter.consonant) && !letters[i - 1].sixth)) continue;
    const bool is_last = i + 1 == letters.size();
    const bool before_vowel = !is_last && !letters[i + 1].vowel.empty();
    if (before_vowel) {
      const bool after_nasal = i > 1 && letters[i - 1].sixth && is_nasal(letters[i - 1].consonant) && is_stop(letter.consonant);
      const bool before_bare_vowel = letters[i - 1].sixth && letters[i + 1].consonant.empty();  // Gebriel
      if (after_nasal || before_bare_vowel) letter.vowel = short_vowel(letter, false);
    } else if (!is_last && !(i + 2 == letters.size() && end_together(letter, letters[i + 1]))) {
      letter.vowel = short_vowel(letter, false);
    }
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
