#include "names/person_name.h"

#include "names/compounds.h"
#include "names/role_words.h"
#include "romanize/romanize.h"
#include "text/normalise.h"
#include "text/script.h"
#include "text/utf8.h"

namespace darvaza::names {
namespace {

/// Apostrophes and the Uzbek and Arabic marks that are written like them stand inside words.
bool is_apostrophe(char32_t c) {
  constexpr std::u32string_view kMarks = U"'`´ʹʻʼʽʾʿ‘’‛′";
  return kMarks.find(c) != std::u32string_view::npos;
}

bool is_digit(char32_t c) { return c >= U'0' && c <= U'9'; }

bool belongs_to_word(char32_t c) {
  return text::is_letter_or_mark(c) || is_apostrophe(c) || is_digit(c);
}

bool has_letter(std::u32string_view word) {
  return text::dominant_script(word) != text::Script::none;
}

/// Words of letters, with the apostrophes inside them; everything else separates.
template <typename F>
void for_each_word(std::u32string_view text, F visit) {
  std::size_t begin = 0;
  for (std::size_t at = 0; at <= text.size(); ++at) {
    if (at < text.size() && belongs_to_word(text[at])) continue;
    const auto word = text.substr(begin, at - begin);
    if (has_letter(word)) visit(word);
    begin = at + 1;
  }
}

TokenRole role_of(std::u32string_view word) {
  if (word.size() == 1) return TokenRole::initial;
  if (const auto role = role_of_word(word)) return *role;
  return is_patronymic(word) ? TokenRole::patronymic : TokenRole::name;
}

void add_token(std::u32string_view word, bool cut, PersonName& name) {
  if (name.tokens.size() == kMaxTokens) {
    ++name.dropped;
    return;
  }
  Token token{romanize::romanize(word), role_of(word), cut, text::encode_utf8(word)};
  if (!token.sounds.empty()) name.tokens.push_back(std::move(token));
}

void add_words(std::string_view utf8, bool cut, PersonName& name) {
  const text::Normalised normalised = text::normalise(utf8);
  name.cut |= normalised.cut;
  name.altered |= normalised.altered;
  for_each_word(normalised.text, [&](std::u32string_view word) {
    if (is_filler(word)) return;
    for (const auto& part : split_compound(word)) add_token(part, cut, name);
  });
}

/// Roles tell tokens apart; where no token is a plain name, they all stand for one ("Mullah Haji").
void settle_roles(PersonName& name) {
  for (const Token& token : name.tokens) {
    if (token.role == TokenRole::name || token.role == TokenRole::patronymic) return;
  }
  for (Token& token : name.tokens) token.role = TokenRole::name;
}

}  // namespace

PersonName parse_name(std::string_view text) { return parse_name(TravellerName{std::string(text), {}, false}); }

PersonName parse_name(const TravellerName& traveller) {
  PersonName name;
  add_words(traveller.secondary, traveller.may_be_truncated, name);
  add_words(traveller.primary, traveller.may_be_truncated, name);
  settle_roles(name);
  return name;
}

}  // namespace darvaza::names
