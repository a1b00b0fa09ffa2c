#include "names/two_scripts.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>

#include "names/compared_names.h"
#include "names/person_name.h"
#include "names/token_cost.h"
#include "records/trimmed.h"
#include "text/characters.h"
#include "text/utf8.h"

namespace darvaza::names {
namespace {

/// A stretch of the text that may be a name.
struct Part {
  std::string_view text;
  std::uint8_t kinds = text::kNoKind;  ///< of its letters
  bool has_label = false;              ///< words before a colon, which are not in `text`
};

bool is_any_of(char32_t c, std::u32string_view characters) { return characters.find(c) != std::u32string_view::npos; }

bool is_separator(char32_t c) { return is_any_of(c, U"()[]{}<>/|;\u061B（）［］｛｝＜＞／｜；⟨⟩〈〉《》「」『』【】〔〕«»‹›"); }
bool is_colon(char32_t c) { return is_any_of(c, U":：∶"); }
bool is_dash(char32_t c) { return c == U'-' || (c >= U'\u2010' && c <= U'\u2015'); }
bool is_blank(char32_t c) { return is_any_of(c, U" \t\r\n\u00A0\u3000") || (c >= U'\u2000' && c <= U'\u200F'); }
/// Punctuation that says nothing beside a name.
bool is_mark(char32_t c) { return is_dash(c) || is_any_of(c, U".,'\"`´·،、。，・") || (c >= U'\u2018' && c <= U'\u2027') || (c >= U'\u202A' && c <= U'\u202F') || (c >= U'\u2032' && c <= U'\u2037'); }

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
      begin = at;
    }
    if (is_separator(c) || (is_dash(c) && is_behind_blank && begins_with_blank(rest))) {
      end(at);
      begin = text.size() - rest.size();
    } else if (is_colon(c)) {
      is_sound = !parts.empty();  // in the first part nobody knows what is a label
      part = {{}, text::kNoKind, true};
      begin = text.size() - rest.size();
    } else if ((kinds & text::kLetterOrMark) != 0) {
      part.kinds |= kinds & text::kAnyScript;
    } else {
      is_sound = is_blank(c) || is_mark(c);
    }
    is_behind_blank = is_blank(c);
  }
  end(text.size());
  if (!is_sound || parts.size() < 2) parts.clear();
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

/// Whether all names of the first are heard in the other, and those of the other in the first. Without a label the other may have more of them, as names in
/// their own script do; with one it may be anybody's, a son's or a father's.
bool are_one_name(const PersonName& first, const Part& part) {
  const PersonName other = parse_name(part.text);
  const NameAlignment alignment = compare_parsed(first, other);
  const Millinats most = part.has_label ? kMostBehindLabel : kMostOfAWord;
  std::size_t met = 0;
  for (const AlignedTokens& pair : alignment.pairs) {
    const TokenRole role = first.tokens[pair.a_begin].role;
    if (!is_needed(role)) continue;
    if (role != other.tokens[pair.b_begin].role || pair.gain <= 0 || pair.cost + pair.other_name > most) return false;
    met += std::max(pair.a_count, pair.b_count);
  }
  const bool patronymics_differ = has_rest(first.tokens, alignment.unmatched_a, true) && has_rest(other.tokens, alignment.unmatched_b, true);
  if (met == 0 || patronymics_differ || has_rest(first.tokens, alignment.unmatched_a, false)) return false;
  return !has_rest(other.tokens, alignment.unmatched_b, false) || (!part.has_label && met >= kLeastOfLonger);
}

bool is_ascii(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

}  // namespace

std::vector<std::string_view> names_in_two_scripts(std::string_view text) {
  std::vector<std::string_view> names;
  if (is_ascii(text)) return names;
  const std::vector<Part> parts = parts_of(text);
  if (parts.empty()) return names;
  const PersonName first = parse_name(parts.front().text);
  for (const Part& part : parts) {
    if (&part != &parts.front() && !are_one_name(first, part)) return {};
    names.push_back(part.text);
  }
  return names;
}

}  // namespace darvaza::names
