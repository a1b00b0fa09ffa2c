#include "names/person_name.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <initializer_list>
#include <iterator>
#include <optional>
#include <span>
#include <string>
#include <utility>

#include "names/abbreviations.h"
#include "names/compounds.h"
#include "names/east_asian_names.h"
#include "names/final_a.h"
#include "names/inner_capitals.h"
#include "names/kin_words.h"
#include "names/non_joiners.h"
#include "names/role_words.h"
#include "names/second_halves.h"
#include "names/syllabic_names.h"
#include "names/unheard_words.h"
#include "romanize/burmese.h"
#include "romanize/romanize.h"
#include "romanize/tibetan.h"
#include "text/characters.h"
#include "text/normalise.h"
#include "text/utf8.h"

namespace darvaza::names {
namespace {

/// Apostrophes and the Uzbek and Arabic marks that are written like them stand inside words.
bool is_apostrophe(char32_t c) {
  if (c == U' ') return false;
  constexpr std::u32string_view kMarks = U"'`´ʹʻʼʽʾʿ‘’‛′";
  return kMarks.find(c) != std::u32string_view::npos;
}

/// What belongs to a word of characters of these kinds without being a letter of it.
bool stands_inside(char32_t c, std::uint8_t kinds) { return is_apostrophe(c) || (c == romanize::kTsheg && (kinds & text::kAnyScript) == text::kOther); }

bool is_digit(char32_t c) { return c >= U'0' && c <= U'9'; }

/// Words of letters, with the apostrophes and digits inside them; everything else separates. `visit` also gets the
/// kinds of the characters in the word, and kDigit when there is one.
constexpr std::uint8_t kDigit = 1 << 7;

template <typename F>
void for_each_word(std::u32string_view text, F visit) {
  const text::CharacterTable& characters = text::CharacterTable::instance();
  std::uint8_t kinds = text::kNoKind;
  std::size_t begin = 0;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const std::uint8_t kinds_here = characters.kinds(text[at]);
    if ((kinds_here & text::kLetterOrMark) != 0) {
      kinds |= kinds_here;
    } else if (is_digit(text[at])) {
      kinds |= kDigit;
    } else if (!stands_inside(text[at], kinds)) {
      if ((kinds & text::kAnyScript) != 0) visit(text.substr(begin, at - begin), kinds);
      kinds = text::kNoKind;
      begin = at + 1;
    }
  }
  if ((kinds & text::kAnyScript) != 0) visit(text.substr(begin), kinds);
}

/// The sounds of a whole word, whose kinds mostly say already in which script it is, and that it is in one only.
romanize::Sounds sounds_of(std::u32string_view spelt, std::uint8_t kinds) {
  SpellingRoom room, room_of_a;
  const std::u32string_view word = in_one_spelling(with_final_a(spelt, room_of_a), room);
  switch (kinds & (text::kAnyScript | kDigit)) {
    case text::kLatin:
      return romanize::romanize_latin(word);
    case text::kCyrillic:
      return romanize::romanize_cyrillic(word);
    case text::kArabic:
      return romanize::romanize_arabic(word);
    default:
      return romanize::romanize(word);
  }
}

/// Vowels and doubled letters as Arabic script shows them where it does: عَبْد. Names are read without them, as they are nearly always
/// written: what vowels cost is learned from such, and the long ones of مُوسَىٰ are written twice.
bool is_vowel_mark(char32_t c) { return (c >= U'\u064B' && c <= U'\u0652') || c == U'\u0670'; }

/// The text without them, in `room` if it has any.
std::u32string_view without_vowel_marks(std::u32string_view text, std::u32string& room) {
  if (std::none_of(text.begin(), text.end(), is_vowel_mark)) return text;
  std::remove_copy_if(text.begin(), text.end(), std::back_inserter(room), is_vowel_mark);
  return room;
}

/// The word without apostrophes, in `room` if it has any: oʻgʻli, o‘g‘li and o'g'li are one.
std::u32string_view without_apostrophes(std::u32string_view word, std::array<char32_t, 8>& room) {
  if (word.size() > room.size() || std::none_of(word.begin(), word.end(), is_apostrophe)) return word;
  const auto end = std::remove_copy_if(word.begin(), word.end(), room.begin(), is_apostrophe);
  return {room.data(), static_cast<std::size_t>(end - room.begin())};
}

/// Initials of two letters are of one sound: Gh. for Ghulam, Ch. for Chaudhry, Дж. for Джамшед.
bool is_initial_of_two(std::u32string_view word) {
  constexpr std::u32string_view kInitials[] = {U"gh", U"kh", U"sh", U"ch", U"zh", U"dj", U"дж"};
  return word.size() == 2 && std::find(std::begin(kInitials), std::end(kInitials), word) != std::end(kInitials);
}

TokenRole role_of(std::u32string_view word) {
  if (word.size() == 1) return is_syllabic(word[0]) ? TokenRole::name : TokenRole::initial;
  if (is_initial_of_two(word)) return TokenRole::initial;
  return role_of_word(word).value_or(TokenRole::name);
}

bool has_any(const PersonName& name, TokenRole role) {
  return std::any_of(name.tokens.begin(), name.tokens.end(), [&](const Token& token) { return token.role == role; });
}

/// Roles tell tokens apart; where no token is a plain name, titles stand for one ("Mullah Haji", "N. Sheikh"), or else all do ("A. B.").
void settle_roles(PersonName& name) {
  if (has_any(name, TokenRole::name)) return;
  const bool has_title = has_any(name, TokenRole::title);
  for (Token& token : name.tokens) {
    if (!has_title || token.role == TokenRole::title) token.role = TokenRole::name;
  }
}

bool is_article(const Token& token) { return names::is_article(token.role, token.sounds.size()); }

/// Whether the name is but the second part of what stands before it: Abdul Aziz, Rahmat Ullah, Nur al-Din.
bool is_second_part(std::span<const Token> tokens, std::size_t at) {
  constexpr std::string_view kAbds[] = {"abd", "abdi", "абд", "عبد"};
  std::size_t first = at;
  while (first > 0 && is_article(tokens[first - 1])) --first;
  if (first == 0) return false;
  const Token& before = tokens[first - 1];
  if (before.role != TokenRole::name) return false;
  const std::array<const romanize::Sounds*, 2> words = {&before.sounds, &tokens[at].sounds};
  return std::find(std::begin(kAbds), std::end(kAbds), before.text) != std::end(kAbds) || ends_in_second_half(words);
}

/// The title at `at` ends the bearer's name, or what stands before its first comma. It is the surname where an article makes one of it (Ahmed El Sayed), or
/// nothing else of the bearer's `size` tokens can be: Omar Sheikh; SHEIKH, Omar; but Mullah Omar Sheikh.
void settle_title_at_end(PersonName& name, std::size_t at, std::size_t size) {
  const std::span<const Token> tokens = std::span(name.tokens).first(size);
  int names = 0, titles = 0;
  for (std::size_t i = 0; i < size; ++i) {
    if (i == at) continue;
    titles += tokens[i].role == TokenRole::title;
    names += tokens[i].role == TokenRole::name && !is_second_part(tokens, i);
  }
  const bool is_surname = at > 0 && is_article(tokens[at - 1]) ? names > 0 : names == 1 && titles == 0;
  if (is_surname) name.tokens[at].role = TokenRole::name;
}

/// Makes one name of a word that is glued and the one before it, which stand apart where they are shown.
void glue(std::vector<Token>& tokens) {
  const auto glued = std::find_if(tokens.begin(), tokens.end(), [](const Token& token) { return token.glued; });
  if (glued == tokens.end() || glued == tokens.begin()) return;
  Token& name = *(glued - 1);
  name.sounds = sounds_of(text::decode_utf8(name.text + glued->text), text::kNoKind);
  name.text += ' ' + glued->text;
  name.glued = true;
  tokens.erase(glued);
}

constexpr int kNamesBesideFather = 2;

/// Father's names (bit i: token i) are patronymics where a given name and a surname stand beside them; where one of these is lacking, or an
/// initial, they are what the bearer is called: Shyngys Abdikadyruly, Slobodan S. Milošević.
void settle_fathers(PersonName& name, std::uint64_t fathers) {
  if (fathers == 0) return;
  int others = 0;
  for (std::size_t i = 0; i < name.tokens.size(); ++i) others += name.tokens[i].role == TokenRole::name && (fathers >> i & 1) == 0;
  if (others < kNamesBesideFather) return;
  for (std::size_t i = 0; i < name.tokens.size(); ++i) {
    if ((fathers >> i & 1) != 0 && name.tokens[i].role == TokenRole::name) name.tokens[i].role = TokenRole::patronymic;
  }
}

/// The letter between the parts of one name, said and written as a vowel: Jalal-u-Din, Fazl-e-Haq; no initial.
bool is_link(std::u32string_view text, std::size_t at) {
  constexpr std::u32string_view kLinks = U"uieoуиэ";
  return at > 0 && at + 1 < text.size() && text[at - 1] == U'-' && text[at + 1] == U'-' && kLinks.find(text[at]) != std::u32string_view::npos;
}

/// The same with blanks for hyphens, as machine-readable zones have it, before "religion", with which names end so: JALAL U DIN.
bool is_link_before(std::string_view letter, std::string_view next) {
  const auto is_any_of = [](std::string_view word, std::initializer_list<std::string_view> words) { return std::find(words.begin(), words.end(), word) != words.end(); };
  return is_any_of(letter, {"u", "e", "i", "o", "у", "и", "э"}) && is_any_of(next, {"din", "deen", "dīn", "дин"});
}

/// Links (bit i: token i) join names as particles do.
void settle_links(PersonName& name, std::uint64_t links) {
  for (std::size_t i = 1; i + 1 < name.tokens.size(); ++i) {
    Token& token = name.tokens[i];
    if (token.role != TokenRole::initial) continue;
    if ((links >> i & 1) != 0 || is_link_before(token.text, name.tokens[i + 1].text)) token.role = TokenRole::particle;
  }
}

/// Whether a comma stands before the word, which is a part of the text.
bool follows_comma(std::u32string_view text, std::u32string_view word) {
  auto before = text.substr(0, static_cast<std::size_t>(word.data() - text.data()));
  before = before.substr(0, before.find_last_not_of(U' ') + 1);
  return before.ends_with(U',') || before.ends_with(U'\u060C');
}

/// Fills a PersonName from its first token on, over the tokens of an earlier name: their texts keep their memory.
class NameBuilder {
 public:
  NameBuilder(PersonName& name, bool cut, KinWords::Reading reading = KinWords::Reading::kin) : name_(name), cut_(cut), kin_(reading) {
    name.dropped = 0, name.altered = name.cut = name.has_glued_reading = false;
  }

  /// `is_all`: no other text belongs to the name.
  void add_words(std::string_view utf8, bool is_all) {
    std::optional<std::string> apart = apart_at_capitals(utf8.substr(0, text::kMaxNameBytes));
    if (auto blanks = apart_at_non_joiners(apart ? *apart : utf8.substr(0, text::kMaxNameBytes), is_all)) apart = std::move(blanks);
    const text::NormalisedText normalised(apart ? *apart : utf8);
    name_.cut |= normalised.cut() || utf8.size() > text::kMaxNameBytes;
    name_.altered |= normalised.altered();
    std::u32string unmarked;
    const std::u32string_view letters = without_vowel_marks(normalised.text(), unmarked);
    std::u32string_view word_before;
    is_behind_comma_ = false;
    for_each_word(letters, [&](std::u32string_view word, std::uint8_t kinds) {
      if (is_filler(word)) return;
      kin_.see(letters, word, std::span(name_.tokens).first(count_));
      if (!is_behind_comma_ && follows_comma(letters, word)) {
        is_behind_comma_ = true;
        comma_ = is_all ? count_ : 0;
      }
      if (const auto abdullah = abdullah_of(std::exchange(word_before, word), word); !abdullah.empty()) {
        count_ = word_begin_;
        return add_token(abdullah, kinds);
      }
      std::array<char32_t, 8> room;
      if (const auto name = written_out(without_apostrophes(word, room)); !name.empty()) {
        word_begin_ = count_;
        return add_token(name, text::kNoKind);
      }
      if ((kinds & text::kAnyScript) == text::kOther) {
        return add_other(word, kinds, is_all && word.size() == letters.size());
      }
      if (word.size() == 1 && is_link(letters, static_cast<std::size_t>(word.data() - letters.data()))) links_ |= std::uint64_t{1} << std::min(count_, kMaxTokens - 1);
      std::u32string abdulla;  // of Абдуллы, which would be two names
      if (kin_.is_in_russian_father() && word.ends_with(U"ллы")) {
        abdulla.assign(word).back() = U'а';
        word = abdulla;
      }
      const std::size_t before = word_begin_;
      word_begin_ = count_;
      const WordParts parts = split_compound(word);
      if (parts.size() == 1) {
        add_token(*parts.begin(), kinds);
      } else {
        for (std::u32string_view part : parts) add_token(part, text::kNoKind);
      }
      note_father(word, before, parts.size() > 1);
    });
    kin_.end_text(count_);
  }

  void finish() {
    name_.tokens.resize(count_);
    settle_links(name_, links_);
    kin_.settle(name_.tokens);
    settle_titles(kin_.end_of_bearer(count_));
    settle_roles(name_);
    settle_fathers(name_, fathers_);
    name_.has_glued_reading = kin_.may_be_glued();
    kin_.take_out(name_.tokens);
    glue(name_.tokens);
    name_syllables(name_.tokens);
  }

 private:
  /// Scripts in which names are written without blanks: the family name of Korea and China, every syllable of Burmese, every word of
  /// Tibetan is a token.
  void add_other(std::u32string_view word, std::uint8_t kinds, bool is_whole_name) {
    if (const std::size_t family = family_name_letters(word, is_whole_name); family != 0) {
      add_token(word.substr(0, family), kinds);
      word.remove_prefix(family);
    }
    if (const auto [letters, abd] = indian_abd(word); letters != 0) {
      for (std::u32string_view part : abd) add_token(part, text::kNoKind);
      word.remove_prefix(letters);
    }
    while (const std::size_t part = std::max(romanize::burmese_syllable(word), romanize::tibetan_word(word))) {
      add_token(word.substr(0, part), kinds);
      word.remove_prefix(part);
    }
    if (!word.empty()) add_token(word, kinds);
  }

  /// What the last word, whose tokens begin at word_begin_, says of the father's name, which may be itself or the one before.
  void note_father(std::u32string_view word, std::size_t before, bool is_compound) {
    std::array<char32_t, 8> room;
    if (follows_father(without_apostrophes(word, room))) mark_fathers(before, word_begin_);
    if (is_father_with_follower(word)) mark_fathers(word_begin_, count_);
    if (is_compound && is_patronymic(word)) mark_fathers(word_begin_, count_);  // the abd of Abdurakhmanovich
  }

  /// Of titles that may be surnames (surnames_).
  void settle_titles(std::size_t end_of_bearer) {
    for (const std::size_t end : {comma_, end_of_bearer}) {
      const bool is_title = end > 0 && end <= end_of_bearer && name_.tokens[end - 1].role == TokenRole::title;
      if (is_title && (surnames_ >> (end - 1) & 1) != 0) settle_title_at_end(name_, end - 1, end_of_bearer);
    }
  }

  void mark_fathers(std::size_t begin, std::size_t end) {
    for (; begin < end; ++begin) fathers_ |= std::uint64_t{1} << begin;
  }

  void add_token(std::u32string_view word, std::uint8_t kinds) {
    if (count_ == kMaxTokens) {
      ++name_.dropped;
      return;
    }
    const romanize::Sounds sounds = sounds_of(word, kinds);
    if (sounds.empty()) return;
    if (count_ == name_.tokens.size()) name_.tokens.emplace_back();
    std::array<char32_t, 8> room;
    Token& token = name_.tokens[count_++];
    token.sounds = sounds;
    const std::u32string_view spelt = without_apostrophes(word, room);
    token.role = role_of(spelt);
    if (is_patronymic(spelt)) mark_fathers(count_ - 1, count_);
    token.apart = token.glued = false;
    if (!is_behind_comma_ && (is_surname_too(spelt) || (count_ > 1 && is_article(name_.tokens[count_ - 2])))) surnames_ |= std::uint64_t{1} << (count_ - 1);
    token.cut = cut_;
    text::encode_utf8(word, token.text);
  }

  PersonName& name_;
  bool cut_;
  std::size_t count_ = 0;  ///< tokens of this name
  std::size_t word_begin_ = 0;  ///< the first token of the last word
  static_assert(kMaxTokens <= 64);
  std::uint64_t links_ = 0;    ///< bit i: token i stands between hyphens as a link
  std::uint64_t fathers_ = 0;  ///< bit i: token i is a father's name
  std::uint64_t surnames_ = 0;  ///< bit i: token i may be a surname though it is a title
  std::size_t comma_ = 0;         ///< tokens before the first comma; 0: there is none, or another text belongs to the name
  bool is_behind_comma_ = false;  ///< the word stands behind one, where titles are added: AMINULLAH, Shaykh
  KinWords kin_;
};

}  // namespace

std::size_t unheard_words(std::string_view utf8) {
  // In UTF-8 the first byte of every letter of these scripts: they come after U+07C0.
  constexpr unsigned char kFirst = 0xDF;
  if (std::none_of(utf8.begin(), utf8.end(), [](char byte) { return static_cast<unsigned char>(byte) >= kFirst; })) return 0;
  const text::NormalisedText normalised(utf8);
  std::size_t unheard = 0;
  for_each_word(normalised.text(), [&](std::u32string_view word, std::uint8_t kinds) {
    if ((kinds & text::kOther) != 0 && sounds_of(word, kinds).empty()) ++unheard;
  });
  return unheard;
}

PersonName parse_name(std::string_view text) {
  PersonName name;
  parse_name(text, name);
  return name;
}

PersonName parse_name(const TravellerName& traveller) {
  PersonName name;
  parse_name(traveller, name);
  return name;
}

PersonName parse_glued(std::string_view text) {
  PersonName name;
  NameBuilder builder(name, false, KinWords::Reading::glued);
  builder.add_words(text, true);
  builder.finish();
  return name;
}

PersonName parse_glued(const TravellerName& traveller) {
  PersonName name;
  NameBuilder builder(name, traveller.may_be_truncated, KinWords::Reading::glued);
  builder.add_words(traveller.secondary, traveller.primary.empty());
  builder.add_words(traveller.primary, traveller.secondary.empty());
  builder.finish();
  return name;
}

bool has_glued_reading(std::string_view text) {
  // The words in Latin letters have one of these in them.
  constexpr std::string_view kPieces[] = {"alad", "awj", "owj", "ouj", "auj", "are", "ande", "kht", "esar", "amsar"};
  const auto holds = [&](std::string_view piece) {
    return std::search(text.begin(), text.end(), piece.begin(), piece.end(), [](char c, char of_piece) { return (c | 0x20) == of_piece; }) != text.end();
  };
  const bool is_ascii = std::none_of(text.begin(), text.end(), [](char byte) { return static_cast<unsigned char>(byte) >= 0x80; });
  if (is_ascii && std::none_of(std::begin(kPieces), std::end(kPieces), holds)) return false;
  return parse_name(text).has_glued_reading;
}

void parse_name(std::string_view text, PersonName& out) {
  NameBuilder builder(out, false);
  builder.add_words(text, true);
  builder.finish();
}

void parse_name(const TravellerName& traveller, PersonName& out) {
  NameBuilder builder(out, traveller.may_be_truncated);
  builder.add_words(traveller.secondary, traveller.primary.empty());
  builder.add_words(traveller.primary, traveller.secondary.empty());
  builder.finish();
}

}  // namespace darvaza::names
