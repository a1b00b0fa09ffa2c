// Tamil letters. One letter stands for the voiceless and the voiced stop; which one is spoken, its neighbours say: voiceless where it
// begins a word or is doubled, voiced after a nasal and between vowels (Schiffman, A Reference Grammar of Spoken Tamil, 1999). Names
// from Sanskrit and Arabic keep their own voice, which nobody writes: the costs know that each may be the other.
#include <string>
#include <vector>

#include "romanize/letter_reader.h"
#include "romanize/romanize.h"

namespace darvaza::romanize {
namespace {

struct Stop {
  char32_t letter;
  std::string_view begins, doubled, nasal, between;
};
// ச that begins a word is spelled s or ch (Selvam, Chandran): ts, which the costs let be either. Inside words it is s. த is spelled th,
// which the other one never is.
constexpr Stop kStops[] = {{U'க', "k", "k", "g", "g"},   {U'ச', "ts", "ch", "j", "s"}, {U'ட', "t", "t", "d", "d"},
                           {U'த', "th", "th", "th", "th"}, {U'ப', "p", "p", "b", "b"},  {U'ற', "r", "tr", "dr", "r"}};
struct Letter {
  char32_t letter;
  std::string_view latin;
};
constexpr Letter kOthers[] = {{U'ங', "n"}, {U'ஞ', "n"}, {U'ண', "n"}, {U'ந', "n"}, {U'ன', "n"}, {U'ம', "m"}, {U'ய', "y"}, {U'ர', "r"}, {U'ல', "l"}, {U'வ', "v"},
                              {U'ழ', "zh"}, {U'ள', "l"}, {U'ஜ', "j"}, {U'ஶ', "sh"}, {U'ஷ', "sh"}, {U'ஸ', "s"}, {U'ஹ', "h"}};
constexpr Letter kVowels[] = {{U'அ', "a"}, {U'ஆ', "a"}, {U'இ', "i"}, {U'ஈ', "i"}, {U'உ', "u"}, {U'ஊ', "u"}, {U'எ', "e"}, {U'ஏ', "e"}, {U'ஐ', "ai"}, {U'ஒ', "o"}, {U'ஓ', "o"}, {U'ஔ', "au"},
                              {0x0BBE, "a"}, {0x0BBF, "i"}, {0x0BC0, "i"}, {0x0BC1, "u"}, {0x0BC2, "u"}, {0x0BC6, "e"}, {0x0BC7, "e"}, {0x0BC8, "ai"}, {0x0BCA, "o"}, {0x0BCB, "o"},
                              {0x0BCC, "au"}};
constexpr char32_t kFirstConsonant = 0x0B95, kNoVowel = 0x0BCD, kAytham = 0x0B83;

bool is_nasal(char32_t c) { return std::u32string_view(U"ஙஞணநனம").find(c) != std::u32string_view::npos; }

class Reader : LetterReader {
 public:
  explicit Reader(std::u32string_view token) : LetterReader(std::u32string(token)) {
    while (at_ < token_.size()) read();
    hold_vowel();
  }
  const std::u32string& latin() const { return latin_; }

 private:
  void read() {
    const char32_t c = token_[at_];
    if (c == kNoVowel) {
      holds_ = false;
    } else if (const Letter* vowel = row_of(kVowels, c)) {
      holds_ = holds_ && c < kFirstConsonant;  // a vowel's own letter comes after the one that is held, its sign instead of it
      hold_vowel();
      append(vowel->latin);
    } else {
      hold_vowel();
      read_consonant(c);
    }
    ++at_;
  }

  void read_consonant(char32_t c) {
    if (c == kAytham) {
      after_aytham_ = true;
      return;
    }
    const bool doubled = here(1) == kNoVowel && here(2) == c;
    if (const Stop* stop = row_of(kStops, c)) {
      append(sound_of(*stop, doubled));
      if (doubled) at_ += 2;
    } else if (c == U'ஞ' && here(1) != kNoVowel) {
      append("gn");  // Gnanam
    } else if (const Letter* other = row_of(kOthers, c)) {
      append(other->latin);
    }
    // The letter that Sanskrit writes kṣ: Lakshmi, Meenakshi.
    if ((c == U'ட' || c == U'க') && here(1) == kNoVowel && (here(2) == U'ச' || here(2) == U'ஷ')) {
      latin_.back() = U'k';
      append("sh");
      at_ += 2;
    }
    after_aytham_ = false;
    before_ = c;
    holds_ = true;
  }

  std::string_view sound_of(const Stop& stop, bool doubled) const {
    if (stop.letter == U'ப' && after_aytham_) return "f";
    if (doubled) return stop.doubled;
    if (latin_.empty()) return stop.begins;
    const bool joined = at_ > 0 && token_[at_ - 1] == kNoVowel;
    if (joined && is_nasal(before_)) return stop.nasal;
    if (joined) return stop.letter == U'ச' ? stop.between : stop.begins;
    return here(1) == kNoVowel && stop.letter != U'ச' ? stop.begins : stop.between;
  }

  void hold_vowel() {
    if (holds_) append("a");
    holds_ = false;
  }
  void append(std::string_view letters) { latin_.append(letters.begin(), letters.end()); }

  std::u32string latin_;
  char32_t before_ = 0;
  bool holds_ = false;  ///< the last consonant still holds its vowel
  bool after_aytham_ = false;
};

}  // namespace

Sounds romanize_tamil(std::u32string_view token) { return romanize_latin(Reader(token).latin()).in(WritingSystem::southern); }

}  // namespace darvaza::romanize
