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

constexpr std::size_t kLongestCode = 3;

std::optional<std::u32string> decoded(std::string_view identifier, bool may_be_cut) {
  auto letters = romanize::arabic_from_icao(identifier);
  for (std::size_t lost = 1;
       !letters && may_be_cut && lost < std::min(kLongestCode, identifier.size()); ++lost) {
    letters = romanize::arabic_from_icao(identifier.substr(0, identifier.size() - lost));
  }
  return letters;
}

}  // namespace

std::optional<TravellerName> arabic_name(const TravellerName& printed, StateCode issuer,
                                         StateCode nationality) {
  if (!writes_arabic(issuer) && !writes_arabic(nationality)) return std::nullopt;
  if ((printed.primary + printed.secondary).find('X') == std::string::npos) return std::nullopt;
  const bool ends_in_secondary = !printed.secondary.empty();
  const auto primary = decoded(printed.primary, printed.may_be_truncated && !ends_in_secondary);
  const auto secondary = decoded(printed.secondary, printed.may_be_truncated && ends_in_secondary);
  if (!primary || !secondary) return std::nullopt;
  return TravellerName{text::encode_utf8(*primary), text::encode_utf8(*secondary),
                       printed.may_be_truncated};
}

}  // namespace darvaza::documents
