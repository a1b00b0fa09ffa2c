#include "names/final_a.h"

#include <algorithm>
#include <cstddef>
#include <iterator>

#include "names/letters.h"

namespace darvaza::names {
namespace {

struct Name {
  std::u32string_view with_o, with_a;
};
constexpr Name kNames[] = {
    {U"исо", U"иса"}, {U"мусо", U"муса"}, {U"мустафо", U"мустафа"}, {U"муртазо", U"муртаза"}, {U"муҷтабо", U"муҷтаба"}, {U"мужтабо", U"мужтаба"}, {U"яҳё", U"яҳя"}, {U"яхё", U"яхя"},
    {U"лайло", U"лайла"}, {U"суғро", U"суғра"}, {U"сугро", U"сугра"}, {U"кубро", U"кубра"}, {U"тӯбо", U"тӯба"}, {U"салмо", U"салма"}, {U"ҳудо", U"ҳуда"},
    {U"iso", U"isa"}, {U"muso", U"musa"}, {U"mustafo", U"mustafa"}, {U"murtazo", U"murtaza"}, {U"mujtabo", U"mujtaba"}, {U"yahyo", U"yahya"}, {U"laylo", U"layla"}, {U"sughro", U"sughra"},
    {U"kubro", U"kubra"}, {U"tubo", U"tuba"}, {U"salmo", U"salma"},
};

/// "Of women" behind a first half and the vowel that joins them; `with_a` is what is written for all of it.
struct OfWomen {
  std::u32string_view niso, joining, with_a;
};
constexpr OfWomen kOfWomen[] = {{U"niso", U"iueo", U"unnisa"}, {U"нисо", U"иуеоы", U"унниса"}};
constexpr std::size_t kShortestFirstHalf = 3;

/// Empty if the word is no such name.
std::u32string_view of_women(std::u32string_view word, const OfWomen& ending, SpellingRoom& room) {
  std::u32string_view half = word;
  const auto take = [&](std::u32string_view letters) {
    if (!half.ends_with(letters)) return false;
    half.remove_suffix(letters.size());
    return true;
  };
  if (!take(ending.niso)) return {};
  take(ending.niso.substr(0, 1));  // Hayrunniso
  if (half.size() <= kShortestFirstHalf || !is_one_of(half.back(), ending.joining)) return {};
  half.remove_suffix(1);
  if (half.size() + ending.with_a.size() > room.size()) return {};
  const auto end = std::copy(ending.with_a.begin(), ending.with_a.end(), std::copy(half.begin(), half.end(), room.begin()));
  return {room.data(), static_cast<std::size_t>(end - room.begin())};
}

}  // namespace

std::u32string_view with_final_a(std::u32string_view word, SpellingRoom& room) {
  if (word.empty() || !is_one_of(word.back(), U"oоё")) return word;
  const auto found = std::find_if(std::begin(kNames), std::end(kNames), [&](const Name& name) { return name.with_o == word; });
  if (found != std::end(kNames)) return found->with_a;
  for (const OfWomen& ending : kOfWomen) {
    if (const auto name = of_women(word, ending, room); !name.empty()) return name;
  }
  return word;
}

}  // namespace darvaza::names
