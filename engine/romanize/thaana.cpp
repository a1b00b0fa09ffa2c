// Thaana, the letters of the Maldives, in which every vowel is written.
// Facts: Unicode, chapter 9.4; Malé Latin (1976), in which passports of the Maldives spell.
#include "romanize/romanize.h"

namespace darvaza::romanize {
namespace {

using enum Sound;

constexpr LetterRule kRules[] = {
    {U"ހ", {h}}, {U"ށ", {sh}}, {U"ނ", {n}}, {U"ރ", {r}}, {U"ބ", {b}}, {U"ޅ", {l}}, {U"ކ", {k}}, {U"އ", {}}, {U"ވ", {v}}, {U"މ", {m}}, {U"ފ", {f}}, {U"ދ", {d}}, {U"ތ", {th}},
    {U"ލ", {l}}, {U"ގ", {g}}, {U"ޏ", {n, y_any}}, {U"ސ", {s}}, {U"ޑ", {d}}, {U"ޒ", {z}}, {U"ޓ", {t}}, {U"ޔ", {y_any}}, {U"ޕ", {p}}, {U"ޖ", {dj}}, {U"ޗ", {ch}},
    // Letters for Arabic sounds.
    {U"ޘ", {th}}, {U"ޙ", {h}}, {U"ޚ", {kh}}, {U"ޛ", {dh}}, {U"ޜ", {zh}}, {U"ޝ", {sh}}, {U"ޞ", {s}}, {U"ޟ", {dad}}, {U"ޠ", {t}}, {U"ޡ", {z}}, {U"ޢ", {ayn}}, {U"ޣ", {gh}},
    {U"ޤ", {q}}, {U"ޥ", {w_any}},
    // Vowels; the last sign takes the vowel away.
    {U"\u07A6", {a}}, {U"\u07A7", {a}}, {U"\u07A8", {i}}, {U"\u07A9", {i}}, {U"\u07AA", {u}}, {U"\u07AB", {u}}, {U"\u07AC", {e}}, {U"\u07AD", {e}}, {U"\u07AE", {o}}, {U"\u07AF", {o}},
    {U"\u07B0", {}}, {U"އ\u07B0", {h}, Place::last},
    // Words end in few consonants: Arabic names that end in another have a u behind it, which passports leave out.
    {U"ދ\u07AA", {d}, Place::last}, {U"ބ\u07AA", {b}, Place::last}, {U"ތ\u07AA", {th}, Place::last}, {U"ކ\u07AA", {k}, Place::last}, {U"ގ\u07AA", {g}, Place::last}, {U"ޖ\u07AA", {dj}, Place::last},
    {U"ޤ\u07AA", {q}, Place::last}, {U"ޠ\u07AA", {t}, Place::last}, {U"ޓ\u07AA", {t}, Place::last}, {U"ފ\u07AA", {f}, Place::last}, {U"ޢ\u07AA", {ayn}, Place::last},
};

}  // namespace

Sounds romanize_thaana(std::u32string_view token) {
  static const LetterTable table(WritingSystem::latin, kRules, U"");
  return table.apply(token);
}

}  // namespace darvaza::romanize
