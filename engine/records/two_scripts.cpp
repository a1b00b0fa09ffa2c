#include "records/two_scripts.h"

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <string_view>

#include "records/trimmed.h"

namespace darvaza::records {
namespace {

enum class Script { none, latin, other, mixed };

/// Whether the character that begins at text[at] in UTF-8 is beyond the Latin letters (U+0000 to 02FF, 1E00 to 1EFF), marks and punctuation (to U+036F, 2000 to 2FFF).
bool is_of_other_script(std::string_view text, std::size_t at) {
  const auto byte = [&](std::size_t i) { return at + i < text.size() ? static_cast<unsigned char>(text[at + i]) : 0; };
  if (byte(0) < 0xE0) return byte(0) > 0xCD || (byte(0) == 0xCD && byte(1) >= 0xB0);
  if (byte(0) == 0xE1) return byte(1) < 0xB8 || byte(1) > 0xBB;
  return byte(0) != 0xE2;
}

constexpr bool is_latin_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

Script script_of(std::string_view text) {
  bool latin = false, other = false;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const bool begins = (static_cast<unsigned char>(text[at]) & 0xC0) != 0x80;
    latin = latin || is_latin_letter(text[at]);
    other = other || (begins && is_of_other_script(text, at));
  }
  if (latin && other) return Script::mixed;
  return latin ? Script::latin : other ? Script::other : Script::none;
}

/// What says something of the bearer instead: "son of", "known as"; in Cyrillic letters it begins with a small one (бывший министр).
bool is_remark(std::string_view text) {
  constexpr std::string_view kWords[] = {"ولد", "بن", "ابن", "بنت", "پسر", "دختر", "فرزند", "زوجه", "زوجہ", "همسر", "د", "معروف", "المعروف", "ملقب", "الملقب", "المكنى", "لقب", "يعرف", "مشهور"};
  const std::string_view first = text.substr(0, text.find(' '));
  if (std::find(std::begin(kWords), std::end(kWords), first) != std::end(kWords)) return true;
  return text.size() > 1 && ((text[0] == '\xD0' && static_cast<unsigned char>(text[1]) >= 0xB0) || (text[0] == '\xD1' && static_cast<unsigned char>(text[1]) < 0xA0));
}

bool is_one_word(std::string_view name) { return name.find(' ') == std::string_view::npos; }

/// Scripts of East Asia and India, many of which put no blanks between the parts of a name, take three bytes a letter.
bool may_lack_blanks(std::string_view name) { return static_cast<unsigned char>(name.front()) >= 0xE0; }

}  // namespace

std::optional<TwoScripts> names_in_two_scripts(std::string_view text) {
  text = trimmed(text);
  const std::size_t open = text.find('(');
  if (open == std::string_view::npos || text.back() != ')' || std::count(text.begin(), text.end(), '(') != 1 || std::count(text.begin(), text.end(), ')') != 1) return std::nullopt;
  const std::string_view name = trimmed(text.substr(0, open));
  std::string_view other = text.substr(open + 1, text.size() - open - 2);
  if (const std::size_t colon = other.rfind(':'); colon != std::string_view::npos) other.remove_prefix(colon + 1);
  other = trimmed(other);
  const Script of_name = script_of(name), of_other = script_of(other);
  const bool are_two = (of_name == Script::latin && of_other == Script::other) || (of_name == Script::other && of_other == Script::latin);
  if (!are_two) return std::nullopt;
  const bool is_part = is_one_word(other) && !is_one_word(name) && !may_lack_blanks(other);
  if (is_part || is_remark(other)) return std::nullopt;
  return TwoScripts{name, other};
}

}  // namespace darvaza::records
