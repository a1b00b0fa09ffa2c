#include "records/sex.h"

#include <algorithm>
#include <string>

#include "records/trimmed.h"

namespace darvaza::records {
namespace {

struct SexWord {
  std::string_view word;  ///< lower case
  Sex sex;
};

constexpr SexWord kSexWords[] = {
    {"", Sex::unknown},
    {"m", Sex::male},
    {"male", Sex::male},
    {"1", Sex::male},
    {"man", Sex::male},
    {"f", Sex::female},
    {"female", Sex::female},
    {"2", Sex::female},
    {"woman", Sex::female},
    {"x", Sex::unknown},
    {"<", Sex::unknown},
    {"u", Sex::unknown},
    {"0", Sex::unknown},
    {"9", Sex::unknown},
    {"unknown", Sex::unknown},
    {"м", Sex::male},
    {"муж", Sex::male},
    {"мужской", Sex::male},
    {"мужчина", Sex::male},
    {"ж", Sex::female},
    {"жен", Sex::female},
    {"женский", Sex::female},
    {"женщина", Sex::female},
    {"unspecified", Sex::unknown},
    {"not specified", Sex::unknown},
    {"other", Sex::other},
};

/// Latin letters, also full-width ones, and Russian ones in lower case.
std::string lower(std::string_view text) {
  std::string word;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto byte = [&](std::size_t offset) { return i + offset < text.size() ? static_cast<unsigned char>(text[i + offset]) : 0; };
    if (byte(0) == 0xEF && byte(1) == 0xBC && byte(2) >= 0xA1 && byte(2) <= 0xBA) {  // U+FF21
      word += static_cast<char>(byte(2) - 0xA1 + 'a');
      i += 2;
    } else if (byte(0) == 0xD0 && byte(1) >= 0x90 && byte(1) <= 0xAF) {  // U+0410 to 042F
      const int small = byte(1) + 0x20;
      word += static_cast<char>(small < 0xC0 ? 0xD0 : 0xD1);
      word += static_cast<char>(small < 0xC0 ? small : small - 0x40);
      ++i;
    } else {
      word += text[i] >= 'A' && text[i] <= 'Z' ? static_cast<char>(text[i] - 'A' + 'a') : text[i];
    }
  }
  return word;
}

}  // namespace

std::optional<Sex> parse_sex(std::string_view text) {
  const std::string word = lower(trimmed(text));
  const auto* found = std::find_if(std::begin(kSexWords), std::end(kSexWords),
                                   [&](const SexWord& known) { return known.word == word; });
  if (found == std::end(kSexWords)) return std::nullopt;
  return found->sex;
}

}  // namespace darvaza::records

namespace darvaza {

std::string_view to_string(Sex sex) {
  constexpr std::string_view kWords[] = {"", "F", "M", "X"};
  return kWords[static_cast<std::size_t>(sex)];
}

}  // namespace darvaza
