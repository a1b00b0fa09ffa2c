#include "index/key_tables.h"

#include <algorithm>
#include <bit>
#include <cstddef>
#include <limits>
#include <numeric>

namespace darvaza::index {
namespace {

constexpr std::uint32_t kWord = 64;

}  // namespace

void GroupSet::add(std::span<const std::uint32_t> groups) {
  if (groups.empty()) return;
  const std::size_t words = groups.back() / kWord + 1;  // they are ascending
  if (words > words_.size()) {
    words_.resize(words);
    used_.resize(words / kWord + 1);
  }
  for (const std::uint32_t group : groups) {
    const std::uint32_t word = group / kWord;
    words_[word] |= std::uint64_t{1} << group % kWord;
    used_[word / kWord] |= std::uint64_t{1} << word % kWord;
  }
}

void GroupSet::take(std::vector<std::uint32_t>& out) {
  out.clear();
  for (std::size_t i = 0; i < used_.size(); ++i) {
    for (; used_[i] != 0; used_[i] &= used_[i] - 1) {
      const auto word = static_cast<std::uint32_t>(i * kWord) + static_cast<std::uint32_t>(std::countr_zero(used_[i]));
      for (; words_[word] != 0; words_[word] &= words_[word] - 1) {
        out.push_back(word * kWord + static_cast<std::uint32_t>(std::countr_zero(words_[word])));
      }
    }
  }
}

void KeyView::collect(std::span<const std::uint32_t> wanted, KeyScratch& scratch, std::vector<std::uint32_t>& out) const {
  auto& [met, runs] = scratch;
  out.clear();
  if (directory == nullptr) return;
  // Each step leads anywhere in memory: it is taken for all keys, so that they wait together.
  for (const std::uint32_t key : wanted) directory->fetch(key);
  for (const std::uint32_t key : wanted) __builtin_prefetch(keys.data() + directory->begin(key));
  runs.clear();
  for (const std::uint32_t key : wanted) {
    const auto end = keys.begin() + static_cast<std::ptrdiff_t>(directory->end(key));
    const auto record = std::lower_bound(keys.begin() + static_cast<std::ptrdiff_t>(directory->begin(key)), end, key,
                                         [](const KeyRecord& r, std::uint32_t k) { return r.key < k; });
    if (record == end || record->key != key) continue;
    runs.push_back(groups.subspan(record[0].begin, record[1].begin - record[0].begin));
    __builtin_prefetch(runs.back().data());
  }
  for (const auto run : runs) met.add(run);
  met.take(out);
}

KeyDirectory::KeyDirectory(std::span<const KeyRecord> keys) {
  constexpr std::size_t kKeysTogether = 8;
  const std::size_t count = keys.empty() ? 0 : keys.size() - 1;
  const auto bits = std::max(1u, static_cast<unsigned>(std::bit_width(count / kKeysTogether)));
  shift_ = std::numeric_limits<std::uint32_t>::digits - bits;
  begin_.assign((std::size_t{1} << bits) + 1, 0);
  for (const KeyRecord& record : keys.first(count)) ++begin_[(record.key >> shift_) + 1];
  std::partial_sum(begin_.begin(), begin_.end(), begin_.begin());
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
  table.directory = KeyDirectory(table.keys);
  return table;
}

}  // namespace darvaza::index
