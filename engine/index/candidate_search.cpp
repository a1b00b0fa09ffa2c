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

constexpr Millinats kBucket = 700;
/// The gain at which the last bucket ends: tokens farther than that are no agreement.
constexpr Millinats kLeastGain = -6000;
constexpr Millinats kMostGain = names::most_gain(TokenRole::name);
static_assert((kMostGain - kLeastGain) / kBucket < static_cast<Millinats>(CandidateScratch::kBuckets));
/// Walking a list costs about as much as this many of its postings.
constexpr std::uint32_t kListCost = 8;

/// Two names that both have a name left over for each other contradict.
constexpr Millinats kContradictingNames = names::kContradiction + 2 * names::kAbsentName;

/// Two listed words stand for a part only if they have about as many sounds as it.
constexpr int kMostMissing = 4;
constexpr std::size_t kShortestToSplit = 5;

/// 0: gains that nothing exceeds; bucket b holds gains from bucket_floor(b) up.
std::size_t bucket_of(Millinats gain) { return static_cast<std::size_t>((kMostGain - gain) / kBucket); }
Millinats bucket_floor(std::size_t bucket) { return kMostGain - static_cast<Millinats>(bucket + 1) * kBucket + 1; }

/// Lists up to this length are read whole, whatever facts are asked for.
constexpr std::size_t kShortList = 64;
/// Slips of the hand in the year of birth stand anywhere in a list; in longer ones they are not looked for: the
/// name must be found by a rarer part.
constexpr std::size_t kListWithSlips = 4096;

constexpr std::size_t kLevels = FactWindows::kLevels.size() + 1;
/// Of which share of a list's postings a level reads: one in so many.
constexpr std::array<std::uint32_t, kLevels> kPostingShares = {1, 1, 1, 1, 1};

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
    LeastGains least{};
    for (std::size_t level = facts_.any ? 0 : kLevels - 1; level < kLevels; ++level) split(level, least);
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

  /// Notes all tokens that are similar to any part, with what they give.
  void mark_asked() {
    for (AskedTokens& asked : s_.asked) asked.clear();
    std::size_t count = 0;
    for_each_part([&](const AskedPart& part, std::size_t) { count += part.similar.size(); });
    const std::size_t slots = std::bit_ceil(2 * count + 1);
    s_.meetings.assign(slots, {});
    for_each_part([&](const AskedPart& part, std::size_t number) {
      for (const SimilarToken& token : part.similar) {
        for (std::size_t near = s_.asked.size(); near > 0 && token.cost() <= CandidateScratch::kNear[near - 1]; --near) s_.asked[near - 1].add(token.key);
        std::size_t at = slot_of(token.key);
        while (s_.meetings[at].used) at = (at + 1) & (slots - 1);
        s_.meetings[at] = {token.key, static_cast<std::int16_t>(part.worth - token.cost()), static_cast<std::uint8_t>(number), true};
      }
    });
  }
  void for_each_part(auto use) const {
    std::size_t number = 0;
    for (const AskedPart& part : asked_.tokens) use(part, number++);
    for (const AskedPart& part : asked_.joined) use(part, number++);
  }
  const AskedPart& part_of(std::size_t number) const {
    return number < asked_.tokens.size() ? asked_.tokens[number] : asked_.joined[number - asked_.tokens.size()];
  }
  /// Similar tokens are neighbours in the dictionary: multiplied, their numbers lie apart.
  std::size_t slot_of(std::uint32_t token) const { return (token * 0x9e37'79b1u >> 12) & (s_.meetings.size() - 1); }

  void find_leads() {
    s_.leads.clear();
    for (std::size_t i = 0; i < asked_.tokens.size(); ++i) {
      const AskedPart& part = asked_.tokens[i];
      if (!leads(part.role)) continue;
      CandidateScratch::Lead lead{i, {}, {}};
      for (const SimilarToken& token : part.similar) {
        const Millinats gain = part.worth - token.cost();
        if (gain <= kLeastGain) continue;
        const std::uint32_t postings = posting_count(token.key);
        const bool is_short = postings <= kShortList;
        lead.lists[bucket_of(gain)] += kListCost + (is_short ? postings : 0);
        lead.postings[bucket_of(gain)] += is_short ? 0 : postings;
      }
      for (std::size_t b = 1; b < lead.lists.size(); ++b) {
        lead.lists[b] += lead.lists[b - 1];
        lead.postings[b] += lead.postings[b - 1];
      }
      s_.leads.push_back(lead);
    }
  }
  std::uint32_t posting_count(TokenId token) const { return index_.posting_count(token); }

  /// Chooses for each lead the least gain of the lists to be walked for postings of a level of facts: what all
  /// leads together can give below those gains must not reach the threshold. Greedy: again and again the step
  /// that takes most off for the postings it costs.
  void split(std::size_t level, LeastGains& least) const {
    constexpr std::size_t kNone = ~std::size_t{0};
    const Millinats facts_most = level == 0 || !facts_.any ? facts_.most : std::min(facts_.most, FactWindows::kLevels[level - 1] - 1);
    const Millinats threshold = limits_.threshold - facts_most;
    std::array<std::size_t, kMostLeads> walked;  // the last bucket, or kNone
    walked.fill(kNone);
    Millinats reach = extras_ + names::kWholeName;
    for (const auto& lead : s_.leads) reach += asked_.tokens[lead.part].worth;
    const auto left = [&](std::size_t lead, std::size_t bucket) {
      return bucket == kNone ? asked_.tokens[s_.leads[lead].part].worth : std::max(0, bucket_floor(bucket) - 1);
    };
    std::array<std::array<std::uint32_t, CandidateScratch::kBuckets>, kMostLeads> costs;
    if (reach >= threshold) {
      for (std::size_t i = 0; i < s_.leads.size(); ++i) {
        for (std::size_t b = 0; b < costs[i].size(); ++b) costs[i][b] = s_.leads[i].lists[b] + s_.leads[i].postings[b] / kPostingShares[level];
      }
    }
    while (reach >= threshold) {
      std::uint64_t best_cost = 0, best_taken = 0;  // the price is cost / taken
      std::size_t best_lead = kNone, best_bucket = 0;
      for (std::size_t i = 0; i < s_.leads.size(); ++i) {
        const auto& cost = costs[i];
        const std::uint32_t paid = walked[i] == kNone ? 0 : cost[walked[i]];
        const Millinats before = left(i, walked[i]);
        if (before == 0) continue;
        for (std::size_t b = walked[i] == kNone ? bucket_of(before) : walked[i] + 1; b < cost.size(); ++b) {
          if (b + 1 < cost.size() && cost[b + 1] == cost[b] && left(i, b) != 0) continue;  // deeper for nothing
          const Millinats taken = before - left(i, b);
          if (taken <= 0) continue;
          const std::uint64_t price = cost[b] - paid, counted = static_cast<std::uint64_t>(std::min(taken, reach - threshold + 1));
          if (best_lead == kNone || price * best_taken < best_cost * counted) {
            std::tie(best_cost, best_taken, best_lead, best_bucket) = std::tuple(price, counted, i, b);
          }
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

  /// What is the same for all lists of a lead.
  struct Lead {
    const AskedPart& part;
    Millinats besides;           ///< the most that all but its own gain can give
    std::uint8_t split_classes;  ///< of other parts that may be written as two words
    Millinats alone;             ///< the most that a name can weigh, beyond its gain, that agrees in nothing else
  };
  Lead lead_of(const AskedPart& part) const {
    return {part, extras_ + names::kWholeName + worth_besides(part), classes_to_split(part), most_alone(part)};
  }

  void walk(std::size_t lead, const std::array<Millinats, kLevels>& least) {
    const AskedPart& part = asked_.tokens[s_.leads[lead].part];
    const Lead walked = lead_of(part);
    const Millinats deepest = facts_.any ? *std::min_element(least.begin(), least.end()) : least.back();
    for (const SimilarToken& token : part.similar) {
      const Millinats gain = part.worth - token.cost();
      if (gain < deepest) continue;
      // Levels are nested: who can stand in a rarer one can stand in the years of a less rare one.
      std::size_t level = kLevels - 1;
      while (gain < least[level]) --level;
      walk_list(walked, gain, token.key, level);
    }
  }

  /// A list on its way.
  struct Walk {
    const AskedPart& lead;
    Millinats gain;
    Millinats room;  ///< the most that a name in the list can weigh
    PostingList list;
    PostingFilter filter;
  };

  /// Walks what a list has for facts of `level` and rarer ones.
  void walk_list(const Lead& lead, Millinats gain, TokenId token, std::size_t level) {
    const Millinats room = gain + lead.besides;
    if (room + facts_.most < limits_.threshold) return;
    const PostingList list = index_.postings(token);
    // The traveller's initials may stand for any token.
    const bool look_at_all = initials_ != 0 || gain + lead.alone + facts_.most >= limits_.threshold;
    Walk walk{lead.part, gain, room, list, {nullptr, gain >= kGainBesideSplit ? lead.split_classes : std::uint8_t{0}, look_at_all, nullptr}};
    if (!facts_.any || list.size() <= kShortList) return scan(walk, 0, list.size(), facts_.most);
    if (level < 2) {
      for (std::size_t l = 0; l <= level; ++l) scan_rare(walk, l);
    } else if (level == kLevels - 1) {
      scan_years(walk, 0, 255, level);
    } else {
      const FactWindows::Runs& runs = facts_.windows.runs[level];
      for (std::size_t i = 0; i < runs.count; ++i) scan_years(walk, runs.first[i], runs.last[i], level);
      if (level == FactWindows::kLevelOfStates) scan_states(walk);
    }
    if (facts_.born_year != kNoYear && list.size() <= kListWithSlips) scan_day(walk, facts_.born[0]);
  }

  /// What a level's facts weigh at most. Those of the last level are read together with those before it.
  Millinats most_of(std::size_t level) const {
    const std::size_t above = std::min(level, FactWindows::kLevelOfStates);
    return above == 0 ? facts_.most : std::min(facts_.most, FactWindows::kLevels[above - 1] - 1);
  }

  /// Scans the runs of one of the two rarest levels, where day or State rules most postings out at sight.
  void scan_rare(Walk& walk, std::size_t level) {
    const FactWindows& windows = facts_.windows;
    walk.filter.codes = level == 0 ? &windows.days_in_run : &windows.states_in_run;
    walk.filter.codes_of = level == 0 ? PostingFilter::CodesOf::day : PostingFilter::CodesOf::state;
    const auto& runs = windows.runs[level];
    for (std::size_t i = 0; i < runs.count; ++i) scan_piece(walk, runs.first[i], runs.last[i], most_of(level));
    walk.filter.codes = nullptr;
  }

  /// Scans what has one of the States that agree, in any year.
  void scan_states(Walk& walk) {
    walk.filter.codes = &facts_.windows.states;
    walk.filter.codes_of = PostingFilter::CodesOf::state;
    scan(walk, 0, walk.list.size(), most_of(FactWindows::kLevelOfStates));
    walk.filter.codes = nullptr;
  }

  /// Scans a run of years piece by piece: those of rarer levels apart, since more can be expected there.
  void scan_years(Walk& walk, YearCode first, YearCode last, std::size_t level) {
    int next = first;
    for (std::size_t i = 0; level > 0 && i < facts_.windows.runs[level - 1].count; ++i) {
      const FactWindows::Runs& runs = facts_.windows.runs[level - 1];
      const int begin = std::max<int>(runs.first[i], next), end = std::min(runs.last[i], last);
      if (begin > end) continue;
      scan_piece(walk, next, begin - 1, most_of(level));
      scan_years(walk, static_cast<YearCode>(begin), static_cast<YearCode>(end), level - 1);
      next = end + 1;
    }
    scan_piece(walk, next, last, most_of(level));
  }
  void scan_piece(Walk& walk, int first, int last, Millinats most) {
    if (first > last) return;
    const std::span<const YearCode> years = walk.list.years;
    const auto begin = first == 0 ? years.begin() : std::lower_bound(years.begin(), years.end(), first);
    const auto end = last == 255 ? years.end() : std::upper_bound(begin, years.end(), last);
    if (begin != end) scan(walk, static_cast<std::size_t>(begin - years.begin()), static_cast<std::size_t>(end - years.begin()), most);
  }

  /// Scans places of a list whose facts give no more than `facts_most`.
  void scan(Walk& walk, std::size_t begin, std::size_t end, Millinats facts_most) {
    const Millinats spare = walk.room + facts_most - limits_.threshold;
    if (spare < 0) return;
    std::size_t near = 0;
    while (CandidateScratch::kNear[near] < spare && near + 1 < CandidateScratch::kNear.size()) ++near;
    walk.filter.asked = &s_.asked[near];
    s_.places.clear();
    select_postings(walk.list, begin, end, walk.filter, s_.places);
    std::size_t seen = begin;  // the postings of a name are considered together
    for (const std::uint32_t place : s_.places) {
      if (place >= seen) seen = consider(walk, place);
    }
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

  /// Looks at all postings of the name at place `at`, if this one gives reason to; returns the place behind what it
  /// looked at.
  std::size_t consider(const Walk& walk, std::size_t at) {
    const PostingList& list = walk.list;
    const PostedName name = list.names[at];
    const Millinats facts = facts_.of(list.states[at], list.years[at], list.days[at]);
    const Millinats spare = walk.room + facts - limits_.threshold - absent_names(name) * -names::kAbsentName;
    if (spare < 0 || !is_promising(walk, at, spare)) return at + 1;
    std::size_t begin = at, end = at + 1;
    while (begin > 0 && list.names[begin - 1].packed == name.packed) --begin;
    while (end < list.size() && list.names[end].packed == name.packed) ++end;
    const Millinats bound = bound_of(walk.lead, walk.gain, list.others.subspan(begin, end - begin), name, limits_.threshold - facts);
    if (bound + facts >= limits_.threshold) out_.push_back({name.name(), bound + facts});
    return end;
  }

  /// How many names one side has more than the other at least, when nothing is joined.
  int absent_names(PostedName name) const {
    const auto listed = static_cast<int>(name.names());
    if (!asked_.joined.empty() || name.is_irregular() || listed == static_cast<int>(PostedName::kMostNames)) return 0;
    // A part that is written as two words takes two names; more than one such part is not looked for.
    const int more = listed - names_ - initials_ - 1;
    return more > 0 ? more : std::max(0, names_ - listed);
  }

  /// Whether the other token of this one posting can be among what reaches the threshold: it is near enough to a
  /// part, or could be one of two words for a part.
  bool is_promising(const Walk& walk, std::size_t at, Millinats spare) const {
    const OtherToken other = walk.list.others[at];
    if (walk.filter.any_token || other.number() >= OtherToken::kMany || walk.list.names[at].is_irregular()) return true;
    const auto [part, gain] = best_part(walk.lead.tokens, other);
    if (part != nullptr && part->worth - gain <= spare) return true;
    if (walk.filter.split_classes == 0 || at + 1 == walk.list.size() || walk.list.names[at].packed != walk.list.names[at + 1].packed) return false;
    const OtherToken next = walk.list.others[at + 1];
    if (next.number() >= OtherToken::kMany) return false;
    const std::uint8_t classes = other.classes() | next.classes();
    return (classes & ~walk.filter.split_classes) == 0 && std::any_of(asked_.tokens.begin(), asked_.tokens.end(), [&](const AskedPart& asked) {
      return (asked.tokens & walk.lead.tokens) == 0 && splittable(asked) && (classes & ~asked.classes.possible) == 0 &&
             split_cost(asked, other, next) <= spare;
    });
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
    Left left{names_, -initials_};
    Millinats sum = extras_;
    bool met_any = false;
    for (const NameToken& token : index_.tokens(id)) {
      if (token.role() == TokenRole::initial) --left.asked;
      if (!leads(token.role())) continue;
      left.listed += token.role() == TokenRole::name;
      const auto [part, met] = best_part(0, {token.token()});
      if (part == nullptr) continue;
      met_any = true;
      sum += met;
      left.asked -= part->names;
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
    return {names_ - lead.names, static_cast<int>(name.names()) - is_name - initials_};
  }

  Millinats worth_besides(const AskedPart& lead) const {
    Millinats sum = 0;
    for (const AskedPart& part : asked_.tokens) {
      if ((part.tokens & lead.tokens) == 0 && leads(part.role)) sum += part.worth;
    }
    return sum;
  }

  /// The most that a name can weigh, beyond the gain of the lead, that agrees in the lead alone and has another token
  /// that leads.
  Millinats most_alone(const AskedPart& lead) const {
    Millinats most = std::numeric_limits<Millinats>::min() / 2;
    for (std::uint32_t names = lead.role == TokenRole::name ? 2 : 1; names <= kMostPaired; ++names) {
      most = std::max(most, left_besides(lead, {names << PostedName::kNameBits}).weight());
    }
    return extras_ + most;
  }

  /// The most that the name weighs of which the lead meets a token and `others` are the other leading tokens;
  /// anything below `needed` may come out lower than it is.
  Millinats bound_of(const AskedPart& lead, Millinats gain, std::span<const OtherToken> others, PostedName name, Millinats needed) const {
    if (name.is_irregular() || others.size() >= kMostPaired) return bound_of_irregular(name.name());
    if (others.front().number() == OtherToken::kMany) return gain + extras_ + rest_of_many(lead, name);
    Left left = left_besides(lead, name);
    Millinats sum = gain + extras_;
    std::array<OtherToken, kMostPaired> unmet;
    std::size_t unmet_count = 0;
    for (const OtherToken other : others) {
      if (other.number() >= OtherToken::kMany) break;
      const auto [part, met] = best_part(lead.tokens, other);
      if (part == nullptr) {
        unmet[unmet_count++] = other;
        continue;
      }
      sum += met;
      left.asked -= part->names;
      left.listed -= part->role == TokenRole::name ? 1 : 0;
    }
    const Millinats bound = sum + left.weight();
    if (bound >= needed || unmet_count < 2 || left.asked < 1 || gain < kGainBesideSplit) return bound;
    const Left with_two = {left.asked - 1, left.listed - 2};
    return std::max(bound, sum + with_two.weight() + best_split(lead, std::span(unmet).first(unmet_count), needed - sum - with_two.weight()));
  }

  /// The most that a name weighs whose particles, titles or repeated tokens its postings do not tell: each of its tokens
  /// may meet any part that holds its sounds, alone or joined with a particle.
  Millinats bound_of_irregular(NameId id) const {
    Left met_only{names_, -initials_}, with_perhaps{names_, -initials_};
    Millinats sum = extras_, perhaps = 0;
    for (const NameToken& token : index_.tokens(id)) {
      if (token.role() == TokenRole::particle) continue;
      if (token.role() == TokenRole::initial) {
        --met_only.asked;
        --with_perhaps.asked;
        continue;
      }
      const int is_name = token.role() == TokenRole::name;
      const auto [part, gain] = best_part(0, {token.token()});
      if (part != nullptr) {
        sum += gain;
        const int others = is_name - (part->role == TokenRole::name ? 1 : 0);
        met_only = {met_only.asked - part->names, met_only.listed + others};
        with_perhaps = {with_perhaps.asked - part->names, with_perhaps.listed + others};
        continue;
      }
      met_only.listed += is_name;
      Millinats most = std::numeric_limits<Millinats>::min();
      for (const AskedPart& asked : asked_.tokens) {
        const romanize::Sounds& sounds = index_.token(token.token());
        // A particle adds two or three sounds.
        const bool about_as_long = std::abs(static_cast<int>(sounds.size()) - static_cast<int>(asked.sounds)) <= kMostMissing;
        if (about_as_long && asked.bound != nullptr && leads(asked.role)) most = std::max(most, asked.worth - asked.bound->get().of(sounds));
      }
      if (most > kContradictingNames) {
        perhaps += most;
        --with_perhaps.asked;
      } else {
        with_perhaps.listed += is_name;
      }
    }
    return sum + std::max(met_only.weight(), perhaps + with_perhaps.weight());
  }

  struct Met {
    const AskedPart* part = nullptr;
    Millinats gain = 0;
  };
  /// The part, besides those with `tokens`, that agrees best with a listed token.
  Met best_part(std::uint64_t tokens, OtherToken other) const {
    Met best;
    if (!s_.asked.back().may_contain(other.number())) return best;
    for (std::size_t at = slot_of(other.number()); s_.meetings[at].used; at = (at + 1) & (s_.meetings.size() - 1)) {
      const CandidateScratch::Meeting& meeting = s_.meetings[at];
      if (meeting.token != other.number() || (best.part != nullptr && meeting.gain <= best.gain)) continue;
      const AskedPart& part = part_of(meeting.part);
      if ((part.tokens & tokens) == 0) best = {&part, meeting.gain};
    }
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
    const Lead lead = lead_of(part);
    for (const SimilarToken& token : part.similar) {
      const Millinats gain = part.worth - token.cost();
      if (gain > 0) walk_list(lead, gain, token.key, kLevels - 1);
    }
  }

  void walk_halves(const AskedHalves& halves) {
    for (const SimilarToken& token : halves.first.similar) {
      const PostingList list = index_.postings(token.key);
      for (std::size_t at = 0; at < list.size(); ++at) {
        if (!std::binary_search(halves.second.begin(), halves.second.end(), SimilarToken{list.others[at].number()},
                                [](const SimilarToken& a, const SimilarToken& b) { return a.key < b.key; })) {
          continue;
        }
        const Millinats facts = facts_.of(list.states[at], list.years[at], list.days[at]);
        const Millinats bound = kMostGain + extras_ + names::kWholeName + worth_besides(halves.first) + facts;
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
  int names_ = 0;         ///< parts that are names
  int initials_ = 0;
  Millinats extras_ = 0;  ///< what parts that do not lead can give
};

}  // namespace

FactWindows windows_of(const FactBounds& facts) {
  FactWindows windows;
  if (!facts.any) return windows;
  const auto [least_state, most_state] = std::minmax_element(facts.state.begin(), facts.state.end());
  std::array<std::int16_t, 256> most;
  for (std::size_t year = 0; year < most.size(); ++year) {
    most[year] = std::max(facts.without_day[year], facts.other_day[year]);
    if (facts.born_year == kNoYear) most[year] = std::max(most[year], facts.near_day[year]);
  }
  for (const std::size_t year : {std::size_t{facts.born_year}, std::size_t{kAnyYear}}) most[year] = std::max(most[year], facts.near_day[year]);
  // Only the years next to the traveller's: of others only dates without a day, a decade off, would stand out.
  const int near_years = 8;
  for (std::size_t level = 0; level < windows.runs.size(); ++level) {
    const Millinats least = FactWindows::kLevels[level] - facts.others - (level == FactWindows::kLevelOfStates ? *least_state : *most_state);
    FactWindows::Runs& runs = windows.runs[level];
    for (std::size_t year = 0; year < most.size(); ++year) {
      if (most[year] < least) continue;
      const bool is_far = std::abs(static_cast<int>(year) - static_cast<int>(facts.born_year)) > near_years;
      if (facts.born_year != kNoYear && is_far && year != kNoYear && year != kAnyYear) continue;
      const auto code = static_cast<YearCode>(year);
      const bool goes_on = runs.count != 0 && (runs.last[runs.count - 1] + 1u == year || runs.count == runs.first.size());
      if (!goes_on) runs.first[runs.count++] = code;
      runs.last[runs.count - 1] = code;
    }
  }
  const Millinats same_year = facts.others + *std::max_element(facts.other_day.begin(), facts.other_day.end() - 1);
  const Millinats no_year = facts.others + facts.other_day[kNoYear];
  for (std::size_t state = 0; state < facts.state.size(); ++state) {
    if (std::max(same_year, no_year) + facts.state[state] >= FactWindows::kLevels[1]) windows.states_in_run.add(static_cast<StateNumber>(state));
  }
  for (unsigned day = 0; day < 256; ++day) {
    const bool is_near = facts.born_year == kNoYear || (facts.near_days[day >> 6] >> (day & 63) & 1) != 0;
    if (is_near || day == kNoDay) windows.days_in_run.add(static_cast<DayCode>(day));
  }
  // The usual: another date and nothing listed that is near it.
  const Millinats contradiction = *std::min_element(facts.other_day.begin(), facts.other_day.end());
  for (std::size_t state = 0; state < facts.state.size(); ++state) {
    if (facts.others + contradiction + facts.state[state] >= FactWindows::kLevels[FactWindows::kLevelOfStates]) {
      windows.states.add(static_cast<StateNumber>(state));
    }
  }
  return windows;
}

void find_candidates(const Index& index, const AskedParts& asked, const FactBounds& facts, const CandidateLimits& limits,
                     CandidateScratch& scratch, std::vector<CandidateName>& out) {
  Search(index, asked, facts, limits, scratch, out).run();
}

}  // namespace darvaza::index
