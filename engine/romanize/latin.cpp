// Latin letters, orthography unknown.
//
// One table reads English, French and German habits, passport spellings without diacritics, and the
// alphabets of Turkey, Azerbaijan, Turkmenistan and Uzbekistan. Letters that keep their diacritics say
// which sound is meant; bare c, j, x, w and y do not, and become sounds of their own.
// Facts: Doc 9303-3 §6.A; the alphabets of 1928 (tr), 1991 (az), 1995 (uz), 1999 (tk); ODNI ICS-630-01;
// French-style Soviet passports (MVD, until 1997).
#include "romanize/belarusian.h"
#include "romanize/romanize.h"

namespace darvaza::romanize {
namespace {

using enum Sound;

constexpr LetterRule kRules[] = {
    // Vowels and their digraphs (English oo, ee; French ou).
    {U"a", {a}}, {U"aa", {a}}, {U"e", {e}}, {U"ee", {i}}, {U"i", {i}}, {U"ie", {i, e}},
    {U"o", {o}}, {U"oo", {u}}, {U"ou", {u}}, {U"u", {u}}, {U"uu", {u}}, {U"au", {a, w_any}},
    {U"ii", {i}}, {U"ij", {i}, Place::last}, {U"iy", {i}, Place::last}, {U"yy", {i}, Place::last},
    {U"ai", {a, y_any}}, {U"ei", {e, y_any}}, {U"oi", {o, y_any}}, {U"ui", {u, y_any}}, {U"ŭi", {u, y_any}}, {U"eu", {e, w_any}, Place::last},
    // Belarusian passports: -ouski for -ovskiy.
    {U"ousk", {o, v, s, k}},
    {U"ö", {o}}, {U"ü", {u}}, {U"ä", {e}}, {U"ə", {e}}, {U"æ", {e}}, {U"œ", {e}}, {U"ø", {o}},
    {U"ı", {y}}, {U"î", {i}}, {U"ў", {o}},
    // Uzbek oʻ with any of the marks in use.
    {U"oʻ", {o}}, {U"oʼ", {o}}, {U"o'", {o}}, {U"o‘", {o}}, {U"o’", {o}}, {U"o`", {o}},
    // y is a consonant beside a vowel and a vowel otherwise.
    {U"y", {y}}, {U"y", {y_any}, Place::before_vowel}, {U"y", {i}, Place::last},
    {U"ay", {a, y_any}}, {U"ey", {e, y_any}}, {U"oy", {o, y_any}}, {U"uy", {u, y_any}},
    {U"əy", {e, y_any}}, {U"äy", {e, y_any}}, {U"öy", {o, y_any}}, {U"üy", {u, y_any}},
    {U"ý", {y_any}}, {U"ÿ", {y_any}},
    // Kazakhstan's alphabet of 2018: ı beside a vowel is the consonant y, and ý is w, not the y of Turkmen, beside letters that Turkmen lacks.
    {U"aı", {a, y_any}}, {U"áı", {a, y_any}}, {U"eı", {e, y_any}}, {U"oı", {o, y_any}}, {U"uı", {u, y_any}}, {U"úı", {u, y_any}},
    {U"ıa", {y_any, a}}, {U"ıe", {y_any, e}}, {U"ıu", {y_any, u}},
    {U"áý", {a, w_any}}, {U"óý", {o, w_any}}, {U"úý", {u, w_any}}, {U"ıý", {i, w_any}}, {U"ýá", {w_any, a}}, {U"ýó", {w_any, o}}, {U"ýú", {w_any, u}}, {U"ýı", {w_any, i}},
    {U"ia", {y_any, a}}, {U"iu", {y_any, u}}, {U"iou", {y_any, u}},
    // Consonants that every orthography reads alike, or nearly.
    {U"b", {b}}, {U"d", {d}}, {U"f", {f}}, {U"g", {g}}, {U"h", {h}}, {U"k", {k}}, {U"l", {l}},
    {U"m", {m}}, {U"n", {n}}, {U"p", {p}}, {U"q", {q}}, {U"r", {r}}, {U"s", {s}}, {U"t", {t}},
    {U"v", {v}}, {U"z", {z}}, {U"w", {w_any}},
    {U"c", {c_any}}, {U"j", {j_any}}, {U"x", {x_any}},
    {U"ck", {k}}, {U"ks", {x_any}}, {U"ksh", {k, sh}}, {U"cks", {x_any}}, {U"jaqs", {j_any, a, x_any}}, {U"baqs", {b, a, x_any}}, {U"aqs", {a, x_any}, Place::first}, {U"toqs", {t, o, x_any}}, {U"bux", {b, u, kh, sh}, Place::last}, {U"ph", {f}}, {U"qu", {q, u}},
    // Maqsud and Maqsat, in which every language hears a k of its own and s; Maqsym is Maxim.
    {U"maksu", {m, a, k, s, u}}, {U"maksa", {m, a, k, s, a}}, {U"aqsym", {a, x_any, y, m}},
    // French gu before e and i; final -ine of Russian surnames, -off, -eff.
    {U"gue", {g, e}}, {U"gui", {g, i}}, {U"ine", {i, n}, Place::last}, {U"ff", {v}, Place::last},
    // Hushing sounds.
    {U"sh", {sh}}, {U"sch", {sh}}, {U"ch", {ch}}, {U"tch", {ch}}, {U"tsch", {ch}}, {U"tshah", {t, sh, a, h_end}, Place::last}, {U"tshoh", {t, sh, o, h}, Place::last}, {U"cz", {ch}},
    {U"zh", {zh}}, {U"dj", {dj}}, {U"xh", {dj}}, {U"dzh", {dj}}, {U"dsch", {dj}}, {U"ts", {ts}}, {U"tz", {ts}}, {U"tzh", {t, zh}}, {U"dz", {dz}},
    {U"tc", {ts}}, {U"shch", {sh, ch}}, {U"chtch", {sh, ch}}, {U"sz", {sh}},
    // -zoda and -zade after d, t and s, which belong to the stem: Ahmadzoda, Nematzoda, Abbaszade.
    {U"dzod", {d, z, o, d}}, {U"dzad", {d, z, a, d}}, {U"tzod", {t, z, o, d}}, {U"tzad", {t, z, a, d}},
    {U"szod", {s, z, o, d}}, {U"szad", {s, z, a, d}}, {U"szod", {sh, o, d}, Place::first}, {U"szad", {sh, a, d}, Place::first},
    {U"dzod", {dz, o, d}, Place::first}, {U"dzad", {dz, a, d}, Place::first},
    {U"ş", {sh}}, {U"š", {sh}}, {U"ș", {sh}}, {U"ç", {ch}}, {U"č", {ch}}, {U"ć", {ch}},
    {U"ž", {zh}}, {U"ț", {ts}}, {U"ţ", {ts}}, {U"đ", {dj}}, {U"ǆ", {dj}},
    // Greek γκ: Gkikas, Agkathakis; not ng and k, as in Thongkham.
    {U"gk", {g}, Place::first}, {U"agk", {a, g}}, {U"egk", {e, g}}, {U"igk", {i, g}}, {U"ogk", {o, g}}, {U"ugk", {u, g}}, {U"ygk", {i, g}},
    // Somali c is the ayn of Arabic: Caasha, Ismaaciil, Saciid. Only beside its long vowels, which other alphabets hardly write so: Caamaño is Galician.
    {U"caama", {c_any, a, m, a}, Place::first},
    {U"caa", {a}, Place::first}, {U"cii", {i}, Place::first}, {U"cuu", {u}, Place::first}, {U"acii", {a, i}}, {U"aacii", {a, i}}, {U"acaa", {a}}, {U"ucaa", {u, a}}, {U"aacaa", {a}},
    // Throat sounds.
    {U"kh", {kh}}, {U"gh", {gh}}, {U"ğ", {gh}}, {U"ġ", {gh}}, {U"ģ", {gh}},
    {U"gʻ", {gh}}, {U"gʼ", {gh}}, {U"g'", {gh}}, {U"g‘", {gh}}, {U"g’", {gh}}, {U"g`", {gh}},
    {U"ḫ", {kh}}, {U"ẖ", {kh}}, {U"ĥ", {kh}}, {U"ħ", {h}},
    {U"ah", {a, h_end}, Place::last}, {U"eh", {e, h_end}, Place::last},
    // Arabic letters in scholarly and everyday spelling.
    {U"th", {th}}, {U"ṯ", {th}}, {U"þ", {th}}, {U"dh", {dh}}, {U"ḏ", {dh}}, {U"ð", {dh}},
    {U"ḍ", {dad}}, {U"ǧ", {dj}}, {U"ʿ", {ayn}}, {U"ʕ", {ayn}},
    // Other letters of the region and its neighbours that have no decomposition.
    {U"ł", {l}}, {U"ß", {s}}, {U"ŋ", {n}}, {U"ň", {n}}, {U"ñ", {n}},
};

}  // namespace

Sounds romanize_latin(std::u32string_view token) {
  static const LetterTable table(WritingSystem::latin, kRules, U"aeiouyöüäəıáéíóúâêîôûàèìòùāēīōūăĕĭŏŭǎěǐǒǔãẽĩõũåøæœ");
  const Sounds belarusian = belarusian_surname(token, WritingSystem::latin);
  return belarusian.empty() ? table.apply(token) : belarusian;
}

}  // namespace darvaza::romanize
