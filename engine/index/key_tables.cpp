#include "index/key_tables.h"

#include <algorithm>

namespace darvaza::index {

void KeyView::collect(std::span<const std::uint32_t> wanted, std::vector<std::uint32_t>& out) const {
  out.clear();
  if (keys.empty()) return;
  const auto end = keys.end() - 1;
  for (const std::uint32_t key : wanted) {
    const auto record = std::lower_bound(keys.begin(), end, key, [](const KeyRecord& r, std::uint32_t k) { return r.key < k; });
    if (record == end || record->key != key) continue;
    out.insert(out.end(), groups.begin() + record[0].begin, groups.begin() + record[1].begin);
  }
  std::sort(out.begin(), out.end());
  out.erase(std::unique(out.begin(), out.end()), out.end());
}

KeyTable key_table(std::span<const romanize::Sounds> group_heads, KeysOf keys_of) {
  // Key and group as one number: sorting those is what this costs.
  std::vector<std::uint64_t> filed;
  std::vector<std::uint32_t> keys;
  for (std::uint32_t group = 0; group < group_heads.size(); ++group) {
    keys_of(group_heads[group], keys);
    for (std::uint32_t key : keys) filed.push_back(std::uint64_t{key} << 32 | group);
  }
  std::sort(filed.begin(), filed.end());

  KeyTable table;
  table.groups.reserve(filed.size());
  for (std::uint64_t one : filed) {
    const auto key = static_cast<std::uint32_t>(one >> 32);
    const auto begin = static_cast<std::uint32_t>(table.groups.size());
    if (table.keys.empty() || table.keys.back().key != key) table.keys.push_back({key, begin});
    table.groups.push_back(static_cast<std::uint32_t>(one));
  }
  table.keys.push_back({0, static_cast<std::uint32_t>(table.groups.size())});
  return table;
}

}  // namespace darvaza::index
