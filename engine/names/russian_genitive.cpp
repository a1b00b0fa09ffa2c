#include "names/russian_genitive.h"

#include <cstddef>
#include <string>
#include <string_view>

#include "names/letters.h"
#include "names/second_halves.h"
#include "text/utf8.h"

namespace darvaza::names {
namespace {

/// Шер, Дил and what else is so short is left whole.
constexpr std::size_t kShortestName = 3;

bool is_vowel(char32_t letter) { return is_one_of(letter, U"аеёиоуыэюяў"); }
bool is_mute(char32_t letter) { return is_one_of(letter, U"ьъй"); }

/// Men's names that end in а or я themselves; so do all in -улла.
constexpr std::u32string_view kMenOnA[] = {
    U"аба", U"ага", U"ака", U"ата", U"баба", U"вафа", U"гаврила", U"данила", U"джума", U"жума", U"захария", U"закария", U"зия", U"илья", U"иса", U"исайя", U"кузьма", U"лука", U"мирза", U"муртаза", U"муса", U"мустафа",
    U"никита", U"паша", U"реза", U"риза", U"рза", U"савва", U"сафа", U"тальха", U"талха", U"фома", U"хаджа", U"хамза", U"хожа", U"ходжа", U"яхья", U"яхъя",
};

bool is_mans_name_on_a(std::u32string_view name) { return name.ends_with(U"лла") || is_any_of(name, kMenOnA); }

std::u32string nominative(std::u32string_view name) {
  const auto with_end = [&](std::size_t dropped, std::u32string_view end) { return std::u32string(name.substr(0, name.size() - dropped)).append(end); };
  if (name.size() <= kShortestName || is_mans_name_on_a(name)) return std::u32string(name);
  const char32_t last = name.back(), before = name[name.size() - 2];
  if (name.size() > kShortestName + 2 && (name.ends_with(U"ого") || name.ends_with(U"его"))) return with_end(3, U"ий");
  if (last == U'а' && !is_vowel(before)) return with_end(1, U"");
  if (last == U'я') return is_vowel(before) ? with_end(1, U"й") : is_mute(before) ? std::u32string(name) : with_end(1, U"ь");
  if (last == U'и' && is_one_of(before, U"иь")) return with_end(1, U"я");
  // Bearers of Turkic names in -кулы are men as well, who do not end otherwise.
  if (last == U'ы' && !is_vowel(before) && (before != U'л' || name.ends_with(U"ллы"))) return with_end(1, U"а");
  return std::u32string(name);
}

}  // namespace

romanize::Sounds sounds_of_nominative(std::string_view name) {
  return sounds_in_one_spelling(nominative(text::decode_utf8(name)));
}

}  // namespace darvaza::names
