#include "index/candidate_search.h"

#include <algorithm>
#include <bit>
#include <cstdlib>
#include <functional>
#include <limits>
#include <tuple>

#include "index/name_postings.h"
#include "names/name_alignment.h"

namespace darvaza::index {
namespace {

using names::Millinats;
using names::TokenRole;

constexpr Millinats kBucket = 500;
/// The gain at which the last bucket ends: tokens farther than that are no agreement.
constexpr Millinats kLeastGain = -6000;
constexpr Millinats kMostGain = names::most_gain(TokenRole::name);
static_assert((kMostGain - kLeastGain) / kBucket < static_cast<Millinats>(CandidateScratch::kBuckets));
/// Walking a list costs about as much as this many of its postings.
constexpr std::uint32_t kListCost = 8;

/// Two names that both have a name left over for each other contradict.
constexpr Millinats kContradictingNames = names::kContradiction + 2 * names::kAbsentName;

/// A listed name may write a part of the traveller's as two words ("Ali Reza" for "Alireza"). Such a name is
/// looked at where another part agrees at least so well, ...
constexpr Millinats kGainBesideSplit = 3000;
/// ... and a word is taken for one of the two where all its sounds are found in the part for this cost.
constexpr Millinats kPartCost = 2600;
constexpr std::size_t kShortestToSplit = 5;

/// 0: gains that nothing exceeds; bucket b holds gains from bucket_floor(b) up.
std::size_t bucket_of(Millinats gain) { return static_cast<std::size_t>((kMostGain - gain) / kBucket); }
Millinats bucket_floor(std::size_t bucket) { return kMostGain - static_cast<Millinats>(bucket + 1) * kBucket + 1; }

/// How much facts must give before a posting is of a class: the rarer the facts, the deeper the walk.
constexpr std::array<Millinats, 3> kFactLevels = {2'301, 0, -2'999};
constexpr std::size_t kLevels = kFactLevels.size() + 1;

class Search {
 public:
  Search(const Index& index, const AskedParts& asked, const FactBounds& facts, const CandidateLimits& limits, CandidateScratch& scratch,
         std::vector<CandidateName>& out)
      : index_(index), asked_(asked), facts_(facts), limits_(limits), s_(scratch), out_(out) {
    for (const AskedPart& part : asked.tokens) {
      names_ += part.role == TokenRole::name;
      other_roles_ += part.role != TokenRole::name;
      if (!leads(part.role)) extras_ += part.worth;
    }
  }

  void run() {
    out_.clear();
    mark_asked();
    find_leads();
    std::array<std::array<Millinats, kLevels>, kMostLeads> least{};
    for (std::size_t level = 0; level < kLevels; ++level) split(level, least);
    for (std::size_t lead = 0; lead < s_.leads.size(); ++lead) walk(lead, least[lead]);
    for (const AskedPart& part : asked_.joined) walk_joined(part);
    keep_best();
  }

 private:
  static constexpr std::size_t kMostLeads = names::kMaxTokens;

  /// Sets the bits of all tokens that are similar to any part.
  void mark_asked() {
    s_.asked.fill(0);
    const auto mark = [&](const AskedPart& part) {
      for (const SimilarToken& token : part.similar) s_.asked[token.key >> 6 & 255] |= std::uint64_t{1} << (token.key & 63);
    };
    std::for_each(asked_.tokens.begin(), asked_.tokens.end(), mark);
    std::for_each(asked_.joined.begin(), asked_.joined.end(), mark);
  }
  bool may_be_asked(std::uint32_t token) const { return (s_.asked[token >> 6 & 255] >> (token & 63) & 1) != 0; }

  void find_leads() {
    s_.leads.clear();
    for (std::size_t i = 0; i < asked_.tokens.size(); ++i) {
      const AskedPart& part = asked_.tokens[i];
      if (!leads(part.role)) continue;
      CandidateScratch::Lead lead{i, {}};
      for (const SimilarToken& token : part.similar) {
        const Millinats gain = part.worth - token.cost();
        if (gain > kLeastGain) lead.cost[bucket_of(gain)] += kListCost + posting_count(token.key);
      }
      for (std::size_t b = 1; b < lead.cost.size(); ++b) lead.cost[b] += lead.cost[b - 1];
      s_.leads.push_back(lead);
    }
  }
  std::uint32_t posting_count(TokenId token) const { return index_.posting_count(token); }

  /// Chooses for each lead the least gain of the lists to be walked for postings of a level of facts: what all
  /// leads together can give below those gains must not reach the threshold. Greedy: again and again the step
  /// that takes most off for the postings it costs.
  void split(std::size_t level, std::array<std::array<Millinats, kLevels>, kMostLeads>& least) const {
    constexpr std::size_t kNone = ~std::size_t{0};
    const Millinats facts_most = level == 0 ? facts_.most : std::min(facts_.most, facts_.others + kFactLevels[level - 1] - 1);
    const Millinats threshold = limits_.threshold - facts_most;
    std::array<std::size_t, kMostLeads> walked;  // the last bucket, or kNone
    walked.fill(kNone);
    Millinats reach = extras_ + names::kWholeName;
    for (const auto& lead : s_.leads) reach += asked_.tokens[lead.part].worth;
    const auto left = [&](std::size_t lead, std::size_t bucket) {
      return bucket == kNone ? asked_.tokens[s_.leads[lead].part].worth : std::max(0, bucket_floor(bucket) - 1);
    };
    while (reach >= threshold) {
      double best = std::numeric_limits<double>::max();
      std::size_t best_lead = kNone, best_bucket = 0;
      for (std::size_t i = 0; i < s_.leads.size(); ++i) {
        const auto& cost = s_.leads[i].cost;
        const std::uint32_t paid = walked[i] == kNone ? 0 : cost[walked[i]];
        const Millinats before = left(i, walked[i]);
        if (before == 0) continue;
        for (std::size_t b = walked[i] == kNone ? bucket_of(before) : walked[i] + 1; b < cost.size(); ++b) {
          const Millinats taken = before - left(i, b);
          if (taken <= 0) continue;
          const double price = static_cast<double>(cost[b] - paid) / std::min(taken, reach - threshold + 1);
          if (price < best) std::tie(best, best_lead, best_bucket) = std::tuple(price, i, b);
          if (left(i, b) == 0 || taken > reach - threshold) break;
        }
      }
      if (best_lead == kNone) {  // not even all lists rule the rest out: walk them all
        walked.fill(CandidateScratch::kBuckets - 1);
        break;
      }
      reach -= left(best_lead, walked[best_lead]) - left(best_lead, best_bucket);
      walked[best_lead] = best_bucket;
    }
    for (std::size_t i = 0; i < s_.leads.size(); ++i) least[i][level] = walked[i] == kNone ? kMostGain + 1 : bucket_floor(walked[i]);
  }

  void walk(std::size_t lead, const std::array<Millinats, kLevels>& least) {
    const std::size_t part = s_.leads[lead].part;
    const Millinats deepest = *std::min_element(least.begin(), least.end());
    for (const SimilarToken& token : asked_.tokens[part].similar) {
      const Millinats gain = asked_.tokens[part].worth - token.cost();
      if (gain >= deepest) walk_list(asked_.tokens[part], gain, index_.postings(token.key));
    }
  }

  void walk_list(const AskedPart& lead, Millinats gain, const PostingList& list) {
    const Millinats facts_most = facts_.most;
    const bool alone_may_do = most_alone(lead, gain) + facts_most >= limits_.threshold;
    const bool splits = gain >= kGainBesideSplit && may_split(lead);
    for (std::size_t at = 0; at < list.size(); ++at) {
      const OtherToken other = list.others[at];
      if (!may_be_asked(other.number()) && !alone_may_do && !splits && other.number() < OtherToken::kMany) continue;
      consider(lead, gain, other, list.names[at], facts_.of(list.states[at], list.years[at], list.days[at]));
    }
  }

  void consider(const AskedPart& lead, Millinats gain, OtherToken other, PostedName name, Millinats facts) {
    const Millinats needed = limits_.threshold - facts;
    Millinats bound = with_one(lead, gain, name);
    if (other.number() == OtherToken::kMany) {
      bound = std::max(bound, gain + with_rest(lead, nullptr, name));
    } else if (other.number() != OtherToken::kAlone) {
      bound = std::max(bound, gain + with_other(lead, other, name));
      if (bound < needed && gain >= kGainBesideSplit) bound = std::max(bound, gain + with_split(lead, other, name, needed - gain));
    }
    if (bound >= needed) out_.push_back({name.name(), bound + facts});
  }

  /// How many names the other side has; where only the least is known, as many as fit best.
  static int listed_names(PostedName name, int asked) {
    const auto names = static_cast<int>(name.names());
    return names == static_cast<int>(PostedName::kMostNames) ? std::max(names, asked) : names;
  }

  /// What the lead can give if the rest of the names contradicts.
  Millinats with_one(const AskedPart& lead, Millinats gain, PostedName name) const {
    const int is_name = lead.role == TokenRole::name;
    const int asked = std::max(0, names_ - is_name), listed = std::max(0, listed_names(name, names_) - is_name);
    const int roles = name.has_other_roles() ? 1 : 0;
    const int against = std::max(0, std::min(asked, listed) - roles - other_roles_);
    const int absent = std::max(0, std::abs(asked - listed) - roles - other_roles_);
    return gain + (name.has_other_roles() ? extras_ + patronymics_besides(lead, nullptr) : 0) + against * kContradictingNames + absent * names::kAbsentName;
  }
  Millinats most_alone(const AskedPart& lead, Millinats gain) const {
    Millinats most = std::numeric_limits<Millinats>::min();
    for (std::uint32_t names = 0; names <= PostedName::kMostNames; ++names) {
      for (std::uint32_t others : {0u, 1u}) most = std::max(most, with_one(lead, gain, {names << PostedName::kNameBits | others << 31}));
    }
    return most;
  }

  /// What the lead and the best part that `other` is similar to can give, beyond the gain of the lead.
  Millinats with_other(const AskedPart& lead, OtherToken other, PostedName name) const {
    Millinats best = std::numeric_limits<Millinats>::min() / 2;
    const auto try_part = [&](const AskedPart& part) {
      if ((part.tokens & lead.tokens) != 0) return;
      const auto found = std::lower_bound(part.similar.begin(), part.similar.end(), other.number(),
                                          [](const SimilarToken& token, std::uint32_t number) { return token.key < number; });
      if (found == part.similar.end() || found->key != other.number()) return;
      best = std::max(best, part.worth - found->cost() + with_rest(lead, &part, name));
    };
    if (!may_be_asked(other.number())) return best;
    std::for_each(asked_.tokens.begin(), asked_.tokens.end(), try_part);
    std::for_each(asked_.joined.begin(), asked_.joined.end(), try_part);
    return best;
  }

  bool may_split(const AskedPart& lead) const {
    return std::any_of(asked_.tokens.begin(), asked_.tokens.end(), [&](const AskedPart& part) { return splittable(part, lead); });
  }
  static bool splittable(const AskedPart& part, const AskedPart& lead) {
    return &part != &lead && part.role == TokenRole::name && part.sounds >= kShortestToSplit && part.bound != nullptr;
  }

  /// The same where `other` may be one of two words for a part.
  Millinats with_split(const AskedPart& lead, OtherToken other, PostedName name, Millinats needed) const {
    Millinats best = std::numeric_limits<Millinats>::min() / 2;
    if (static_cast<int>(name.names()) <= names_) return best;
    const PostedName as_one{name.packed - (1u << PostedName::kNameBits)};
    for (const AskedPart& part : asked_.tokens) {
      if (!splittable(part, lead) || (other.classes() & ~part.classes.possible) != 0) continue;
      const Millinats most = part.worth + with_rest(lead, &part, as_one);
      if (most >= needed && most > best && part.bound->get().of(index_.token(other.number())) <= kPartCost) best = most;
    }
    return best;
  }

  /// The most that the other parts can give if `lead` and `second` (nothing: any) have met their tokens.
  Millinats with_rest(const AskedPart& lead, const AskedPart* second, PostedName name) const {
    const auto joined = second != nullptr ? std::popcount(second->tokens) - 1 : 0;
    const int asked = names_ - joined;
    const int listed = listed_names(name, asked);
    const bool roles = name.has_other_roles();
    int free = std::min(asked, listed) - (lead.role == TokenRole::name) - (second != nullptr && second->role == TokenRole::name);
    Millinats sum = roles ? extras_ + patronymics_besides(lead, second) : 0;
    if (free > 0) sum += best_names_besides(lead, second, free);
    const int absent = listed > asked ? listed - asked - other_roles_ : asked - listed - (roles ? 1 : 0);
    sum += std::max(0, absent) * names::kAbsentName;
    return asked == listed || roles || other_roles_ != 0 ? sum + names::kWholeName : sum;
  }

  bool is_besides(const AskedPart& part, const AskedPart& lead, const AskedPart* second) const {
    return (part.tokens & (lead.tokens | (second != nullptr ? second->tokens : 0))) == 0;
  }
  Millinats patronymics_besides(const AskedPart& lead, const AskedPart* second) const {
    Millinats sum = 0;
    for (const AskedPart& part : asked_.tokens) {
      if (part.role == TokenRole::patronymic && is_besides(part, lead, second)) sum += part.worth;
    }
    return sum;
  }
  Millinats best_names_besides(const AskedPart& lead, const AskedPart* second, int count) const {
    std::array<Millinats, kMostLeads> worths;
    std::size_t size = 0;
    for (const AskedPart& part : asked_.tokens) {
      if (part.role == TokenRole::name && is_besides(part, lead, second)) worths[size++] = part.worth;
    }
    if (size > static_cast<std::size_t>(count)) std::sort(worths.begin(), worths.begin() + static_cast<std::ptrdiff_t>(size), std::greater<>());
    Millinats sum = 0;
    for (std::size_t i = 0; i < std::min(size, static_cast<std::size_t>(count)); ++i) sum += worths[i];
    return sum;
  }

  /// Neighbours read as one are in few names: all of those are looked at.
  void walk_joined(const AskedPart& part) {
    for (const SimilarToken& token : part.similar) {
      const Millinats gain = part.worth - token.cost();
      if (gain <= 0) continue;
      const PostingList list = index_.postings(token.key);
      for (std::size_t at = 0; at < list.size(); ++at) {
        const Millinats facts = facts_.of(list.states[at], list.years[at], list.days[at]);
        const Millinats bound = gain + with_rest(part, nullptr, list.names[at]) + facts;
        if (bound >= limits_.threshold) out_.push_back({list.names[at].name(), bound});
      }
    }
  }

  void keep_best() {
    std::sort(out_.begin(), out_.end(), [](const auto& a, const auto& b) { return std::tuple(a.name, -a.bound) < std::tuple(b.name, -b.bound); });
    out_.erase(std::unique(out_.begin(), out_.end(), [](const auto& a, const auto& b) { return a.name == b.name; }), out_.end());
    const auto better = [](const auto& a, const auto& b) { return std::tuple(-a.bound, a.name) < std::tuple(-b.bound, b.name); };
    if (out_.size() > limits_.most) {
      std::nth_element(out_.begin(), out_.begin() + static_cast<std::ptrdiff_t>(limits_.most), out_.end(), better);
      out_.resize(limits_.most);
    }
    std::sort(out_.begin(), out_.end(), better);
  }

  const Index& index_;
  const AskedParts& asked_;
  const FactBounds& facts_;
  const CandidateLimits& limits_;
  CandidateScratch& s_;
  std::vector<CandidateName>& out_;
  int names_ = 0;        ///< parts that are names
  int other_roles_ = 0;  ///< parts that are not
  Millinats extras_ = 0;  ///< what parts that do not lead can give
};

}  // namespace

void find_candidates(const Index& index, const AskedParts& asked, const FactBounds& facts, const CandidateLimits& limits,
                     CandidateScratch& scratch, std::vector<CandidateName>& out) {
  Search(index, asked, facts, limits, scratch, out).run();
}

}  // namespace darvaza::index
