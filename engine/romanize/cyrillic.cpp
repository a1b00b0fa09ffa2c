// Cyrillic letters of Russian and of the region's languages; also Ukrainian, Belarusian, Serbian,
// Macedonian and Mongolian ones, whose speakers are listed and travel, too.
// Facts: GOST R 52535.1, Doc 9303-3 §6.B, BGN/PCGN and ODNI ICS-630-01 for each language.
#include "romanize/belarusian.h"
#include "romanize/romanize.h"

namespace darvaza::romanize {
namespace {

using enum Sound;

constexpr LetterRule kRules[] = {
    // Russian.
    {U"а", {a}}, {U"б", {b}}, {U"в", {v}}, {U"г", {g}}, {U"д", {d}}, {U"е", {e}}, {U"ё", {e}},
    {U"ж", {zh}}, {U"з", {z}}, {U"и", {i}}, {U"й", {y_any}}, {U"к", {k}}, {U"л", {l}},
    {U"м", {m}}, {U"н", {n}}, {U"о", {o}}, {U"п", {p}}, {U"р", {r}}, {U"с", {s}}, {U"т", {t}},
    {U"у", {u}}, {U"ф", {f}}, {U"х", {kh}}, {U"ц", {ts}}, {U"ч", {ch}}, {U"ш", {sh}},
    {U"щ", {sh, ch}}, {U"ъ", {y}}, {U"ъ", {}, Place::before_vowel}, {U"ъ", {}, Place::last}, {U"ы", {y}}, {U"ь", {}}, {U"э", {e}}, {U"ю", {y_any, u}},
    {U"я", {y_any, a}},
    {U"ий", {i}, Place::last}, {U"ый", {y}, Place::last}, {U"дж", {dj}}, {U"дҷ", {dj}}, {U"тс", {ts}}, {U"дз", {dz}}, {U"дзь", {dz}}, {U"кс", {x_any}}, {U"ей", {e, y_any}},
    {U"е", {y_any, e}, Place::first}, {U"ье", {y_any, e}}, {U"ъе", {y_any, e}}, {U"ие", {i, e}},
    // Kazakh, Kyrgyz, Tajik, Uzbek, Turkmen, Azerbaijani, Tatar, Bashkir, Uyghur.
    {U"ә", {e}}, {U"ғ", {gh}}, {U"қ", {q}}, {U"ң", {n}}, {U"ө", {o}}, {U"ұ", {u}}, {U"ү", {u}},
    {U"һ", {h}}, {U"і", {i}}, {U"ӣ", {i}}, {U"ӯ", {u}}, {U"ҳ", {h}}, {U"ҷ", {dj}}, {U"ў", {o}},
    {U"ҝ", {g}}, {U"ҹ", {dj}}, {U"ј", {y_any}}, {U"җ", {dj}}, {U"ҙ", {dh}}, {U"ҫ", {th}},
    {U"ҡ", {q}}, {U"ҥ", {n}}, {U"ӊ", {n}},
    // Kazakh "good", "bard", "white" and "ninety", which Russian writes with кс. Not in all words: Maqsud and Maqsat, مقصود, have a k of their own and s
    // in every language; Максим and Мақсым are Maxim.
    {U"жақс", {zh, a, x_any}}, {U"бақс", {b, a, x_any}}, {U"ақс", {a, x_any}, Place::first}, {U"тоқс", {t, o, x_any}}, {U"максу", {m, a, k, s, u}}, {U"макса", {m, a, k, s, a}},
    {U"мақсы", {m, a, x_any, y}},
    // -зода and -заде after д, which belongs to the stem.
    {U"дзод", {d, z, o, d}}, {U"дзад", {d, z, a, d}}, {U"дзод", {dz, o, d}, Place::first}, {U"дзад", {dz, a, d}, Place::first},
    // Tatar and Bashkir ү after a vowel is w, in Russian spelling v: Дәүләт, Davlet.
    {U"әү", {e, v}},
    // Belarusian and Karakalpak ў after a vowel is w as well; Uzbek has its o there only behind a hyphen.
    {U"аў", {a, v}}, {U"еў", {e, v}}, {U"ёў", {e, v}}, {U"иў", {i, v}}, {U"іў", {i, v}}, {U"оў", {o, v}}, {U"уў", {u, v}}, {U"ыў", {y, v}}, {U"эў", {e, v}}, {U"юў", {y_any, u, v}}, {U"яў", {y_any, a, v}},
    // After a vowel ъ is the hamza and ʿayn of Tajik and Uzbek, which nobody hears: Ҷаъфар.
    {U"аъ", {a}}, {U"еъ", {e}}, {U"иъ", {i}}, {U"оъ", {o}}, {U"уъ", {u}}, {U"ӯъ", {u}}, {U"эъ", {e}}, {U"яъ", {y_any, a}},
    // Ukrainian, Belarusian, Serbian, Macedonian.
    {U"ї", {y_any, i}}, {U"є", {y_any, e}}, {U"ґ", {g}}, {U"ђ", {dj}}, {U"ћ", {ch}}, {U"џ", {dj}},
    {U"љ", {l}}, {U"њ", {n}}, {U"ѓ", {g}}, {U"ќ", {k}}, {U"ѕ", {z}},
    // Caucasian languages write one sound with a letter and the palochka or a sign.
    {U"ӏ", {}}, {U"хь", {h}}, {U"къ", {q}}, {U"гъ", {gh}}, {U"хъ", {kh}}, {U"гӏ", {gh}}, {U"хӏ", {h}},
};

}  // namespace

Sounds romanize_cyrillic(std::u32string_view token) {
  static const LetterTable table(WritingSystem::cyrillic, kRules, U"аеёиоуыэюяәөұүіӣӯў");
  const Sounds belarusian = belarusian_surname(token, WritingSystem::cyrillic);
  return belarusian.empty() ? table.apply(token) : belarusian;
}

}  // namespace darvaza::romanize
