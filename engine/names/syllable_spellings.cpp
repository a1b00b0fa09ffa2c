// Facts: Revised Romanization (2000), McCune-Reischauer (1939), Kontsevich; Hanyu Pinyin (ISO 7098), Wade-Giles (1912), Palladius.
#include "names/syllable_spellings.h"

#include <algorithm>
#include <initializer_list>
#include <span>
#include <utility>

namespace darvaza::names {
namespace {

struct Spelling {
  std::string_view own;     ///< in the country's romanisation
  std::u32string_view latin;  ///< other Latin spellings, separated by blanks; "-" for none at all
  std::u32string_view cyrillic;
};

// Longer ones before those with which they begin.
constexpr Spelling kKoreanInitials[] = {
    {"kk", U"kk", U"кк"}, {"ch", U"ch", U"чх"}, {"g", U"g k", U"к г"}, {"n", U"n", U"н"}, {"d", U"d t", U"т д"}, {"r", U"r", U"р л н"}, {"m", U"m", U"м"},
    {"b", U"b p", U"п б"}, {"s", U"s sh", U"с"}, {"j", U"j ch", U"ч дж чж"}, {"k", U"k", U"кх"}, {"t", U"t", U"тх"}, {"p", U"p", U"пх"}, {"h", U"h", U"х"}, {"", U"-", U"-"},
};
constexpr Spelling kKoreanVowels[] = {
    {"yeo", U"yo you yu yeo", U"ё е"}, {"ye", U"ye", U"е"}, {"yae", U"yae", U"е"}, {"ya", U"ya", U"я"}, {"yo", U"yo", U"ё"}, {"yu", U"yu yoo", U"ю"},
    {"wae", U"wae", U"вэ"}, {"wa", U"wa", U"ва"}, {"wo", U"wo weo", U"во"}, {"we", U"we", U"ве"}, {"wi", U"wi", U"ви"}, {"ae", U"ae ai", U"э"}, {"eo", U"eo o u", U"о"},
    {"eu", U"eu u", U"ы"}, {"oe", U"oe oi", U"ве"}, {"ui", U"ui ee i", U"ый и"}, {"a", U"a", U"а"}, {"e", U"e", U"е"}, {"o", U"o", U"о"}, {"u", U"u oo", U"у"}, {"i", U"i ee", U"и"},
};
constexpr Spelling kKoreanFinals[] = {
    {"ng", U"ng", U"н"}, {"k", U"k", U"к"}, {"n", U"n", U"н"}, {"t", U"t", U"т"}, {"l", U"l", U"ль р"}, {"m", U"m", U"м"}, {"p", U"p", U"п"}, {"", U"-", U"-"},
};

constexpr Spelling kChineseInitials[] = {
    {"zh", U"ch", U"чж"}, {"ch", U"ch", U"ч"}, {"sh", U"sh", U"ш"}, {"b", U"p", U"б"}, {"p", U"p", U"п"}, {"m", U"m", U"м"}, {"f", U"f", U"ф"}, {"d", U"t", U"д"},
    {"t", U"t", U"т"}, {"n", U"n", U"н"}, {"l", U"l", U"л"}, {"g", U"k", U"г"}, {"k", U"k", U"к"}, {"h", U"h", U"х"}, {"j", U"ch", U"цз"}, {"q", U"ch", U"ц"},
    {"x", U"hs", U"с"}, {"r", U"j", U"ж"}, {"z", U"ts", U"цз"}, {"c", U"ts", U"ц"}, {"s", U"s", U"с"}, {"", U"-", U"-"},
};
constexpr Spelling kChineseFinals[] = {
    {"a", U"a", U"а"}, {"o", U"o", U"о"}, {"e", U"e o", U"э"}, {"ai", U"ai", U"ай"}, {"ei", U"ei", U"эй"}, {"ao", U"ao", U"ао"}, {"ou", U"ou", U"оу"},
    {"an", U"an", U"ань"}, {"en", U"en", U"энь"}, {"ang", U"ang", U"ан"}, {"eng", U"eng", U"эн"}, {"ong", U"ung", U"ун"}, {"i", U"i ih", U"и ы"}, {"ia", U"ia", U"я"},
    {"ie", U"ieh", U"е"}, {"iao", U"iao", U"яо"}, {"iu", U"iu", U"ю"}, {"ian", U"ien", U"янь"}, {"in", U"in", U"инь"}, {"iang", U"iang", U"ян"}, {"ing", U"ing", U"ин"},
    {"iong", U"iung", U"юн"}, {"u", U"u", U"у юй"}, {"ua", U"ua", U"уа"}, {"uo", U"uo o", U"о"}, {"uai", U"uai", U"уай"}, {"ui", U"ui uei", U"уй"},
    {"uan", U"uan", U"уань юань"}, {"un", U"un", U"унь юнь"}, {"uang", U"uang", U"уан"}, {"ue", U"ueh", U"юэ"}, {"v", U"u", U"юй"},
    // Without an initial.
    {"ya", U"ya", U"я"}, {"ye", U"yeh", U"е"}, {"yao", U"yao", U"яо"}, {"you", U"yu", U"ю"}, {"yan", U"yen", U"янь"}, {"yi", U"i yi", U"и"}, {"yin", U"yin", U"инь"},
    {"yang", U"yang", U"ян"}, {"ying", U"ying", U"ин"}, {"yong", U"yung", U"юн"}, {"wu", U"wu", U"у"}, {"wa", U"wa", U"ва"}, {"wo", U"wo", U"во"}, {"wai", U"wai", U"вай"},
    {"wei", U"wei", U"вэй"}, {"wan", U"wan", U"вань"}, {"wen", U"wen", U"вэнь"}, {"weng", U"weng", U"вэн"}, {"wang", U"wang", U"ван"}, {"yu", U"yu", U"юй"}, {"yue", U"yueh", U"юэ"},
    {"yuan", U"yuan", U"юань"}, {"yun", U"yun", U"юнь"}, {"er", U"erh", U"эр"},
};

using Parts = std::initializer_list<const Spelling*>;

/// All ways to write the parts one after the other.
void spell(Parts parts, std::u32string_view Spelling::*script, std::vector<std::u32string>& out) {
  std::vector<std::u32string> written{U""};
  for (const Spelling* part : parts) {
    const std::u32string_view ways = part->*script;
    if (ways == U"-") continue;
    std::vector<std::u32string> longer;
    for (const std::u32string& begin : written) {
      for (std::u32string_view rest = ways; !rest.empty();) {
        const auto end = std::min(rest.find(U' '), rest.size());
        longer.push_back(begin + std::u32string(rest.substr(0, end)));
        rest.remove_prefix(std::min(end + 1, rest.size()));
      }
    }
    written = std::move(longer);
  }
  out.insert(out.end(), written.begin(), written.end());
}

std::vector<std::u32string> all_spellings(Parts parts) {
  std::vector<std::u32string> out;
  spell(parts, &Spelling::latin, out);
  spell(parts, &Spelling::cyrillic, out);
  return out;
}

const Spelling* whole(std::string_view text, std::span<const Spelling> table) {
  for (const Spelling& spelling : table) {
    if (spelling.own == text) return &spelling;
  }
  return nullptr;
}

/// The first entry with which `text` begins, which is taken away.
const Spelling* take(std::string_view& text, std::span<const Spelling> table) {
  for (const Spelling& spelling : table) {
    if (!text.starts_with(spelling.own)) continue;
    text.remove_prefix(spelling.own.size());
    return &spelling;
  }
  return nullptr;
}

}  // namespace

std::vector<std::u32string> korean_spellings(std::string_view revised) {
  const Spelling* initial = take(revised, kKoreanInitials);
  const Spelling* vowel = take(revised, kKoreanVowels);
  const Spelling* last = whole(revised, kKoreanFinals);
  if (initial == nullptr || vowel == nullptr || last == nullptr) return {};
  return all_spellings({initial, vowel, last});
}

std::vector<std::u32string> chinese_spellings(std::string_view pinyin) {
  const Spelling* initial = take(pinyin, kChineseInitials);
  const Spelling* rest = whole(pinyin, kChineseFinals);
  if (initial == nullptr || rest == nullptr) return {};
  return all_spellings({initial, rest});
}

}  // namespace darvaza::names
