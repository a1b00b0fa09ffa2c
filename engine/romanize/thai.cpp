// Thai letters. Vowels stand before, above, below or after the consonants that they follow in speech, or are not written: two bare
// consonants are a closed syllable with o (สม som), a bare one before another syllable holds a (ชนะ chana). Which of the two is meant
// Sanskrit words do not say; the elements that names are built of are a table.
// Facts: Royal Institute, Romanization of Thai (1999); Haas, Thai System of Writing (1956). Aspirated stops are read as the others:
// names are spelled either way.
#include <cstdint>
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
constexpr Consonant kConsonants[] = {
    {U'ก', "k", "k"},  {U'ข', "k", "k"},  {U'ฃ', "k", "k"}, {U'ค', "k", "k"}, {U'ฅ', "k", "k"}, {U'ฆ', "k", "k"}, {U'ง', "ng", "ng"}, {U'จ', "ch", "t"}, {U'ฉ', "ch", "t"},
    {U'ช', "ch", "t"}, {U'ซ', "s", "t"},  {U'ฌ', "ch", "t"}, {U'ญ', "y", "n"}, {U'ฎ', "d", "t"}, {U'ฏ', "t", "t"}, {U'ฐ', "t", "t"},   {U'ฑ', "t", "t"},  {U'ฒ', "t", "t"},
    {U'ณ', "n", "n"},  {U'ด', "d", "t"},  {U'ต', "t", "t"}, {U'ถ', "t", "t"}, {U'ท', "t", "t"}, {U'ธ', "t", "t"}, {U'น', "n", "n"},   {U'บ', "b", "p"},  {U'ป', "p", "p"},
    {U'ผ', "p", "p"},  {U'ฝ', "f", "p"},  {U'พ', "p", "p"}, {U'ฟ', "f", "p"}, {U'ภ', "p", "p"}, {U'ม', "m", "m"}, {U'ย', "y", "y"},   {U'ร', "r", "n"},  {U'ล', "l", "n"},
    {U'ว', "w", "w"},  {U'ศ', "s", "t"},  {U'ษ', "s", "t"}, {U'ส', "s", "t"}, {U'ห', "h", ""},  {U'ฬ', "l", "n"}, {U'อ', "", ""},     {U'ฮ', "h", ""}};

/// Elements of names whose unwritten vowels the letters leave open. The last vowel of some is silent only where the word ends: Worawut,
/// but Wutthichai.
struct Element {
  std::u32string_view letters, spelled;  ///< `spelled` in letters that leave nothing open
  enum : std::uint8_t { anywhere, at_end, at_begin } place = anywhere;
};
constexpr Element kElements[] = {{U"ธน", U"ธะนะ"},   {U"วร", U"วะระ"},     {U"จักร", U"จัก"},   {U"พรหม", U"โพรม"},   {U"พราหม", U"พราม"}, {U"เพชร", U"เพ็ด"}, {U"เพ็ชร", U"เพ็ด"},   {U"บุตร", U"บุด"},   {U"มิตร", U"มิด"},  {U"ฉัตร", U"ฉัด"},
                                 {U"เนตร", U"เนด"},   {U"ภัทร", U"ภัดทะระ"}, {U"ชาติ", U"ชาด"},    {U"ญาติ", U"ยาด"},   {U"ธาตุ", U"ทาด"},   {U"เกตุ", U"เกด"},    {U"เหตุ", U"เหด"},    {U"เกียรติ", U"เกียด"}, {U"ภูมิ", U"พูม", Element::at_end},
                                 {U"วุฒิ", U"วุด", Element::at_end}, {U"พุฒิ", U"พุด", Element::at_end}, {U"โชติ", U"โชด", Element::at_end}, {U"บัติ", U"บัด", Element::at_end},    {U"ทรัพย", U"ซับ"},  {U"ทรง", U"ซง"},     {U"ทราย", U"ซาย"},  {U"สมุทร", U"สะหมุด"}, {U"จิตร", U"จิด"},    {U"วิจิตร", U"วิจิด"}, {U"พิจิตร", U"พิจิด"}, {U"ธรรม", U"ทัม"},
                                 {U"เกษม", U"กะเสม"},  {U"พงศ", U"พงสะ"}, {U"อรอ", U"ออนอ", Element::at_begin},  {U"อร", U"ออระ", Element::at_begin}};

constexpr std::u32string_view kLeading = U"เแโใไ", kToneMarks = U"่้๊๋", kAbove = U"ะัาิีึืุูํ็";
constexpr char32_t kSilent = U'์', kShort = U'็', kA = U'ั';
/// In the place of a consonant that is written with the mark of silence.
constexpr char32_t kMuted = U'\u0001';

const Consonant* consonant(char32_t c) { return row_of(kConsonants, c); }

/// Consonants that begin a syllable together.
bool is_cluster(char32_t first, char32_t second) {
  if (second == U'ร') return is_one_of(first, U"กขคตทปพผบดฟสศ");
  if (second == U'ล') return is_one_of(first, U"กขคปผพบฟ");
  return second == U'ว' && is_one_of(first, U"กขค");
}
bool is_stop(char32_t letter) {
  const std::string_view end = consonant(letter)->ends;
  return end == "t" || end == "k" || end == "p";
}

/// A letter that only gives the next one its tone: หนู, อยู่.
bool is_silent_before(char32_t first, char32_t second) {
  return (first == U'ห' && is_one_of(second, U"งญนมยรลว")) || (first == U'อ' && second == U'ย');
}

/// Without tone marks, muted consonants as kMuted, elements of names as they are spoken.
std::u32string plain(std::u32string_view token) {
  std::u32string out;
  for (std::size_t i = 0; i < token.size(); ++i) {
    const char32_t c = token[i];
    if (is_one_of(c, kToneMarks)) continue;
    if (c == U'ฤ') {
      // ri after some letters and in ฤทธิ์; elsewhere rue. ห and ส before it have their own vowel: Haruethai, Sarit.
      const char32_t before = out.empty() ? U'\0' : out.back();
      const bool is_ri = is_one_of(before, U"กตทปศส") || token.substr(i + 1).starts_with(U"ทธ");
      if (is_one_of(before, U"หส")) out += U'ะ';
      out += is_ri ? U"ริ" : U"รึ";
      continue;
    }
    if (c != kSilent) {
      out += c;
      continue;
    }
    while (!out.empty() && is_one_of(out.back(), U"ิุ")) out.pop_back();
    if (!out.empty()) out.back() = kMuted;
  }
  for (const Element& element : kElements) {
    const auto at = out.find(element.letters);
    if (at == std::u32string::npos) continue;
    const auto after = [&](std::size_t beyond) { return at + element.letters.size() + beyond < out.size() ? out[at + element.letters.size() + beyond] : U'\0'; };
    if (element.place == Element::at_end && after(0) != 0) continue;
    if (element.place == Element::at_begin && (at != 0 || consonant(after(0)) == nullptr)) continue;
    const bool doubles_r = after(0) == U'ร' && !is_one_of(after(1), kAbove);  // สุวรรณ
    if (!is_one_of(after(0), kAbove) && after(0) != U'อ' && !doubles_r) out.replace(at, element.letters.size(), element.spelled);
  }
  return out;
}

class Reader : LetterReader {
 public:
  explicit Reader(std::u32string_view token) : LetterReader(plain(token)) {
    while (at_ < token_.size()) read_syllable();
  }
  const Sounds& sounds() const { return spoken_.sounds(); }

 private:
  /// รร, a vowel, unless the second one has a vowel of its own (เพชรรัตน์).
  bool is_double_r(std::size_t beyond) const { return here(beyond) == U'ร' && here(beyond + 1) == U'ร' && !is_one_of(here(beyond + 2), kAbove); }
  bool has_sign(std::size_t beyond) const { return is_one_of(here(beyond), kAbove) || is_double_r(beyond); }
  bool is_consonant(std::size_t beyond) const { return consonant(here(beyond)) != nullptr; }
  /// A consonant without a vowel of its own.
  bool is_bare(std::size_t beyond) const { return is_consonant(beyond) && !has_sign(beyond + 1) && !(here(beyond + 1) == U'อ' && here(beyond) != U'อ' && !has_sign(beyond + 2)); }
  bool begins_cluster(std::size_t beyond) const { return is_cluster(here(beyond), here(beyond + 1)) && is_one_of(here(beyond + 2), kAbove); }
  /// How many bare consonants stand there, without the one that begins the next syllable with another.
  std::size_t bare_run(std::size_t beyond) const {
    std::size_t run = 0;
    while (is_bare(beyond + run) && !begins_cluster(beyond + run)) ++run;
    return run;
  }

  void read_syllable() {
    if (is_one_of(here(), kLeading)) return read_leading();
    if (!is_consonant(0)) {
      ++at_;
      return;
    }
    if (bare_run(0) >= 2 && here(1) == U'ว' && is_bare(2)) return read_ua();
    const std::string onset = take_onset(false);
    if (is_one_of(here(), kAbove)) return read_sign(onset);
    if (is_double_r(0)) return read_double_r(onset);
    if (here() == U'อ' && !has_sign(1)) {
      ++at_;
      return finish(onset + "o");
    }
    read_bare(onset);
  }

  /// The consonants that begin a syllable. After a leading vowel a second one may carry no sign but those of compound vowels.
  std::string take_onset(bool after_leading) {
    if (is_silent_before(here(), here(1)) && (after_leading || has_sign(2) || is_consonant(2))) ++at_;
    const Consonant* first = consonant(here());
    ++at_;
    std::string onset(first->begins);
    if (!is_consonant(0) || !is_cluster(first->letter, here())) return onset;
    const bool carries = has_sign(1) && !is_double_r(0);
    const bool carries_o = here(1) == U'อ' && !has_sign(2);
    const bool joins = after_leading ? here() != U'ว' && (carries || is_consonant(1)) && !has_sign(2) : carries || carries_o;
    if (!joins) return onset;
    if (first->letter != U'ส') onset += consonant(here())->begins;  // สร is s: Prasert
    ++at_;
    return onset;
  }

  void read_leading() {
    const char32_t vowel = here();
    ++at_;
    if (!is_consonant(0)) return;
    // Between r or l and what is before it an a is spoken: Charoen, Chaloem.
    if (vowel == U'เ' && is_one_of(here(1), U"รล") && here(2) == U'ิ' && is_bare(3) && !is_cluster(here(), here(1))) {
      spoken_.add(std::string(consonant(here())->begins) + "a");
      ++at_;
    }
    const bool alone = vowel != U'เ' && has_sign(2);  // of the others none goes with a sign
    std::string onset;
    if (alone) {
      onset = consonant(here())->begins;
      ++at_;
    } else {
      onset = take_onset(true);
    }
    switch (vowel) {
      case U'ใ':
      case U'ไ':
        if (here() == U'ย' && !has_sign(1)) ++at_;  // ไทย, ไชย
        return spoken_.add(onset + "ai");
      case U'โ':
        return finish(onset + "o");
      case U'แ':
        if (here() == kShort || here() == U'ะ') ++at_;
        return finish(onset + "ae");
      default:
        return read_e(onset);
    }
  }

  /// What เ is with the signs and letters after the consonant.
  void read_e(const std::string& onset) {
    if (take(U"าะ")) return finish(onset + "o");
    if (take(U"า")) return spoken_.add(onset + "ao");
    if (take(U"ียะ") || take(U"ีย")) return finish(onset + "ia");
    if (take(U"ือะ") || take(U"ือ")) return finish(onset + "uea");
    if (here() == U'อ' && !has_sign(1) && take(U"อ")) return finish(onset + "oe");
    if (here() == U'ย' && !has_sign(1) && take(U"ย")) return spoken_.add(onset + "oey");
    if (take(U"ิ")) return finish(onset + "oe");
    if (take(U"็") || take(U"ะ")) return finish(onset + "e");
    finish(onset + "e");
  }

  void read_sign(const std::string& onset) {
    const char32_t sign = here();
    ++at_;
    switch (sign) {
      case kA:
        if (here() == U'ว' && !has_sign(1)) {
          ++at_;
          return finish(onset + "ua");
        }
        return finish(onset + "a");
      case U'ํ':  // with the า after it: am
        if (here() == U'า') ++at_;
        return spoken_.add(onset + "am");
      case U'ะ':
        return spoken_.add(onset + "a");
      case U'า':
        return finish(onset + "a");
      case U'ิ':
      case U'ี':
        return finish(onset + "i");
      case U'ึ':
      case U'ื':
        if (here() == U'อ' && !has_sign(1)) ++at_;
        return finish(onset + "ue");
      case U'ุ':
      case U'ู':
        return finish(onset + "u");
      default:
        return finish(onset + "o");
    }
  }

  /// รร is a before a last consonant, and an otherwise.
  void read_double_r(const std::string& onset) {
    at_ += 2;
    if (is_bare(0)) return finish(onset + "a");
    spoken_.add(onset + (here() == U'ม' ? "am" : "an"));
  }

  /// C ว C: ua.
  void read_ua() {
    const std::string onset(consonant(here())->begins);
    at_ += 2;
    finish(onset + "ua");
  }

  /// No vowel is written: o in a syllable that another bare consonant closes, a in an open one.
  void read_bare(const std::string& onset) {
    const std::size_t run = bare_run(0);  // bare ones after this
    if (run > 0 && is_one_of(here(), U"วยหอฮ")) return spoken_.add(onset + "a");
    if (run % 2 == 1 || here() == kMuted) return finish(onset + "o");
    spoken_.add(onset + "a");
  }

  /// The syllable with its last consonant, if it has one.
  void finish(std::string syllable) {
    if (is_bare(0) && closes(syllable.back())) {
      const char32_t last = here();
      syllable += consonant(last)->ends;
      if (links()) {
        spoken_.add(syllable);
        syllable = std::string(consonant(last)->begins) + "a";
      }
      ++at_;
      // A second letter for the same stop, the r that Sanskrit has after it, and what stands before a muted letter are not spoken.
      if (here() == U'ร' && here(1) == 0 && is_stop(last)) ++at_;
      if (is_bare(0) && (here(1) == kMuted || (here(1) == 0 && consonant(here())->ends == consonant(last)->ends))) ++at_;
    }
    while (here() == kMuted) ++at_;
    spoken_.add(syllable);
  }

  /// Whether the consonant that stands here ends a syllable and begins a short one, as in words from Sanskrit before r, y, n, m, l and w
  /// (Watchara, Witthaya, Kritsana; Haas 1956). Not tr, which is one sound, nor ด, which Sanskrit words hardly have.
  bool links() const {
    const char32_t next = here(1);
    if (consonant(here())->ends != "t" || !is_one_of(next, U"รยนณมลว") || here() == U'ด' || (here() == U'ต' && next == U'ร')) return false;
    return has_sign(2) || (is_bare(1) && is_bare(2) && is_bare(3));
  }

  /// Whether the vowel before is one that needs a last consonant.
  bool is_last_of(char vowel) const { return vowel == 'a' && at_ > 0 && token_[at_ - 1] == kA; }

  /// Whether the bare consonant that stands here ends the syllable rather than beginning one of its own.
  bool closes(char vowel) const {
    const std::size_t run = bare_run(0);
    const bool ends_word = here(run) == 0 || here(run) == kMuted;
    if (here() == U'ร' && (run > 1 || !ends_word) && (vowel == 'u' || vowel == 'i')) return false;  // สุรชัย, จิรพร
    if ((here() == U'ย' && vowel == 'i') || (here() == U'ว' && (vowel == 'o' || vowel == 'u'))) return false;  // ปิยพร
    if (run == 1 || is_last_of(vowel)) return true;
    // พงษ์ is a syllable of its own; in จันทร์ and ลักษณ์ the second letter is silent with the muted one.
    if (run == 2 && here(2) == kMuted) return consonant(here(1))->ends == "t" || is_last_of(vowel);
    if (run == 2 && ends_word) {
      const std::string_view first = consonant(here())->ends, second = consonant(here(1))->ends;
      return (first == second && first == "t") || here(1) == U'ร' ? here() == U'ต' : false;
    }
    return true;
  }

  Spoken spoken_{WritingSystem::southern};
};

}  // namespace

Sounds romanize_thai(std::u32string_view token) { return Reader(token).sounds(); }

}  // namespace darvaza::romanize
