// Georgian letters. Passports write aspirated and ejective stops alike: თ and ტ are t, ქ and კ k, ფ and პ p, ჩ and ჭ ch.
// Facts: national system of romanisation (2002), BGN/PCGN 2009.
#include "romanize/romanize.h"

namespace darvaza::romanize {
namespace {

using enum Sound;

constexpr LetterRule kRules[] = {
    {U"ა", {a}}, {U"ბ", {b}}, {U"გ", {g}}, {U"დ", {d}}, {U"ე", {e}}, {U"ვ", {v}}, {U"ზ", {z}}, {U"თ", {t}}, {U"ი", {i}}, {U"კ", {k}}, {U"ლ", {l}},
    {U"მ", {m}}, {U"ნ", {n}}, {U"ო", {o}}, {U"პ", {p}}, {U"ჟ", {zh}}, {U"რ", {r}}, {U"ს", {s}}, {U"ტ", {t}}, {U"უ", {u}}, {U"ფ", {p}}, {U"ქ", {k}},
    {U"ღ", {gh}}, {U"ყ", {q}}, {U"შ", {sh}}, {U"ჩ", {ch}}, {U"ც", {ts}}, {U"ძ", {dz}}, {U"წ", {ts}}, {U"ჭ", {ch}}, {U"ხ", {kh}}, {U"ჯ", {dj}},
    {U"ჰ", {h}}, {U"ია", {y_any, a}}, {U"იუ", {y_any, u}}, {U"აი", {a, y_any}}, {U"ეი", {e, y_any}}, {U"ოი", {o, y_any}}, {U"უი", {u, y_any}},
    // One sound as in other letters: ალექსანდრე, Alexander.
    {U"ქს", {x_any}}, {U"კს", {x_any}},
    // Letters of Megrelian, Svan and older spelling.
    {U"ჱ", {e, y_any}}, {U"ჲ", {y_any}}, {U"ჳ", {u}}, {U"ჴ", {q}}, {U"ჵ", {o}}, {U"ჶ", {f}}, {U"ჷ", {y}},
};

}  // namespace

Sounds romanize_georgian(std::u32string_view token) {
  static const LetterTable table(WritingSystem::cyrillic, kRules, U"აეიოუ");
  return table.apply(token);
}

}  // namespace darvaza::romanize
