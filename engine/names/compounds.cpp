#include "names/compounds.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <iterator>
#include <span>

#include "names/letters.h"
#include "text/script.h"

namespace darvaza::names {
namespace {

bool is_arabic(std::u32string_view word) { return !word.empty() && word[0] >= U'\u0600' && word[0] <= U'\u06ff'; }

/// "Servant of": Abd, the article and a name of God, in every way in which they are written together. What one alphabet makes of Abd:
/// Kurdish Evd- and Ebd-, Azerbaijani Əbd-, Somali Cabd-, Kazakh and Tatar Ғабд-, Габд-, Uyghur in Pinyin Abudu-; what the parts are compared as; and which letters join them.
struct Abd {
  std::array<std::u32string_view, 11> written;  ///< the longest of those that begin alike first
  std::u32string_view stem;
  std::u32string_view article;
  std::array<std::u32string_view, 12> articles;  ///< as written, with their l
  std::u32string_view vowels;         ///< of the article whose l is written as the sun letter after it: Abdurrahman
  std::u32string_view nominative;     ///< those of them that alone stand where the sun letter begins no word: Abdur Rahman, but Abdan
  std::u32string_view close_vowels;   ///< those after which l is dropped before any letter, as Turkic languages and Tajik do: Abdukarim, Abdikerim
  std::u32string_view sun_letters;
  char32_t r;                         ///< the one of them that may follow Abd without a vowel, ...
  std::u32string_view after_r;        ///< ... and what it is followed by then: Abdrakhman, Габдрашит
  std::u32string_view abdullah;       ///< what every writing of that is compared as
};
constexpr Abd kAbd[] = {
    {{U"abd", U"əbd", U"ebd", U"evd", U"gabd", U"ghabd", U"ğabd", U"abud", U"äbd", U"ábd", U"cabd"}, U"abd", U"al",
     {U"ool", U"uel", U"ul", U"el", U"al", U"ol", U"il", U"ül", U"yl", U"ıl"}, U"ueoaüiyı", U"ue", U"uüiyı", U"rszdtn", U'r', U"aeiouy", U"abdallah"},
    {{U"абд", U"әбд", U"габд", U"ғабд", U"ӏабд"}, U"абд", U"ал",
     {U"ель", U"уль", U"юль", U"юл", U"ул", U"ал", U"ел", U"ол", U"ил", U"ыл", U"іл", U"үл"}, U"уеүюиыі", U"уе", U"уүюиыі", U"рсздтн", U'р', U"аеиоу", U"абдаллаҳ"},
};
/// The same in the Arabic script: Arabic and Persian, Sorani, Uyghur, Kazakh.
struct ArabicAbd {
  std::u32string_view written;
  std::size_t shortest_rest;
};
constexpr std::u32string_view kArabicGod[] = {U"له", U"لە", U"لا", U"ڵا", U"للا"};
constexpr std::u32string_view kArabicCourtesies[] = {U"خان", U"جان", U"بیگ", U"بيك"};
constexpr ArabicAbd kArabicAbd[] = {{U"عبدال", 0}, {U"عبدول", 0}, {U"عەبدول", 2}, {U"عەبدوڵ", 2}, {U"ئابدۇ", 4}, {U"ئابدى", 4}, {U"ابدى", 4}, {U"ابدۋ", 4}};

/// What follows Abdi- where that is a name of its own: Turkic words, endings of surnames and patronymics.
constexpr std::u32string_view kNotNouns[] = {
    U"bek", U"beg", U"bay", U"bai", U"bae", U"boy", U"boe", U"kul", U"qul", U"gul", U"khan", U"xan", U"jan", U"jon", U"zhan", U"djan", U"dzhan", U"zod", U"zad",
    U"бек", U"бай", U"бае", U"бой", U"бое", U"кул", U"қул", U"гул", U"хан", U"жан", U"жон", U"джан", U"зод", U"зад"};
constexpr std::u32string_view kEndings[] = {U"ov", U"ev", U"ов", U"ев"};
constexpr std::size_t kShortestNoun = 4;
/// The Truth, the Living: the names of God of three letters that Abdu- stands before.
constexpr std::u32string_view kShortNouns[] = {U"haq", U"hak", U"khak", U"xak", U"hay", U"hai", U"хак", U"хақ", U"ҳақ", U"хай", U"ҳай"};

bool is_noun(std::u32string_view rest) {
  if (is_any_of(rest, kShortNouns)) return true;
  if (rest.size() < kShortestNoun || starts_with_any(rest, kNotNouns)) return false;
  return !starts_with_any(rest, kEndings) && !starts_with_any(rest.substr(1), kEndings);  // Abdinova, Abdiyevich
}

/// God behind the article. Abdullah is one name, borne by one in sixty travellers, and of Abd and God either says the other:
/// it is no compound, but one word in all spellings, Abdullo, Abdulla, Abdoulaye; or with one l that is the article's as well, Abdulah, Evdila.
constexpr std::u32string_view kGod[] = {U"laye", U"lah", U"loh", U"la", U"lo", U"aye", U"ah", U"oh", U"a", U"o",
                                        U"ллах", U"ллаҳ", U"лах", U"лаҳ", U"лох", U"лоҳ", U"ла", U"ло", U"ах", U"ох", U"а", U"о"};
/// Names made of it, by their ending.
struct OfAbdullah {
  std::u32string_view ending, whole;
};
constexpr OfAbdullah kOfAbdullah[] = {
    {U"ev", U"abdallaev"}, {U"yev", U"abdallaev"}, {U"eva", U"abdallaeva"}, {U"yeva", U"abdallaeva"},
    {U"evich", U"abdallaevich"}, {U"yevich", U"abdallaevich"}, {U"evna", U"abdallaevna"}, {U"yevna", U"abdallaevna"},
    {U"zada", U"abdallazada"}, {U"zade", U"abdallazada"}, {U"zadə", U"abdallazada"}, {U"zadeh", U"abdallazada"},
    {U"zoda", U"abdallazada"}, {U"pour", U"abdallapour"}, {U"pur", U"abdallapour"}, {U"poor", U"abdallapour"}, {U"i", U"abdallahi"}, {U"ев", U"абдаллаев"}, {U"ева", U"абдаллаева"},
    {U"евич", U"абдаллаевич"}, {U"евна", U"абдаллаевна"}, {U"заде", U"абдаллазада"}, {U"зода", U"абдаллазада"}};
/// Courtesies that are written together with it: Abdullojon, Абдуллахан.
constexpr std::u32string_view kCourtesies[] = {U"jon", U"jan", U"djan", U"dzhan", U"zhan", U"khan", U"khon", U"xon", U"xan", U"bek", U"beg", U"bay", U"boy",
                                               U"жон", U"жан", U"ҷон", U"джан", U"хан", U"хон", U"бек", U"бай", U"бой"};

/// Abdullah, given what follows the article; none where that is not God.
WordParts abdullah(const Abd& abd, std::u32string_view rest) {
  for (std::u32string_view god : kGod) {
    if (!rest.starts_with(god)) continue;
    const auto ending = rest.substr(god.size());
    if (ending.empty()) return {abd.abdullah};
    const auto* name = std::find_if(std::begin(kOfAbdullah), std::end(kOfAbdullah), [&](const OfAbdullah& row) { return row.ending == ending; });
    if (name != std::end(kOfAbdullah)) return {name->whole};
    if (is_any_of(ending, kCourtesies)) return {abd.abdullah, ending};
  }
  return {};
}

/// Latif behind the article, whose l is one with its own: Abdulatif.
constexpr std::u32string_view kAtif[] = {U"atif", U"ateef", U"atip", U"атиф", U"атип"};

/// The parts, given what follows Abd.
WordParts split_after(const Abd& abd, std::u32string_view after) {
  if (after.starts_with(U"ou")) after.remove_prefix(1);  // French: Abdourahmane, Abdoulaye
  // ü without its dots, before a doubled sun letter: Abduerrahim.
  if (after.size() > 3 && after.starts_with(U"ue") && after[2] == after[3]) after.remove_prefix(1);
  for (std::u32string_view article : abd.articles) {
    if (article.empty() || !after.starts_with(article)) continue;
    const auto rest = after.substr(article.size());
    if (const auto whole = abdullah(abd, rest); !whole.empty()) return whole;
    if (starts_with_any(rest, kAtif)) return {abd.stem, abd.article, after.substr(article.size() - 1)};
    if (rest.size() != 1) return {abd.stem, abd.article, rest};
  }
  if (after.size() > kShortestNoun && after[0] == abd.r && is_one_of(after[1], abd.after_r)) return {abd.stem, abd.article, after};
  if (after.size() < 2 || !is_one_of(after[0], abd.vowels)) return {};
  const auto rest = after.substr(1);
  if (is_one_of(rest[0], abd.sun_letters)) {
    if (rest.size() == 1 && is_one_of(after[0], abd.nominative)) return {abd.stem, abd.article};
    if (is_noun(rest)) return {abd.stem, abd.article, rest.substr(rest[0] == rest[1] ? 1 : 0)};
  }
  if (is_one_of(after[0], abd.close_vowels) && is_noun(rest)) return {abd.stem, abd.article, rest};
  return {};
}

constexpr std::u32string_view kArabicAbdullah = U"عبدالله";

/// As above; `word` is all of it.
WordParts arabic_abdullah(std::u32string_view word, std::u32string_view rest) {
  for (std::u32string_view god : kArabicGod) {
    if (!rest.starts_with(god)) continue;
    const auto ending = rest.substr(god.size());
    if (ending.empty()) return {kArabicAbdullah};
    if (is_any_of(ending, kArabicCourtesies)) return {kArabicAbdullah, ending};
  }
  return word.starts_with(kArabicAbdullah) ? WordParts{word} : WordParts{};
}

WordParts split_abd(std::u32string_view word) {
  for (const Abd& abd : kAbd) {
    for (std::u32string_view written : abd.written) {
      if (!written.empty() && word.starts_with(written)) return split_after(abd, word.substr(written.size()));
    }
  }
  for (const ArabicAbd& abd : kArabicAbd) {
    if (!word.starts_with(abd.written)) continue;
    const auto rest = word.substr(abd.written.size());
    if (const auto whole = arabic_abdullah(word, rest); !whole.empty()) return whole;
    if (rest.size() >= abd.shortest_rest && rest.size() != 1 && !(abd.shortest_rest > 3 && rest[0] == U'ل')) return {U"عبد", U"ال", rest};
  }
  return {};
}

// Tamil, Gujarati, Devanagari, Bengali, Gurmukhi, Odia, Telugu, Kannada, Malayalam. The sun letters are written as they are said: अब्दुर रहमान.
constexpr std::u32string_view kIndianAbdul[] = {U"அப்துல்", U"அப்துர்", U"அப்துஸ்", U"અબ્દુલ", U"અબ્દુર", U"અબ્દુસ", U"अब्दुल", U"अब्दुर", U"अब्दुस", U"আব্দুল", U"আবদুল", U"আব্দুর", U"আবদুর", U"আব্দুস", U"আবদুস",
                                                U"ਅਬਦੁਲ", U"ਅਬਦੁੱਲ", U"ਅਬਦੁਰ", U"ଅବଦୁଲ", U"ଅବ୍ଦୁଲ", U"అబ్దుల్", U"అబ్దుర్", U"అబ్దుస్", U"ಅಬ್ದುಲ್", U"ಅಬ್ದುರ್", U"അബ്ദുൽ", U"അബ്ദുല്", U"അബ്ദുൾ", U"അബ്ദുർ"};
constexpr std::u32string_view kIndianAbdullah[] = {U"அப்துல்லா", U"அப்துல்லாஹ்", U"અબ્દુલ્લા", U"અબ્દુલ્લાહ", U"अब्दुल्ला", U"अब्दुल्लाह", U"আবদুল্লাহ", U"আব্দুল্লাহ", U"আবদুল্লা", U"আব্দুল্লা", U"ਅਬਦੁੱਲਾ", U"ਅਬਦੁੱਲ੍ਹਾ", U"ਅਬਦੁਲਾ",
                                                   U"ଅବଦୁଲ୍ଲା", U"ଅବ୍ଦୁଲ୍ଲା", U"అబ్దుల్లా", U"ಅಬ್ದುಲ್ಲಾ", U"ಅಬ್ದುಲ್ಲ", U"അബ്ദുല്ല", U"അബ്ദുള്ള", U"അബ്ദുല്ലാഹ്"};

/// Ilyas, Ilyasi, Ilyasov, Ilyar, Ilham: their first letters are no article.
bool has_no_article(std::u32string_view word) {
  constexpr std::u32string_view kNames[] = {U"الیاس", U"الياس", U"الیاسی", U"الیاسوف", U"الیار", U"اليار", U"الهام", U"الہام"};
  return is_any_of(word, kNames);
}

/// The article that Arabic script writes together with its noun. Other names that merely begin with these letters
/// (الماس) still match whole: alignment joins neighbouring tokens.
WordParts split_article(std::u32string_view word) {
  constexpr std::u32string_view kArticle = U"ال";
  if (!word.starts_with(kArticle) || word.size() < 5 || has_no_article(word)) return {};  // not God, of four letters
  return {kArticle, word.substr(kArticle.size())};
}

/// God and the Religion written together with the half before them: رحمت‌الله, نورالدین. Words of their own, as where a blank stands between.
WordParts split_second_half(std::u32string_view word) {
  constexpr std::u32string_view kGodAlone[] = {U"الله", U"اللە", U"اللہ"}, kReligion[] = {U"دین", U"دين"};
  constexpr std::u32string_view kArticle = U"ال";
  constexpr std::size_t kShortestFirst = 2;
  const auto first_before = [&](std::u32string_view end) { return word.ends_with(end) ? word.substr(0, word.size() - end.size()) : std::u32string_view(); };
  for (const std::u32string_view god : kGodAlone) {
    if (const auto first = first_before(god); first.size() >= kShortestFirst) return {first, god};
  }
  for (const std::u32string_view religion : kReligion) {
    const auto before = first_before(religion);
    if (before.size() >= kShortestFirst + kArticle.size() && before.ends_with(kArticle)) return {before.substr(0, before.size() - kArticle.size()), kArticle, religion};
  }
  return {};
}

/// سیدعبدله: two letters, Abd, the article and a noun.
constexpr std::size_t kShortestBeforeAbd = 8;

/// Whether letters could be a word of their own. Arabic script writes no short vowels; "gh" of Ghabdullah is none.
bool could_be_word(std::u32string_view letters) {
  constexpr std::u32string_view kVowels = U"aeiouyаеёиоуыэюяәөү";
  if (letters.size() < 2) return false;
  return is_arabic(letters) || letters.find_first_of(kVowels) != std::u32string_view::npos;
}

/// Another name run together with one of Abd: Mirabdullah, Шоабдурахим, سیدعبدالله.
WordParts split_before_abd(std::u32string_view word) {
  constexpr std::u32string_view kStems[] = {U"abd", U"абд", U"عبد"};
  for (std::u32string_view stem : kStems) {
    const std::size_t at = word.find(stem, 1);
    if (at == std::u32string_view::npos || !could_be_word(word.substr(0, at))) continue;
    if (at + stem.size() < word.size() && is_one_of(word[at + stem.size()], U"iıyиыі")) continue;  // Shahabdinov
    const WordParts abd = split_abd(word.substr(at));
    const auto* part = abd.begin();
    if (abd.size() == 3) return {word.substr(0, at), part[0], part[1], part[2]};
    if (abd.size() == 1) return {word.substr(0, at), part[0]};
  }
  return {};
}

/// Whether the word begins like any of the above: hardly one does.
bool may_be_compound(std::u32string_view word) {
  if (word.size() < 3) return false;
  switch (word[0]) {
    case U'a':
    case U'ə':
    case U'ä':
    case U'á':
    case U'e':
      return (word[1] == U'b' || word[1] == U'v') && (word[2] == U'd' || word[2] == U'u');
    case U'g':
    case U'ğ':
      return word.find(U"abd") <= 2;
    case U'c':
      return word.starts_with(U"cabd");
    case U'а':
    case U'ә':
      return word[1] == U'б' && word[2] == U'д';
    case U'г':
    case U'ғ':
    case U'ӏ':
      return word[1] == U'а' && word[2] == U'б';
    case U'ع':
      return word[1] == U'ب' || word[1] == U'ە';
    case U'ئ':
      return word[1] == U'ا' && word[2] == U'ب';
    case U'ا':
      return word[1] == U'ل' || word[1] == U'ب';
    default:
      return false;
  }
}

}  // namespace

WordParts split_compound(std::u32string_view word) {
  if (word.size() >= kShortestBeforeAbd) {
    if (auto parts = split_before_abd(word); !parts.empty()) return parts;
  }
  const bool may_be = may_be_compound(word);
  if (auto abd = may_be ? split_abd(word) : WordParts(); !abd.empty()) return abd;
  if (is_arabic(word)) {
    if (auto halves = split_second_half(word); !halves.empty()) return halves;
  }
  if (!may_be) return {word};
  if (auto article = split_article(word); !article.empty()) return article;
  return {word};
}

namespace {

/// Whether these are the letters of a word, whatever vowel marks it has.
bool has_letters(std::u32string_view word, std::u32string_view letters) {
  constexpr std::u32string_view kMarks = U"\u064B\u064C\u064D\u064E\u064F\u0650\u0651\u0652\u0670";
  for (const char32_t c : word) {
    if (is_one_of(c, kMarks)) continue;
    if (letters.empty() || c != letters.front()) return false;
    letters.remove_prefix(1);
  }
  return letters.empty();
}

}  // namespace

std::u32string_view abdullah_of(std::u32string_view abd, std::u32string_view god) {
  constexpr std::u32string_view kLatin[] = {U"allah", U"ullah", U"ollah", U"illah", U"ellah", U"alloh", U"ulloh", U"olloh"};
  constexpr std::u32string_view kCyrillic[] = {U"аллах", U"уллах", U"оллах", U"аллаҳ", U"уллаҳ", U"оллоҳ", U"уллоҳ", U"оллох", U"уллох"};
  if (has_letters(abd, U"عبد") && has_letters(god, U"الله")) return kArabicAbdullah;
  if (abd == kAbd[0].stem && is_any_of(god, kLatin)) return kAbd[0].abdullah;
  if (abd == kAbd[1].stem && is_any_of(god, kCyrillic)) return kAbd[1].abdullah;
  return {};
}

/// Longer spellings of Abdullah begin like shorter ones, and all of them like Abdul.
IndianAbd indian_abd(std::u32string_view word) {
  const Abd& latin = kAbd[0];
  std::size_t longest = 0;
  for (const std::u32string_view abdullah : kIndianAbdullah) {
    if (word.starts_with(abdullah)) longest = std::max(longest, abdullah.size());
  }
  if (longest != 0) return {longest, {latin.abdullah}};
  for (const std::u32string_view abdul : kIndianAbdul) {
    if (!word.starts_with(abdul)) continue;
    const std::u32string_view noun = word.substr(abdul.size());
    if (noun.empty() || (noun.size() >= kShortestNoun && !text::is_combining_mark(noun.front()))) return {abdul.size(), {latin.stem, latin.article}};
  }
  return {};
}

}  // namespace darvaza::names
