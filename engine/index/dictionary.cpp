#include "index/dictionary.h"

#include <xxhash.h>

#include <algorithm>
#include <bit>
#include <string>

#include "index/parallel.h"
#include "names/skeleton.h"

namespace darvaza::index {

using names::Millinats;
using romanize::Sounds;

namespace {

std::size_t first_slot(const Sounds& token, std::size_t slots) { return XXH3_64bits(&token, sizeof token) & (slots - 1); }

/// A token on its way into order: most comparisons end in `head`, without a look at the pattern.
struct Ordered {
  std::uint64_t head = 0;  ///< the first bytes of its pattern, the first of them the highest
  std::uint32_t number = 0;
};

std::uint64_t head_of(const std::string& pattern) {
  std::uint64_t head = 0;
  for (std::size_t i = 0; i < sizeof head; ++i) head = head << 8 | (i < pattern.size() ? static_cast<unsigned char>(pattern[i]) : 0u);
  return head;
}

}  // namespace

std::optional<TokenId> Dictionary::find(const Sounds& token) const {
  if (slots.empty()) return std::nullopt;
  for (std::size_t at = first_slot(token, slots.size());; at = (at + 1) & (slots.size() - 1)) {
    if (slots[at] == kFree) return std::nullopt;
    if (tokens[slots[at]] == token) return slots[at];
  }
}

DictionaryTables DictionaryTables::of(std::span<const Sounds> tokens) {
  DictionaryTables tables;
  std::vector<Sounds> heads;
  std::string pattern, previous;
  for (std::uint32_t i = 0; i < tokens.size(); ++i) {
    pattern = names::skeleton_pattern(tokens[i]);
    if (i != 0 && pattern == previous) continue;
    tables.groups.push_back(i);
    heads.push_back(tokens[i]);
    previous.swap(pattern);
  }
  tables.groups.push_back(static_cast<std::uint32_t>(tokens.size()));
  tables.skeletons = key_table(heads, names::skeleton_keys);
  tables.prefixes = key_table(heads, names::prefix_keys);
  tables.slots.assign(std::bit_ceil(tokens.size() * 2 + 1), Dictionary::kFree);
  for (std::uint32_t i = 0; i < tokens.size(); ++i) {
    std::size_t at = first_slot(tokens[i], tables.slots.size());
    while (tables.slots[at] != Dictionary::kFree) at = (at + 1) & (tables.slots.size() - 1);
    tables.slots[at] = i;
  }
  return tables;
}

Dictionary DictionaryTables::view(std::span<const Sounds> tokens) const {
  return {tokens, groups, skeletons.view(), prefixes.view(), slots};
}

std::vector<std::uint32_t> in_dictionary_order(std::span<const Sounds> tokens, unsigned threads) {
  std::vector<Ordered> order;
  std::vector<std::string> patterns;
  order.reserve(tokens.size());
  patterns.reserve(tokens.size());
  for (const Sounds& token : tokens) {
    patterns.push_back(names::skeleton_pattern(token));
    order.push_back({head_of(patterns.back()), static_cast<std::uint32_t>(order.size())});
  }
  sort_distinct(threads, order, [&](const Ordered& a, const Ordered& b) {
    if (a.head != b.head) return a.head < b.head;
    const int patterns_differ = patterns[a.number].compare(patterns[b.number]);
    return patterns_differ != 0 ? patterns_differ < 0 : tokens[a.number] < tokens[b.number];
  });
  std::vector<std::uint32_t> numbers;
  numbers.reserve(order.size());
  for (const Ordered& token : order) numbers.push_back(token.number);
  return numbers;
}

void SimilarTokens::find(const Dictionary& dictionary, const Sounds& query, bool cut, Millinats most, std::vector<SimilarToken>& out) {
  out.clear();
  if (cut) return find_cut(dictionary, query, most, out);
  if (most <= kSameConsonants) {
    names::whole_skeleton_keys(query, keys_);
  } else {
    names::skeleton_probes(query, keys_);
  }
  if (keys_ != gathered_keys_) gather(dictionary);
  compare(query, most, out);
}

void SimilarTokens::find_cut(const Dictionary& dictionary, const Sounds& query, Millinats most, std::vector<SimilarToken>& out) {
  names::longest_prefix_keys(query, keys_);
  dictionary.prefixes.collect(keys_, scratch_, groups_);
  for (const std::uint32_t group : groups_) {
    for (TokenId token = dictionary.groups[group]; token < dictionary.groups[group + 1]; ++token) {
      const Sounds& listed = dictionary.tokens[token];
      const Millinats limit = std::min(most, names::similarity_limit(query, listed));
      const Millinats cost = names::prefix_cost(query, listed, limit);
      if (cost <= limit) out.push_back({token, names::steps_of(cost), false});
    }
  }
}

/// Fills listed_ with the tokens under keys_.
void SimilarTokens::gather(const Dictionary& dictionary) {
  used_.fill(0);
  dictionary.skeletons.collect(keys_, scratch_, groups_);
  constexpr std::size_t kAhead = 8;  // groups stand anywhere: they are fetched while those before them are taken
  for (std::size_t at = 0; at < groups_.size(); ++at) {
    if (at + 2 * kAhead < groups_.size()) __builtin_prefetch(&dictionary.groups[groups_[at + 2 * kAhead]]);
    if (at + kAhead < groups_.size()) __builtin_prefetch(&dictionary.tokens[dictionary.groups[groups_[at + kAhead]]]);
    const std::uint32_t group = groups_[at];
    const TokenId end = dictionary.groups[group + 1];
    for (TokenId number = dictionary.groups[group]; number < end;) {
      // Those of one writing system stand together.
      const auto system = static_cast<std::size_t>(dictionary.tokens[number].system());
      TokenId same = number + 1;
      while (same < end && static_cast<std::size_t>(dictionary.tokens[same].system()) == system) ++same;
      while (number < same) {
        Listed& listed = room_for(system);
        const std::size_t before = listed.tokens.count();
        const std::size_t taken = listed.tokens.add(dictionary.tokens.subspan(number, same - number));
        for (std::size_t i = 0; i < taken; ++i) listed.numbers[before + i] = number++;
      }
    }
  }
  gathered_keys_ = keys_;
}

SimilarTokens::Listed& SimilarTokens::room_for(std::size_t system) {
  auto& listed = listed_[system];
  std::size_t& used = used_[system];
  if (used != 0 && !listed[used - 1].tokens.full()) return listed[used - 1];
  if (used == listed.size()) listed.emplace_back();
  listed[used].tokens.clear();
  return listed[used++];
}

void SimilarTokens::compare(const Sounds& query, Millinats most, std::vector<SimilarToken>& out) {
  std::array<std::uint8_t, names::kBatch> steps;
  for (std::size_t system = 0; system < listed_.size(); ++system) {
    if (used_[system] == 0) continue;
    const names::TokenCosts costs(query, static_cast<romanize::WritingSystem>(system));
    for (Listed& listed : std::span(listed_[system]).first(used_[system])) {
      for (std::uint64_t left = costs.of(listed.tokens, steps, names::steps_of(most)); left != 0; left &= left - 1) {
        const auto i = static_cast<std::size_t>(std::countr_zero(left));
        const Millinats limit = std::min(most, names::similarity_limit(query.size(), listed.tokens.size_of(i)));
        if (steps[i] * names::kCostStep <= limit) out.push_back({listed.numbers[i], steps[i], false});
      }
    }
  }
  std::sort(out.begin(), out.end(), [](const SimilarToken& a, const SimilarToken& b) { return a.key < b.key; });
}

}  // namespace darvaza::index
