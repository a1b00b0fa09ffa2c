#include "index/candidate_search.h"

#include <algorithm>
#include <bit>
#include <cstdlib>
#include <cstring>
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
/// ... and where the two have about as many sounds as the part.
constexpr int kMostMissing = 4;
constexpr std::size_t kShortestToSplit = 5;

/// 0: gains that nothing exceeds; bucket b holds gains from bucket_floor(b) up.
std::size_t bucket_of(Millinats gain) { return static_cast<std::size_t>((kMostGain - gain) / kBucket); }
Millinats bucket_floor(std::size_t bucket) { return kMostGain - static_cast<Millinats>(bucket + 1) * kBucket + 1; }

/// Lists up to this length are read whole, whatever facts are asked for.
constexpr std::size_t kShortList = 32;
/// Slips of the hand in the year of birth stand anywhere in a list; in longer ones they are not looked for: the
/// name must be found by a rarer part.
constexpr std::size_t kListWithSlips = 4096;

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
      initials_ += part.role == TokenRole::initial;
      if (!leads(part.role)) extras_ += part.worth;
    }
  }

  void run() {
    out_.clear();
    mark_asked();
    find_leads();
    find_windows();
    LeastGains least{};
    for (std::size_t level = 0; level < kLevels; ++level) split(level, least);
    for (std::size_t lead = 0; lead < s_.leads.size(); ++lead) walk(lead, least[lead]);
    for (const AskedPart& part : asked_.joined) walk_joined(part);
    for (const AskedHalves& halves : asked_.halves) walk_halves(halves);
    if (facts_.born_year != kNoYear) look_at_born();
    keep_best();
  }

 private:
  static constexpr std::size_t kMostLeads = names::kMaxTokens;
  /// By lead and level: the least gain of lists to be walked.
  using LeastGains = std::array<std::array<Millinats, kLevels>, kMostLeads>;

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
  void split(std::size_t level, LeastGains& least) const {
    constexpr std::size_t kNone = ~std::size_t{0};
    const Millinats facts_most = level == 0 ? facts_.most : std::min(facts_.most, kFactLevels[level - 1] - 1);
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

  /// The years in which postings of each level but the last can stand. Facts that differ only by a slip in the year
  /// are left out: they are found by their day.
  void find_windows() {
    if (!facts_.any) return;
    const Millinats most_state = *std::max_element(facts_.state.begin(), facts_.state.end());
    for (std::size_t level = 0; level < kFactLevels.size(); ++level) {
      Windows& windows = windows_[level];
      for (std::size_t year = 0; year < facts_.other_day.size(); ++year) {
        const std::int16_t near = year == facts_.born_year || facts_.born_year == kNoYear ? facts_.near_day[year] : facts_.other_day[year];
        if (facts_.others + most_state + std::max({facts_.without_day[year], facts_.other_day[year], near}) < kFactLevels[level]) continue;
        if (windows.count != 0 && windows.last[windows.count - 1] + 1u == year) {
          windows.last[windows.count - 1] = static_cast<YearCode>(year);
        } else if (windows.count < windows.first.size()) {
          windows.first[windows.count] = windows.last[windows.count] = static_cast<YearCode>(year);
          ++windows.count;
        } else {
          windows.last[windows.count - 1] = static_cast<YearCode>(year);
        }
      }
    }
  }

  void walk(std::size_t lead, const std::array<Millinats, kLevels>& least) {
    const AskedPart& part = asked_.tokens[s_.leads[lead].part];
    const Millinats deepest = *std::min_element(least.begin(), least.end());
    for (const SimilarToken& token : part.similar) {
      const Millinats gain = part.worth - token.cost();
      if (gain < deepest) continue;
      // Levels are nested: who can stand in a rarer one can stand in the years of a less rare one.
      std::size_t level = kLevels - 1;
      while (gain < least[level]) --level;
      walk_list(part, gain, index_.postings(token.key), level);
    }
  }

  /// Walks what a list has for facts of `level` and rarer ones.
  void walk_list(const AskedPart& lead, Millinats gain, const PostingList& list, std::size_t level) {
    const Walk walk{lead, gain, list, alone_may_do(lead, gain), gain >= kGainBesideSplit ? classes_to_split(lead) : std::uint8_t{0}};
    if (level == kLevels - 1 || !facts_.any || list.size() <= kShortList) return scan(walk, 0, list.size());
    const Windows& windows = windows_[level];
    for (std::size_t i = 0; i < windows.count; ++i) {
      const auto begin = std::lower_bound(list.years.begin(), list.years.end(), windows.first[i]);
      const auto end = std::upper_bound(begin, list.years.end(), windows.last[i]);
      scan(walk, static_cast<std::size_t>(begin - list.years.begin()), static_cast<std::size_t>(end - list.years.begin()));
    }
    if (facts_.born_year != kNoYear && list.size() <= kListWithSlips) scan_day(walk, facts_.born[0]);
  }

  /// A list on its way.
  struct Walk {
    const AskedPart& lead;
    Millinats gain;
    const PostingList& list;
    bool at_all;               ///< whether the lead alone may do
    std::uint8_t split_classes;  ///< consonant classes of parts that may be written as two words; none: no such part
  };

  void scan(const Walk& walk, std::size_t begin, std::size_t end) {
    const std::span<const OtherToken> others = walk.list.others;
    for (std::size_t at = begin; at < end; ++at) {
      const std::uint32_t other = others[at].number();
      if (walk.at_all || other >= OtherToken::kMany || may_be_asked(other) || may_be_split(walk, at)) at = consider(walk, at) - 1;
    }
  }

  /// Whether this posting and the next are of one name and have tokens that could be parts of one.
  bool may_be_split(const Walk& walk, std::size_t at) const {
    if (walk.split_classes == 0 || at + 1 == walk.list.size()) return false;
    const auto inside = [&](OtherToken other) { return (other.classes() & ~walk.split_classes) == 0; };
    return inside(walk.list.others[at]) && inside(walk.list.others[at + 1]) && walk.list.names[at].packed == walk.list.names[at + 1].packed;
  }

  /// The postings with this day, whatever the year.
  void scan_day(const Walk& walk, DayCode day) {
    const DayCode* const begin = walk.list.days.data();
    const DayCode* const end = begin + walk.list.days.size();
    for (const DayCode* at = begin; at != end; ++at) {
      at = static_cast<const DayCode*>(std::memchr(at, day, static_cast<std::size_t>(end - at)));
      if (at == nullptr) return;
      at = begin + consider(walk, static_cast<std::size_t>(at - begin)) - 1;
    }
  }

  /// Looks at all postings of the name at place `at`; returns the place behind them.
  std::size_t consider(const Walk& walk, std::size_t at) {
    const PostingList& list = walk.list;
    const PostedName name = list.names[at];
    std::size_t begin = at, end = at + 1;
    while (begin > 0 && list.names[begin - 1].packed == name.packed) --begin;
    while (end < list.size() && list.names[end].packed == name.packed) ++end;
    const Millinats facts = facts_.of(list.states[at], list.years[at], list.days[at]);
    const Millinats bound = bound_of(walk.lead, walk.gain, list.others.subspan(begin, end - begin), name, limits_.threshold - facts);
    if (bound + facts >= limits_.threshold) out_.push_back({name.name(), bound + facts});
    return end;
  }

  /// Everybody born on the traveller's day, or on the one with day and month swapped: the date says so much that a
  /// name may do of which a single part agrees.
  void look_at_born() {
    for (const DayCode day : facts_.born) {
      if (day == kNoDay) continue;
      const Index::DatedList list = index_.born_on(facts_.born_year, day);
      for (std::size_t i = 0; i < list.names.size(); ++i) {
        const Millinats facts = facts_.of(list.states[i], facts_.born_year, day);
        if (facts <= facts_.most) continue;  // the walks look so deep
        const Millinats bound = bound_of_name(list.names[i]) + facts;
        if (bound >= limits_.threshold) out_.push_back({list.names[i], bound});
      }
    }
  }

  /// The most that a name weighs of which all tokens are known.
  Millinats bound_of_name(NameId id) const {
    static const AskedPart kNobody{.role = TokenRole::particle, .similar = {}, .classes = {}};
    Left left{names_, -initials_};
    Millinats sum = extras_;
    bool met_any = false;
    for (const NameToken& token : index_.tokens(id)) {
      if (token.role() == TokenRole::initial) --left.asked;
      if (!leads(token.role())) continue;
      left.listed += token.role() == TokenRole::name;
      const auto [part, met] = best_part(kNobody, {token.token()});
      if (part == nullptr) continue;
      met_any = true;
      sum += met;
      left.asked -= part->role == TokenRole::name ? std::popcount(part->tokens) : 0;
      left.listed -= part->role == TokenRole::name ? 1 : 0;
    }
    return met_any ? sum + left.weight() : std::numeric_limits<Millinats>::min() / 2;
  }

  /// What is left of both sides once tokens have met.
  struct Left {
    int asked, listed;

    Millinats weight() const {
      const int a = std::max(0, asked), l = std::max(0, listed);
      const Millinats whole = a == 0 && l == 0 ? names::kWholeName : 0;
      return whole + std::min(a, l) * kContradictingNames + std::abs(a - l) * names::kAbsentName;
    }
  };
  /// Initials stand for names.
  Left left_besides(const AskedPart& lead, PostedName name) const {
    const int is_name = lead.role == TokenRole::name;
    const int covered = std::popcount(lead.tokens);
    return {names_ - is_name * covered - (name.has_initials() ? 1 : 0), static_cast<int>(name.names()) - is_name - initials_};
  }

  /// Whether a name could reach the threshold that agrees in the lead alone and has another token that leads.
  bool alone_may_do(const AskedPart& lead, Millinats gain) const {
    Millinats most = std::numeric_limits<Millinats>::min();
    for (std::uint32_t names = lead.role == TokenRole::name ? 2 : 1; names <= kMostPaired; ++names) {
      most = std::max(most, left_besides(lead, {names << PostedName::kNameBits}).weight());
    }
    return gain + extras_ + most + facts_.most >= limits_.threshold;
  }

  /// The most that the name weighs of which the lead meets a token and `others` are the other leading tokens;
  /// anything below `needed` may come out lower than it is.
  Millinats bound_of(const AskedPart& lead, Millinats gain, std::span<const OtherToken> others, PostedName name, Millinats needed) const {
    if (others.front().number() == OtherToken::kMany) return gain + extras_ + rest_of_many(lead, name);
    Left left = left_besides(lead, name);
    Millinats sum = gain + extras_;
    std::array<OtherToken, kMostPaired> unmet;
    std::size_t unmet_count = 0;
    for (const OtherToken other : others) {
      if (other.number() == OtherToken::kAlone) break;
      const auto [part, met] = best_part(lead, other);
      if (part == nullptr) {
        unmet[unmet_count++] = other;
        continue;
      }
      sum += met;
      left.asked -= part->role == TokenRole::name ? std::popcount(part->tokens) : 0;
      left.listed -= part->role == TokenRole::name ? 1 : 0;
    }
    const Millinats bound = sum + left.weight();
    if (bound >= needed || unmet_count < 2 || left.asked < 1 || gain < kGainBesideSplit) return bound;
    const Left with_two = {left.asked - 1, left.listed - 2};
    return std::max(bound, sum + with_two.weight() + best_split(lead, std::span(unmet).first(unmet_count), needed - sum - with_two.weight()));
  }

  struct Met {
    const AskedPart* part = nullptr;
    Millinats gain = 0;
  };
  /// The part, besides the lead, that agrees best with a listed token.
  Met best_part(const AskedPart& lead, OtherToken other) const {
    Met best;
    if (!may_be_asked(other.number())) return best;
    const auto try_part = [&](const AskedPart& part) {
      if ((part.tokens & lead.tokens) != 0) return;
      const auto found = std::lower_bound(part.similar.begin(), part.similar.end(), other.number(),
                                          [](const SimilarToken& token, std::uint32_t number) { return token.key < number; });
      if (found == part.similar.end() || found->key != other.number()) return;
      const Millinats gain = part.worth - found->cost();
      if (best.part == nullptr || gain > best.gain) best = {&part, gain};
    };
    std::for_each(asked_.tokens.begin(), asked_.tokens.end(), try_part);
    std::for_each(asked_.joined.begin(), asked_.joined.end(), try_part);
    return best;
  }

  /// Of a name with many tokens nothing is known: any part may meet one.
  Millinats rest_of_many(const AskedPart& lead, PostedName name) const {
    Millinats sum = 0;
    int names = 0;
    for (const AskedPart& part : asked_.tokens) {
      if ((part.tokens & lead.tokens) != 0 || !leads(part.role)) continue;
      sum += part.worth;
      names += part.role == TokenRole::name;
    }
    Left left = left_besides(lead, name);
    const int met = std::min(names, left.listed);
    left.asked -= met;
    left.listed -= met;
    if (name.names() == PostedName::kMostNames) left.listed = std::max(left.listed, 0);
    return sum + left.weight();
  }

  static bool splittable(const AskedPart& part) {
    return part.role == TokenRole::name && part.sounds >= kShortestToSplit && part.bound != nullptr;
  }
  std::uint8_t classes_to_split(const AskedPart& lead) const {
    unsigned classes = 0;
    for (const AskedPart& part : asked_.tokens) {
      if ((part.tokens & lead.tokens) == 0 && splittable(part)) classes |= part.classes.possible;
    }
    return static_cast<std::uint8_t>(classes);
  }
  /// The most that a part can give that is written as two of the unmet tokens.
  Millinats best_split(const AskedPart& lead, std::span<const OtherToken> unmet, Millinats needed) const {
    Millinats best = std::numeric_limits<Millinats>::min() / 2;
    for (const AskedPart& part : asked_.tokens) {
      if ((part.tokens & lead.tokens) != 0 || !splittable(part) || part.worth < needed) continue;
      for (std::size_t i = 0; i < unmet.size(); ++i) {
        if ((unmet[i].classes() & ~part.classes.possible) != 0) continue;
        for (std::size_t j = i + 1; j < unmet.size(); ++j) {
          if ((unmet[j].classes() & ~part.classes.possible) == 0) best = std::max(best, part.worth - split_cost(part, unmet[i], unmet[j]));
        }
      }
    }
    return best;
  }
  Millinats split_cost(const AskedPart& part, OtherToken one, OtherToken two) const {
    const romanize::Sounds &a = index_.token(one.number()), &b = index_.token(two.number());
    const auto sounds = static_cast<int>(a.size() + b.size()), asked = static_cast<int>(part.sounds);
    if (std::abs(sounds - asked) > kMostMissing) return names::kTooFar;
    return part.bound->get().of(a) + part.bound->get().of(b);
  }

  /// Neighbours read as one are in few names: all of those are looked at.
  void walk_joined(const AskedPart& part) {
    for (const SimilarToken& token : part.similar) {
      const Millinats gain = part.worth - token.cost();
      if (gain > 0) walk_list(part, gain, index_.postings(token.key), kLevels - 1);
    }
  }

  void walk_halves(const AskedHalves& halves) {
    for (const SimilarToken& token : halves.first.similar) {
      const PostingList list = index_.postings(token.key);
      for (std::size_t at = 0; at < list.size(); ++at) {
        if (!std::binary_search(halves.second.similar.begin(), halves.second.similar.end(), SimilarToken{list.others[at].number()},
                                [](const SimilarToken& a, const SimilarToken& b) { return a.key < b.key; })) {
          continue;
        }
        const Millinats facts = facts_.of(list.states[at], list.years[at], list.days[at]);
        const Left left = {0, static_cast<int>(list.names[at].names()) - 2};
        const Millinats bound = kMostGain + extras_ + left.weight() + facts;
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
  /// Runs of year codes, both ends inclusive.
  struct Windows {
    std::array<YearCode, 8> first{}, last{};
    std::size_t count = 0;
  };
  std::array<Windows, kFactLevels.size()> windows_{};
  int names_ = 0;         ///< parts that are names
  int initials_ = 0;
  Millinats extras_ = 0;  ///< what parts that do not lead can give
};

}  // namespace

void find_candidates(const Index& index, const AskedParts& asked, const FactBounds& facts, const CandidateLimits& limits,
                     CandidateScratch& scratch, std::vector<CandidateName>& out) {
  Search(index, asked, facts, limits, scratch, out).run();
}

}  // namespace darvaza::index
