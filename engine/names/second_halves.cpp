#include "names/second_halves.h"

#include <algorithm>
#include <cstddef>
#include <initializer_list>
#include <iterator>
#include <optional>
#include <string>

#include "names/final_a.h"
#include "names/letters.h"
#include "names/sound_endings.h"
#include "romanize/romanize.h"

namespace darvaza::names {
namespace {

using romanize::Sound;
using romanize::Sounds;

constexpr std::u32string_view kZiya[] = {U"zi", U"zia", U"ziy", U"ziya", U"ziyo", U"zy", U"zya", U"dhi", U"dhia", U"dhiy", U"dhiya", U"di", U"dia", U"diy", U"diya", U"зи", U"зия", U"зиё"};
/// Letters: of such a name, of its first half.
constexpr std::size_t kShortestName = 6, kShortestFirstHalf = 2;

/// How one alphabet writes the second halves.
struct Alphabet {
  std::u32string_view vowels;  ///< one of them joins the halves, or French "ou"
  std::u32string_view glides;  ///< what may stand between an a and that vowel: Ziyoviddin
  std::u32string_view i, a;    ///< of din; of ullah, and at the end of the first half
  std::u32string_view dt, h;  ///< d first: Nurettin
  char32_t l, n;
  std::u32string_view religion, god;  ///< the one spelling
  std::span<const std::u32string_view> behind_religion, behind_god;  ///< endings of surnames, courtesies
  std::span<const std::u32string_view> in;  ///< of surnames without the a: Khayrullin
  std::span<const std::u32string_view> nisba;  ///< behind God: Nasrallahi
  std::u32string_view e;   ///< joins nothing to God (Isabella), and alone makes no din
  std::span<const std::u32string_view> not_before_god;  ///< Abdullah is one name anyway (compounds.h), McMullin none of these
};
constexpr std::u32string_view kBehindLatin[] = {U"ov", U"ow", U"ev", U"yev", U"jev", U"ew", U"zod", U"zad", U"oğl", U"ogl", U"qiz", U"qız", U"kyz", U"kız", U"kiz", U"uly", U"ulı", U"uul", U"bek", U"beg",
                                                U"jon", U"jan", U"djan", U"zhan", U"dzhan", U"xon", U"khon", U"xan", U"khan", U"shoh", U"shah", U"xoj", U"khoj", U"pur", U"pour"};
constexpr std::u32string_view kBehindGodLatin[] = {U"ev", U"yev", U"jev", U"ew", U"yew", U"ov", U"zod", U"zad", U"oğl", U"ogl", U"qiz", U"qız", U"kyz", U"kız", U"kiz", U"uly", U"uul", U"bek", U"beg",
                                                   U"jon", U"jan", U"djan", U"zhan", U"dzhan", U"xon", U"khon", U"xan", U"khan", U"xoj", U"khoj", U"pur", U"pour"};
constexpr std::u32string_view kBehindCyrillic[] = {U"ов", U"ев", U"зод", U"зад", U"огл", U"оғл", U"угл", U"ўғл", U"қиз", U"кыз", U"киз", U"ұлы", U"улы", U"уул", U"бек", U"бег",
                                                   U"жон", U"жан", U"ҷон", U"джан", U"хон", U"хан", U"шоҳ", U"шо", U"хуж", U"пур"};
constexpr std::u32string_view kBehindGodCyrillic[] = {U"ев", U"ов", U"зод", U"зад", U"огл", U"оғл", U"угл", U"ўғл", U"қиз", U"кыз", U"киз", U"ұлы", U"улы", U"уул", U"бек", U"бег",
                                                      U"жон", U"жан", U"ҷон", U"джан", U"хон", U"хан", U"хуж", U"пур"};
constexpr std::u32string_view kNisbaLatin[] = {U"i", U"yi", U"y"}, kNisbaCyrillic[] = {U"и", U"й"};
constexpr std::u32string_view kInLatin[] = {U"in", U"ina"}, kInCyrillic[] = {U"ин", U"ина"};
constexpr std::u32string_view kNotOfGodLatin[] = {U"abd", U"mcm", U"macm"}, kNotOfGodCyrillic[] = {U"абд"};
constexpr Alphabet kAlphabets[] = {
    {U"ueoaəiyıüöäêéāūō", U"vw'ʼʻ’", U"iyıeêîīéí", U"aoəäā", U"dt", U"h", U'l', U'n', U"uddin", U"ulla", kBehindLatin, kBehindGodLatin, kInLatin, kNisbaLatin, U"e", kNotOfGodLatin},
    {U"уеоаәиыүэіюяӯұө", U"въь", U"иыіӣеэ", U"аоәяё", U"дт", U"хҳһ", U'л', U'н', U"уддин", U"улла", kBehindCyrillic, kBehindGodCyrillic, kInCyrillic, kNisbaCyrillic, U"еэ", kNotOfGodCyrillic},
};

/// First halves that are known where the second is written with one letter, which many other names are: Nuredin, but Abedin, Paladin.
/// By the classes of their consonants (class_of): nur, salah, fakhr, jamal, kamal, shams, najm and nizam, khayr, sayf, ...
constexpr std::string_view kBeforeReligion[] = {"nr",   "slk", "sbk", "fkr", "sml", "kml", "sms", "nsm",  "sf",   "srf",
                                             "ksm",  "brkn", "nsr", "bdr", "kss", "skb", "mnks", "msbk", "kmr", "kdb"};

/// Those by whose classes names of Russia and Europe would be taken for such (Rassadin, Pogodin, Skaredin), and those that are but a consonant or end in -ah,
/// which is none at the end of a Latin word (Saladin, but Claudine), by their letters.
constexpr std::u32string_view kBeforeReligionByLetters[] = {
    U"sal",  U"sel",   U"salah", U"saleh", U"selah", U"salakh", U"sabah", U"misbah", U"ala",  U"ela",  U"ziya",  U"zia",   U"ziyo",  U"zyia",  U"diya",  U"bah",   U"beh",   U"bax",  U"bakh", U"bag",  U"boh", U"box",
    U"shuja", U"shuj", U"raz",   U"roz",   U"razi",  U"rozi",   U"riz",   U"sad",    U"saad", U"sod",  U"sayid", U"sadr",  U"sedr",  U"sodr",  U"shukr", U"shokr", U"zikr",  U"şükr", U"imad", U"emad", U"imod", U"islam", U"islom",
    U"salam", U"zayn", U"zain",  U"zein",  U"zeyn",  U"zejn",   U"sam",   U"səm",    U"sem",  U"rukn", U"rokn", U"jalis",
    U"сал",  U"сел",   U"ала",   U"зия",   U"зиё",   U"бах",    U"баҳ",   U"боҳ",    U"баг",  U"шуджа", U"шуҷо", U"раз",   U"роз",   U"рази",  U"рози",  U"сад",   U"саад",  U"сагд", U"садр", U"шукр", U"зикр", U"имад", U"имод", U"ислам",
    U"ислом", U"салам", U"зайн", U"зейн",  U"сам",   U"сем",    U"рукн"};

/// The same before God where i joins the halves, as in Kyrgyz, or a, or o without an h: rahmat, habib, hikmat, nimat, nasr, fayz, hidayat, ...; and
/// those of which names of Europe have the consonants, too (Cedillo, Carrillo, Murillo), by their letters.
constexpr std::string_view kBeforeGod[] = {"rkmd", "kbb", "kkmd", "nmd", "nsr", "fs", "kdd", "ldf", "fdk", "sbk", "kdrd", "brkd", "smd", "skr", "krmd", "mkb", "nsb", "fdl", "kbr"};
constexpr std::u32string_view kBeforeGodByLetters[] = {U"asad", U"azad", U"aziz", U"amr", U"xayr", U"khayr", U"khair", U"kair", U"xeyr", U"hayr", U"nur", U"zeyn", U"zayn", U"zein", U"saad", U"samig", U"rizk", U"rizq", U"awad", U"inayat", U"inoyat", U"enayat",
                                                  U"inayət", U"sharaf", U"sharof", U"sharif", U"şərif", U"şeref", U"zinat", U"zinət", U"ziynat",
                                                  U"асад", U"азиз", U"амр", U"хайр", U"қайыр", U"нур", U"нұр", U"зейн", U"зайн", U"сағид", U"самиғ", U"инаят", U"иноят", U"шараф", U"шариф", U"зинат"};

/// The class of a consonant; none of a vowel.
char class_of(Sound sound) {
  using enum Sound;
  switch (sound) {
    case b: case p: return 'b';
    case m: return 'm';
    case f: case v: return 'f';
    case d: case t: case th: case dad: return 'd';
    case z: case s: case sh: case zh: case ch: case dj: case ts: case dz: case dh: case c_any: case j_any: return 's';
    case k: case q: case g: case gh: case kh: case h: case x_any: return 'k';
    case l: return 'l';
    case r: return 'r';
    case n: return 'n';
    default: return '\0';
  }
}

bool is_known(const Sounds& first_half, std::span<const std::string_view> known) {
  std::string classes;
  for (const Sound sound : first_half) {
    if (const char c = class_of(sound); c != '\0') classes += c;
  }
  return std::find(known.begin(), known.end(), classes) != known.end();
}

bool is_known(std::u32string_view first_half, std::span<const std::string_view> known) { return is_known(romanize::romanize(first_half), known); }

/// Letters of a word, taken from its end.
class FromEnd {
 public:
  explicit FromEnd(std::u32string_view letters) : rest_(letters) {}
  std::u32string_view rest() const { return rest_; }
  char32_t last() const { return rest_.empty() ? U'\0' : rest_.back(); }
  /// How many of the last letters, `most` at most, are of these; they are gone.
  std::size_t take(std::u32string_view letters, std::size_t most) {
    std::size_t count = 0;
    while (count < most && !rest_.empty() && is_one_of(rest_.back(), letters)) {
      rest_.remove_suffix(1);
      ++count;
    }
    return count;
  }
  bool take_any(std::u32string_view letters) { return take(letters, 1) != 0; }

 private:
  std::u32string_view rest_;
};

bool has_consonants(std::u32string_view half, const Alphabet& alphabet, std::ptrdiff_t least) {
  return std::count_if(half.begin(), half.end(), [&](char32_t c) { return !is_one_of(c, alphabet.vowels) && !is_one_of(c, alphabet.glides); }) >= least;
}

/// Without the vowel that joins the halves and, of Baha and Murtada, the one that ends the first; it is told apart by it where one consonant is all else: Zia, Ata.
/// Nothing where no vowel joins them.
std::u32string_view first_half_before(FromEnd letters, const Alphabet& alphabet) {
  if (!letters.take_any(alphabet.vowels)) return {};
  // Baha, Ziyo: written with the vowel, without, and with a glide between it and the next.
  FromEnd without = letters;
  without.take_any(alphabet.glides);
  const std::u32string_view with_vowel = without.rest();
  if (with_vowel.size() <= kShortestFirstHalf || !without.take_any(alphabet.a)) return letters.rest();
  return has_consonants(without.rest(), alphabet, 2) ? without.rest() : with_vowel;
}

/// Bettin, Mullah: one consonant before the second half is too little, but of Izz, Ala, and Ziya.
bool can_be_first_half(std::u32string_view half, const Alphabet& alphabet) {
  if (half.size() < kShortestFirstHalf) return false;
  if (is_any_of(half, kZiya)) return true;
  return has_consonants(half, alphabet, is_one_of(half.front(), alphabet.vowels) ? 1 : 2);
}

struct Found {
  std::u32string_view first;   ///< the first half
  std::u32string_view behind;  ///< what follows the second
};

/// `at`: of an n.
std::optional<Found> religion_before(std::u32string_view word, std::size_t at, const Alphabet& alphabet) {
  FromEnd letters(word.substr(0, at));
  const char32_t vowel = letters.last();
  const std::size_t vowels = letters.take(alphabet.i, 2);
  if (vowels == 0 || (vowels == 1 && is_one_of(vowel, alphabet.e))) return std::nullopt;  // Deen, but Britten
  const char32_t last = letters.last();
  const std::size_t dentals = letters.take(alphabet.dt, 2);
  const bool is_single = dentals == 1;
  if (dentals == 0 || (is_single && last != alphabet.dt.front())) return std::nullopt;  // Nikitin
  if (is_single) letters.take_any({&alphabet.l, 1});  // the article: Nureldin
  const std::u32string_view first = first_half_before(letters, alphabet);
  if (!can_be_first_half(first, alphabet)) return std::nullopt;
  if (is_single && !is_known(first, kBeforeReligion) && !is_any_of(first, kBeforeReligionByLetters)) return std::nullopt;
  std::u32string_view behind = word.substr(at + 1);
  if (behind == U"e") behind = {};  // French
  if (!behind.empty() && !starts_with_any(behind, alphabet.behind_religion)) return std::nullopt;
  return Found{first, behind};
}

/// `at`: behind the l.
std::optional<Found> god_before(std::u32string_view word, std::size_t at, const Alphabet& alphabet) {
  FromEnd letters(word.substr(0, at));
  const bool is_single = letters.take({&alphabet.l, 1}, 2) == 1;
  const char32_t joint = letters.last();
  const std::u32string_view first = first_half_before(letters, alphabet);
  if (!can_be_first_half(first, alphabet) || is_any_of(first, alphabet.not_before_god) || is_one_of(joint, alphabet.e)) return std::nullopt;
  const bool is_u = joint == alphabet.god.front();
  std::u32string_view behind = word.substr(at);
  if (is_u && !is_single && is_any_of(behind, alphabet.in)) return Found{first, behind};
  if (behind.empty() || !is_one_of(behind.front(), alphabet.a)) return std::nullopt;
  const bool has_a = behind.front() == alphabet.god.back();
  behind.remove_prefix(1);
  const bool has_h = !behind.empty() && is_one_of(behind.front(), alphabet.h);
  if (is_single && !(is_u && has_h && behind.size() == 1)) return std::nullopt;  // Habibulah, but Shalah
  if (joint == alphabet.god.back() && !has_a) return std::nullopt;  // Vassallo
  const bool is_uzbek = !has_a && has_h;  // -illoh, -olloh
  const bool needs_known = !is_u && !is_uzbek && (is_one_of(joint, alphabet.i) || !has_a || !has_h);
  if (needs_known && !is_known(first, kBeforeGod) && !is_any_of(first, kBeforeGodByLetters)) return std::nullopt;  // Rahmatilla, but Camilla, Diallo, Cipolla
  const auto can_follow = [&](std::u32string_view rest) { return is_any_of(rest, alphabet.nisba) || starts_with_any(rest, alphabet.behind_god); };
  if (const auto rest = behind.substr(has_h ? 1 : 0); rest.empty() || can_follow(rest)) return Found{first, rest};
  if (can_follow(behind)) return Found{first, behind};  // the kh of Hidayatullakhan
  return std::nullopt;
}

/// The vowel that is left at the end of the first half is an a in all languages: Ziyo, Ato.
std::u32string_view written(const Found& found, std::u32string_view second, const Alphabet& alphabet, SpellingRoom& room) {
  const std::size_t size = found.first.size() + second.size() + found.behind.size();
  if (size > room.size()) return {};
  auto end = std::copy(found.first.begin(), found.first.end(), room.begin());
  if (is_one_of(found.first.back(), alphabet.a)) *(end - 1) = alphabet.god.back();
  end = std::copy(second.begin(), second.end(), end);
  std::copy(found.behind.begin(), found.behind.end(), end);
  return {room.data(), size};
}

std::u32string_view in_one_spelling(std::u32string_view word, const Alphabet& alphabet, SpellingRoom& room) {
  for (std::size_t at = kShortestName - 2; at < word.size(); ++at) {
    if (word[at] == alphabet.n) {
      if (const auto found = religion_before(word, at, alphabet)) return written(*found, alphabet.religion, alphabet, room);
    } else if (word[at - 1] == alphabet.l && word[at] != alphabet.l) {
      if (const auto found = god_before(word, at, alphabet)) return written(*found, alphabet.god, alphabet, room);
    }
  }
  return {};
}

/// The sounds of a word from its end.
class SoundsFromEnd {
 public:
  explicit SoundsFromEnd(const Sounds& sounds) : sounds_(sounds), size_(sounds.size()) {}
  bool take(std::initializer_list<Sound> any) {
    if (size_ == 0 || std::find(any.begin(), any.end(), sounds_[size_ - 1]) == any.end()) return false;
    --size_;
    return true;
  }
  bool empty() const { return size_ == 0; }

 private:
  const Sounds& sounds_;
  std::size_t size_;
};

using enum Sound;

bool is_religion(const Sounds& word) {
  SoundsFromEnd sounds(word);
  sounds.take({e});  // French
  if (!sounds.take({n}) || !sounds.take({i, y_any})) return false;
  sounds.take({i, y_any});
  if (!sounds.take({d})) return false;
  sounds.take({d, l});
  return sounds.empty() || (sounds.take({u, o, e, a, i, y, a_init}) && sounds.empty());
}

bool is_god(const Sounds& word) {
  SoundsFromEnd sounds(word);
  const bool has_h = sounds.take({h_end, h, kh}), has_vowel = sounds.take({a, o});
  if (!sounds.take({l})) return false;
  const bool is_double = sounds.take({l});
  if (!has_vowel && !(has_h && is_double)) return false;  // اللہ of Urdu, whose vowel nobody writes
  return sounds.take({u, o, a, a_init}) && sounds.empty();
}

/// al, ul, ud, u: between the halves.
bool is_article(const Sounds& word) {
  if (word.empty() || word.size() > 2 || !romanize::is_vowel(word[0])) return false;
  return word.size() == 1 || word[1] == l || word[1] == d;
}

/// Spellings of one name differ by so much at most: 99 of 100 of customary forms of 42 such names do.
constexpr Millinats kSpellings = 5400;

/// Without the article glued to the first half: Jamalud Din, Jamalu Din, Ziau Allah; Jamalad Din, but Hamid Din.
void drop_article(SecondHalf half, Sounds& first) {
  const std::size_t size = first.size();
  const auto is_joint = [&](std::size_t at) { return first[at] == u || first[at] == o; };
  if (size > kShortestFirstHalf + 2 && half == SecondHalf::religion && (first.back() == d || first.back() == l) && romanize::is_vowel(first[size - 2])) {
    const Sounds without = without_last(first, 2);
    if (is_joint(size - 2) || is_known(without, kBeforeReligion)) first = without;
  } else if (size > kShortestFirstHalf && is_joint(size - 1) && (half == SecondHalf::religion || romanize::is_vowel(first[size - 2]))) {
    first.pop_back();
  }
}

/// As in_one_spelling writes it.
void add_second_half(SecondHalf half, Sounds& first) {
  drop_article(half, first);
  if (first.size() > kShortestFirstHalf && (first.back() == a || first.back() == o)) {
    first.pop_back();
    const auto heard = std::count_if(first.begin(), first.end(), [](Sound sound) { return !romanize::is_vowel(sound) && sound != ayn; });  // عطا has one
    if (heard < 2 && first.back() != a) first.push_back(a);
  }
  const auto sounds = half == SecondHalf::god ? std::span<const Sound>(kGodBehind) : std::span<const Sound>(kReligionBehind);
  for (const Sound sound : sounds) first.push_back(sound);
}

}  // namespace

std::u32string_view in_one_spelling(std::u32string_view word, SpellingRoom& room) {
  if (word.size() < kShortestName) return word;
  const bool is_cyrillic = word.front() >= U'\u0400' && word.front() <= U'\u052F';
  const std::u32string_view one = in_one_spelling(word, kAlphabets[is_cyrillic ? 1 : 0], room);
  return one.empty() ? word : one;
}

Sounds sounds_in_one_spelling(std::u32string_view word) {
  SpellingRoom room, room_of_a;
  return romanize::romanize(in_one_spelling(with_final_a(word, room_of_a), room));
}

SecondHalf second_half(const Sounds& word) {
  constexpr std::size_t kLongest = 6;
  if (word.size() > kLongest) return SecondHalf::none;
  return is_religion(word) ? SecondHalf::religion : is_god(word) ? SecondHalf::god : SecondHalf::none;
}

Millinats unlike_first_halves_cost(const Sounds& a, const Sounds& b, Millinats cost) {
  const auto both_end_in = [&](std::span<const Sound> half) { return ends_with(a, half, kShortestFirstHalf) && ends_with(b, half, kShortestFirstHalf); };
  if (cost <= kSpellings || (!both_end_in(kGodBehind) && !both_end_in(kReligionBehind))) return 0;
  return std::min(cost - kSpellings, kMostOfSecondHalf);
}

bool ends_in_second_half(std::span<const Sounds* const> words) {
  return words.size() > 1 && second_half(*words.back()) != SecondHalf::none && !is_article(*words.front());
}

Sounds as_one_word(std::span<const Sounds* const> words) {
  Sounds all = *words.front(), before_article;
  for (std::size_t i = 1; i < words.size(); ++i) {
    if (ends_in_second_half(words.first(i + 1))) {
      if (i > 1 && is_article(*words[i - 1])) all = before_article;
      add_second_half(second_half(*words[i]), all);
      continue;
    }
    before_article = all;
    all.join(*words[i]);
  }
  return all;
}

}  // namespace darvaza::names
