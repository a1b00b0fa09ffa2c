#include "eval/baselines/double_metaphone.h"

#include <algorithm>
#include <initializer_list>

namespace darvaza::baselines {
namespace {

constexpr std::size_t kLongestCode = 4;

/// Words beyond this are read in part: four sounds are complete long before.
constexpr std::size_t kLongestWord = 64;

std::string upper_letters(std::string_view word) {
  std::string letters;
  for (const char c : word) {
    const char upper = c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
    if (upper >= 'A' && upper <= 'Z' && letters.size() < kLongestWord) letters += upper;
  }
  return letters;
}

using Spellings = std::initializer_list<std::string_view>;

/// Walks through a word once. Each rule looks at the letters around `at_`, adds sounds and says how
/// many letters it used up.
class Encoder {
 public:
  explicit Encoder(std::string letters)
      : word_(std::move(letters)),
        last_(static_cast<int>(word_.size()) - 1),
        slavic_or_german_(word_.find_first_of("WK") != std::string::npos ||
                          word_.find("CZ") != std::string::npos) {}

  MetaphoneCodes encode() {
    if (begins_with({"GN", "KN", "PN", "WR", "PS"})) at_ = 1;
    if (letter(0) == 'X') {  // Xavier
      add("S");
      at_ = 1;
    }
    while (at_ <= last_ && !(full(codes_.primary) && full(codes_.secondary))) at_ += sound();
    codes_.primary.resize(std::min(codes_.primary.size(), kLongestCode));
    codes_.secondary.resize(std::min(codes_.secondary.size(), kLongestCode));
    return std::move(codes_);
  }

 private:
  static bool full(const std::string& code) { return code.size() >= kLongestCode; }

  /// The letter `offset` places from here; a blank outside of the word.
  char here(int offset) const { return letter(at_ + offset); }
  char letter(int place) const {
    return place < 0 || place > last_ ? ' ' : word_[static_cast<std::size_t>(place)];
  }
  bool vowel(int offset) const {
    return std::string_view("AEIOUY").find(here(offset)) != std::string_view::npos;
  }
  /// Whether one of `spellings` stands at `place`. A blank in one stands for the end of the word.
  bool spelt(int place, Spellings spellings) const {
    return place >= 0 &&
           std::any_of(spellings.begin(), spellings.end(), [&](std::string_view spelling) {
             for (std::size_t i = 0; i < spelling.size(); ++i) {
               if (letter(place + static_cast<int>(i)) != spelling[i]) return false;
             }
             return true;
           });
  }
  bool at(int offset, Spellings spellings) const { return spelt(at_ + offset, spellings); }
  bool begins_with(Spellings spellings) const { return spelt(0, spellings); }

  void add(std::string_view both) { add(both, both); }
  void add(std::string_view primary, std::string_view secondary) {
    codes_.primary += primary;
    codes_.secondary += secondary;
  }

  /// A letter that sounds the same everywhere, once when it stands twice.
  int plain(std::string_view both) {
    add(both);
    return here(1) == here(0) ? 2 : 1;
  }

  int sound() {
    switch (here(0)) {
      case 'A':
      case 'E':
      case 'I':
      case 'O':
      case 'U':
      case 'Y':
        if (at_ == 0) add("A");
        return 1;
      case 'B':
        return plain("P");
      case 'C':
        return c();
      case 'D':
        return d();
      case 'F':
        return plain("F");
      case 'G':
        return g();
      case 'H':
        return h();
      case 'J':
        return j();
      case 'K':
        return plain("K");
      case 'L':
        return l();
      case 'M':
        add("M");
        return here(1) == 'M' ||
                       (at(-1, {"UMB"}) && (at_ + 1 == last_ || at(2, {"ER"})))  // dumb, thumber
                   ? 2
                   : 1;
      case 'N':
        return plain("N");
      case 'P':
        if (here(1) == 'H') {
          add("F");
          return 2;
        }
        add("P");
        return at(1, {"P", "B"}) ? 2 : 1;  // Campbell
      case 'Q':
        return plain("K");
      case 'R':
        return r();
      case 'S':
        return s();
      case 'T':
        return t();
      case 'V':
        return plain("F");
      case 'W':
        return w();
      case 'X':
        if (!(at_ == last_ && (at(-3, {"IAU", "EAU"}) || at(-2, {"AU", "OU"})))) add("KS");
        return at(1, {"C", "X"}) ? 2 : 1;
      default:
        return z();
    }
  }

  int c() {
    if (at_ > 1 && !vowel(-2) && at(-1, {"ACH"}) && here(2) != 'I' &&
        (here(2) != 'E' || at(-2, {"BACHER", "MACHER"}))) {
      add("K");
      return 2;
    }
    if (at_ == 0 && at(0, {"CAESAR"})) {
      add("S");
      return 2;
    }
    if (at(0, {"CHIA"})) {  // Chianti
      add("K");
      return 2;
    }
    if (at(0, {"CH"})) return ch();
    if (at(0, {"CZ"}) && !at(-2, {"WICZ"})) {
      add("S", "X");
      return 2;
    }
    if (at(1, {"CIA"})) {  // focaccia
      add("X");
      return 3;
    }
    if (at(0, {"CC"}) && !(at_ == 1 && letter(0) == 'M')) return cc();
    if (at(0, {"CK", "CG", "CQ"})) {
      add("K");
      return 2;
    }
    if (at(0, {"CI", "CE", "CY"})) {
      add("S", at(0, {"CIO", "CIE", "CIA"}) ? "X" : "S");
      return 2;
    }
    add("K");
    return at(1, {"C", "K", "Q"}) && !at(1, {"CE", "CI"}) ? 2 : 1;
  }

  int ch() {
    const bool greek = at_ == 0 && at(1, {"HARAC", "HARIS", "HOR", "HYM", "HIA", "HEM"}) &&
                       !begins_with({"CHORE"});
    const bool german_or_greek = begins_with({"SCH"}) || at(-2, {"ORCHES", "ARCHIT", "ORCHID"}) ||
                                 at(2, {"T", "S"}) ||
                                 ((at(-1, {"A", "O", "U", "E"}) || at_ == 0) &&
                                  at(2, {"L", "R", "N", "M", "B", "H", "F", "V", "W", " "}));
    if (at_ > 0 && at(0, {"CHAE"})) {  // Michael
      add("K", "X");
    } else if (greek || german_or_greek) {
      add("K");
    } else if (at_ == 0) {
      add("X");
    } else if (begins_with({"MC"})) {  // McHugh
      add("K");
    } else {
      add("X", "K");
    }
    return 2;
  }

  int cc() {
    if (!at(2, {"I", "E", "H"}) || at(2, {"HU"})) {
      add("K");
      return 2;
    }
    const bool ks =
        (at_ == 1 && here(-1) == 'A') || at(-1, {"UCCEE", "UCCES"});  // accident, success
    add(ks ? "KS" : "X");
    return 3;
  }

  int d() {
    if (at(0, {"DG"})) {
      const bool edge = at(2, {"I", "E", "Y"});
      add(edge ? "J" : "TK");
      return edge ? 3 : 2;
    }
    add("T");
    return at(0, {"DT", "DD"}) ? 2 : 1;
  }

  int g() {
    if (here(1) == 'H') return gh();
    if (here(1) == 'N') {
      if (at_ == 1 && vowel(-1) && !slavic_or_german_) {
        add("KN", "N");
      } else if (!at(2, {"EY"}) && here(1) != 'Y' && !slavic_or_german_) {
        add("N", "KN");
      } else {
        add("KN");
      }
      return 2;
    }
    if (at(1, {"LI"}) && !slavic_or_german_) {  // Tagliaro
      add("KL", "L");
      return 2;
    }
    if (at_ == 0 &&
        at(1, {"Y", "ES", "EP", "EB", "EL", "EY", "IB", "IL", "IN", "IE", "EI", "ER"})) {
      add("K", "J");
      return 2;
    }
    if (at(1, {"ER", "Y"}) && !begins_with({"DANGER", "RANGER", "MANGER"}) && !at(-1, {"E", "I"}) &&
        !at(-1, {"RGY", "OGY"})) {
      add("K", "J");
      return 2;
    }
    if (at(1, {"E", "I", "Y"}) || at(-1, {"AGGI", "OGGI"})) {
      if (begins_with({"SCH"}) || at(1, {"ET"})) {
        add("K");
      } else {
        add("J", at(1, {"IER "}) ? "J" : "K");
      }
      return 2;
    }
    return plain("K");
  }

  int gh() {
    if (at_ > 0 && !vowel(-1)) {
      add("K");
    } else if (at_ == 0) {
      add(here(2) == 'I' ? "J" : "K");
    } else if (at(-2, {"B", "H", "D"}) || at(-3, {"B", "H", "D"}) || at(-4, {"B", "H"})) {
      // Hugh, bough, Broughton: silent
    } else if (at_ > 2 && here(-1) == 'U' && at(-3, {"C", "G", "L", "R", "T"})) {
      add("F");  // laugh, tough
    } else if (here(-1) != 'I') {
      add("K");
    }
    return 2;
  }

  int h() {
    if ((at_ != 0 && !vowel(-1)) || !vowel(1)) return 1;
    add("H");
    return 2;
  }

  int j() {
    if (at(0, {"JOSE"})) {
      add(at_ == 0 && here(4) == ' ' ? "H" : "J", "H");
      return 1;
    }
    if (at_ == 0) {
      add("J", "A");  // Yankelovich, Jankelowicz
    } else if (vowel(-1) && !slavic_or_german_ && at(1, {"A", "O"})) {
      add("J", "H");  // bajador
    } else if (at_ == last_) {
      add("J", "");
    } else if (!at(1, {"L", "T", "K", "S", "N", "M", "B", "Z"}) && !at(-1, {"S", "K", "L"})) {
      add("J");
    }
    return here(1) == 'J' ? 2 : 1;
  }

  int l() {
    if (here(1) != 'L') return plain("L");
    const bool spanish =
        (at_ == last_ - 2 && at(-1, {"ILLO", "ILLA", "ALLE"})) ||
        ((spelt(last_ - 1, {"AS", "OS"}) || spelt(last_, {"A", "O"})) && at(-1, {"ALLE"}));
    add("L", spanish ? "" : "L");  // Cabrillo, gallegos
    return 2;
  }

  int r() {
    const bool french =
        at_ == last_ && !slavic_or_german_ && at(-2, {"IE"}) && !at(-4, {"ME", "MA"});
    add(french ? "" : "R", "R");  // Rogier
    return here(1) == 'R' ? 2 : 1;
  }

  int s() {
    if (at(-1, {"ISL", "YSL"})) return 1;  // island, Carlysle
    if (at_ == 0 && at(0, {"SUGAR"})) {
      add("X", "S");
      return 1;
    }
    if (at(0, {"SH"})) {
      add(at(1, {"HEIM", "HOEK", "HOLM", "HOLZ"}) ? "S" : "X");
      return 2;
    }
    if (at(0, {"SIO", "SIA"})) {
      add("S", slavic_or_german_ ? "S" : "X");
      return 3;
    }
    if ((at_ == 0 && at(1, {"M", "N", "L", "W"})) || here(1) == 'Z') {  // Smith beside Schmidt
      add("S", "X");
      return here(1) == 'Z' ? 2 : 1;
    }
    if (at(0, {"SC"})) return sc();
    const bool french = at_ == last_ && at(-2, {"AI", "OI"});
    add(french ? "" : "S", "S");  // resnais, artois
    return at(1, {"S", "Z"}) ? 2 : 1;
  }

  int sc() {
    if (here(2) != 'H') {
      add(at(2, {"I", "E", "Y"}) ? "S" : "SK");
    } else if (at(3, {"ER", "EN"})) {  // Schermerhorn, Schenker
      add("X", "SK");
    } else if (at(3, {"OO", "UY", "ED", "EM"})) {  // school, Schuyler
      add("SK");
    } else {
      const bool first_of_name = at_ == 0 && !vowel(3) && here(3) != 'W';
      add("X", first_of_name ? "S" : "X");
    }
    return 3;
  }

  int t() {
    if (at(0, {"TION", "TIA", "TCH"})) {
      add("X");
      return 3;
    }
    if (at(0, {"TH", "TTH"})) {
      const bool thomas = at(2, {"OM", "AM"}) || begins_with({"SCH"});
      add(thomas ? "T" : "0", "T");
      return 2;
    }
    add("T");
    return at(1, {"T", "D"}) ? 2 : 1;
  }

  int w() {
    if (here(1) == 'R') {
      add("R");
      return 2;
    }
    if (at_ == 0 && (vowel(1) || here(1) == 'H')) add("A", vowel(1) ? "F" : "A");  // Wasserman
    if ((at_ == last_ && vowel(-1)) || at(-1, {"EWSKI", "EWSKY", "OWSKI", "OWSKY"}) ||
        begins_with({"SCH"})) {
      add("", "F");  // Arnow
      return 1;
    }
    if (at(0, {"WICZ", "WITZ"})) {
      add("TS", "FX");
      return 4;
    }
    return 1;
  }

  int z() {
    if (here(1) == 'H') {  // Zhao
      add("J");
      return 2;
    }
    const bool ts = at(1, {"ZO", "ZI", "ZA"}) || (slavic_or_german_ && at_ > 0 && here(-1) != 'T');
    add("S", ts ? "TS" : "S");
    return here(1) == 'Z' ? 2 : 1;
  }

  const std::string word_;
  const int last_;
  const bool slavic_or_german_;
  int at_ = 0;
  MetaphoneCodes codes_;
};

}  // namespace

MetaphoneCodes double_metaphone(std::string_view word) {
  return Encoder(upper_letters(word)).encode();
}

}  // namespace darvaza::baselines
