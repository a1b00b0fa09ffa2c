#include "index/walk_plan.h"

#include <algorithm>
#include <tuple>

#include "index/leading_words.h"
#include "names/name_alignment.h"

namespace darvaza::index {
namespace {

using names::Millinats;

constexpr Millinats kBucket = 700;
constexpr Millinats kMostGain = names::most_gain(names::TokenRole::name);
/// Of a part of which nothing is walked.
constexpr std::size_t kNone = ~std::size_t{0};
/// Walking a list costs about as much as this many of its postings.
constexpr std::uint32_t kListCost = 8;
/// A part is settled if all its lists together cost at most one in so many of what those of the others cost.
constexpr std::uint64_t kSettledShare = 4;

}  // namespace

/// 0: gains that nothing exceeds; bucket b holds gains from bucket_floor(b) up.
std::size_t WalkPlan::bucket_of(Millinats gain) {
  static_assert((kMostGain - kLeastGain) / kBucket < static_cast<Millinats>(kBuckets));
  return static_cast<std::size_t>((kMostGain - gain) / kBucket);
}
Millinats WalkPlan::bucket_floor(std::size_t bucket) { return kMostGain - static_cast<Millinats>(bucket + 1) * kBucket + 1; }

/// The most that a lead gives which is walked to the end of a bucket, in names that the walk does not meet.
Millinats WalkPlan::missed(std::size_t lead, std::size_t bucket) const {
  return bucket == kNone ? leads_[lead].worth : std::max(leads_[lead].as_title, bucket_floor(bucket) - 1);
}

Millinats WalkPlan::missed_besides(std::uint64_t tokens, std::size_t level) const {
  Millinats sum = 0;
  for (const Lead& lead : leads_) {
    if ((lead.tokens & tokens) != 0) continue;
    sum += lead.least[level] > kMostGain ? lead.worth : std::max(lead.as_title, lead.least[level] - 1);
  }
  return sum;
}

void WalkPlan::make(const Index& index, const AskedParts& asked, const NameBounds& bounds, const FactBounds& facts, Millinats threshold) {
  find_leads(index, asked);
  settle(asked);
  // Settled parts may still be written as two words, which lead nowhere: short lists are walked as if nothing was settled.
  const Millinats reach = bounds.extras() + names::kWholeName + bounds.worth_besides(settled_tokens_);
  for (std::size_t level = facts.any ? 0 : FactWindows::kAllLevels - 1; level < FactWindows::kAllLevels; ++level) {
    split(level, reach, threshold - facts.most_beyond(level));
  }
}

void WalkPlan::find_leads(const Index& index, const AskedParts& asked) {
  leads_.clear();
  costs_.clear();
  for (std::size_t i = 0; i < asked.tokens.size(); ++i) {
    const AskedPart& part = asked.tokens[i];
    if (!index::leads(part.role)) continue;
    Costs& costs = costs_.emplace_back();
    for (const SimilarToken& token : part.similar) {
      const Millinats gain = part.worth - token.cost();
      if (gain > kLeastGain) costs[bucket_of(gain)] += kListCost + index.posting_count(token.key);
    }
    for (std::size_t b = 1; b < costs.size(); ++b) costs[b] += costs[b - 1];
    leads_.push_back({i, part.tokens, part.worth, false, part.is_title_too ? std::min(part.worth, names::most_gain(names::TokenRole::title)) : 0, {}});
  }
}

void WalkPlan::settle(const AskedParts& asked) {
  settled_tokens_ = 0;
  settled_names_ = 0;
  std::uint64_t total = 0;
  for (const Costs& costs : costs_) total += costs.back();
  for (std::size_t i = 0; i < leads_.size(); ++i) {
    const AskedPart& part = asked.tokens[leads_[i].part];
    leads_[i].is_settled = costs_[i].back() * (kSettledShare + 1) <= total && is_borne(part) && !part.is_title_too;
    if (!leads_[i].is_settled) continue;
    settled_tokens_ |= part.tokens;
    settled_names_ += part.names;
  }
}

/// Chooses for each lead where its walk ends, until what all leads miss takes `reach` below the threshold. Greedy: again and again the step
/// that takes most off for the postings it costs.
void WalkPlan::split(std::size_t level, Millinats reach, Millinats threshold) {
  std::array<std::size_t, names::kMaxTokens> walked;  // the last bucket, or kNone
  walked.fill(kNone);
  for (std::size_t i = 0; i < leads_.size(); ++i) {
    if (leads_[i].is_settled) walked[i] = kBuckets - 1;
  }
  while (reach >= threshold) {
    std::uint64_t best_cost = 0, best_taken = 0;  // the price is cost / taken
    std::size_t best_lead = kNone, best_bucket = 0;
    for (std::size_t i = 0; i < leads_.size(); ++i) {
      const Costs& costs = costs_[i];
      const std::uint32_t paid = walked[i] == kNone ? 0 : costs[walked[i]];
      const Millinats before = missed(i, walked[i]);
      if (before == 0) continue;
      for (std::size_t b = walked[i] == kNone ? bucket_of(before) : walked[i] + 1; b < costs.size(); ++b) {
        if (b + 1 < costs.size() && costs[b + 1] == costs[b] && missed(i, b) != 0) continue;  // deeper for nothing
        const Millinats taken = before - missed(i, b);
        if (taken <= 0) continue;
        const std::uint64_t price = costs[b] - paid, counted = static_cast<std::uint64_t>(std::min(taken, reach - threshold + 1));
        if (best_lead == kNone || price * best_taken < best_cost * counted) {
          std::tie(best_cost, best_taken, best_lead, best_bucket) = std::tuple(price, counted, i, b);
        }
        if (missed(i, b) == 0 || taken > reach - threshold) break;
      }
    }
    if (best_lead == kNone) {  // not even all lists rule the rest out: walk them all
      walked.fill(kBuckets - 1);
      break;
    }
    reach -= missed(best_lead, walked[best_lead]) - missed(best_lead, best_bucket);
    walked[best_lead] = best_bucket;
  }
  for (std::size_t i = 0; i < leads_.size(); ++i) leads_[i].least[level] = walked[i] == kNone ? kMostGain + 1 : bucket_floor(walked[i]);
}

}  // namespace darvaza::index
