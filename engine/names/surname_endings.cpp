#include "names/surname_endings.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstdlib>
#include <initializer_list>
#include <span>

#include "names/courtesy_endings.h"
#include "names/equivalent_names.h"
#include "names/glued_articles.h"
#include "names/other_stems.h"
#include "names/sound_endings.h"

namespace darvaza::names {
namespace {

using romanize::Sound;
using romanize::Sounds;
using enum romanize::Sound;

enum class Family : std::uint8_t { soviet, national, descent, azerbaijani, adjective, possessive };

constexpr std::size_t kShortestStem = 3;
/// Given names end in -zod and -pur, too: Sherzod, Shahpur.
constexpr std::size_t kShortestStemOfZod = 4;

struct Ending {
  Family family;
  bool feminine;
  std::array<Sound, 5> sounds;  ///< up to the first none
  std::size_t shortest_stem = kShortestStem;
};
// Facts: standards of romanisation of the region (-ow is Turkmen); since 2007 Tajik citizens, and since
// 1991 Azerbaijani and Uzbek ones, have dropped -ov or taken -zoda, -zade and -li for it, Kazakh ones -uly and -kyzy.
constexpr Ending kEndings[] = {
    {Family::soviet, false, {y_any, e, v}}, {Family::soviet, true, {y_any, e, v, a}},
    {Family::soviet, false, {o, v}},        {Family::soviet, true, {o, v, a}},
    {Family::soviet, false, {e, v}},        {Family::soviet, true, {e, v, a}},
    {Family::soviet, false, {o, w_any}},    {Family::soviet, true, {o, w_any, a}},
    {Family::soviet, false, {e, w_any}},    {Family::soviet, true, {e, w_any, a}},
    {Family::national, false, {z, o, d, a}}, {Family::national, false, {z, a, d, e}},
    {Family::national, false, {z, a, d, a}}, {Family::national, false, {z, a, d, e, h_end}},
    {Family::national, false, {z, a, d, h_end}}, {Family::national, false, {z, o, d}, kShortestStemOfZod},
    {Family::descent, false, {u, l, i}},     {Family::descent, false, {u, l, y}},
    {Family::descent, true, {k, y, z, i}},   {Family::descent, true, {k, y, z, y}},
    {Family::descent, true, {q, y, z, i}},   {Family::descent, true, {q, y, z, y}},
    {Family::azerbaijani, false, {l, i}},    {Family::azerbaijani, false, {l, y}},
    {Family::azerbaijani, false, {l, u}},    {Family::azerbaijani, false, {p, u, r}, kShortestStemOfZod},
    {Family::adjective, false, {s, k, i}},  {Family::adjective, true, {s, k, a, y_any, a}},
    {Family::possessive, false, {i, n}},    {Family::possessive, true, {i, n, a}},
};

/// In Arabic letters, which write them by ear: کریموف, کریم‌اف, کریم‌زاده.
constexpr Ending kArabicEndings[] = {
    {Family::soviet, false, {w_any, f}},    {Family::soviet, true, {w_any, f, a}},  {Family::soviet, true, {w_any, w_any, a}},
    {Family::soviet, false, {a, f}},        {Family::soviet, true, {a, w_any, a}},  {Family::soviet, false, {y_any, y_any, f}},
    {Family::national, false, {z, a, d, h_end}}, {Family::azerbaijani, false, {l, y_any}},
};

constexpr Millinats kOtherGender = in_steps(600);
/// -in and -ina also tell given names of the two sexes apart: Valentin, Valentina.
constexpr Millinats kOtherGenderOfIn = in_steps(2000);
constexpr Millinats kOtherFamily = in_steps(3000);
constexpr std::array<Sound, 3> kBoy = {b, o, y_any};

bool is_arabic(const Sounds& token) { return token.system() == romanize::WritingSystem::arabic; }

std::span<const Sound> sounds_of(const Ending& ending) { return ending_in(ending.sounds); }

bool ends_with(const Sounds& token, std::span<const Sound> ending) { return names::ends_with(token, ending, kShortestStem); }

/// The longest ending that the token has.
const Ending* ending_of(const Sounds& token) {
  const Ending* longest = nullptr;
  const std::span<const Ending> endings = is_arabic(token) ? std::span<const Ending>(kArabicEndings) : kEndings;
  for (const Ending& ending : endings) {
    const auto sounds = sounds_of(ending);
    if (names::ends_with(token, sounds, ending.shortest_stem) && (!longest || sounds_of(*longest).size() < sounds.size())) longest = &ending;
  }
  return longest;
}

Sounds with(Sounds stem, std::initializer_list<Sound> ending) {
  for (Sound s : ending) {
    if (s != stem.back()) stem.push_back(s);  // Azizzoda: a double letter is one sound
  }
  return stem;
}

/// With another last sound.
Sounds with_last(const Sounds& stem, Sound last) { return with(without_last(stem, 1), {last}); }

/// A stem in a vowel takes a glide: Ali, Aliyev.
std::initializer_list<Sound> soviet(const Sounds& stem, bool feminine) {
  static constexpr std::initializer_list<Sound> kAfterVowel = {y_any, e, v}, kAfterVowelFeminine = {y_any, e, v, a};
  static constexpr std::initializer_list<Sound> kAfterConsonant = {o, v}, kAfterConsonantFeminine = {o, v, a};
  if (romanize::is_vowel(stem.back())) return feminine ? kAfterVowelFeminine : kAfterVowel;
  return feminine ? kAfterConsonantFeminine : kAfterConsonant;
}

/// f as Russian wrote it in names of Central Asia, p: Sharifzoda, Sharipov. Nothing for other stems.
void add_with_other_labial(const Sounds& stem, Sound own, Sound other, std::initializer_list<Sound> ending, std::vector<OtherEnding>& out) {
  if (stem.back() == own) out.push_back({with(with_last(stem, other), ending), kOtherFamily});
}

/// A stem in a vowel, with the glide before -ev that is written or not: Boboyev, Boboev; that of Jumabay is its own.
void add_soviet_form(const Sounds& stem, bool feminine, std::vector<OtherEnding>& out) {
  static constexpr std::initializer_list<Sound> kWithoutGlide = {e, v}, kWithoutGlideFeminine = {e, v, a};
  out.push_back({with(stem, soviet(stem, feminine)), kOtherFamily});
  if (!romanize::is_vowel(stem.back())) return;
  out.push_back({with(stem.back() == y_any ? without_last(stem, 1) : stem, feminine ? kWithoutGlideFeminine : kWithoutGlide), kOtherFamily});
}

/// -ov and -ova, also where the f of the stem became p.
void add_soviet_forms(const Sounds& stem, std::vector<OtherEnding>& out) {
  for (const bool feminine : {false, true}) {
    add_soviet_form(stem, feminine, out);
    add_with_other_labial(stem, f, p, soviet(stem, feminine), out);
  }
}

/// The lord of a surname, bey in Azerbaijani, which Russian wrote bek: Həsənbəyli, Həsənbəyov, Гасанбеков.
constexpr std::array<Sound, 3> kBey = {b, e, y_any}, kBek = {b, e, k}, kBeg = {b, e, g};

void add_forms_of_bey(const Sounds& stem, std::vector<OtherEnding>& out) {
  if (!ends_with(stem, kBey)) return;
  const Sounds bek = with_last(stem, k);
  out.push_back({with(bek, {o, v}), kOtherFamily});
  out.push_back({with(bek, {o, v, a}), kOtherFamily});
}

void add_forms_of_bek(const Sounds& stem, bool feminine, std::vector<OtherEnding>& out) {
  if (!ends_with(stem, kBek) && !ends_with(stem, kBeg)) return;
  const Sounds bey = with_last(stem, y_any);
  out.push_back({with(bey, {l, i}), kOtherFamily});
  out.push_back({feminine ? with(bey, {o, v, a}) : with(bey, {o, v}), kOtherFamily});
}

void add_national_forms(const Sounds& stem, std::vector<OtherEnding>& out) {
  out.push_back({with(stem, {z, o, d, a}), kOtherFamily});
  out.push_back({with(stem, {z, a, d, e}), kOtherFamily});
}

/// What Arabic letters make of the endings.
void add_arabic_forms(const Sounds& stem, Family own, std::vector<OtherEnding>& out) {
  const auto add = [&](std::initializer_list<Sound> ending) { out.push_back({with(stem, ending), kOtherFamily}); };
  if (own != Family::soviet) {
    add({w_any, f});
    add({a, f});
    add({w_any, f, a});
  } else {
    add({z, a, d, h_end});
    add({l, y_any});
  }
}

void add_bare_forms(const Sounds& token, std::vector<OtherEnding>& out) {
  if (is_arabic(token)) add_arabic_forms(token, Family::national, out);
  add_soviet_forms(token, out);
  add_national_forms(token, out);
  out.push_back({with(token, {u, l, y}), kOtherFamily});
  out.push_back({with(token, {q, y, z, y}), kOtherFamily});
}

void add_forms_of_soviet(const Sounds& stem, const Ending& ending, std::vector<OtherEnding>& out) {
  const auto sounds = sounds_of(ending);
  Sounds other = stem;
  for (Sound s : sounds) other.push_back(s);
  if (ending.feminine) other.pop_back(); else other.push_back(a);
  out.push_back({other, kOtherGender});
  add_national_forms(stem, out);
  add_with_other_labial(stem, p, f, {z, o, d, a}, out);
  if (stem.size() >= kShortestStemOfZod) {
    out.push_back({with(stem, {z, o, d}), kOtherFamily});
    if (stem.back() != p) out.push_back({with(stem, {p, u, r}), kOtherFamily});  // the p of Sharipov would be the ending's
  }
  out.push_back({with(stem, {l, i}), kOtherFamily});
  out.push_back({ending.feminine ? with(stem, {q, y, z, y}) : with(stem, {u, l, y}), kOtherFamily});
  add_forms_of_bey(stem, out);
  add_forms_of_bek(stem, ending.feminine, out);
  if (stem.back() != a && stem.back() != o) return;
  // Jumabaev from Jumabay: the glide is the stem's. Who takes -zoda for it is a Tajik and says Jumaboy.
  out.push_back({with(stem, {y_any}), kOtherFamily});
  out.push_back({with(with_last(stem, o), {y_any, z, o, d, a}), kOtherFamily});
}

void add_forms(const Sounds& stem, const Ending& ending, std::vector<OtherEnding>& out) {
  if (is_arabic(stem)) add_arabic_forms(stem, ending.family, out);
  switch (ending.family) {
    case Family::adjective:
      out.push_back({ending.feminine ? with(stem, {s, k, i}) : with(stem, {s, k, a, y_any, a}), kOtherGender});
      return;
    case Family::possessive:
      out.push_back({ending.feminine ? with(stem, {i, n}) : with(stem, {i, n, a}), kOtherGenderOfIn});
      return;
    case Family::azerbaijani:  // Rahimli, but Rahim is another name; many names end so without being one of these
      add_soviet_forms(stem, out);
      add_forms_of_bey(stem, out);
      return;
    case Family::soviet:
      add_forms_of_soviet(stem, ending, out);
      break;
    case Family::national:
      add_soviet_forms(stem, out);
      if (stem.back() != z) add_soviet_forms(with(stem, {z}), out);  // Azizoda
      if (ends_with(stem, kBoy)) add_soviet_forms(with_last(without_last(stem, 1), a), out);  // Jumaboyzoda, Jumabaev
      break;
    case Family::descent:
      add_soviet_form(stem, ending.feminine, out);
      break;
  }
  out.push_back({stem, kOtherFamily});
}

void add_of_other_stem(std::vector<OtherEnding>& forms, Millinats cost, std::vector<OtherEnding>& out) {
  for (const OtherEnding& form : forms) {
    out.push_back({form.sounds, form.cost + cost, Stem::other});
  }
  forms.clear();
}

/// The Soviet forms of what Russian made of a national stem: Qodirzoda, Kadyrov; Həsənli, Gasanov.
void add_soviet_forms_of_others(const Sounds& stem, bool is_bare, std::vector<OtherEnding>& out) {
  std::vector<OtherEnding> forms;
  for (const OtherStem& other : soviet_stems(stem)) {
    if (is_bare && !other.may_be_bare) continue;
    add_soviet_form(other.sounds, false, forms);
    add_soviet_form(other.sounds, true, forms);
    add_of_other_stem(forms, other.cost, out);
  }
}

/// The same the other way round.
void add_national_forms_of_others(const Sounds& stem, std::vector<OtherEnding>& out) {
  std::vector<OtherEnding> forms;
  for (const OtherStem& other : national_stems(stem)) {
    add_national_forms(other.sounds, forms);
    forms.push_back({with(other.sounds, {l, i}), kOtherFamily});
    if (other.may_be_bare) forms.push_back({other.sounds, kOtherFamily});
    if (other.may_be_bare && (other.sounds.back() == a || other.sounds.back() == o)) forms.push_back({with(other.sounds, {y_any}), kOtherFamily});
    add_of_other_stem(forms, other.cost, out);
  }
}

/// Forms of another stem and another ending. Few names end like those of the other families.
void add_forms_of_other_stems(const Sounds& stem, Family family, std::vector<OtherEnding>& out) {
  switch (family) {
    case Family::soviet: return add_national_forms_of_others(stem, out);
    case Family::national:
    case Family::azerbaijani: return add_soviet_forms_of_others(stem, false, out);
    case Family::descent:
    case Family::adjective:
    case Family::possessive: return;
  }
}

/// Kamali and Rasuli end like Rahimli and Abdikadyruly.
bool may_be_bare(const Ending& ending) { return ending.sounds == std::array<Sound, 5>{a, f} || ending.family == Family::azerbaijani || ending.family == Family::descent; }

/// Forms of the stem as it is written; `ending` is the token's.
std::vector<OtherEnding> own_endings(const Sounds& token, const Ending* ending) {
  std::vector<OtherEnding> out;
  if (ending) {
    add_forms(without_last(token, sounds_of(*ending).size()), *ending, out);
    if (may_be_bare(*ending)) add_bare_forms(token, out);
  } else if (token.size() >= kShortestStem) {  // it may be one that has dropped its ending
    add_bare_forms(token, out);
    add_courtesy_forms(token, out);
  }
  return out;
}

/// The least cost of one of the forms of `a` read as `b`.
Millinats cost_one_way(const std::vector<OtherEnding>& forms, const Sounds& a, const Sounds& b) {
  Millinats least = kTooFar;
  for (const OtherEnding& other : forms) {
    const Millinats limit = stem_limit(other.stem, a.system(), b.system());
    // Within kStemLimit hardly a consonant comes or goes; saves nine of ten comparisons.
    if (std::abs(consonant_count(other.sounds) - consonant_count(b)) > 1) continue;
    const Millinats cost = token_cost(other.sounds, b, limit);
    if (cost <= limit) least = std::min(least, cost + other.cost);
  }
  return least;
}

// Endings of patronymics; -uly and -kyzy are those of surnames.
constexpr std::array<Sound, 5> kPatronymics[] = {{y_any, e, v, i, ch}, {o, v, i, ch}, {e, v, i, ch}, {o, w_any, i, ch}, {e, w_any, i, ch}, {l, i, ch},
                                                 {y_any, e, v, n, a},  {o, v, n, a},  {e, v, n, a},  {o, w_any, n, a},  {e, w_any, n, a},  {i, v, n, a}};

/// How many sounds of a token end it like a patronymic; 0 if it does not.
std::size_t patronymic_ending(const Sounds& token) {
  for (const auto& sounds : kPatronymics) {
    const auto own = ending_in(sounds);
    if (ends_with(token, own)) return own.size();
  }
  return 0;
}

/// The father's name in a patronymic; all of it where nothing tells it from one.
Sounds father_of(const Sounds& patronymic) {
  if (const std::size_t own = patronymic_ending(patronymic); own != 0) return without_last(patronymic, own);
  const Ending* ending = ending_of(patronymic);
  return ending && ending->family == Family::descent ? without_last(patronymic, sounds_of(*ending).size()) : patronymic;
}

}  // namespace

std::vector<OtherEnding> other_endings(const Sounds& token) {
  const Ending* ending = ending_of(token);
  std::vector<OtherEnding> out = own_endings(token, ending);
  if (ending) {
    add_forms_of_other_stems(without_last(token, sounds_of(*ending).size()), ending->family, out);
    if (may_be_bare(*ending)) add_soviet_forms_of_others(token, true, out);
  } else if (token.size() >= kShortestStem) {
    add_soviet_forms_of_others(token, true, out);
  }
  add_article_forms(token, out);
  return out;
}

bool ends_like_patronymic(const Sounds& token) { return patronymic_ending(token) != 0; }

Millinats patronymic_cost(const Sounds& a, const Sounds& b) {
  const Sounds stem_a = father_of(a), stem_b = father_of(b);
  if (stem_a.size() == a.size() && stem_b.size() == b.size()) return kTooFar;
  const Millinats cost = token_cost(stem_a, stem_b, stem_limit(Stem::own, a.system(), b.system()));
  return cost == kTooFar ? kTooFar : cost + kOtherFamily;
}

Millinats own_ending_cost(const Sounds& a, const Sounds& b) {
  return std::min(cost_one_way(own_endings(a, ending_of(a)), a, b), cost_one_way(own_endings(b, ending_of(b)), b, a));
}

Millinats other_ending_cost(const Sounds& a, const Sounds& b) { return std::min(cost_one_way(other_endings(a), a, b), cost_one_way(other_endings(b), b, a)); }

}  // namespace darvaza::names
