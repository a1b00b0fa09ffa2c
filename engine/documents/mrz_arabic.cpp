#include "documents/mrz_arabic.h"

#include <algorithm>
#include <string>
#include <string_view>

#include "romanize/orthography.h"
#include "text/utf8.h"

namespace darvaza::documents {
namespace {

// States where names are written in Arabic script, with Utopia for specimens.
constexpr std::string_view kStates[] = {
    "AFG", "ARE", "BHR", "COM", "DJI", "DZA", "EGY", "IRN", "IRQ", "JOR", "KWT", "LBN", "LBY",
    "MAR", "MRT", "OMN", "PAK", "PSE", "QAT", "SAU", "SDN", "SOM", "SYR", "TUN", "UTO", "YEM",
};

bool writes_arabic(StateCode state) {
  return std::find(std::begin(kStates), std::end(kStates), state.text()) != std::end(kStates);
}

constexpr char kEscape = 'X';

struct Decoded {
  std::u32string letters;
  bool has_escape = false;  ///< a whole one
};

/// A cut word may end within a code: with its X, or with one more letter.
std::optional<Decoded> decoded_word(std::string_view word, bool may_be_cut) {
  auto letters = romanize::arabic_from_icao(word);
  for (std::size_t lost = 1;
       !letters && may_be_cut && lost <= std::min<std::size_t>(2, word.size()); ++lost) {
    if (word[word.size() - lost] != kEscape) continue;
    word.remove_suffix(lost);
    letters = romanize::arabic_from_icao(word);
    break;
  }
  if (!letters) return std::nullopt;
  return Decoded{*std::move(letters), word.find(kEscape) != std::string_view::npos};
}

std::optional<Decoded> decoded(std::string_view words, bool may_be_cut) {
  Decoded all;
  while (!words.empty()) {
    const std::size_t end = std::min(words.find(' '), words.size());
    const auto word = decoded_word(words.substr(0, end), may_be_cut);
    if (!word) return std::nullopt;
    if (!all.letters.empty() && !word->letters.empty()) all.letters += U' ';
    all.letters += word->letters;
    all.has_escape |= word->has_escape;
    words.remove_prefix(std::min(end + 1, words.size()));
  }
  return all;
}

}  // namespace

std::optional<TravellerName> arabic_name(const TravellerName& printed, StateCode issuer,
                                         StateCode nationality) {
  if (!writes_arabic(issuer) && !writes_arabic(nationality)) return std::nullopt;
  const auto primary = decoded(printed.primary, printed.may_be_truncated);
  const auto secondary = decoded(printed.secondary, printed.may_be_truncated);
  if (!primary || !secondary || !(primary->has_escape || secondary->has_escape))
    return std::nullopt;
  return TravellerName{text::encode_utf8(primary->letters), text::encode_utf8(secondary->letters),
                       printed.may_be_truncated};
}

}  // namespace darvaza::documents
