#include "names/compounds.h"

#include <algorithm>
#include <iterator>

namespace darvaza::names {
namespace {

/// "Servant of": Abd and the article, in every way in which they are written together. The longest
/// form stands first. `stem` and `article` are what the parts are compared as.
struct AbdForm {
  std::u32string_view written;
  std::u32string_view stem;
  std::u32string_view article;
};
constexpr AbdForm kAbdForms[] = {
    {U"عبدال", U"عبد", U"ال"},
    {U"abdoul", U"abd", U"al"}, {U"abdool", U"abd", U"al"},
    {U"abdul", U"abd", U"al"},  {U"abdel", U"abd", U"al"},  {U"abdal", U"abd", U"al"},
    {U"abdol", U"abd", U"al"},  {U"abdil", U"abd", U"al"},
    {U"абдул", U"абд", U"ал"},  {U"абдель", U"абд", U"ал"}, {U"абдал", U"абд", U"ал"},
    {U"абдел", U"абд", U"ал"},  {U"абдол", U"абд", U"ал"},
};

/// Abd with the article assimilated to a sun letter, which is then written twice: Abdurrahman,
/// Abdussamad; in the region also once: Abdurahman.
constexpr std::u32string_view kAssimilated[] = {U"abdu", U"abde", U"abdo", U"abda", U"абду", U"абде"};
constexpr std::u32string_view kSunLetters = U"rszdtnrсздтнр";

WordParts split_abd(std::u32string_view word) {
  for (const AbdForm& form : kAbdForms) {
    if (!word.starts_with(form.written)) continue;
    const auto rest = word.substr(form.written.size());
    if (rest.size() != 1) return {form.stem, form.article, rest};
  }
  for (std::u32string_view form : kAssimilated) {
    const auto rest = word.starts_with(form) ? word.substr(form.size()) : std::u32string_view();
    if (rest.empty() || kSunLetters.find(rest[0]) == std::u32string_view::npos) continue;
    const std::u32string_view article = form[0] == U'а' ? U"ал" : U"al";
    const bool nominative = form.back() == U'u' || form.back() == U'e' || form.back() == U'у' || form.back() == U'е';
    if (rest.size() == 1 && nominative) return {form.substr(0, 3), article};  // Abdur Rahman, but Abdan
    if (rest.size() >= 4) return {form.substr(0, 3), article, rest.substr(rest[0] == rest[1] ? 1 : 0)};
  }
  return {};
}

/// Ilyas, Ilyasi, Ilyasov, Ilyar, Ilham: their first letters are no article.
bool has_no_article(std::u32string_view word) {
  constexpr std::u32string_view kNames[] = {U"الیاس", U"الياس", U"الیاسی", U"الیاسوف", U"الیار", U"اليار", U"الهام", U"الہام"};
  return std::find(std::begin(kNames), std::end(kNames), word) != std::end(kNames);
}

/// The article that Arabic script writes together with its noun. Other names that merely begin with these letters
/// (الماس) still match whole: alignment joins neighbouring tokens.
WordParts split_article(std::u32string_view word) {
  constexpr std::u32string_view kArticle = U"ال";
  constexpr std::u32string_view kGod = U"الله";
  if (!word.starts_with(kArticle) || word.size() < 5 || word == kGod || has_no_article(word)) return {};
  return {kArticle, word.substr(kArticle.size())};
}

/// سیدعبدله: two letters, Abd, the article and a noun.
constexpr std::size_t kShortestBeforeAbd = 8;

/// Whether letters could be a word of their own. Arabic script writes no short vowels; "gh" of Ghabdullah is one letter elsewhere.
bool could_be_word(std::u32string_view letters) {
  constexpr std::u32string_view kVowels = U"aeiouyаеёиоуыэюяәөү";
  if (letters.size() < 2) return false;
  const bool is_arabic = letters[0] >= U'\u0600' && letters[0] <= U'\u06ff';
  return is_arabic || letters.find_first_of(kVowels) != std::u32string_view::npos;
}

/// Another name run together with one of Abd: Mirabdullah, Шоабдурахим, سیدعبدالله.
WordParts split_before_abd(std::u32string_view word) {
  constexpr std::u32string_view kStems[] = {U"abd", U"абд", U"عبد"};
  for (std::u32string_view stem : kStems) {
    const std::size_t at = word.find(stem, 1);
    if (at == std::u32string_view::npos || !could_be_word(word.substr(0, at))) continue;
    const WordParts abd = split_abd(word.substr(at));
    if (abd.size() != 3) continue;
    const auto* part = abd.begin();
    return {word.substr(0, at), part[0], part[1], part[2]};
  }
  return {};
}

/// Whether the word begins like any of the above: hardly one does.
bool may_be_compound(std::u32string_view word) {
  if (word.size() < 3) return false;
  switch (word[0]) {
    case U'a':
      return word[1] == U'b' && word[2] == U'd';
    case U'а':
      return word[1] == U'б' && word[2] == U'д';
    case U'ع':
      return word[1] == U'ب' && word[2] == U'د';
    case U'ا':
      return word[1] == U'ل';
    default:
      return false;
  }
}

}  // namespace

WordParts split_compound(std::u32string_view word) {
  if (word.size() >= kShortestBeforeAbd) {
    if (auto parts = split_before_abd(word); !parts.empty()) return parts;
  }
  if (!may_be_compound(word)) return {word};
  if (auto abd = split_abd(word); !abd.empty()) return abd;
  if (auto article = split_article(word); !article.empty()) return article;
  return {word};
}

}  // namespace darvaza::names
