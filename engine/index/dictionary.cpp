#include "index/dictionary.h"

#include <xxhash.h>

#include <algorithm>
#include <bit>
#include <numeric>
#include <string>

#include "names/cost_bound.h"
#include "names/skeleton.h"

namespace darvaza::index {

using names::Millinats;
using romanize::Sounds;

namespace {

std::size_t first_slot(const Sounds& token, std::size_t slots) { return XXH3_64bits(&token, sizeof token) & (slots - 1); }

/// Buckets of about four keys each.
unsigned bucket_bits(std::size_t keys) { return static_cast<unsigned>(std::bit_width(keys / 4 + 1)); }

std::size_t bucket_of(std::uint32_t key, std::size_t buckets) {
  return static_cast<std::size_t>((std::uint64_t{key} * buckets) >> 32);
}

void sort_unique(std::vector<std::uint32_t>& numbers) {
  std::sort(numbers.begin(), numbers.end());
  numbers.erase(std::unique(numbers.begin(), numbers.end()), numbers.end());
}

}  // namespace

std::optional<TokenId> Dictionary::find(const Sounds& token) const {
  if (slots.empty()) return std::nullopt;
  for (std::size_t at = first_slot(token, slots.size());; at = (at + 1) & (slots.size() - 1)) {
    if (slots[at] == kFree) return std::nullopt;
    if (tokens[slots[at]] == token) return slots[at];
  }
}

void Dictionary::groups_under(std::span<const std::uint32_t> keys, std::vector<std::uint32_t>& out) const {
  out.clear();
  if (skeletons.empty()) return;
  for (const std::uint32_t key : keys) {
    const std::size_t bucket = bucket_of(key, skeleton_buckets.size() - 1);
    for (std::uint32_t at = skeleton_buckets[bucket]; at < skeleton_buckets[bucket + 1]; ++at) {
      if (skeletons[at].key == key) out.push_back(skeletons[at].token);
    }
  }
  sort_unique(out);
}

void Dictionary::groups_under_prefixes(std::span<const std::uint32_t> keys, std::vector<std::uint32_t>& out) const {
  out.clear();
  for (const std::uint32_t key : keys) {
    auto record = std::lower_bound(prefixes.begin(), prefixes.end(), SkeletonRecord{key, 0});
    for (; record != prefixes.end() && record->key == key; ++record) out.push_back(record->token);
  }
  sort_unique(out);
}

DictionaryTables DictionaryTables::of(std::span<const Sounds> tokens) {
  DictionaryTables tables;
  std::vector<std::uint32_t> keys;
  std::string pattern, previous;
  for (std::uint32_t i = 0; i < tokens.size(); ++i) {
    pattern = names::skeleton_pattern(tokens[i]);
    if (i != 0 && pattern == previous) continue;
    const auto group = static_cast<std::uint32_t>(tables.groups.size());
    tables.groups.push_back(i);
    names::skeleton_keys(tokens[i], keys);
    for (const std::uint32_t key : keys) tables.skeletons.push_back({key, group});
    names::prefix_keys(tokens[i], keys);
    for (const std::uint32_t key : keys) tables.prefixes.push_back({key, group});
    previous.swap(pattern);
  }
  tables.groups.push_back(static_cast<std::uint32_t>(tokens.size()));
  std::sort(tables.skeletons.begin(), tables.skeletons.end());
  std::sort(tables.prefixes.begin(), tables.prefixes.end());

  const std::size_t buckets = std::size_t{1} << bucket_bits(tables.skeletons.size());
  tables.skeleton_buckets.assign(buckets + 1, static_cast<std::uint32_t>(tables.skeletons.size()));
  for (std::size_t i = tables.skeletons.size(); i-- > 0;) {
    tables.skeleton_buckets[bucket_of(tables.skeletons[i].key, buckets)] = static_cast<std::uint32_t>(i);
  }
  for (std::size_t i = buckets; i-- > 0;) tables.skeleton_buckets[i] = std::min(tables.skeleton_buckets[i], tables.skeleton_buckets[i + 1]);

  tables.slots.assign(std::bit_ceil(tokens.size() * 2 + 1), Dictionary::kFree);
  for (std::uint32_t i = 0; i < tokens.size(); ++i) {
    std::size_t at = first_slot(tokens[i], tables.slots.size());
    while (tables.slots[at] != Dictionary::kFree) at = (at + 1) & (tables.slots.size() - 1);
    tables.slots[at] = i;
  }
  return tables;
}

Dictionary DictionaryTables::view(std::span<const Sounds> tokens) const {
  return {tokens, groups, skeletons, skeleton_buckets, prefixes, slots};
}

std::vector<std::uint32_t> in_dictionary_order(std::span<const Sounds> tokens) {
  std::vector<std::string> patterns;
  patterns.reserve(tokens.size());
  for (const Sounds& token : tokens) patterns.push_back(names::skeleton_pattern(token));
  std::vector<std::uint32_t> order(tokens.size());
  std::iota(order.begin(), order.end(), 0u);
  std::sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) {
    const int patterns_differ = patterns[a].compare(patterns[b]);
    return patterns_differ != 0 ? patterns_differ < 0 : tokens[a] < tokens[b];
  });
  return order;
}

void SimilarTokens::find(const Dictionary& dictionary, const Sounds& query, bool cut, Millinats most, std::vector<SimilarToken>& out) {
  out.clear();
  if (cut) {
    names::longest_prefix_keys(query, keys_);
    dictionary.groups_under_prefixes(keys_, groups_);
    for (const std::uint32_t group : groups_) {
      for (TokenId token = dictionary.groups[group]; token < dictionary.groups[group + 1]; ++token) {
        const Sounds& listed = dictionary.tokens[token];
        const Millinats limit = std::min(most, names::similarity_limit(query, listed));
        const Millinats cost = names::prefix_cost(query, listed, limit);
        if (cost <= limit) out.push_back({token, names::steps_of(cost), false});
      }
    }
    return;
  }
  if (most <= kSameConsonants) {
    names::whole_skeleton_keys(query, keys_);
  } else {
    names::skeleton_keys(query, keys_);
  }
  dictionary.groups_under(keys_, groups_);
  if (!groups_.empty()) compare(dictionary, query, most, out);
}

void SimilarTokens::compare(const Dictionary& dictionary, const Sounds& query, Millinats most, std::vector<SimilarToken>& out) {
  for (auto& costs : costs_) costs.reset();
  const names::CostBound bound(query);
  for (const std::uint32_t group : groups_) {
    const std::uint32_t begin = dictionary.groups[group], end = dictionary.groups[group + 1];
    selected_.clear();
    bound.select(dictionary.tokens.subspan(begin, end - begin), most, selected_);
    for (const std::uint32_t place : selected_) {
      const Sounds& token = dictionary.tokens[begin + place];
      const auto system = static_cast<std::size_t>(token.system());
      names::TokenBatch& batch = batches_[system];
      numbers_[system][batch.count()] = begin + place;
      batch.add(token);
      if (batch.full()) flush(query, system, most, out);
    }
  }
  for (std::size_t system = 0; system < batches_.size(); ++system) flush(query, system, most, out);
  std::sort(out.begin(), out.end(), [](const SimilarToken& a, const SimilarToken& b) { return a.key < b.key; });
}

void SimilarTokens::flush(const Sounds& query, std::size_t system, Millinats most, std::vector<SimilarToken>& out) {
  names::TokenBatch& batch = batches_[system];
  if (batch.count() == 0) return;
  if (!costs_[system]) costs_[system].emplace(query, static_cast<romanize::WritingSystem>(system));
  std::array<std::uint8_t, names::kBatch> steps;
  costs_[system]->of(batch, steps);
  for (std::size_t i = 0; i < batch.count(); ++i) {
    const Millinats limit = std::min(most, names::similarity_limit(query.size(), batch.size_of(i)));
    if (steps[i] * names::kCostStep <= limit) out.push_back({numbers_[system][i], steps[i], false});
  }
  batch.clear();
}

}  // namespace darvaza::index
