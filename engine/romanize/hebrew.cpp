// Hebrew letters. Like Arabic ones they are written without short vowels, so that they count as a writing system of that
// kind; what a letter may stand for besides (ב for v, ש for s) is known to the costs (names/derived_costs.h).
// Facts: Academy of the Hebrew Language, transliteration rules of 2006; Doc 9303-3 has no table of Hebrew.
#include "romanize/romanize.h"

namespace darvaza::romanize {
namespace {

using enum Sound;

constexpr LetterRule kRules[] = {
    {U"א", {ayn}}, {U"א", {a_init}, Place::first}, {U"א", {a}, Place::last}, {U"או", {a_init, w_any}, Place::first}, {U"אי", {a_init, y_any}, Place::first},
    {U"ב", {b}}, {U"ג", {g}}, {U"ד", {d}}, {U"ה", {h}}, {U"ה", {h_end}, Place::last}, {U"ו", {w_any}}, {U"וו", {v}}, {U"ז", {z}},
    {U"ח", {kh}}, {U"ט", {t}}, {U"י", {y_any}}, {U"יי", {y_any}}, {U"כ", {k}}, {U"ך", {k}}, {U"ל", {l}}, {U"מ", {m}}, {U"ם", {m}},
    {U"נ", {n}}, {U"ן", {n}}, {U"ס", {s}}, {U"ע", {ayn}}, {U"פ", {p}}, {U"ף", {p}}, {U"צ", {ts}}, {U"ץ", {ts}}, {U"ק", {q}},
    {U"ר", {r}}, {U"ש", {sh}}, {U"ת", {t}}, {U"טס", {ts}}, {U"קס", {x_any}},
    // The geresh marks sounds of foreign names; typed as an apostrophe as well.
    {U"ג׳", {dj}}, {U"ג'", {dj}}, {U"ג’", {dj}}, {U"ז׳", {zh}}, {U"ז'", {zh}}, {U"ז’", {zh}}, {U"צ׳", {ch}}, {U"צ'", {ch}}, {U"צ’", {ch}},
    {U"ץ׳", {ch}}, {U"ץ'", {ch}}, {U"ץ’", {ch}}, {U"ת׳", {th}}, {U"ת'", {th}}, {U"ת’", {th}}, {U"ד׳", {dh}}, {U"ד'", {dh}}, {U"ד’", {dh}},
    // Points, rarely written in names.
    {U"\u05B0", {}}, {U"\u05B1", {e}}, {U"\u05B2", {a}}, {U"\u05B3", {o}}, {U"\u05B4", {i}}, {U"\u05B5", {e}}, {U"\u05B6", {e}}, {U"\u05B7", {a}},
    {U"\u05B8", {a}}, {U"\u05B9", {o}}, {U"\u05BB", {u}}, {U"\u05BC", {}}, {U"ש\u05C1", {sh}}, {U"ש\u05C2", {s}},
    // Yiddish.
    {U"װ", {v}}, {U"ױ", {o, y_any}}, {U"ײ", {y_any}},
};

}  // namespace

Sounds romanize_hebrew(std::u32string_view token) {
  static const LetterTable table(WritingSystem::hebrew, kRules, U"אויע");
  return table.apply(token);
}

}  // namespace darvaza::romanize
