// Sinhala letters. The vowel that a consonant holds is spoken to the end of a word: Anura, Jayasuriya.
// Facts: Unicode, chapter 13.2; SLS 1134; spellings of the Registrar General of Sri Lanka (th for the dental t, t for the other).
#include <string>

#include "romanize/romanize.h"

namespace darvaza::romanize {
namespace {

struct Letter {
  char32_t letter;
  std::string_view latin;
};
constexpr Letter kVowels[] = {{U'අ', "a"}, {U'ආ', "a"}, {U'ඇ', "e"}, {U'ඈ', "e"}, {U'ඉ', "i"}, {U'ඊ', "i"}, {U'උ', "u"}, {U'ඌ', "u"}, {U'ඍ', "ri"},
                              {U'එ', "e"}, {U'ඒ', "e"}, {U'ඓ', "ai"}, {U'ඔ', "o"}, {U'ඕ', "o"}, {U'ඖ', "au"}};
constexpr Letter kSigns[] = {{0x0DCA, ""}, {0x0DCF, "a"}, {0x0DD0, "e"}, {0x0DD1, "e"}, {0x0DD2, "i"}, {0x0DD3, "i"}, {0x0DD4, "u"}, {0x0DD6, "u"}, {0x0DD8, "ru"},
                             {0x0DD9, "e"}, {0x0DDA, "e"}, {0x0DDB, "ai"}, {0x0DDC, "o"}, {0x0DDD, "o"}, {0x0DDE, "au"}, {0x0DDF, ""}, {0x0DF2, "ru"}};
constexpr Letter kConsonants[] = {
    {U'ක', "k"}, {U'ඛ', "k"}, {U'ග', "g"}, {U'ඝ', "g"}, {U'ඞ', "n"}, {U'ඟ', "ng"}, {U'ච', "ch"}, {U'ඡ', "ch"}, {U'ජ', "j"}, {U'ඣ', "j"}, {U'ඤ', "n"},
    {U'ඥ', "gn"}, {U'ඦ', "nj"}, {U'ට', "t"}, {U'ඨ', "t"}, {U'ඩ', "d"}, {U'ඪ', "d"}, {U'ණ', "n"}, {U'ඬ', "nd"}, {U'ත', "th"}, {U'ථ', "th"}, {U'ද', "d"},
    {U'ධ', "d"}, {U'න', "n"}, {U'ඳ', "nd"}, {U'ප', "p"}, {U'ඵ', "p"}, {U'බ', "b"}, {U'භ', "b"}, {U'ම', "m"}, {U'ඹ', "mb"}, {U'ය', "y"}, {U'ර', "r"},
    {U'ල', "l"}, {U'ව', "w"}, {U'ශ', "sh"}, {U'ෂ', "sh"}, {U'ස', "s"}, {U'හ', "h"}, {U'ළ', "l"}, {U'ෆ', "f"}};

template <std::size_t N>
const Letter* find(const Letter (&letters)[N], char32_t c) {
  for (const Letter& letter : letters) {
    if (letter.letter == c) return &letter;
  }
  return nullptr;
}

}  // namespace

Sounds romanize_sinhala(std::u32string_view token) {
  constexpr char32_t kNasal = 0x0D82, kBreath = 0x0D83;
  std::u32string latin;
  bool open = false;  // the last consonant still holds its vowel
  const auto append = [&](std::string_view letters) { latin.append(letters.begin(), letters.end()); };
  for (std::size_t i = 0; i < token.size(); ++i) {
    if (const Letter* sign = find(kSigns, token[i])) {
      append(sign->latin);
      open = false;
      continue;
    }
    if (open) append("a");
    open = false;
    if (const Letter* consonant = find(kConsonants, token[i])) {
      append(consonant->latin);
      open = true;
    } else if (const Letter* vowel = find(kVowels, token[i])) {
      append(vowel->latin);
    } else if (token[i] == kNasal) {
      append(i + 1 < token.size() && token[i + 1] == U'හ' ? "ng" : "n");  // Wickramasinghe
    } else if (token[i] == kBreath) {
      append("h");
    }
  }
  if (open) append("a");
  return romanize_latin(latin);
}

}  // namespace darvaza::romanize
