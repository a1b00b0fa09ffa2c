// Lao letters, all of whose vowels are written. Passports of Laos spell as French ears heard: ou, ph, x for one of the letters for s.
// Facts: BGN/PCGN 1966 (Lao), ALA-LC (Lao); Unicode, chapter 16.2.
#include <algorithm>
#include <iterator>
#include <string>

#include "romanize/letter_reader.h"
#include "romanize/romanize.h"
#include "romanize/spoken.h"

namespace darvaza::romanize {
namespace {

struct Consonant {
  char32_t letter;
  std::string_view begins, ends;
};
constexpr Consonant kConsonants[] = {{U'ກ', "k", "k"}, {U'ຂ', "k", "k"}, {U'ຄ', "k", "k"}, {U'ງ', "ng", "ng"}, {U'ຈ', "ch", "t"}, {U'ສ', "s", "t"}, {U'ຊ', "s", "t"},
                                     {U'ຍ', "y", "y"}, {U'ດ', "d", "t"}, {U'ຕ', "t", "t"}, {U'ຖ', "t", "t"},  {U'ທ', "t", "t"},  {U'ນ', "n", "n"}, {U'ບ', "b", "p"},
                                     {U'ປ', "p", "p"}, {U'ຜ', "p", "p"}, {U'ຝ', "f", "p"}, {U'ພ', "p", "p"},  {U'ຟ', "f", "p"},  {U'ມ', "m", "m"}, {U'ຢ', "y", "y"},
                                     {U'ຣ', "r", "n"}, {U'ລ', "l", "n"}, {U'ວ', "v", "w"}, {U'ຫ', "h", ""},   {U'ອ', "", ""},    {U'ຮ', "h", ""}};
constexpr std::u32string_view kLeading = U"ເແໂໃໄ", kSigns = U"ະັາິີຶືຸູົໍຽ", kToneMarks = U"່້໊໋໌";

const Consonant* consonant(char32_t c) { return row_of(kConsonants, c); }

std::u32string without_tones(std::u32string_view token) {
  std::u32string plain;
  std::copy_if(token.begin(), token.end(), std::back_inserter(plain), [](char32_t c) { return !is_one_of(c, kToneMarks); });
  return plain;
}

class Reader : LetterReader {
 public:
  explicit Reader(std::u32string_view token) : LetterReader(without_tones(token)) {
    while (at_ < token_.size()) read_syllable();
  }
  const Sounds& sounds() const { return spoken_.sounds(); }

 private:
  void read_syllable() {
    const char32_t leading = is_one_of(here(), kLeading) ? here() : U'\0';
    if (leading != 0) ++at_;
    if (consonant(here()) == nullptr) {
      if (leading == 0) ++at_;
      return;
    }
    const std::string onset = take_onset();
    if (leading != 0) return read_leading(leading, onset);
    if (take(U"ໍາ")) return spoken_.add(onset + "am");
    if (take(U"ົວະ") || take(U"ົວ")) return finish(onset + "ua");
    if (take(U"ັວ")) return finish(onset + "ua");
    if (take(U"ັຽ") || take(U"ຽ")) return finish(onset + "ia");
    if (take(U"ັ") || take(U"ະ") || take(U"າ")) return finish(onset + "a");
    if (take(U"ິ") || take(U"ີ")) return finish(onset + "i");
    if (take(U"ຶ") || take(U"ື")) return finish(onset + "ue");
    if (take(U"ຸ") || take(U"ູ")) return finish(onset + "u");
    if (take(U"ົ") || take(U"ໍ")) return finish(onset + "o");
    if (here() == U'ວ' && closes(1) && take(U"ວ")) return finish(onset + "ua");
    if (here() == U'ອ' && take(U"ອ")) return finish(onset + "o");
    spoken_.add(onset);
  }

  /// ຫ before a nasal, l, v or r gives the tone and is silent.
  std::string take_onset() {
    if (here() == U'ຫ' && (is_one_of(here(1), U"ງຍນມລວຣ\u0EBC"))) ++at_;
    if (here() == 0x0EBC) {
      ++at_;
      return "l";
    }
    std::string onset(consonant(here())->begins);
    ++at_;
    const bool clusters = (here() == U'ວ' && is_one_of(here(1), kSigns)) || here() == 0x0EBC || (here() == U'ຣ' && is_one_of(here(1), kSigns));
    if (!clusters) return onset;
    onset += here() == 0x0EBC ? std::string_view("l") : consonant(here())->begins;
    ++at_;
    return onset;
  }

  void read_leading(char32_t leading, const std::string& onset) {
    switch (leading) {
      case U'ໃ':
      case U'ໄ':
        if (here() == U'ຍ' && !is_one_of(here(1), kSigns)) ++at_;
        return spoken_.add(onset + "ai");
      case U'ໂ':
        take(U"ະ");
        return finish(onset + "o");
      case U'ແ':
        if (!take(U"ະ")) take(U"ັ");
        return finish(onset + "e");
      default:
        if (take(U"ົາ")) return spoken_.add(onset + "ao");
        if (take(U"າະ")) return finish(onset + "o");
        if (take(U"ັຍ")) return finish(onset + "ia");
        if (take(U"ືອ") || take(U"ຶອ")) return finish(onset + "uea");
        if (take(U"ິ") || take(U"ີ")) return finish(onset + "oe");
        if (!take(U"ະ")) take(U"ັ");
        return finish(onset + "e");
    }
  }

  /// Whether the consonant there has no vowel and so ends the syllable.
  bool closes(std::size_t beyond) const {
    if (consonant(here(beyond)) == nullptr || is_one_of(here(beyond), U"ຫຮ")) return false;
    const char32_t next = here(beyond + 1);
    if (is_one_of(next, kSigns) || next == 0x0EBC) return false;
    if (next == U'ອ') return here(beyond) == U'ອ' || is_one_of(here(beyond + 2), kSigns);  // the vowel o
    return !(next == U'ວ' && beyond + 2 < token_.size() && closes(beyond + 2) && !is_one_of(here(beyond + 3), kSigns) && is_one_of(here(beyond), U"ສຂຄກດ"));
  }

  void finish(std::string syllable) {
    if (here() != U'ອ' && closes(0)) {
      syllable += consonant(here())->ends;
      ++at_;
    }
    spoken_.add(syllable);
  }

  Spoken spoken_{WritingSystem::southern};
};

}  // namespace

Sounds romanize_lao(std::u32string_view token) { return Reader(token).sounds(); }

}  // namespace darvaza::romanize
