#include "documents/document_number.h"

#include <algorithm>
#include <array>

#include "documents/look_alikes_table.h"
#include "text/utf8.h"

namespace darvaza::documents {
namespace {

constexpr char kNothing = '\0';

constexpr std::array<char, 128> kAsciiNumberCharacters = [] {
  std::array<char, 128> table{};
  for (char c = '0'; c <= '9'; ++c) table[static_cast<std::size_t>(c)] = c;
  for (char c = 'A'; c <= 'Z'; ++c) table[static_cast<std::size_t>(c)] = table[static_cast<std::size_t>(c - 'A' + 'a')] = c;
  return table;
}();

char digit_of_other_script(char32_t c) {
  for (const char32_t zero : digit_zeros()) {
    if (c >= zero && c < zero + 10) return static_cast<char>('0' + (c - zero));
  }
  return kNothing;
}

char look_alike(char32_t c) {
  for (const LookAlikeRow& row : look_alike_letters()) {
    const std::size_t at = row.letters.find(c);
    if (at != std::u32string_view::npos) return row.ascii[at];
  }
  return kNothing;
}

char number_character_beyond_ascii(char32_t c) {
  const char digit = digit_of_other_script(c);
  return digit != kNothing ? digit : look_alike(c);
}

// Representatives by byte, so that folding a number is one look-up a character.
std::array<char, 256> build_representatives() {
  std::array<char, 256> table{};
  for (std::size_t c = 0; c < table.size(); ++c) table[c] = static_cast<char>(c);
  for (const std::string_view group : confusion_groups()) {
    for (const char c : group) table[static_cast<unsigned char>(c)] = group.front();
  }
  return table;
}

const std::array<char, 256>& representatives() {
  static const std::array<char, 256> table = build_representatives();
  return table;
}

}  // namespace

std::string_view normalise_number(std::string_view number, std::span<char, kLongestNumber> room) {
  std::size_t size = 0;
  while (!number.empty() && size < room.size()) {
    const auto first = static_cast<unsigned char>(number.front());
    char c;
    if (first < kAsciiNumberCharacters.size()) {
      c = kAsciiNumberCharacters[first];
      number.remove_prefix(1);
    } else {
      c = number_character_beyond_ascii(text::take_code_point(number));
    }
    room[size] = c;
    size += c != kNothing;
  }
  return {room.data(), size};
}

std::string normalise_number(std::string_view number) {
  char room[kLongestNumber];
  return std::string(normalise_number(number, room));
}

char digit_look_alike(char c) { return representatives()[static_cast<unsigned char>(c)]; }

std::string_view fold_confusable(std::string_view normalised, std::span<char, kLongestNumber> room) {
  const std::array<char, 256>& folding = representatives();
  std::size_t size = 0;
  for (const char c : normalised.substr(0, room.size())) {
    const char folded = folding[static_cast<unsigned char>(c)];
    if (size == 1 && room[0] == '0') size = 0;  // a zero in front, and it is not the last character
    room[size++] = folded;
  }
  return {room.data(), size};
}

std::string fold_confusable(std::string_view normalised) {
  char room[kLongestNumber];
  return std::string(fold_confusable(normalised, room));
}

}  // namespace darvaza::documents
