#include "documents/document_number.h"

#include <algorithm>
#include <array>

#include "documents/look_alikes_table.h"
#include "text/utf8.h"

namespace darvaza::documents {
namespace {

constexpr char kNothing = '\0';

char ascii_number_character(char32_t c) {
  if (c >= U'a' && c <= U'z') return static_cast<char>(c - U'a' + U'A');
  const bool kept = (c >= U'A' && c <= U'Z') || (c >= U'0' && c <= U'9');
  return kept ? static_cast<char>(c) : kNothing;
}

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

char number_character(char32_t c) {
  if (c < 0x80) return ascii_number_character(c);
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

}  // namespace

std::string normalise_number(std::string_view number) {
  std::string normalised;
  while (!number.empty() && normalised.size() < kLongestNumber) {
    const auto first = static_cast<unsigned char>(number.front());
    const char c = first < 0x80 ? ascii_number_character(first) : number_character(text::take_code_point(number));
    if (first < 0x80) number.remove_prefix(1);
    if (c != kNothing) normalised += c;
  }
  return normalised;
}

char digit_look_alike(char c) {
  static const std::array<char, 256> representatives = build_representatives();
  return representatives[static_cast<unsigned char>(c)];
}

std::string_view fold_confusable(std::string_view normalised, std::span<char, kLongestNumber> room) {
  std::size_t size = 0;
  for (const char c : normalised.substr(0, room.size())) {
    const char folded = digit_look_alike(c);
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
