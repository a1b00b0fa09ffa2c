// Greek letters as they sound today: μπ is b, ντ d, γκ g where they begin a word, and mostly inside; υ after α, ε and η is
// v or f. Passports of Greece write ou, and p, t, k for the stops inside words as well.
// Facts: ELOT 743 / ISO 843 type 2, which passports follow (Presidential Decree 149/1998).
#include "romanize/romanize.h"

namespace darvaza::romanize {
namespace {

using enum Sound;

constexpr LetterRule kRules[] = {
    {U"α", {a}}, {U"β", {v}}, {U"γ", {g}}, {U"δ", {d}}, {U"ε", {e}}, {U"ζ", {z}}, {U"η", {i}}, {U"θ", {th}}, {U"ι", {i}}, {U"κ", {k}}, {U"λ", {l}},
    {U"μ", {m}}, {U"ν", {n}}, {U"ξ", {x_any}}, {U"ο", {o}}, {U"π", {p}}, {U"ρ", {r}}, {U"σ", {s}}, {U"ς", {s}}, {U"τ", {t}}, {U"υ", {i}},
    {U"φ", {f}}, {U"χ", {kh}}, {U"ψ", {p, s}}, {U"ω", {o}},
    {U"ου", {u}}, {U"ού", {u}}, {U"αι", {e}}, {U"αί", {e}}, {U"ει", {i}}, {U"εί", {i}}, {U"οι", {i}}, {U"οί", {i}}, {U"υι", {i}}, {U"υί", {i}},
    {U"αυ", {a, v}}, {U"αύ", {a, v}}, {U"ευ", {e, v}}, {U"εύ", {e, v}}, {U"ηυ", {i, v}}, {U"ηύ", {i, v}},
    {U"μπ", {m, b}}, {U"μπ", {b}, Place::first}, {U"ντ", {n, d}}, {U"ντ", {d}, Place::first}, {U"γκ", {g}}, {U"γγ", {n, g}}, {U"γχ", {n, kh}}, {U"γξ", {n, x_any}},
    {U"τζ", {dz}}, {U"τσ", {ts}}, {U"κσ", {x_any}}, {U"ια", {y_any, a}}, {U"ιά", {y_any, a}},
};

}  // namespace

Sounds romanize_greek(std::u32string_view token) {
  static const LetterTable table(WritingSystem::cyrillic, kRules, U"αεηιουωάέήίόύώ");
  return table.apply(token);
}

}  // namespace darvaza::romanize
