// Facts: Unicode's blocks, which lay the letters of these scripts out alike (ISCII); Hunterian system; Ohala, "Aspects of
// Hindi Phonology" (1983), for the vowels that fall silent.
#include "romanize/indic.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace darvaza::romanize {
namespace {

constexpr char32_t kFirstBlock = 0x900, kEnd = 0xD80, kBlock = 0x80, kBengali = 0x980, kOdia = 0xB00, kTelugu = 0xC00, kMalayalam = 0xD00;
constexpr char32_t kNukta = 0x3C, kVirama = 0x4D, kYa = 0x2F;
constexpr char32_t kCandrabindu = 0x01, kAnusvara = 0x02, kTippi = 0x70, kAuLength = 0x57;

/// Malayalam's consonants without a vowel have letters of their own.
constexpr char32_t kFirstBare = 0x7A;
constexpr std::array<std::string_view, 6> kBare = {"n", "n", "r", "l", "l", "k"};

/// From ka, at 0x15 of its block, to ha.
constexpr std::array<std::string_view, 0x25> kConsonants = {
    "k", "kh", "g", "gh", "n", "ch", "chh", "j", "jh", "n", "t", "th", "d", "dh", "n", "t", "th", "d", "dh", "n", "n", "p", "ph", "b", "bh", "m",
    "y", "r",  "r", "l",  "l", "zh", "v",   "sh", "sh", "s", "h"};
constexpr char32_t kFirstConsonant = 0x15, kHardR = 0x31, kLll = 0x34;

/// Letters and signs of vowels lie apart by this.
constexpr char32_t kSigns = 0x38;
constexpr std::array<std::string_view, 16> kVowels = {"a", "a", "i", "i", "u", "u", "ri", "li", "e", "e", "e", "ai", "o", "o", "o", "au"};
constexpr char32_t kFirstVowel = 0x05;

struct WithNukta {
  std::string_view plain, dotted;
};
constexpr WithNukta kWithNukta[] = {{"k", "q"}, {"g", "gh"}, {"j", "z"}, {"ph", "f"}, {"d", "r"}, {"dh", "rh"}};

/// Consonants that stand together, and the vowel after them.
struct Syllable {
  std::string onset;
  std::size_t consonants = 0;
  bool doubled = false;       ///< the last two consonants are one sound: Bhatt
  bool glides = false;        ///< the last one is r, l, v or y, which needs no vowel before the cluster
  bool open = true;           ///< no virama at its end: a consonant that follows begins another syllable
  bool inherent = false;      ///< the vowel is not written
  std::string_view vowel;     ///< empty where silent
  std::string_view nasal;
};

/// Bengali and Odia ya is j where it begins a syllable.
std::string_view letter_of(char32_t place, char32_t block, const Syllable* before) {
  if (place == kYa && (block == kBengali || block == kOdia) && (before == nullptr || before->open)) return "j";
  if (block < kOdia && place == kLll) return "l";
  // The hard r of Malayalam is t where it is doubled, and after n.
  if (place == kHardR && block == kMalayalam && before != nullptr && !before->open && (before->onset == "r" || before->onset == "n")) return "t";
  return kConsonants[place - kFirstConsonant];
}

class Reader {
 public:
  explicit Reader(std::u32string_view token) {
    for (const char32_t c : token) {
      if (c < kFirstBlock || c >= kEnd) continue;
      const char32_t place = c % kBlock;
      take(place, c - place);
    }
  }
  std::vector<Syllable>& syllables() { return syllables_; }

 private:
  void take(char32_t place, char32_t block) {
    if (place >= kFirstConsonant && place < kFirstConsonant + kConsonants.size()) return add_consonant(place, block);
    if (place >= kFirstVowel && place < kFirstVowel + kVowels.size()) {
      syllables_.push_back({});
      syllables_.back().vowel = kVowels[place - kFirstVowel];
      return;
    }
    if (place == 0x4E && block == kBengali) return end_with("t");  // khanda ta
    if (place == 0x5F && block == kOdia) return add_letter("y");    // yya, beside the ya that is j
    if (place == 0x71 && block == kOdia) return add_letter("w");
    if (place >= kFirstBare && block == kMalayalam) return add_bare(kBare[place - kFirstBare]);
    if (syllables_.empty()) return;
    Syllable& last = syllables_.back();
    if (place == kNukta) return add_dot(last, block);
    if (place == kVirama) {
      last.open = last.inherent = false;
      last.vowel = {};
    } else if (place == kAuLength && block == kMalayalam) {
      last.vowel = "au";
      last.inherent = false;
    } else if (place == kCandrabindu || place == kAnusvara || place == kTippi) {
      last.nasal = "n";
    } else if (place >= kFirstVowel + kSigns && place < kFirstVowel + kSigns + kVowels.size()) {
      last.vowel = kVowels[place - kFirstVowel - kSigns];
      last.inherent = false;
    }
  }

  void end_with(std::string_view consonant) {
    syllables_.push_back({});
    syllables_.back().onset = last_letter_ = consonant;
    syllables_.back().consonants = 1;
  }

  void add_consonant(char32_t place, char32_t block) { add_letter(letter_of(place, block, syllables_.empty() ? nullptr : &syllables_.back())); }

  /// A consonant without a vowel.
  void add_bare(std::string_view letter) {
    add_letter(letter);
    syllables_.back().open = syllables_.back().inherent = false;
    syllables_.back().vowel = {};
  }

  void add_letter(std::string_view letter) {
    const bool joins = !syllables_.empty() && !syllables_.back().open;
    if (!joins) syllables_.push_back({});
    Syllable& last = syllables_.back();
    last.doubled = joins && last.onset.ends_with(letter.substr(0, 1));
    last.glides = letter == "r" || letter == "l" || letter == "v" || letter == "y";
    last.onset += letter;
    last_letter_ = letter;
    ++last.consonants;
    last.open = last.inherent = true;
    last.vowel = "a";
  }

  void add_dot(Syllable& last, char32_t block) {
    const auto replace = [&](std::string_view dotted) { last.onset.replace(last.onset.size() - last_letter_.size(), last_letter_.size(), dotted); };
    if (last.consonants == 0) return;
    if (block == kBengali && last_letter_ == "j") return replace("y");
    const auto with = std::find_if(std::begin(kWithNukta), std::end(kWithNukta), [&](const WithNukta& row) { return row.plain == last_letter_; });
    if (with != std::end(kWithNukta)) replace(with->dotted);
  }

  std::vector<Syllable> syllables_;
  std::string_view last_letter_;
};

/// From the end, as Ohala's rule is applied.
void silence(std::vector<Syllable>& syllables, bool inside) {
  if (syllables.size() < 2) return;
  Syllable& last = syllables.back();
  if (last.inherent && last.nasal.empty() && (last.consonants == 1 || last.doubled)) last.vowel = {};
  for (std::size_t i = syllables.size() - 1; inside && i-- > 1;) {
    Syllable& syllable = syllables[i];
    const Syllable& next = syllables[i + 1];
    const bool next_begins = next.consonants == 1 || (next.consonants == 2 && next.glides);
    if (syllable.inherent && syllable.consonants == 1 && syllable.nasal.empty() && !syllables[i - 1].vowel.empty() && next_begins && !next.vowel.empty()) syllable.vowel = {};
  }
}

bool is_labial(char letter) { return letter == 'p' || letter == 'b' || letter == 'm' || letter == 'f'; }

void append(std::string_view ascii, std::u32string& out) { out.append(ascii.begin(), ascii.end()); }

}  // namespace

bool has_inherent_vowels(std::u32string_view token) {
  return std::any_of(token.begin(), token.end(), [](char32_t c) { return c >= kFirstBlock && c < kEnd; });
}

std::u32string spoken_latin(std::u32string_view token) {
  std::vector<Syllable> syllables = std::move(Reader(token).syllables());
  const auto has = [&](char32_t begin, char32_t end) { return std::any_of(token.begin(), token.end(), [&](char32_t c) { return c >= begin && c < end; }); };
  const bool is_southern = has(kTelugu, kEnd);
  // In Bengali and Odia only the last vowel falls silent; the languages of the south speak all.
  if (!is_southern) silence(syllables, !has(kBengali, kBengali + kBlock) && !has(kOdia, kOdia + kBlock));
  std::u32string out;
  for (std::size_t i = 0; i < syllables.size(); ++i) {
    append(syllables[i].onset, out);
    append(syllables[i].vowel, out);
    if (syllables[i].nasal.empty()) continue;
    const std::string_view next = i + 1 < syllables.size() ? std::string_view(syllables[i + 1].onset) : std::string_view();
    const bool closes = next.empty() || next[0] == 'h' || next[0] == 's' || next[0] == 'v' || next[0] == 'y';
    if (is_southern && closes) {
      append("m", out);
    } else {
      // Singh is written sinh in Devanagari.
      append(next == "h" ? "ng" : !next.empty() && is_labial(next[0]) ? "m" : syllables[i].nasal, out);
    }
  }
  return out;
}

}  // namespace darvaza::romanize
