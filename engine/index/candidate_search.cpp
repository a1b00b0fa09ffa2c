#include "index/candidate_search.h"

#include <algorithm>
#include <cstdlib>
#include <cstring>
#include <optional>
#include <span>
#include <tuple>
#include <utility>

#include "index/name_postings.h"
#include "names/name_alignment.h"

namespace darvaza::index {
namespace {

using names::Millinats;
using names::TokenRole;

/// Lists up to this length are read whole, whatever facts are asked for.
constexpr std::size_t kShortList = 64;
/// In lists of a word so rare that agrees so well all names are looked at: the other words may share no key with theirs.
constexpr std::size_t kRareList = 16;
constexpr Millinats kGainOfRare = 3000;
/// In longer lists than this, a name is not looked at again that a settled part leads to.
constexpr std::size_t kLongList = 256;

constexpr std::size_t kLastLevel = FactWindows::kAllLevels - 1;

class Search {
 public:
  Search(const Index& index, const AskedParts& asked, const FactBounds& facts, const CandidateLimits& limits, Deadline& deadline,
         CandidateScratch& scratch, std::vector<CandidateName>& out)
      : index_(index), asked_(asked), facts_(facts), limits_(limits), deadline_(deadline), s_(scratch), bounds_(scratch.bounds), plan_(scratch.plan), out_(out) {
    bounds_.assign(index, asked);
  }

  void run() {
    out_.clear();
    for (auto& pieces : s_.pieces) pieces.clear();
    s_.short_lists.clear();
    s_.long_lists.clear();
    s_.filtered.clear();
    s_.found.clear();
    plan_.make(index_, asked_, bounds_, facts_, limits_.threshold);
    for (const WalkPlan::Lead& lead : plan_.leads()) walk(lead);
    for (const AskedPart& part : asked_.joined) walk_joined(part);
    for (const AskedHalves& halves : asked_.halves) walk_halves(halves);
    if (facts_.born_year != kNoYear) look_at_born();
    keep_best();
  }

 private:
  /// The whole name, or what it loses that settled names meet nothing.
  Millinats without_settled() const { return plan_.settled_names() != 0 ? plan_.settled_names() * names::kAbsentName : names::kWholeName; }

  /// What is the same for all lists of a lead.
  struct Lead {
    AskedPart part;              ///< its tokens are those that others cannot meet
    NameBounds::CostsOfAbsent costs_of_absent;  ///< some of the traveller's names may be taken to meet nothing
    Millinats besides;           ///< the most that all but its own gain can give
    NameBounds::OtherParts others;
    Millinats alone;             ///< the most that a name can weigh, beyond its gain, that agrees in nothing else, ...
    Millinats alone_if_irregular;  ///< ... and has a title or initials
    mutable NameBounds::Besides besides_met{};  ///< beside a word of it and one of another part
  };
  Lead lead_of(const AskedPart& part) const { return lead_of(part, 0, names::kWholeName); }
  Lead lead_without_settled(AskedPart part) const {
    part.tokens |= plan_.settled_tokens();
    return lead_of(part, plan_.settled_names(), without_settled());
  }
  Lead lead_of(const AskedPart& part, int absent_names, Millinats whole) const {
    return {part, bounds_.costs_of_absent(absent_names), bounds_.extras() + whole + bounds_.worth_besides(part.tokens), bounds_.other_parts(part), bounds_.alone(part),
            bounds_.alone_if_irregular(part)};
  }

  void walk(const WalkPlan::Lead& planned) {
    const AskedPart& part = asked_.tokens[planned.part];
    const auto& least = planned.least;
    const Lead walked = lead_of(part), without_settled = lead_without_settled(part);
    const Millinats deepest = facts_.any ? *std::min_element(least.begin(), least.end()) : least.back();
    const auto lead_with = [&](bool settled_apart) -> const Lead& { return settled_apart ? without_settled : walked; };
    for (const SimilarToken& token : part.similar) {
      const Millinats gain = part.worth - token.cost();
      if (gain < deepest || gain <= WalkPlan::kLeastGain) continue;
      // Levels are nested: who can stand in a rarer one can stand in the years of a less rare one.
      std::size_t level = kLastLevel;
      while (gain < least[level]) --level;
      const std::uint32_t size = index_.posting_count(token.key);
      if (size <= kShortList) {
        add_short(walked, gain, token.key, size);
      } else {
        s_.to_select.push_back({token.key, gain, level, !planned.is_settled && size > kLongList});
      }
    }
    constexpr std::size_t kAhead = 2;  // where years begin in a list is searched for: each step would wait for memory
    for (std::size_t i = 0; i < s_.to_select.size(); ++i) {
      if (i + kAhead < s_.to_select.size()) index_.postings(s_.to_select[i + kAhead].token).fetch_years();
      const auto& [token, gain, level, settled_apart] = s_.to_select[i];
      select_in_list(lead_with(settled_apart), settled_apart, gain, token, level);
    }
    s_.to_select.clear();
    look_at_selected(lead_with);
    walk_short(walked);
  }

  /// A list on its way.
  struct Walk {
    const Lead& lead;
    TokenId token;
    Millinats gain;
    Millinats room;  ///< the most that a name in the list can weigh
    PostingList list;
    PostingFilter filter;
    std::uint32_t number = 0;    ///< in FoundPlace
    std::optional<bool> half{};  ///< is_half, once it was asked
  };

  /// Whether the list's word may be one of two that are written for the part. A word is read for that.
  bool is_half(Walk& walk) const {
    if (!walk.half) walk.half = bounds_.may_be_half(walk.lead.part, walk.token);
    return *walk.half;
  }

  /// What passes in a list, whatever its facts.
  PostingFilter filter_of(const Lead& lead, Millinats gain, std::size_t size) const {
    const auto reaches = [&](Millinats alone) { return gain + alone + facts_.most >= limits_.threshold; };
    const bool is_rare = size <= kRareList && gain >= kGainOfRare;
    PostingFilter filter;
    filter.split_classes = gain >= kGainBesideSplit ? lead.others.split_classes : std::uint8_t{0};
    filter.any_token = is_rare || bounds_.initials() != 0 || reaches(lead.alone);  // the traveller's initials may stand for any word
    filter.irregular = reaches(lead.alone_if_irregular);
    return filter;
  }

  /// Selects what a list has for facts of `level` and rarer ones; the postings are looked at later, those of many lists together.
  void select_in_list(const Lead& lead, bool settled_apart, Millinats gain, TokenId token, std::size_t level) {
    const Millinats room = gain + lead.besides;
    if (room + facts_.most < limits_.threshold || deadline_.passed()) return;
    const PostingList list = index_.postings(token);
    Walk walk{lead, token, gain, room, list, filter_of(lead, gain, list.size()), static_cast<std::uint32_t>(s_.long_lists.size())};
    if (!facts_.any || list.size() <= kShortList) {
      scan(walk, 0, list.size(), facts_.most);
    } else {
      if (level < 2) {
        for (std::size_t l = 0; l <= level; ++l) scan_rare(walk, l);
      } else {
        scan_years(walk, level);
        if (level == FactWindows::kLevelOfStates) scan_states(walk);
      }
      if (facts_.born_year != kNoYear) scan_day(walk);
    }
    s_.long_lists.push_back({token, gain, settled_apart, walk.filter});
  }

  /// Looks at what was selected in long lists.
  template <typename LeadWith>
  void look_at_selected(LeadWith lead_with) {
    look_at_found([&](std::uint32_t number) {
      const auto& [token, gain, settled_apart, filter] = s_.long_lists[number];
      const Lead& lead = lead_with(settled_apart);
      return Walk{lead, token, gain, gain + lead.besides, index_.postings(token), filter, number};
    });
    s_.long_lists.clear();
    s_.found.clear();
  }

  /// Looks at the postings that were found, list by list; `walk_of` gives the list of a number.
  template <typename WalkOf>
  void look_at_found(WalkOf walk_of) {
    for (auto found = s_.found.begin(); found != s_.found.end() && !deadline_.passed();) {
      const std::uint32_t number = found->list;
      Walk walk = walk_of(number);
      std::size_t last = 0, seen = 0;  // the postings of a name are considered together; a list may have been scanned more than once
      for (; found != s_.found.end() && found->list == number; ++found) {
        if (found->place < last) seen = 0;
        last = found->place;
        if (last >= seen) seen = consider(walk, last);
      }
    }
  }

  /// Notes a list that is read whole, for walk_short.
  void add_short(const Lead& lead, Millinats gain, TokenId token, std::uint32_t size) {
    const Millinats spare = gain + lead.besides + facts_.most - limits_.threshold;
    if (spare < 0 || size == 0) return;
    PostingFilter filter = filter_of(lead, gain, size);
    filter.asked = &bounds_.asked_tokens(NameBounds::nearness(spare));
    s_.filtered.push_back({index_.postings(token), filter});
    s_.short_lists.push_back({token, gain});
  }

  /// Reads the lists that were noted, which most of all lists are: hundreds, of a handful of postings each.
  void walk_short(const Lead& lead) {
    select_in_lists(s_.filtered, s_.found);
    for (const FoundPlace found : s_.found) {
      s_.filtered[found.list].list.fetch(found.place);
      index_.fetch_token(s_.short_lists[found.list].token);  // for is_half
    }
    look_at_found([&](std::uint32_t number) {
      const auto [token, gain] = s_.short_lists[number];
      return Walk{lead, token, gain, gain + lead.besides, s_.filtered[number].list, s_.filtered[number].filter, number};
    });
    s_.short_lists.clear();
    s_.filtered.clear();
    s_.found.clear();
  }

  /// What a level's facts weigh at most. Those of the last level are read together with those before it.
  Millinats most_of(std::size_t level) const { return facts_.most_beyond(std::min(level, FactWindows::kLevelOfStates)); }

  /// Scans the runs of one of the two rarest levels, where day or State rules most postings out at sight.
  void scan_rare(Walk& walk, std::size_t level) {
    const FactWindows& windows = facts_.windows;
    (level == 0 ? walk.filter.days : walk.filter.states) = level == 0 ? &windows.days_in_run : &windows.states_in_run;
    const auto& runs = windows.runs[level];
    for (std::size_t i = 0; i < runs.count; ++i) {
      const auto [begin, end] = places_of(walk.list, 0, runs.first[i], runs.last[i]);
      scan(walk, begin, end, most_of(level));
    }
    walk.filter.days = walk.filter.states = nullptr;
  }

  /// Scans what has one of the States that agree, in any year.
  void scan_states(Walk& walk) {
    walk.filter.states = &facts_.windows.states;
    scan(walk, 0, walk.list.size(), most_of(FactWindows::kLevelOfStates));
    walk.filter.states = nullptr;
  }

  /// The years of a level cut into pieces: those of rarer levels apart, since more can be expected there.
  std::span<const CandidateScratch::Piece> pieces_of(std::size_t level) {
    std::vector<CandidateScratch::Piece>& pieces = s_.pieces[level];
    if (!pieces.empty()) return pieces;
    if (level == kLastLevel) {
      cut(0, 255, level, pieces);
    } else {
      const FactWindows::Runs& runs = facts_.windows.runs[level];
      for (std::size_t i = 0; i < runs.count; ++i) cut(runs.first[i], runs.last[i], level, pieces);
    }
    return pieces;
  }
  void cut(int first, int last, std::size_t level, std::vector<CandidateScratch::Piece>& pieces) const {
    int next = first;
    for (std::size_t i = 0; level > 0 && i < facts_.windows.runs[level - 1].count; ++i) {
      const FactWindows::Runs& runs = facts_.windows.runs[level - 1];
      const int begin = std::max<int>(runs.first[i], next), end = std::min<int>(runs.last[i], last);
      if (begin > end) continue;
      if (next < begin) pieces.push_back({next, begin - 1, most_of(level)});
      cut(begin, end, level - 1, pieces);
      next = end + 1;
    }
    if (next <= last) pieces.push_back({next, last, most_of(level)});
  }

  /// Scans the pieces of a level, neighbours together where as much is to be expected of them.
  void scan_years(Walk& walk, std::size_t level) {
    const std::span<const CandidateScratch::Piece> pieces = pieces_of(level);
    const auto spare_of = [&](const CandidateScratch::Piece& piece) { return walk.room + piece.most - limits_.threshold; };
    std::size_t from = 0;
    for (std::size_t i = 0; i < pieces.size(); ++i) {
      const Millinats spare = spare_of(pieces[i]);
      if (spare < 0) continue;
      const int first = pieces[i].first;
      Millinats most = pieces[i].most;
      for (; i + 1 < pieces.size() && pieces[i + 1].first == pieces[i].last + 1; ++i) {
        const Millinats next = spare_of(pieces[i + 1]);
        if (next < 0 || NameBounds::nearness(next) != NameBounds::nearness(spare)) break;
        most = std::max(most, pieces[i + 1].most);
      }
      const auto [begin, end] = places_of(walk.list, from, first, pieces[i].last);
      scan(walk, begin, end, most);
      from = end;
    }
  }

  /// The places of some years, none of which stand before `from`.
  static std::pair<std::size_t, std::size_t> places_of(const PostingList& list, std::size_t from, int first, int last) {
    const auto begin_of = [&](std::size_t at, int year) {
      return at + count_below(list.years().subspan(at), year);
    };
    const std::size_t begin = first == 0 ? 0 : begin_of(from, first);
    return {begin, last == 255 ? list.size() : begin_of(begin, last + 1)};
  }

  /// How many of the years, which ascend, come before one. Without branches: which way to go is a matter of chance at each step.
  static std::size_t count_below(std::span<const YearCode> years, int year) {
    const YearCode* from = years.data();
    for (std::size_t left = years.size(); left != 0;) {
      const std::size_t half = (left + 1) / 2;
      from += from[half - 1] < year ? half : 0;
      left -= half;
    }
    return static_cast<std::size_t>(from - years.data());
  }

  /// Scans places of a list whose facts give no more than `facts_most`.
  void scan(Walk& walk, std::size_t begin, std::size_t end, Millinats facts_most) {
    const Millinats spare = walk.room + facts_most - limits_.threshold;
    if (spare < 0 || begin == end) return;
    walk.filter.asked = &bounds_.asked_tokens(NameBounds::nearness(spare));
    s_.places.clear();
    select_postings(walk.list, begin, end, walk.filter, s_.places);
    for (const std::uint32_t place : s_.places) note(walk, place);
  }

  /// Notes a posting of the list that is being selected in. What stands there is fetched meanwhile: it is anywhere in memory.
  void note(const Walk& walk, std::uint32_t place) {
    walk.list.fetch(place);
    s_.found.push_back({walk.number, place});
  }

  /// The postings with the traveller's day, whatever the year: slips of the hand in it stand anywhere in a list. The year tells most of
  /// them from chance, without a look at their words.
  void scan_day(Walk& walk) {
    walk.filter.asked = &bounds_.asked_tokens(NameBounds::nearness(walk.room + facts_.most - limits_.threshold));
    const Millinats needed = limits_.threshold - walk.room - facts_.others - facts_.most_state;
    const std::span<const DayCode> days = walk.list.days();
    s_.places.clear();
    for (std::size_t at = 0; at < days.size(); ++at) {
      const auto* const found = static_cast<const DayCode*>(std::memchr(&days[at], facts_.born[0], days.size() - at));
      if (found == nullptr) break;
      at = static_cast<std::size_t>(found - days.data());
      if (facts_.same_day[walk.list.years()[at]] < needed) continue;
      __builtin_prefetch(&walk.list.others()[at]);
      s_.places.push_back(static_cast<std::uint32_t>(at));
    }
    for (const std::uint32_t place : s_.places) {
      if (passes(walk.list, place, walk.filter)) note(walk, place);
    }
  }

  /// Looks at all postings of the name at place `at`, if this one gives reason to; returns the place behind what it
  /// looked at.
  std::size_t consider(Walk& walk, std::size_t at) {
    const PostingList& list = walk.list;
    const PostedName name = list.names()[at];
    // Particles on both sides meet part by part; in long lists it is not asked whether they would better as one word.
    if (name.is_joined() && bounds_.particles() != 0 && list.size() > kLongList) return at + 1;
    const Millinats facts = facts_.of(list.states()[at], list.years()[at], list.days()[at]);
    const Millinats spare = walk.room + facts - limits_.threshold + walk.lead.costs_of_absent[name.kind()];
    if (spare < 0 || !is_promising(walk, at, spare, limits_.threshold - facts)) return at + 1;
    std::size_t begin = at, end = at + 1;
    while (begin > 0 && list.names()[begin - 1].packed == name.packed) --begin;
    while (end < list.size() && list.names()[end].packed == name.packed) ++end;
    const Millinats bound = bounds_.of_posting({walk.lead.part, walk.lead.others, walk.token, is_half(walk), walk.gain}, list.others().subspan(begin, end - begin), name, limits_.threshold - facts);
    if (bound + facts >= limits_.threshold) out_.push_back({name.name(), bound + facts});
    return end;
  }

  /// Whether the other word of this posting can be among what reaches the threshold: it meets a part, or could be one of two
  /// words for a part.
  bool is_promising(const Walk& walk, std::size_t at, Millinats spare, Millinats needed) const {
    const PostingList& list = walk.list;
    const OtherToken other = list.others()[at];
    if (walk.filter.any_token || other.number() >= OtherToken::kMany) return true;
    if (walk.filter.irregular && list.names()[at].is_irregular()) return true;
    if (bounds_.can_meet(walk.lead.part, walk.lead.besides_met, walk.gain, other, list.names()[at], needed)) return true;
    if (walk.filter.split_classes == 0 || at + 1 == list.size() || list.names()[at].packed != list.names()[at + 1].packed) return false;
    const OtherToken next = list.others()[at + 1];
    return next.number() < OtherToken::kMany && bounds_.can_split(walk.lead.part, other, next, spare);
  }

  /// Everybody born on the traveller's day, or on the one with day and month swapped: the date says so much that a
  /// name may do of which a single part agrees.
  void look_at_born() {
    for (const DayCode day : facts_.born) {
      if (day == kNoDay) continue;
      const Index::DatedList born = index_.born_on(facts_.born_year, day);
      constexpr std::size_t kTogether = 32;  // names stand anywhere, and their tokens elsewhere
      for (std::size_t i = 0; i < born.names.size(); ++i) {
        if (i % kTogether == 0) {
          const auto next = born.names.subspan(i, std::min(kTogether, born.names.size() - i));
          for (const NameId name : next) index_.fetch_name(name);
          for (const NameId name : next) index_.fetch_tokens(name);
        }
        const Millinats facts = facts_.of(born.states[i], facts_.born_year, day);
        if (facts <= facts_.most) continue;  // the walks look so deep
        const Millinats bound = bounds_.of_name(born.names[i], NameBounds::Readings::of_particles, limits_.threshold - facts) + facts;
        if (bound >= limits_.threshold) out_.push_back({born.names[i], bound});
      }
    }
  }

  /// Names with a word for neighbours read as one. In long lists only those that no walk of another part has found.
  void walk_joined(const AskedPart& part) {
    const Lead lead = lead_of(part);
    const Millinats rest = bounds_.extras() + names::kWholeName;
    for (const SimilarToken& token : part.similar) {
      const Millinats gain = part.worth - token.cost();
      if (gain <= 0 || bounds_.is_twice_joined(part, token.key)) continue;
      std::size_t level = kLastLevel;
      if (index_.posting_count(token.key) > kLongList) {
        const auto reaches = [&](std::size_t l) { return gain + rest + plan_.missed_besides(part.tokens, l) + facts_.most_beyond(l) >= limits_.threshold; };
        const std::size_t first = facts_.any ? 0 : level;
        while (level > first && !reaches(level)) --level;
        if (!reaches(level)) continue;
      }
      select_in_list(lead, false, gain, token.key, level);
    }
    look_at_selected([&](bool) -> const Lead& { return lead; });
  }

  /// Names that hold both words of a part cut in two. Either leads to them: the one with fewer postings is walked.
  void walk_halves(const AskedHalves& halves) {
    std::span<const SimilarToken> walked = halves.first.similar, other = halves.second;
    if (postings_of(other) < postings_of(walked)) std::swap(walked, other);
    s_.other_half.clear();
    for (const SimilarToken& token : other) s_.other_half.add(token.key);
    PostingFilter filter;
    filter.asked = &s_.other_half;
    const Millinats most = halves.first.worth + bounds_.extras() + names::kWholeName + bounds_.worth_besides(halves.first.tokens);
    for (const SimilarToken& token : walked) {
      if (deadline_.passed()) return;
      const PostingList list = index_.postings(token.key);
      s_.places.clear();
      select_postings(list, 0, list.size(), filter, s_.places);
      for (const std::uint32_t at : s_.places) {
        const bool has_both = std::binary_search(other.begin(), other.end(), SimilarToken{list.others()[at].number()},
                                                 [](const SimilarToken& a, const SimilarToken& b) { return a.key < b.key; });
        const Millinats facts = facts_.of(list.states()[at], list.years()[at], list.days()[at]);
        if (!has_both || most + facts < limits_.threshold) continue;
        out_.push_back({list.names()[at].name(), most + facts});
      }
    }
  }
  std::uint64_t postings_of(std::span<const SimilarToken> tokens) const {
    std::uint64_t count = 0;
    for (const SimilarToken& token : tokens) count += index_.posting_count(token.key);
    return count;
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
  Deadline& deadline_;
  CandidateScratch& s_;
  NameBounds& bounds_;
  WalkPlan& plan_;
  std::vector<CandidateName>& out_;
};

}  // namespace

void find_candidates(const Index& index, const AskedParts& asked, const FactBounds& facts, const CandidateLimits& limits,
                     Deadline& deadline, CandidateScratch& scratch, std::vector<CandidateName>& out) {
  Search(index, asked, facts, limits, deadline, scratch, out).run();
}

}  // namespace darvaza::index
