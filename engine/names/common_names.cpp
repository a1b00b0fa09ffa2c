#include "names/common_names.h"

#include <algorithm>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <utility>
#include <vector>

#include "names/compounds.h"
#include "names/log_odds.h"
#include "names/role_words.h"
#include "names/second_halves.h"
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
        sounds.push_back(sounds_in_one_spelling(part));
        rarities_.push_back(name.rarity);
      }
    }
    return SpellingTable(std::move(sounds));
  }

  std::vector<Millinats> rarities_;  ///< by part
  SpellingTable table_;
};

/// Halves of names say little beside the other half, which tells their bearers apart: many who are called Rahman are Abdurrahman, many Rahmat
/// and Kamal are Rahmat Ullah and Kamal ud Din. More of it finds nobody else, still less loses people
/// (docs/decisions/0056-abdullah.md, 0059-halves-of-names.md).
constexpr Millinats kFirstHalf = 2'000;
constexpr std::u32string_view kFirstHalves[] = {U"abd", U"абд", U"عبد"};
constexpr std::u32string_view kSecondHalves[] = {U"allah", U"ullah", U"ollah", U"illah", U"ellah", U"alloh",  U"ulloh", U"olloh",  U"ullo", U"аллах", U"аллаҳ", U"уллах", U"уллоҳ", U"уллох", U"оллоҳ", U"улло",
                                                 U"الله",  U"din",   U"deen",  U"dine",  U"uddin", U"uddeen", U"eddin", U"eddine", U"дин",  U"уддин", U"эддин", U"دین"};

/// Titles that are surnames (Sheikh, Sayed) are in no table of names, and yet some of the commonest, as Khan is.
constexpr Millinats kSurnameOfTitle = 4'600;

using Words = std::vector<romanize::Sounds>;

Words sorted_sounds(std::span<const std::u32string_view> spellings) {
  Words sounds;
  for (const std::u32string_view spelling : spellings) sounds.push_back(romanize::romanize(spelling));
  std::sort(sounds.begin(), sounds.end());
  return sounds;
}

std::optional<Millinats> set_rarity(const romanize::Sounds& token) {
  static const Words first = sorted_sounds(kFirstHalves), second = sorted_sounds(kSecondHalves), titles = sorted_sounds(titles_that_are_common_surnames());
  if (std::binary_search(first.begin(), first.end(), token)) return kFirstHalf;
  if (std::binary_search(second.begin(), second.end(), token)) return kMostOfSecondHalf;
  if (std::binary_search(titles.begin(), titles.end(), token)) return kSurnameOfTitle;
  return std::nullopt;
}

}  // namespace

Millinats common_rarity(const romanize::Sounds& token) {
  if (const auto set = set_rarity(token)) return *set;
  static const CommonParts parts;
  std::vector<SpellingTable::Similar> found;
  parts.table().similar(token, SpellingTable::kNear, found);
  std::uint64_t share = 0;  // in units of 1 / kOne
  for (const auto& [spelling, cost] : found) share += exp_negative(parts.rarity(spelling) + cost);
  if (share == 0) return kUncommon;
  return std::max(0, log_millinats(kOne) - log_millinats(share));
}

}  // namespace darvaza::names
