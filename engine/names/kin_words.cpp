#include "names/kin_words.h"

#include <algorithm>
#include <bit>
#include <string_view>
#include <utility>

#include "names/letters.h"
#include "names/russian_genitive.h"
#include "names/syllabic_names.h"

namespace darvaza::names {
namespace {

std::uint64_t bits(std::size_t begin, std::size_t end) {
  const auto below = [](std::size_t n) { return n >= kMaxTokens ? ~std::uint64_t{0} : (std::uint64_t{1} << n) - 1; };
  return below(end) & ~below(begin);
}

bool has(std::uint64_t mask, std::size_t i) { return (mask >> i & 1) != 0; }

/// What ends an apposition: Gul Agha (s/o Haji Karim) Barakzai.
bool ends_apposition(char32_t c) { return is_one_of(c, U"),;،؛"); }

/// Letters that Persian, Urdu and Pashto have and Arabic has not. There ولد and بنت are written of every father; a Mauritanian's are what he is called.
bool is_of_persia(std::u32string_view text) {
  return std::any_of(text.begin(), text.end(), [](char32_t c) { return c >= U'\u0679' && c <= U'\u06D5'; });
}

/// The vowel between the word and the father: valad-e Haji Karim.
bool is_ezafe(std::u32string_view word) { return word.size() == 1 && is_one_of(word[0], U"eiиеэ"); }

/// Whether the vowel belongs to the word before it, of which Walid and Wald are borne by many: they need the hyphen.
bool is_ezafe_of(std::u32string_view word, std::u32string_view ezafe) {
  const std::u32string_view between(word.data() + word.size(), static_cast<std::size_t>(ezafe.data() - word.data()) - word.size());
  return between == U"-" || (between == U" " && word.front() != U'w');
}

/// Bint al-Huda is a given name.
bool is_part_of_given_name(std::u32string_view word, std::u32string_view next) {
  return word == U"بنت" && (next == U"الهدی" || next == U"الهدي" || next == U"الهدى" || next == U"الهدا");
}

bool is_russian(std::u32string_view word) { return word == U"сын" || word == U"дочь" || word == U"жена" || word == U"вдова" || word == U"супруга"; }

/// Whether enough stands before a word that is a name itself. In Pakistan it is one in Muhammad Farzand Ali and Raja Farzand Ali; Dari and Tajik have
/// few such names and many people of one name.
bool is_somebody_named(std::span<const Token> tokens, std::u32string_view word) {
  constexpr char32_t kFirstCyrillic = U'\u0400';
  const std::size_t fewest = word.front() < kFirstCyrillic ? 2 : 1;
  return tokens.size() >= fewest && !is_muhammad(tokens.back().text) && std::any_of(tokens.begin(), tokens.end(), [](const Token& token) { return token.role == TokenRole::name; });
}

/// s, d, w and h of "s/o", "d/o", "w/o", "h/o": `o` is what stands behind the slash, of either hand.
bool is_letter_and_slash(std::u32string_view text, std::u32string_view letter, std::u32string_view o) {
  const auto at = static_cast<std::size_t>(o.data() - text.data());
  return at > 1 && (text[at - 1] == U'/' || text[at - 1] == U'\\') && letter.data() == text.data() + at - 2 && letter.size() == 1 && is_one_of(letter[0], U"sdwh");
}

}  // namespace

void KinWords::see(std::u32string_view text, std::u32string_view word, std::span<const Token> tokens) {
  const std::size_t count = tokens.size();
  const std::u32string_view last = std::exchange(last_, word);
  const std::size_t last_begin = std::exchange(last_begin_, count);
  const KinWord kind = kin_word(word), last_kind = std::exchange(last_kind_, kind);
  if (father_ != kNone && !last.empty()) {
    const auto between = text.substr(static_cast<std::size_t>(last.data() + last.size() - text.data()), static_cast<std::size_t>(word.data() - last.data()) - last.size());
    if (std::any_of(between.begin(), between.end(), ends_apposition)) close(count);
  }
  if (is_ezafe(word)) {
    may_glue_ = false;
    if (last_kind == KinWord::child_or_name_in_latin && is_ezafe_of(last, word)) return wait_from(last_begin, false);
    if (pending_ != kNone) return;
  } else if (last_kind == KinWord::child_or_name_in_latin && last.front() != U'w' && father_ == kNone && last_begin != 0 && is_title_of_father(word)) {
    wait_from(last_begin, false);
    title_ = count;  // and a name must follow: Wasim Farzand Haji
    return;
  }
  switch (kind) {
    case KinWord::none: break;
    case KinWord::child:
      is_russian_ = is_russian(word);
      return wait_from(count, false);
    case KinWord::child_or_part: return wait_for_father_or_glue(tokens);
    case KinWord::child_in_persian:
      if (!is_of_persia(text)) break;
      return wait_for_father_or_glue(tokens);
    case KinWord::child_or_name:
      if (!is_somebody_named(tokens, word)) break;
      return wait_for_father_or_glue(tokens);
    case KinWord::child_or_syllable:
      is_syllable_ = is_russian_ = true;
      return wait_from(count, false);
    case KinWord::child_or_name_in_latin: break;
    case KinWord::of:
      if (last_kind != KinWord::child_of) break;
      return wait_from(last_begin, true);
    case KinWord::o:
      if (!is_letter_and_slash(text, last, word)) break;
      return wait_from(last_begin, true);
    case KinWord::child_of: break;
    case KinWord::pashto_of:
      of_ = count;
      break;
    case KinWord::child_behind:
      if (of_ == kNone || of_ + 1 >= count) break;
      words_ |= bits(of_, of_ + 1) | bits(count, count + 1);
      fathers_ |= bits(of_ + 1, count);
      of_ = kNone;
      return;
  }
  if (pending_ == kNone || is_courtesy_of_father(word)) return;
  if (is_part_of_given_name(last, word)) {
    pending_ = kNone;
    return;
  }
  if (std::exchange(may_glue_, false)) {
    glue_ = pending_;
    if (reading_ == Reading::glued) {
      pending_ = kNone;
      return;
    }
  }
  close(pending_);
  father_ = std::min(count, std::exchange(title_, kNone));
  words_ |= bits(pending_, father_);
  father_is_russian_ = std::exchange(is_russian_, false);
  pending_ = kNone;
}

/// A word between begins at this token; somebody must stand before it.
void KinWords::wait_from(std::size_t token, bool is_sure) {
  if (token == 0) return;
  if (pending_ == kNone) pending_ = token;
  pending_is_sure_ = is_sure;
  may_glue_ = false;
}

/// A word that may belong to the name before it; only the first of them has both readings.
void KinWords::wait_for_father_or_glue(std::span<const Token> tokens) {
  const bool may_glue = pending_ == kNone && glue_ == kNone && father_ == kNone && !tokens.empty() && tokens.back().role == TokenRole::name;
  is_russian_ = false;
  wait_from(tokens.size(), false);
  may_glue_ = may_glue;
}

void KinWords::close(std::size_t end) {
  if (father_ != kNone) {
    fathers_ |= bits(father_, end);
    if (father_is_russian_) in_genitive_ |= bits(father_, end);
  }
  father_ = kNone;
}

void KinWords::end_text(std::size_t tokens) {
  if (pending_ != kNone && pending_is_sure_) words_ |= bits(pending_, tokens);
  close(pending_ != kNone && pending_is_sure_ ? pending_ : tokens);
  pending_ = of_ = title_ = kNone;
  may_glue_ = is_russian_ = false;
  last_ = {};
  last_kind_ = KinWord::none;
}

std::size_t KinWords::end_of_bearer(std::size_t tokens) const {
  const std::uint64_t others = words_ | fathers_;
  return others == 0 ? tokens : std::min(tokens, static_cast<std::size_t>(std::countr_zero(others)));
}

void KinWords::settle(std::vector<Token>& tokens) {
  if (reading_ == Reading::glued && glue_ != kNone && glue_ < tokens.size()) tokens[glue_].glued = true;
  if (words_ == 0) return;
  const std::uint64_t bearer = bits(0, tokens.size()) & ~(words_ | fathers_);
  const auto any = [&](TokenRole role) {
    for (std::size_t i = 0; i < tokens.size(); ++i) if (has(bearer, i) && tokens[i].role == role) return true;
    return false;
  };
  const bool is_named = any(TokenRole::name);
  if ((!is_named && !any(TokenRole::title)) || (is_syllable_ && syllabic_name(tokens).is_one)) {
    words_ = fathers_ = 0;
    return;
  }
  bool is_before_name = false;  // a father's title before his name is one, behind it or alone it is what he is called: Haji Karim, Gul Agha
  for (std::size_t i = tokens.size(); i-- > 0;) {
    const bool is_father = has(fathers_ & ~words_, i), is_title = tokens[i].role == TokenRole::title;
    if (is_father && (tokens[i].role == TokenRole::name || (is_title && !is_before_name))) tokens[i].role = TokenRole::father;
    is_before_name = is_father && (is_before_name || tokens[i].role == TokenRole::father);
    if (has(words_, i)) tokens[i].role = TokenRole::particle;
    if (!is_named && has(bearer, i) && tokens[i].role == TokenRole::title) tokens[i].role = TokenRole::name;
    if (has(in_genitive_, i) && tokens[i].role == TokenRole::father) tokens[i].sounds = sounds_of_nominative(tokens[i].text);
    tokens[i].apart = i > 0 && (has(words_, i - 1) || has(fathers_, i) != has(fathers_, i - 1));
  }
}

void KinWords::take_out(std::vector<Token>& tokens) const {
  if (words_ == 0) return;
  std::size_t kept = 0;
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    if (has(words_, i)) continue;
    if (kept != i) std::swap(tokens[kept], tokens[i]);
    ++kept;
  }
  tokens.resize(kept);
}

}  // namespace darvaza::names
