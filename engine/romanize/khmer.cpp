// Khmer letters. Every consonant belongs to one of two series, which say how the vowel after it sounds; two signs move it to the other.
// Facts: UNGEGN, Report on the romanization of Khmer (Geographic Department 1995); Unicode, chapter 16.4; Huffman, Cambodian System of
// Writing (1970). Vowels as names are spelled in passports.
#include <algorithm>
#include <array>
#include <span>
#include <string>

#include "romanize/letter_reader.h"
#include "romanize/romanize.h"
#include "romanize/spoken.h"

namespace darvaza::romanize {
namespace {

constexpr char32_t kFirstConsonant = 0x1780, kLastConsonant = 0x17A2, kHa = 0x17A0, kYo = 0x1799;
struct Consonant {
  std::string_view begins, ends;
  bool second = false;  ///< of the second series
  bool weak = false;    ///< below another consonant it does not change the series
};
/// From ka to the seat of vowels, in Unicode's order.
constexpr std::array<Consonant, kLastConsonant - kFirstConsonant + 1> kConsonants = {{
    {"k", "k"}, {"k", "k"}, {"k", "k", true}, {"k", "k", true}, {"ng", "ng", true, true}, {"ch", "ch"}, {"ch", "ch"}, {"ch", "ch", true}, {"ch", "ch", true}, {"nh", "n", true, true},
    {"d", "t"}, {"t", "t"}, {"d", "t", true}, {"t", "t", true}, {"n", "n"}, {"t", "t"}, {"t", "t"}, {"t", "t", true}, {"t", "t", true}, {"n", "n", true, true},
    {"b", "p"}, {"p", "p"}, {"p", "p", true}, {"p", "p", true}, {"m", "m", true, true}, {"y", "y", true, true}, {"r", "r", true, true}, {"l", "l", true, true}, {"v", "v", true, true},
    {"s", "s"}, {"s", "s"}, {"s", "s"}, {"h", "h"}, {"l", "l"}, {"", ""},
}};

struct Vowel {
  char32_t sign;
  std::string_view first, second;
};
constexpr Vowel kVowels[] = {{0x17B6, "a", "ea"}, {0x17B7, "e", "i"},  {0x17B8, "ey", "i"}, {0x17B9, "oe", "i"}, {0x17BA, "eu", "eu"}, {0x17BB, "o", "u"},  {0x17BC, "o", "u"},
                             {0x17BD, "uo", "uo"}, {0x17BE, "oeu", "oeu"}, {0x17BF, "oeu", "oeu"}, {0x17C0, "ie", "ie"}, {0x17C1, "e", "e"}, {0x17C2, "ae", "e"},
                             {0x17C3, "ai", "ey"}, {0x17C4, "ao", "o"}, {0x17C5, "ao", "ov"}};
constexpr Vowel kIndependent[] = {{0x17A3, "a", "a"}, {0x17A4, "a", "a"}, {0x17A5, "e", "e"}, {0x17A6, "ey", "ey"}, {0x17A7, "o", "o"}, {0x17A9, "u", "u"}, {0x17AA, "ov", "ov"},
                                  {0x17AB, "roe", "roe"}, {0x17AC, "roeu", "roeu"}, {0x17AD, "loe", "loe"}, {0x17AE, "loeu", "loeu"}, {0x17AF, "e", "e"}, {0x17B0, "ai", "ai"},
                                  {0x17B1, "o", "o"}, {0x17B2, "o", "o"}, {0x17B3, "au", "au"}};
constexpr char32_t kNasal = 0x17C6, kBreath = 0x17C7, kToFirst = 0x17C9, kToSecond = 0x17CA, kShortens = 0x17CB, kRobat = 0x17CC, kSilences = 0x17CD, kSanskritA = 0x17D0, kBelow = 0x17D2;

const Vowel* find(std::span<const Vowel> vowels, char32_t c) {
  const auto found = std::find_if(vowels.begin(), vowels.end(), [c](const Vowel& vowel) { return vowel.sign == c; });
  return found == vowels.end() ? nullptr : &*found;
}

/// Without letters under the mark that silences them.
std::u32string heard_letters(std::u32string_view token) {
  std::u32string heard;
  for (const char32_t c : token) {
    if (c == kSilences) {
      if (!heard.empty()) heard.pop_back();
    } else if (c != kRobat) {
      heard += c;
    }
  }
  return heard;
}

class Reader : LetterReader {
 public:
  explicit Reader(std::u32string_view token) : LetterReader(heard_letters(token)) {
    while (at_ < token_.size()) read_syllable();
  }
  const Sounds& sounds() const { return spoken_.sounds(); }

 private:
  static bool is_consonant(char32_t c) { return c >= kFirstConsonant && c <= kLastConsonant; }
  static const Consonant& consonant(char32_t c) { return kConsonants[c - kFirstConsonant]; }
  static bool is_vowel(char32_t c) { return find(kVowels, c) != nullptr || c == kNasal || c == kBreath || c == kSanskritA; }

  void read_syllable() {
    std::string syllable;
    bool second = after_part_ && second_;  // a weak letter goes with the syllable before it: Kanha
    if (const Vowel* vowel = find(kIndependent, here())) {
      ++at_;
      return finish(std::string(vowel->first));
    }
    if (!is_consonant(here())) {
      ++at_;
      return;
    }
    for (bool first = true; is_consonant(here()); first = false) {
      const Consonant& letter = consonant(here());
      syllable += letter.begins;
      if (first ? !(after_part_ && letter.weak) : !letter.weak) second = letter.second;
      ++at_;
      if (here() == kBelow && is_consonant(here(1))) {
        ++at_;
        continue;
      }
      break;
    }
    if (here() == kToFirst || here() == kToSecond) second = here() == kToSecond, ++at_;
    after_part_ = false;
    second_ = second;
    read_vowel(syllable, second);
  }

  void read_vowel(std::string syllable, bool second) {
    const Vowel* vowel = find(kVowels, here());
    if (vowel != nullptr) {
      ++at_;
      // Signs may be typed after the vowel.
      if (here() == kToFirst || here() == kToSecond) second = here() == kToSecond, ++at_;
      if (here() == kNasal) {
        const bool is_u = vowel->sign == 0x17BB;
        ++at_;
        return spoken_.add(syllable + (is_u ? (second ? "um" : "om") : second ? "oam" : "am"));
      }
      return finish(syllable + std::string(second ? vowel->second : vowel->first));
    }
    if (here() == kNasal) {
      ++at_;
      return spoken_.add(syllable + (second ? "um" : "am"));
    }
    if (here() == kSanskritA) {
      ++at_;
      if (here() == kYo && !is_vowel(here(1))) {
        ++at_;
        return spoken_.add(syllable + (second ? "ey" : "ai"));  // Chey
      }
      const bool before_k = is_consonant(here()) && consonant(here()).ends.starts_with('k');
      return finish(syllable + (!second ? "a" : before_k ? "ea" : "oa"));  // Sopheak, Sophoan
    }
    // Nothing written: o in the second series, but a in the words from Pali, where two letters close the syllable or another follows.
    const bool plain = second && closes() && !(here(1) == kBelow) && here(1) != kShortens;
    finish(syllable + (plain ? "o" : "a"));
  }

  /// Whether of the consonant there and the one below it the first ends a syllable: two of one place or two stops, as in words from Pali,
  /// or a nasal (Sovanna, Pheakdey). Aspirates do not end one (ផ្កា).
  bool parts(std::size_t beyond) const {
    if (!is_consonant(here(beyond)) || here(beyond + 1) != kBelow || !is_consonant(here(beyond + 2))) return false;
    if (std::u32string_view(U"ខឃឆឈឋឍថធផភ").find(here(beyond)) != std::u32string_view::npos) return false;
    const std::string_view first = consonant(here(beyond)).ends, second = consonant(here(beyond + 2)).ends;
    const auto is_stop = [](std::string_view end) { return end == "k" || end == "t" || end == "p" || end == "ch"; };
    return first == second || first == "n" || first == "m" || first == "ng" || (is_stop(first) && is_stop(second));
  }

  /// Whether the consonant that stands here has no vowel and ends the syllable: it is the last one, marked as short, or another
  /// consonant stands below it at the end of the word.
  bool closes() const {
    if (!is_consonant(here())) return false;
    std::size_t next = 1;
    while (here(next) == kBelow && is_consonant(here(next + 1))) next += 2;
    if (here(next) == kShortens) return true;
    if (here(next) == kToFirst || here(next) == kToSecond) return false;
    if (here() == kHa && is_consonant(here(next))) return false;
    if (parts(next)) return false;
    return !is_vowel(here(next)) && !(is_consonant(here(next)) && !is_vowel(here(next + 1)) && here(next + 1) != kBelow && here(next + 1) != kToFirst && here(next + 1) != kToSecond);
  }

  void finish(std::string syllable) {
    if (here() == kBreath) {
      ++at_;
      return spoken_.add(syllable + "h");
    }
    if (closes()) {
      syllable += consonant(here()).ends;
      ++at_;
      while (here() == kBelow && is_consonant(here(1))) at_ += 2;
      if (here() == kShortens) ++at_;
    } else if (parts(0)) {
      syllable += consonant(here()).ends;
      at_ += 2;
      after_part_ = true;
    }
    spoken_.add(syllable);
  }

  Spoken spoken_{WritingSystem::southern};
  bool second_ = false;      ///< the series of the last syllable
  bool after_part_ = false;  ///< its last consonant is written above the one that stands here
};

}  // namespace

Sounds romanize_khmer(std::u32string_view token) { return Reader(token).sounds(); }

}  // namespace darvaza::romanize
