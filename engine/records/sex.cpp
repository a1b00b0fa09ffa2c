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
    {"unspecified", Sex::unknown},
    {"not specified", Sex::unknown},
    {"other", Sex::other},
};

}  // namespace

std::optional<Sex> parse_sex(std::string_view text) {
  std::string word;
  for (const char c : trimmed(text)) {
    word += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  }
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
