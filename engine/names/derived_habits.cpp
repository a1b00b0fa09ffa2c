// How published romanisations write the syllables of Hangul and Han letters: habits of spelling that are written down, since
// there is nothing to learn them from.
// Facts: Revised Romanization (2000), McCune-Reischauer (1939), the DPRK's system (1992), spellings customary in passports of the
// Republic of Korea; Kontsevich's system in Cyrillic. Hanyu Pinyin (ISO 7098), Wade-Giles (1912), Palladius.
#include <initializer_list>
#include <utility>

#include "names/derived_costs.h"

namespace darvaza::names {
namespace {

using romanize::Sound;
using romanize::WritingSystem;
using enum Sound;

constexpr Phrase phrase(std::initializer_list<Sound> sounds) {
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
  return {phrase(written), phrase(heard), cost, at_end};
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
    habit({n, n}, {n}), habit({m, m}, {m}),
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
    habit({i, e}, {e}), habit({u, y_any}, {o, y_any}, 180), habit({w_any, u}, {u}),
};

template <std::size_t N>
std::vector<PhraseCost> in_order(const Habit (&habits)[N]) {
  std::vector<PhraseCost> phrases;
  for (const Habit& habit : habits) phrases.push_back({habit.written, habit.heard, habit.at_end, habit.cost});
  return phrases;
}

}  // namespace

std::vector<PhraseCost> derived_habits(WritingSystem a, WritingSystem b) {
  const auto is = [&](WritingSystem first, WritingSystem second) { return a == first && b == second; };
  if (static_cast<std::size_t>(b) < romanize::kLearnedSystemCount) return learned_habits(a, b);
  if (is(WritingSystem::latin, WritingSystem::hangul)) return in_order(kHangulLatin);
  if (is(WritingSystem::cyrillic, WritingSystem::hangul)) return in_order(kHangulCyrillic);
  if (is(WritingSystem::latin, WritingSystem::han)) return in_order(kHanLatin);
  if (is(WritingSystem::cyrillic, WritingSystem::han)) return in_order(kHanCyrillic);
  if (is(WritingSystem::latin, WritingSystem::hebrew) || is(WritingSystem::cyrillic, WritingSystem::hebrew)) return learned_habits(a, WritingSystem::arabic);
  return {};
}

}  // namespace darvaza::names
