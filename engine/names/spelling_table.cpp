#include "names/spelling_table.h"

#include <algorithm>

#include "names/skeleton.h"

namespace darvaza::names {

SpellingTable::SpellingTable(std::vector<romanize::Sounds> spellings) : spellings_(std::move(spellings)) {
  std::vector<std::uint32_t> keys;
  for (std::uint32_t i = 0; i < spellings_.size(); ++i) {
    whole_skeleton_keys(spellings_[i], keys);
    for (std::uint32_t key : keys) filed_.emplace_back(key, i);
  }
  std::sort(filed_.begin(), filed_.end());
}

void SpellingTable::similar(const romanize::Sounds& token, Millinats most, std::vector<Similar>& out) const {
  out.clear();
  std::vector<std::uint32_t> keys;
  whole_skeleton_keys(token, keys);
  for (std::uint32_t key : keys) {
    for (auto filed = std::lower_bound(filed_.begin(), filed_.end(), Filed{key, 0});
         filed != filed_.end() && filed->first == key; ++filed) {
      const Millinats cost = token_cost(token, spellings_[filed->second], most);
      if (cost <= most) out.push_back({filed->second, cost});
    }
  }
  const auto before = [](const Similar& a, const Similar& b) { return a.spelling < b.spelling; };
  const auto same = [](const Similar& a, const Similar& b) { return a.spelling == b.spelling; };
  std::sort(out.begin(), out.end(), before);
  out.erase(std::unique(out.begin(), out.end(), same), out.end());
}

}  // namespace darvaza::names
