// Armenian letters, as Eastern Armenian sounds and passports of Armenia spell. The western reading (Գևորգ Kevork, Պետրոս
// Bedros) exchanges voiced and voiceless stops and is left to the costs.
// Facts: BGN/PCGN 1981 (Armenian).
#include "romanize/romanize.h"

namespace darvaza::romanize {
namespace {

using enum Sound;

constexpr LetterRule kRules[] = {
    {U"ա", {a}}, {U"բ", {b}}, {U"գ", {g}}, {U"դ", {d}}, {U"ե", {e}}, {U"ե", {y_any, e}, Place::first}, {U"զ", {z}}, {U"է", {e}}, {U"ը", {y}},
    {U"թ", {t}}, {U"ժ", {zh}}, {U"ի", {i}}, {U"լ", {l}}, {U"խ", {kh}}, {U"ծ", {ts}}, {U"կ", {k}}, {U"հ", {h}}, {U"ձ", {dz}}, {U"ղ", {gh}},
    {U"ճ", {ch}}, {U"մ", {m}}, {U"յ", {y_any}}, {U"ն", {n}}, {U"շ", {sh}}, {U"ո", {o}}, {U"ո", {v, o}, Place::first}, {U"չ", {ch}}, {U"պ", {p}},
    {U"ջ", {dj}}, {U"ռ", {r}}, {U"ս", {s}}, {U"վ", {v}}, {U"տ", {t}}, {U"ր", {r}}, {U"ց", {ts}}, {U"ւ", {v}}, {U"փ", {p}}, {U"ք", {k}},
    {U"օ", {o}}, {U"ֆ", {f}}, {U"ու", {u}}, {U"ու", {u}, Place::first}, {U"ով", {o, v}, Place::first},
    // One sound as in other letters: Ալեքսանդր, Alexander.
    {U"քս", {x_any}}, {U"կս", {x_any}},
    // The spelling of before 1922, which Armenians abroad keep: Petrosean, Giulian. Inside a word եա may be two vowels: Andreas.
    {U"եան", {y_any, a, n}, Place::last}, {U"եանց", {y_any, a, n, ts}, Place::last}, {U"եօ", {y_any, o}}, {U"իւ", {y_any, u}},
    // The ligature of ե and ւ, which NFKC takes apart; written յեւ in the spelling of Soviet times it is one sound as well.
    {U"և", {e, v}}, {U"և", {y_any, e, v}, Place::first}, {U"եւ", {e, v}}, {U"եւ", {y_any, e, v}, Place::first}, {U"ոյ", {u, y_any}},
};

}  // namespace

Sounds romanize_armenian(std::u32string_view token) {
  static const LetterTable table(WritingSystem::cyrillic, kRules, U"աեէըիոօ");
  return table.apply(token);
}

}  // namespace darvaza::romanize
