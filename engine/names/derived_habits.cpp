// How published romanisations write the syllables of Hangul and Han letters: habits of spelling that are written down, since
// there is nothing to learn them from.
// Facts: Revised Romanization (2000), McCune-Reischauer (1939), the DPRK's system (1992), spellings customary in passports of the
// Republic of Korea; Kontsevich's system in Cyrillic. Hanyu Pinyin (ISO 7098), Wade-Giles (1912), Palladius.
#include <initializer_list>
#include <span>
#include <utility>

#include "names/derived_costs.h"
#include "names/second_halves.h"

namespace darvaza::names {
namespace {

using romanize::Sound;
using romanize::WritingSystem;
using enum Sound;

constexpr Phrase phrase(std::span<const Sound> sounds) {
  Phrase out;
  for (const Sound sound : sounds) out.sounds[out.size++] = sound;
  return out;
}

struct Habit {
  Phrase written, heard;  ///< in Latin or Cyrillic letters; as the letters of the script are heard
  std::uint16_t cost = 0;
  bool at_end = false;
};
constexpr Habit habit(std::initializer_list<Sound> heard, std::initializer_list<Sound> written, std::uint16_t cost = 0, bool at_end = false) {
  return {phrase({written.begin(), written.size()}), phrase({heard.begin(), heard.size()}), cost, at_end};
}

constexpr Habit kHangulLatin[] = {
    // ㅓ, ㅕ: eo, o (ŏ), u; ㅡ: eu, u, oo; ㅐ: ae, ai; ㅚ: oe, oi; ㅢ: ui, ee; ㅝ, ㅟ, ㅜ with and without w.
    habit({e, o}, {o}), habit({e, o}, {u}, 180), habit({e, o}, {e}, 504), habit({e, u}, {u}), habit({e, u}, {o}, 720),
    habit({a, e}, {e}, 180), habit({a, e}, {a, y_any}, 180), habit({o, e}, {o, y_any}), habit({o, e}, {w_any, e}, 180),
    habit({u, y_any}, {i}, 288), habit({e, u, y_any}, {u, y_any}), habit({e, u, y_any}, {i}, 288), habit({w_any, o}, {u, o}, 180), habit({w_any, o}, {w_any, e, o}),
    habit({w_any, o}, {w_any, u}, 180), habit({w_any, i}, {u, y_any}, 180), habit({u}, {w_any, u}, 180), habit({w_any, a}, {u, a}, 180),
    habit({o}, {o, h}, 72, true), habit({a}, {a, h_end}, 72, true), habit({y_any, e, o}, {y_any, u}, 108),
    // 박, 서: an r that is never spoken; 이 has lost its r in the South.
    habit({a, k}, {a, r, k}, 72, true), habit({e, o}, {e, r}, 504, true), habit({l, i}, {y_any, i}, 180, true), habit({l, i}, {i}, 504, true),
    // Two syllables in one word.
    habit({k, h}, {kh}), habit({g, h}, {gh}), habit({t, h}, {th}), habit({p, h}, {f}), habit({s, h}, {sh}), habit({n, n}, {n}), habit({m, m}, {m}),
    habit({n, g, g}, {n, g}),
};

constexpr Habit kHangulCyrillic[] = {
    habit({e, o}, {o}), habit({e, o}, {e}, 288), habit({e, u}, {y}), habit({e, u}, {u}, 180), habit({a, e}, {e}), habit({y_any, e, o}, {e}), habit({y_any, e, o}, {y_any, o}),
    habit({y_any, e, o}, {y_any, e}), habit({o, e}, {v, e}), habit({o, y_any}, {v, e}), habit({u, y_any}, {y, y_any}), habit({e, u, y_any}, {y, y_any}),
    habit({u, y_any}, {i}, 288), habit({w_any, o}, {v, o}), habit({w_any, a}, {v, a}), habit({n, g}, {n}),
    habit({j_any}, {ch, zh}), habit({ch}, {ch, kh}), habit({t}, {t, kh}), habit({p}, {p, kh}), habit({k}, {k, kh}), habit({l, i}, {i}, 180, true),
    habit({n, n}, {n}), habit({m, m}, {m}), habit({y_any, o}, {e}),
};

constexpr Habit kHanLatin[] = {
    habit({x_any}, {h, s}), habit({o, n, g}, {u, n, g}), habit({y_any, a, n}, {i, e, n}), habit({y_any, a, n}, {y_any, e, n}),
    habit({i, e}, {i, e, h}), habit({i, e}, {i, e, h_end}), habit({u, e}, {u, e, h_end}), habit({u, e}, {u, e, h}),
    habit({g, e}, {k, o}), habit({k, e}, {k, o}), habit({h, e}, {h, o}), habit({s, i}, {s, u}), habit({z, i}, {ts, u}), habit({c_any, i}, {ts, u}),
    habit({zh, i}, {ch, i, h}), habit({ch, i}, {ch, i, h}), habit({sh, i}, {sh, i, h}), habit({r, i}, {j_any, i, h}), habit({u, o}, {o}, 180),
    habit({e, r}, {e, r, h}), habit({y_any, i}, {i}), habit({y_any, u}, {u}, 504), habit({e, y_any}, {u, e, y_any}, 504),
};

constexpr Habit kHanCyrillic[] = {
    habit({zh}, {ch, zh}), habit({j_any}, {ts, z}), habit({z}, {ts, z}), habit({n, g}, {n}), habit({o, n, g}, {u, n}), habit({y_any, u}, {y_any, u, y_any}),
    habit({u}, {y_any, u, y_any}, 0, true), habit({u, n}, {y_any, u, n}), habit({u, a}, {y_any, u, a}), habit({u, e}, {y_any, u, e}),
    habit({i, e}, {e}), habit({u, y_any}, {o, y_any}, 180), habit({w_any, u}, {u}), habit({u, o}, {o}), habit({u, y_any}, {u, e, y_any}),
};

constexpr Habit kSouthernLatin[] = {
    // Vowels. Thai oe is er, o before n or is or and orn; Burmese e is ay and aye, o oe at the end, a ar; ae, ao, eo with w or without.
    habit({o, e}, {e, r}, 108), habit({o, e}, {e}, 180), habit({o, e}, {o}, 288), habit({o, n}, {o, r, n}, 72), habit({o}, {o, r}, 288, true), habit({o}, {a, w_any}, 180),
    habit({o}, {o, e}, 72, true), habit({o}, {o, h}, 72, true), habit({o}, {u}, 396), habit({u}, {o}, 396), habit({a}, {a, r}, 108, true), habit({a}, {a, h_end}, 36, true),
    habit({e}, {a, y_any}, 108), habit({e}, {a, y_any, e}, 108), habit({e}, {e, y_any}, 108), habit({e}, {e, h_end}, 72, true), habit({a, e}, {e}), habit({a, e}, {a}, 180),
    habit({a, w_any}, {o}, 288), habit({a, w_any}, {a, o}), habit({a, o}, {a, w_any}), habit({a, o}, {o}, 36), habit({e, w_any}, {e, o}), habit({a, e, w_any}, {a, e, o}), habit({a, e, w_any}, {e, o}, 108),
    habit({a, e, v}, {e, o}, 108), habit({a, e, v}, {e, v}, 36), habit({i, w_any}, {i, o}), habit({i, w_any}, {y_any, u}), habit({u, e}, {u}, 108), habit({u, e}, {e, u}, 36),
    habit({u, e, a}, {u, a}, 108), habit({u, a}, {u, o}, 108), habit({u, o}, {u, a}, 108), habit({u, o}, {o}, 288), habit({e, a}, {y_any, a}), habit({e, a}, {a}, 396),
    habit({i, e}, {e, a}, 180), habit({i, e}, {y_any, a}, 108), habit({e, y_any}, {i}, 108), habit({o, e, u}, {e, u}, 72), habit({o, e, u}, {o, e}, 72), habit({e, u}, {u}, 108),
    habit({o, v}, {o, w_any}), habit({o, v}, {u}, 108), habit({o, a}, {o, r}, 108), habit({o, a}, {o}, 108), habit({o, a}, {a}, 108), habit({a, k}, {a, g}, 144, true),
    // What ends a word as Sanskrit spells it, which is t in Thai; the h and e that French ears heard in Laos; the t of Burmese Myint.
    habit({t}, {j_any}, 288, true), habit({t}, {ch}, 288, true), habit({t}, {d}, 144, true), habit({t}, {s}, 504, true), habit({n}, {l}, 288, true), habit({n}, {n, h}, 0, true),
    habit({o, n}, {o, n, e}, 0, true), habit({n}, {n, t}, 72, true), habit({k}, {g}, 144, true), habit({h}, {s}, 108, true), habit({s}, {h}, 108, true),
    habit({t}, {t, r, a}, 288, true), habit({k, s}, {x_any}),
    // Breath before the letter, as Burmese passports write it, and before n and y.
    habit({t}, {h, t}), habit({p}, {h, p}), habit({k}, {h, k}), habit({s}, {h, s}), habit({h, n}, {n}, 108), habit({h, m}, {m}, 108), habit({h, l}, {l}, 108), habit({l, h}, {l}, 72),
    habit({y_any}, {n, y_any}, 288), habit({y_any}, {g, n}, 288), habit({y_any}, {n, h}, 180), habit({n, h}, {n}, 36), habit({n, h}, {n, y_any}, 36), habit({t, r}, {t}, 36), habit({d, r}, {d}, 36), habit({t, r}, {th}, 108), habit({n, g}, {n, g, h}, 36),
    // Tamil parts the consonants of Sanskrit words with i and u, and ends words of consonants with u.
    habit({k, i, r}, {k, r}, 72), habit({th, i, r}, {t, r}, 72), habit({p, i, r}, {p, r}, 72), habit({p, i, r}, {b, r}, 144), habit({i, y_any, a}, {y_any, a}),
    habit({k, sh, u, m}, {k, sh, m}, 36), habit({th, u}, {d}, 144, true), habit({th, u}, {t}, 144, true), habit({a, i}, {a, y_any}), habit({n, th}, {n, d}, 36), habit({n, th}, {n, t}),
};

/// God and the Religion behind another word, which all scripts are read as writing in one way (second_halves.h).
std::vector<PhraseCost> with_second_halves(std::vector<PhraseCost> habits) {
  for (const Phrase& half : {phrase(kGodBehind), phrase(kReligionBehind)}) habits.push_back({half, half});
  return habits;
}

/// The long a of Persian and Arabic, which Tajik says and writes as o: Бобо, بابا. The names that costs are learned from hold few such. Only at the
/// end: within words it made -зода and -ов so near their Arabic letters that near stems before them met. Not in Latin letters, where o is a short vowel of Persian, too.
constexpr Habit kLongA[] = {habit({a}, {o}, 612, true)};

template <std::size_t N>
std::vector<PhraseCost> in_order(const Habit (&habits)[N]) {
  std::vector<PhraseCost> phrases;
  for (const Habit& habit : habits) phrases.push_back({habit.written, habit.heard, habit.at_end, habit.cost});
  return phrases;
}

}  // namespace

std::vector<PhraseCost> derived_habits(WritingSystem a, WritingSystem b) {
  const auto is = [&](WritingSystem first, WritingSystem second) { return a == first && b == second; };
  if (static_cast<std::size_t>(b) < romanize::kLearnedSystemCount) {
    if (a == b) return learned_habits(a, b);
    std::vector<PhraseCost> habits = with_second_halves(learned_habits(a, b));
    if (is(WritingSystem::cyrillic, WritingSystem::arabic)) for (const PhraseCost& long_a : in_order(kLongA)) habits.push_back(long_a);
    return habits;
  }
  if (is(WritingSystem::latin, WritingSystem::hangul)) return in_order(kHangulLatin);
  if (is(WritingSystem::cyrillic, WritingSystem::hangul)) return in_order(kHangulCyrillic);
  if (is(WritingSystem::latin, WritingSystem::han)) return in_order(kHanLatin);
  if (is(WritingSystem::cyrillic, WritingSystem::han)) return in_order(kHanCyrillic);
  if (is(WritingSystem::latin, WritingSystem::southern)) return in_order(kSouthernLatin);
  if (is(WritingSystem::latin, WritingSystem::hebrew) || is(WritingSystem::cyrillic, WritingSystem::hebrew)) return learned_habits(a, WritingSystem::arabic);
  return {};
}

}  // namespace darvaza::names
