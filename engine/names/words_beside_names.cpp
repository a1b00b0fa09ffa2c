#include "names/words_beside_names.h"

#include <algorithm>
#include <span>
#include <string_view>
#include <vector>

#include "romanize/romanize.h"

namespace darvaza::names {
namespace {

constexpr std::u32string_view kBefore[] = {
    U"abd", U"abdul", U"muhammad", U"mohammad", U"mohammed", U"muhammed", U"mohamed", U"ghulam", U"gholam", U"абд", U"абдул", U"мухаммад", U"мухаммед", U"мохаммад", U"гулам", U"عبد", U"محمد", U"غلام",
};
constexpr std::u32string_view kBehind[] = {U"khan", U"khon", U"jan", U"singh", U"lal", U"kumar", U"хан", U"хон", U"джан", U"ҷон", U"сингх", U"خان", U"جان", U"سنگھ"};

using Words = std::vector<romanize::Sounds>;

Words sounds_of(std::span<const std::u32string_view> spellings) {
  Words words;
  for (const std::u32string_view spelling : spellings) words.push_back(romanize::romanize(spelling));
  return words;
}

}  // namespace

WordBesideName word_beside_name(const romanize::Sounds& word) {
  static const Words before = sounds_of(kBefore), behind = sounds_of(kBehind);
  const auto holds = [&](const Words& words) { return std::find(words.begin(), words.end(), word) != words.end(); };
  return holds(before) ? WordBesideName::before : holds(behind) ? WordBesideName::behind : WordBesideName::none;
}

}  // namespace darvaza::names
