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
    // Arabic words end in a u that Latin spellings leave out: Nasheed, Fathimath.
    {U"ބު", {b}, Place::last}, {U"ދު", {d}, Place::last}, {U"ތު", {th}, Place::last}, {U"ރު", {r}, Place::last}, {U"ލު", {l}, Place::last}, {U"މު", {m}, Place::last},
    {U"ނު", {n}, Place::last}, {U"ފު", {f}, Place::last}, {U"ކު", {k}, Place::last}, {U"ގު", {g}, Place::last}, {U"ޤު", {q}, Place::last}, {U"ސު", {s}, Place::last},
    {U"ޝު", {sh}, Place::last}, {U"ޖު", {dj}, Place::last}, {U"ޒު", {z}, Place::last}, {U"ހު", {h}, Place::last}, {U"ޙު", {h}, Place::last}, {U"ޢު", {ayn}, Place::last},
    {U"ޞު", {s}, Place::last}, {U"ޓު", {t}, Place::last}, {U"ޠު", {t}, Place::last}, {U"ޟު", {dad}, Place::last},
};

}  // namespace

Sounds romanize_thaana(std::u32string_view token) {
  static const LetterTable table(WritingSystem::latin, kRules, U"");
  return table.apply(token);
}

}  // namespace darvaza::romanize
