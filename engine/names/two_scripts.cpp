#include "names/two_scripts.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>

#include "names/compared_names.h"
#include "names/east_asian_names.h"
#include "names/letters.h"
#include "names/person_name.h"
#include "names/token_cost.h"
#include "records/trimmed.h"
#include "text/characters.h"
#include "text/normalise.h"
#include "text/utf8.h"

namespace darvaza::names {
namespace {

/// A stretch of the text that may be a name.
struct Part {
  std::string_view text;
  std::uint8_t kinds = text::kNoKind;  ///< of its letters
  bool has_label = false;              ///< words before a colon, which are not in `text`
  bool is_apart = true;                ///< something but blanks is between it and what is before it
};
constexpr std::size_t kMostParts = 5;

bool is_separator(char32_t c) { return is_one_of(c, U"()[]{}<>/|;\u061B（）［］｛｝＜＞／｜；⟨⟩〈〉《》「」『』【】〔〕«»‹›"); }
bool is_colon(char32_t c) { return is_one_of(c, U":：∶"); }
bool is_dash(char32_t c) { return c == U'-' || (c >= U'\u2010' && c <= U'\u2015'); }
bool is_blank(char32_t c) { return is_one_of(c, U" \t\r\n\u00A0\u3000") || (c >= U'\u2000' && c <= U'\u200F'); }
/// Punctuation that says nothing beside a name.
bool is_mark(char32_t c) { return is_dash(c) || is_one_of(c, U".,'\"`´·،、。，・") || (c >= U'\u2018' && c <= U'\u2027') || (c >= U'\u202A' && c <= U'\u202F') || (c >= U'\u2032' && c <= U'\u2037'); }

std::string_view bare(std::string_view name) {
  constexpr std::string_view kArabicComma = "\u060C";
  for (name = records::trimmed(name);; name = records::trimmed(name)) {
    if (name.ends_with(',')) {
      name.remove_suffix(1);
    } else if (name.ends_with(kArabicComma)) {
      name.remove_suffix(kArabicComma.size());
    } else {
      return name;
    }
  }
}

bool begins_with_blank(std::string_view text) { return text.empty() || is_blank(text::take_code_point(text)); }

bool is_one_script(std::uint8_t kinds) { return (kinds & (kinds - 1)) == 0; }

/// The parts, if each is of one script and the others of another than the first; none where the text holds digits, signs or anything else that would be lost.
std::vector<Part> parts_of(std::string_view text) {
  const text::CharacterTable& characters = text::CharacterTable::instance();
  std::vector<Part> parts;
  Part part;
  std::size_t begin = 0, word = 0;
  bool is_behind_blank = true, is_sound = true;
  const auto end = [&](std::size_t at) {
    part.text = bare(text.substr(begin, at - begin));
    const bool is_name = part.kinds != text::kNoKind;
    is_sound = is_sound && is_one_script(part.kinds) && (is_name || !part.has_label) && (parts.empty() || part.kinds != parts.front().kinds);
    if (is_name) parts.push_back(part);
    part = {};
  };
  for (std::string_view rest = text; is_sound && !rest.empty();) {
    const std::size_t at = text.size() - rest.size();
    const char32_t c = text::take_code_point(rest);
    const std::uint8_t kinds = characters.kinds(c);
    if (is_behind_blank) word = at;
    const bool begins_in_other = word == at && part.kinds != text::kNoKind && (kinds & text::kAnyScript & ~part.kinds) != 0;
    if (begins_in_other) {
      end(at);
      part.is_apart = false;
      begin = at;
    }
    if (is_separator(c) || (is_dash(c) && is_behind_blank && begins_with_blank(rest))) {
      end(at);
      begin = text.size() - rest.size();
    } else if (is_colon(c)) {
      is_sound = !parts.empty();  // in the first part nobody knows what is a label
      part.kinds = text::kNoKind;
      part.has_label = true;
      begin = text.size() - rest.size();
    } else if ((kinds & text::kLetterOrMark) != 0) {
      part.kinds |= kinds & text::kAnyScript;
    } else {
      is_sound = is_blank(c) || is_mark(c);
    }
    is_behind_blank = is_blank(c);
  }
  end(text.size());
  if (!is_sound || parts.size() < 2 || parts.size() > kMostParts) parts.clear();
  return parts;
}

/// Spellings of one name in two scripts are no farther apart than this, each of its words; ...
constexpr Millinats kMostOfAWord = 4500;
/// ... and behind a label, which may be "brother:", no farther than the names of two brothers (Hasan, حسین).
constexpr Millinats kMostBehindLabel = 2000;
/// Where one has more names than the other: as many that agree make a name that can be listed alone.
constexpr std::size_t kLeastOfLonger = 2;

constexpr bool is_needed(TokenRole role) { return role == TokenRole::name || role == TokenRole::father; }

/// Whether anything is left of the name that one in another script would not leave out.
bool has_rest(const std::vector<Token>& tokens, std::uint64_t unmatched, bool with_patronymics) {
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    if ((unmatched >> i & 1) != 0 && (is_needed(tokens[i].role) || (with_patronymics && tokens[i].role == TokenRole::patronymic))) return true;
  }
  return false;
}

std::size_t names_of(const PersonName& name) {
  return static_cast<std::size_t>(std::count_if(name.tokens.begin(), name.tokens.end(), [](const Token& token) { return is_needed(token.role); }));
}

/// Whether both are heard as one name. Without a label one may have more names than the other, as names in their own script do; with one it may be
/// anybody's, a son's or a father's. A single word is no other form of another: Karim Каримов is a name of two words.
bool are_one_name(const PersonName& first, const PersonName& other, const Part& part) {
  const NameAlignment alignment = compare_parsed(first, other);
  const Millinats most = part.has_label ? kMostBehindLabel : kMostOfAWord;
  const bool is_word = names_of(first) == 1;
  std::size_t met = 0;
  for (const AlignedTokens& pair : alignment.pairs) {
    const TokenRole role = first.tokens[pair.a_begin].role;
    if (!is_needed(role)) continue;
    if (role != other.tokens[pair.b_begin].role || pair.gain <= 0 || pair.cost + pair.other_name > most || (is_word && pair.other_form)) return false;
    met += std::max(pair.a_count, pair.b_count);
  }
  const bool patronymics_differ = has_rest(first.tokens, alignment.unmatched_a, true) && has_rest(other.tokens, alignment.unmatched_b, true);
  if (met == 0 || patronymics_differ || (!part.is_apart && met < kLeastOfLonger)) return false;
  const bool in_first = has_rest(first.tokens, alignment.unmatched_a, false), in_other = has_rest(other.tokens, alignment.unmatched_b, false);
  return (!in_first && !in_other) || (in_first != in_other && !part.has_label && met >= kLeastOfLonger);
}

/// A name of Chinese letters or Hangul, whose reading may be one of many.
bool is_syllabic_name(std::string_view part) {
  const text::NormalisedText normalised(part);
  return family_name_letters(normalised.text(), true) != 0;
}

bool is_ascii(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

}  // namespace

TwoScripts names_in_two_scripts(std::string_view text) {
  TwoScripts found;
  if (text.size() > text::kMaxNameBytes || is_ascii(text)) return found;
  const std::vector<Part> parts = parts_of(text);
  if (parts.empty()) return found;
  const PersonName first = parse_name(parts.front().text);
  bool are_words = names_of(first) == 1;
  found.are_one = true;
  for (auto part = parts.begin() + 1; part != parts.end() && found.are_one; ++part) {
    const PersonName other = parse_name(part->text);
    are_words = are_words && names_of(other) == 1;
    found.are_one = are_one_name(first, other, *part);
  }
  const std::string_view whole = records::trimmed(text);
  if (found.are_one) {
    for (const Part& part : parts) found.names.push_back(part.text);
    if (are_words) found.names.push_back(whole);
    return found;
  }
  const auto add = [&](std::string_view name) {
    if (found.names.empty()) found.names.push_back(whole);
    found.names.push_back(name);
  };
  const bool are_apart = std::all_of(parts.begin(), parts.end(), [](const Part& part) { return part.is_apart; });
  const bool begins_syllabic = is_syllabic_name(parts.front().text);
  for (const Part& part : parts) {
    const bool is_bearer = &part == &parts.front() || (begins_syllabic && !part.has_label);
    if ((is_bearer && are_apart && names_of(parse_name(part.text)) > 1) || is_syllabic_name(part.text)) add(part.text);
  }
  return found;
}

}  // namespace darvaza::names
