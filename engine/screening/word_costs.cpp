#include "screening/word_costs.h"

#include <algorithm>
#include <bit>

namespace darvaza::screening {
namespace {

constexpr std::size_t kMostRemembered = 10'000;
constexpr std::uint32_t kMostTokens = 8'192;

}  // namespace

bool WordCosts::is_worth_it(const index::Index& index) { return index.token_count() <= kMostTokens; }

WordCosts::WordCosts(const index::Index& index) {
  if (!is_worth_it(index)) return;
  for (index::TokenId token = 0; token < index.token_count(); ++token) {
    const romanize::Sounds& sounds = index.token(token);
    auto& batches = batches_[static_cast<std::size_t>(sounds.system())];
    if (batches.empty() || batches.back().tokens.full()) batches.emplace_back();
    Batch& batch = batches.back();
    batch.numbers[batch.tokens.count()] = token;
    batch.tokens.add(sounds);
  }
}

void WordCosts::begin_name() {
  if (remembered_.size() >= kMostRemembered) remembered_.clear();
}

std::span<const names::KnownCost> WordCosts::of(const romanize::Sounds& word, std::span<const index::SimilarToken> similar) {
  const auto [known, is_new] = remembered_.try_emplace(word);
  std::vector<names::KnownCost>& costs = known->second;
  if (!is_new) return costs;
  const auto is_similar = [&](index::TokenId token) {
    return std::binary_search(similar.begin(), similar.end(), names::KnownCost{token}, [](const auto& a, const auto& b) { return a.key < b.key; });
  };
  costs.assign(similar.begin(), similar.end());
  std::array<std::uint8_t, names::kBatch> steps;
  for (std::size_t system = 0; system < batches_.size(); ++system) {
    if (batches_[system].empty()) continue;
    const names::TokenCosts costs_of(word, static_cast<romanize::WritingSystem>(system));
    for (Batch& batch : batches_[system]) {
      for (std::uint64_t left = costs_of.of(batch.tokens, steps, names::steps_of(names::kMaxSimilarityLimit)); left != 0; left &= left - 1) {
        const auto i = static_cast<std::size_t>(std::countr_zero(left));
        const bool is_near = steps[i] * names::kCostStep <= names::similarity_limit(word.size(), batch.tokens.size_of(i));
        if (is_near && !is_similar(batch.numbers[i])) costs.push_back({batch.numbers[i], steps[i], false});
      }
    }
  }
  std::sort(costs.begin(), costs.end(), [](const auto& a, const auto& b) { return a.key < b.key; });
  return costs;
}

}  // namespace darvaza::screening
