#include "names/common_names.h"

#include <algorithm>
#include <cstdint>
#include <string_view>
#include <vector>

#include "names/log_odds.h"
#include "names/spelling_table.h"
#include "romanize/romanize.h"

namespace darvaza::names {
namespace {

struct CommonName {
  std::string_view spelling;  ///< lower-case Latin letters
  Millinats rarity;
};
constexpr CommonName kCommonNames[] = {
#include "names/common_names.inc"
};

SpellingTable make_table() {
  std::vector<romanize::Sounds> sounds;
  for (const CommonName& name : kCommonNames) {
    sounds.push_back(romanize::romanize(std::u32string(name.spelling.begin(), name.spelling.end())));
  }
  return SpellingTable(std::move(sounds));
}

}  // namespace

Millinats common_rarity(const romanize::Sounds& token) {
  static const SpellingTable table = make_table();
  std::vector<SpellingTable::Similar> found;
  table.similar(token, SpellingTable::kNear, found);
  std::uint64_t share = 0;  // in units of 1 / kOne
  for (const auto& [spelling, cost] : found) share += exp_negative(kCommonNames[spelling].rarity + cost);
  if (share == 0) return kUncommon;
  return std::max(0, log_millinats(kOne) - log_millinats(share));
}

}  // namespace darvaza::names
