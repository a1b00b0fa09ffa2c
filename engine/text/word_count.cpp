#include "text/word_count.h"

#include <algorithm>
#include <array>

#include "text/characters.h"
#include "text/normalise.h"
#include "text/utf8.h"

namespace darvaza::text {
namespace {

enum class Use : std::uint8_t { between, letter, digit, stand_in };

constexpr std::array<Use, 128> kAsciiUses = [] {
  std::array<Use, 128> uses{};
  for (char c = '0'; c <= '9'; ++c) uses[static_cast<std::size_t>(c)] = Use::digit;
  for (char c = 'A'; c <= 'Z'; ++c) uses[static_cast<std::size_t>(c)] = uses[static_cast<std::size_t>(c - 'A' + 'a')] = Use::letter;
  for (const char c : std::string_view("?#*!$%@{}")) uses[static_cast<std::size_t>(c)] = Use::stand_in;
  return uses;
}();

struct Characters {
  char32_t first, last;
};

/// Blanks and punctuation of the scripts that names are written in, but for their question marks.
constexpr Characters kBetween[] = {{0x80, 0xBE},     {0x2B0, 0x2FF},   {0x60C, 0x61B},   {0x640, 0x640},
                                   {0x6D4, 0x6D4},   {0x2000, 0x206F}, {0x3000, 0x303F}, {0xFF07, 0xFF0F}};
constexpr Characters kDigits[] = {{0x660, 0x669}, {0x6F0, 0x6F9}, {0x966, 0x96F}, {0xFF10, 0xFF19}};

template <std::size_t N>
bool is_among(const Characters (&ranges)[N], char32_t c) {
  return std::any_of(std::begin(ranges), std::end(ranges), [c](const Characters& range) { return range.first <= c && c <= range.last; });
}

Use use_of(char32_t c) {
  if (c < kAsciiUses.size()) return kAsciiUses[c];
  const CharacterTable& table = CharacterTable::instance();
  if (c == kReplacement) return Use::stand_in;
  if (is_among(kDigits, c)) return Use::digit;  // Unicode gives those of Persian a script
  const std::uint8_t kinds = table.kinds(c);
  if ((kinds & kAnyScript) != 0) return Use::letter;
  return (kinds & kLetterOrMark) != 0 || is_among(kBetween, c) || table[c].invisible ? Use::between : Use::stand_in;
}

/// The word that is being read, added up at its end.
class Words {
 public:
  void take(Use use) {
    if (use == Use::between) return end();
    (use == Use::letter ? letter_ : use == Use::digit ? digit_ : stand_in_) = true;
  }

  void end() {
    count_.legible += letter_;
    count_.illegible += stand_in_ && !letter_;
    count_.numbers += digit_ && !letter_ && !stand_in_;
    count_.damaged |= stand_in_ && letter_;
    letter_ = digit_ = stand_in_ = false;
  }

  const WordCount& count() const { return count_; }

 private:
  WordCount count_;
  bool letter_ = false, digit_ = false, stand_in_ = false;
};

}  // namespace

WordCount count_words(std::string_view utf8) {
  utf8 = utf8.substr(0, kMaxNameBytes);
  Words words;
  while (!utf8.empty()) words.take(use_of(take_code_point(utf8)));
  words.end();
  return words.count();
}

}  // namespace darvaza::text
