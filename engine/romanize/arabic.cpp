// Arabic-script letters of Arabic, Persian, Dari, Pashto, Urdu, Kurdish, Uyghur and Azerbaijani.
//
// Short vowels are not written; و and ی stand for vowels as well as consonants. Letter forms that differ
// only by keyboard (ك ک, ي ی ى, ه ہ ھ) are one.
// Facts: Doc 9303-3 §6.C and App. B; BGN/PCGN; ODNI ICS-630-01 (Persian 2015, Pashto 2011, Urdu, Arabic 2015).
#include "romanize/romanize.h"

namespace darvaza::romanize {
namespace {

using enum Sound;

constexpr LetterRule kRules[] = {
    // Arabic.
    {U"ا", {a}}, {U"أ", {a}}, {U"إ", {i}}, {U"آ", {a}}, {U"ٱ", {a}}, {U"ء", {}}, {U"ٔ", {}},
    {U"ب", {b}}, {U"ت", {t}}, {U"ث", {th}}, {U"ج", {dj}}, {U"ح", {h}}, {U"خ", {kh}}, {U"د", {d}},
    {U"ذ", {dh}}, {U"ر", {r}}, {U"ز", {z}}, {U"س", {s}}, {U"ش", {sh}}, {U"ص", {s}}, {U"ض", {dad}},
    {U"ط", {t}}, {U"ظ", {z}}, {U"ع", {ayn}}, {U"غ", {gh}}, {U"ف", {f}}, {U"ق", {q}}, {U"ك", {k}},
    {U"ل", {l}}, {U"م", {m}}, {U"ن", {n}}, {U"ه", {h}}, {U"ه", {h_end}, Place::last},
    {U"ة", {h_end}}, {U"و", {w_any}}, {U"ؤ", {w_any}}, {U"ي", {y_any}}, {U"ئ", {y_any}},
    {U"ى", {y_any}},
    // What begins a word is only the seat of a short vowel, unless a letter for a long one follows.
    {U"ا", {a_init}, Place::first}, {U"او", {a, w_any}, Place::first}, {U"اي", {a, y_any}, Place::first}, {U"اى", {a, y_any}, Place::first},
    {U"ای", {a, y_any}, Place::first}, {U"اې", {a, y_any}, Place::first}, {U"اے", {a, y_any}, Place::first},
    // The article's is a, where no i belongs to the name: Ilyas, Ilyar, Ilham (names/compounds.cpp).
    {U"ال", {a, l}, Place::first}, {U"الیا", {a_init, l, y_any, a}, Place::first}, {U"اليا", {a_init, l, y_any, a}, Place::first},
    {U"الها", {a_init, l, h, a}, Place::first}, {U"الہا", {a_init, l, h, a}, Place::first},
    // Vowel signs, rarely written in names.
    {U"َ", {a}}, {U"ِ", {i}}, {U"ُ", {u}}, {U"ً", {a, n}}, {U"ٌ", {u, n}}, {U"ٍ", {i, n}}, {U"ٰ", {a}},
    {U"ّ", {}}, {U"ْ", {}},
    // Persian and Dari.
    {U"پ", {p}}, {U"چ", {ch}}, {U"ژ", {zh}}, {U"ک", {k}}, {U"گ", {g}}, {U"ی", {y_any}},
    {U"ۀ", {h_end}},
    // Urdu: retroflex and aspirated letters, final forms.
    {U"ٹ", {t}}, {U"ڈ", {d}}, {U"ڑ", {r}}, {U"ں", {n}}, {U"ہ", {h}}, {U"ہ", {h_end}, Place::last},
    {U"ھ", {h}}, {U"ے", {y_any}}, {U"ۓ", {y_any}}, {U"ۂ", {h_end}}, {U"ۃ", {h_end}},
    {U"کس", {x_any}}, {U"كس", {x_any}}, {U"تس", {ts}}, {U"تش", {ch}}, {U"تشا", {t, sh, a}}, {U"تشا", {ch, a}, Place::first}, {U"دج", {dj}}, {U"دز", {dz}}, {U"دظ", {dz}}, {U"دض", {dz}}, {U"دذ", {dz}}, {U"دزاد", {d, z, a, d}},
    // Aqsa; Kazakh "white" before s. Elsewhere a vowel may stand between: Qasim, Qasuri.
    {U"اقص", {a_init, x_any}, Place::first}, {U"أقص", {a, x_any}, Place::first}, {U"اقس", {a_init, x_any}, Place::first},
    // Aspirated letters, read as their Latin digraphs are.
    {U"تھ", {th}}, {U"دھ", {dh}}, {U"کھ", {kh}}, {U"گھ", {gh}}, {U"چھ", {ch}}, {U"پھ", {f}}, {U"ٹھ", {th}}, {U"ڈھ", {dh}},
    // "Owner of": Dhu l-, Zulfiqar.
    {U"ذوال", {dh, u, l}, Place::first},
    // Sindhi, Saraiki, Kashmiri: one letter where Urdu writes two; implosive sounds are written as plain ones.
    {U"ٻ", {b}}, {U"ڀ", {b, h}}, {U"ٺ", {th}}, {U"ٽ", {t}}, {U"ٿ", {th}}, {U"ڄ", {dj}}, {U"ڃ", {n, y_any}}, {U"ڇ", {ch}}, {U"ڏ", {d}}, {U"ڌ", {dh}}, {U"ڊ", {d}}, {U"ڍ", {dh}},
    {U"ڦ", {f}}, {U"ڪ", {k}}, {U"ڳ", {g}}, {U"ڱ", {n, g}}, {U"ڻ", {n}}, {U"ڙ", {r}}, {U"ݨ", {n}}, {U"ٲ", {a}}, {U"ٳ", {a}}, {U"ۄ", {o}},
    // Malay, Moroccan and Kyrgyz letters.
    {U"ڠ", {n, g}}, {U"ڽ", {n, y_any}}, {U"ۏ", {v}}, {U"ݢ", {g}}, {U"ݣ", {g}}, {U"ۅ", {o}}, {U"ۉ", {u}},
    // Pashto.
    {U"ټ", {t}}, {U"ډ", {d}}, {U"ړ", {r}}, {U"ږ", {zh}}, {U"ښ", {sh}}, {U"ځ", {dz}}, {U"څ", {ts}},
    {U"ڼ", {n}}, {U"ګ", {g}}, {U"ې", {y_any}}, {U"ۍ", {y_any}},
    // God, with or without the article: one l sounds.
    {U"الله", {a, l, a, h_end}, Place::last}, {U"لله", {l, a, h_end}, Place::last},
    // Kurdish and Uyghur write an initial vowel on a bare seat.
    {U"ئا", {a}, Place::first}, {U"ئە", {a_init}}, {U"ئې", {e}}, {U"ئو", {o}, Place::first}, {U"ئۇ", {u}}, {U"ئۆ", {o}}, {U"ئۈ", {u}},
    {U"ئى", {i}, Place::first}, {U"ئی", {i}, Place::first}, {U"ئێ", {e}},
    // Kurdish and Uyghur, which do write their vowels; ڤ of loan words.
    // Their ە is spelled a by the one and e by the other: a sound that is either.
    {U"ە", {a_init}}, {U"ە", {h_end}, Place::last}, {U"ۆ", {o}}, {U"ۇ", {u}}, {U"ۈ", {u}}, {U"ۋ", {v}}, {U"ێ", {e}}, {U"ڵ", {l}},
    {U"ڕ", {r}}, {U"ڭ", {n}}, {U"ڤ", {v}}, {U"ڨ", {g}},
};

}  // namespace

Sounds romanize_arabic(std::u32string_view token) {
  static const LetterTable table(WritingSystem::arabic, kRules, U"اویيو");
  return table.apply(token);
}

}  // namespace darvaza::romanize
