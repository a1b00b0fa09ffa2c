// Myanmar letters as Burmese sounds and passports spell. A name has no family name and no blanks in its own letters, but one before
// every word in Latin ones.
// Facts: MLC Transcription System (1980) for the rhymes; Okell, A Guide to the Romanization of Burmese (1971); Unicode, chapter 16.3.
#include "romanize/burmese.h"

#include <algorithm>
#include <iterator>
#include <string>

#include "romanize/letter_reader.h"
#include "romanize/romanize.h"
#include "romanize/spoken.h"

namespace darvaza::romanize {
namespace {

constexpr char32_t kFirst = 0x1000, kLastConsonant = 0x1021, kEnd = 0x10A0;
constexpr char32_t kAsat = 0x103A, kBelow = 0x1039, kYa = 0x103B, kRa = 0x103C, kWa = 0x103D, kHa = 0x103E, kCreaky = 0x1037, kHeavy = 0x1038;

struct Consonant {
  char32_t letter;
  std::string_view begins;
  std::u32string_view ends_as;  ///< the letter whose rhyme it has at the end of a syllable
};
constexpr Consonant kConsonants[] = {
    {U'က', "k", U"က"}, {U'ခ', "k", U"က"},  {U'ဂ', "g", U"က"}, {U'ဃ', "g", U"က"}, {U'င', "ng", U"င"}, {U'စ', "s", U"စ"}, {U'ဆ', "s", U"စ"}, {U'ဇ', "z", U"စ"}, {U'ဈ', "z", U"စ"},
    {U'ဉ', "ny", U"င"}, {U'ည', "ny", U"ည"}, {U'ဋ', "t", U"တ"}, {U'ဌ', "t", U"တ"}, {U'ဍ', "d", U"တ"}, {U'ဎ', "d", U"တ"}, {U'ဏ', "n", U"န"}, {U'တ', "t", U"တ"}, {U'ထ', "t", U"တ"},
    {U'ဒ', "d", U"တ"}, {U'ဓ', "d", U"တ"},  {U'န', "n", U"န"}, {U'ပ', "p", U"တ"}, {U'ဖ', "p", U"တ"}, {U'ဗ', "b", U"တ"}, {U'ဘ', "b", U"တ"}, {U'မ', "m", U"န"}, {U'ယ', "y", U"ယ"},
    {U'ရ', "y", U""},  {U'လ', "l", U""},   {U'ဝ', "w", U""},  {U'သ', "th", U"တ"}, {U'ဟ', "h", U""},  {U'ဠ', "l", U""},  {U'အ', "", U""}};

/// A written vowel and the last letter, as they sound together.
struct Rhyme {
  std::u32string_view vowel;
  std::u32string_view last;
  std::string_view sound;
};
constexpr Rhyme kRhymes[] = {
    {U"", U"", "a"},   {U"", U"က", "et"},  {U"", U"င", "in"},  {U"", U"စ", "it"},  {U"", U"ည", "i"},   {U"", U"တ", "at"},   {U"", U"န", "an"},   {U"", U"ယ", "e"},
    {U"ာ", U"", "a"},  {U"ာ", U"တ", "at"}, {U"ာ", U"န", "an"}, {U"ာ", U"ယ", "e"},  {U"ာ", U"က", "et"}, {U"ိ", U"", "i"},    {U"ိ", U"တ", "eik"}, {U"ိ", U"န", "ein"},
    {U"ီ", U"", "i"},  {U"ု", U"", "u"},   {U"ု", U"တ", "ok"}, {U"ု", U"က", "ok"}, {U"ိ", U"က", "eik"}, {U"ု", U"န", "on"}, {U"ူ", U"", "u"},   {U"ေ", U"", "e"},    {U"ဲ", U"", "e"},    {U"ော", U"", "aw"},
    {U"ော", U"က", "auk"}, {U"ော", U"င", "aung"}, {U"ို", U"", "o"}, {U"ို", U"က", "aik"}, {U"ို", U"င", "aing"}, {U"ို", U"ယ", "o"}, {U"ံ", U"", "an"}, {U"ုံ", U"", "on"}, {U"ိံ", U"", "ein"}};
/// Vowels that are letters, and the signs that sound alike.
struct Independent {
  char32_t letter;
  std::u32string_view sign;
};
constexpr Independent kIndependent[] = {{U'ဣ', U"ိ"}, {U'ဤ', U"ီ"}, {U'ဥ', U"ု"}, {U'ဦ', U"ူ"}, {U'ဧ', U"ေ"}, {U'ဩ', U"ော"}, {U'ဪ', U"ော"}};

bool is_consonant(char32_t c) { return (c >= kFirst && c <= kLastConsonant) || c == U'ဿ'; }
bool is_independent(char32_t c) { return c >= 0x1023 && c <= 0x102A; }

const Consonant* consonant(char32_t c) { return row_of(kConsonants, c); }

class Reader : LetterReader {
 public:
  explicit Reader(std::u32string_view token) : LetterReader(std::u32string(token)) {
    while (at_ < token_.size()) read_syllable();
  }
  const Sounds& sounds() const { return spoken_.sounds(); }

 private:
  void read_syllable() {
    if (is_independent(here())) {
      const auto* vowel = std::find_if(std::begin(kIndependent), std::end(kIndependent), [c = here()](const Independent& row) { return row.letter == c; });
      ++at_;
      return finish("", vowel == std::end(kIndependent) ? std::u32string_view() : vowel->sign);
    }
    if (here() == U'ဿ') {
      ++at_;
      return finish("th");
    }
    if (const Consonant* letter = consonant(here())) {
      ++at_;
      if (here() == kBelow) ++at_;  // reached only where a word begins with two
      return finish(take_medials(*letter));
    }
    ++at_;
  }

  /// The consonant with the small letters about it: ky, ch for kh and y, sh for y and h, hl.
  std::string take_medials(const Consonant& letter) {
    bool y = false, w = false, h = false;
    for (; here() >= kYa && here() <= kHa; ++at_) {
      y = y || here() == kYa || here() == kRa;
      w = w || here() == kWa;
      h = h || here() == kHa;
    }
    std::string onset(letter.begins);
    if (letter.letter == U'ရ' && h) {
      onset = "sh";
      h = false;
    } else if ((letter.letter == U'လ' || letter.letter == U'သ') && y && h) {
      onset = "sh";
      y = h = false;
    } else if (letter.letter == U'ခ' && y) {
      onset = "ch";
      y = false;
    }
    if (h && onset != "h") onset = "h" + onset;
    if (y) onset += "y";
    if (w) onset += "w";
    return onset;
  }

  /// The rest of a syllable; `begun` is of its vowel what has been read.
  void finish(const std::string& onset, std::u32string_view begun = {}) {
    std::u32string vowel(begun), last;
    for (; at_ < token_.size(); ++at_) {
      const char32_t c = here();
      if (c == kCreaky || c == kHeavy || c == kAsat) continue;  // tones; the mark of ော်
      if (c == U'ါ') {
        vowel += U'ာ';
      } else if ((c >= 0x102C && c <= 0x1036)) {
        vowel += c;
      } else {
        break;
      }
    }
    if (const Consonant* end = consonant(here()); end != nullptr && ends_here()) {
      last = end->ends_as;
      ++at_;
      while (here() == kCreaky || here() == kHeavy || here() == kAsat) ++at_;
      if (here() == kBelow) ++at_;
    }
    spoken_.add(spelled(onset, vowel, last));
  }

  /// Whether the consonant that stands here has the mark that takes its vowel, or another one below it.
  bool ends_here() const {
    std::size_t next = 1;
    if (here(next) == kCreaky) ++next;
    return here(next) == kAsat || here(next) == kBelow;
  }

  static std::string spelled(const std::string& onset, const std::u32string& vowel, const std::u32string& last) {
    // After w the rhymes of an and at are un and ut: Tun, Htut, Wunna.
    if (onset.ends_with('w') && ((vowel.empty() && (last == U"န" || last == U"တ")) || (vowel == U"ံ" && last.empty()))) {
      return (onset == "w" ? onset : onset.substr(0, onset.size() - 1)) + (last == U"တ" ? "ut" : "un");
    }
    if (onset.empty() && vowel == U"ိ" && last.empty()) return "ei";  // the name Ei
    const auto* rhyme = std::find_if(std::begin(kRhymes), std::end(kRhymes), [&](const Rhyme& row) { return row.vowel == vowel && row.last == last; });
    if (rhyme == std::end(kRhymes)) {
      rhyme = std::find_if(std::begin(kRhymes), std::end(kRhymes), [&](const Rhyme& row) { return row.vowel == vowel && row.last.empty(); });
    }
    return onset + std::string(rhyme == std::end(kRhymes) ? "a" : rhyme->sound);
  }

  Spoken spoken_{WritingSystem::southern};
};

}  // namespace

std::size_t burmese_syllable(std::u32string_view word) {
  if (word.empty() || word[0] < kFirst || word[0] >= kEnd) return 0;
  for (std::size_t i = 1; i < word.size(); ++i) {
    if (word[i - 1] == kBelow) continue;
    if (is_independent(word[i])) return i;
    if (!is_consonant(word[i])) continue;
    std::size_t next = i + 1;
    if (next < word.size() && word[next] == kCreaky) ++next;
    const bool closes = next < word.size() && (word[next] == kAsat || word[next] == kBelow);
    if (!closes) return i;
  }
  return word.size();
}

Sounds romanize_burmese(std::u32string_view token) { return Reader(token).sounds(); }

}  // namespace darvaza::romanize
