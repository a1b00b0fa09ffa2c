#include "names/common_names.h"

#include <algorithm>
#include <cstdint>
#include <string_view>
#include <utility>
#include <vector>

#include "names/compounds.h"
#include "names/log_odds.h"
#include "names/role_words.h"
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

/// The parts in which travellers' names are compared: who is called Abdulaziz bears Abd, and Aziz.
class CommonParts {
 public:
  CommonParts() : table_(make_table()) {}
  const SpellingTable& table() const { return table_; }
  Millinats rarity(std::size_t part) const { return rarities_[part]; }

 private:
  SpellingTable make_table() {
    std::vector<romanize::Sounds> sounds;
    for (const CommonName& name : kCommonNames) {
      const std::u32string word(name.spelling.begin(), name.spelling.end());
      const WordParts parts = split_compound(word);
      for (const std::u32string_view part : parts) {
        if (parts.size() > 1 && role_of_word(part)) continue;  // the article
        sounds.push_back(romanize::romanize(part));
        rarities_.push_back(name.rarity);
      }
    }
    return SpellingTable(std::move(sounds));
  }

  std::vector<Millinats> rarities_;  ///< by part
  SpellingTable table_;
};

/// Halves of names say little beside the other half, which tells their bearers apart: many who are called Rahman are Abdurrahman, many Rahmat
/// and Kamal are Rahmat Ullah and Kamal ud Din. More of it finds nobody else, still less of Abd loses people
/// (docs/decisions/0056-abdullah.md, 0059-halves-of-names.md).
constexpr Millinats kHalf = 2'000;
constexpr std::u32string_view kHalves[] = {U"abd",   U"абд",   U"عبد",   U"allah", U"ullah", U"ollah", U"illah", U"ellah", U"alloh", U"ulloh", U"olloh",  U"ullo",  U"аллах", U"аллаҳ", U"уллах", U"уллоҳ", U"уллох",
                                           U"оллоҳ", U"улло",  U"الله",  U"din",   U"deen",  U"dine",  U"uddin", U"uddeen", U"eddin", U"eddine", U"дин",   U"уддин", U"эддин", U"دین"};

bool is_half(const romanize::Sounds& token) {
  static const std::vector<romanize::Sounds> written = [] {
    std::vector<romanize::Sounds> sounds;
    for (const std::u32string_view half : kHalves) sounds.push_back(romanize::romanize(half));
    std::sort(sounds.begin(), sounds.end());
    return sounds;
  }();
  return std::binary_search(written.begin(), written.end(), token);
}

}  // namespace

Millinats common_rarity(const romanize::Sounds& token) {
  if (is_half(token)) return kHalf;
  static const CommonParts parts;
  std::vector<SpellingTable::Similar> found;
  parts.table().similar(token, SpellingTable::kNear, found);
  std::uint64_t share = 0;  // in units of 1 / kOne
  for (const auto& [spelling, cost] : found) share += exp_negative(parts.rarity(spelling) + cost);
  if (share == 0) return kUncommon;
  return std::max(0, log_millinats(kOne) - log_millinats(share));
}

}  // namespace darvaza::names
