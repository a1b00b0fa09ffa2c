#include "screening/person_search.h"

#include <algorithm>
#include <array>
#include <limits>
#include <optional>
#include <tuple>
#include <utility>

#include "documents/states.h"
#include "index/candidate_search.h"
#include "scoring/calibration.h"
#include "screening/asked_facts.h"
#include "screening/name_scorer.h"
#include "screening/searched.h"

namespace darvaza::screening {
namespace {

/// An entry under consideration: the listed name that agrees best with any of the traveller's.
struct Contender {
  std::uint32_t part = 0;
  index::EntryId entry = 0;
  MetName met;            ///< without a name: only a document points here
  std::size_t asked = 0;  ///< which of the traveller's names
  std::int32_t name_weight = 0;
  std::int32_t total = 0;

  auto place() const { return std::tuple(part, entry); }
};

/// One search for one traveller.
class Search {
 public:
  Search(const index::IndexSet& set, const Traveller& traveller, std::size_t names, std::span<const PersonDocument> documents,
         const ScreeningOptions& options, SearchScratch& scratch)
      : set_(set), names_(names), documents_(documents), options_(options), deadline_(options.deadline), s_(scratch),
        least_to_review_(scoring::least_weight(options.review_score_bp) - scoring::kScreeningPrior) {
    facts_.reserve(set.parts().size());
    for (std::uint32_t part = 0; part < set.parts().size(); ++part) {
      const auto [begin, end] = std::equal_range(documents.begin(), documents.end(), PersonDocument{part, 0, DocumentMatch::exact, {}, {}},
                                                 [](const PersonDocument& a, const PersonDocument& b) { return a.part < b.part; });
      facts_.emplace_back(index_of(part), traveller, documents.subspan(static_cast<std::size_t>(begin - documents.begin()), static_cast<std::size_t>(end - begin)));
      if (!set.parts()[part].shares_states) s_.parts[part].fact_bounds.make(traveller, s_.parts[part].facts);
    }
  }

  void run() {
    for (const PersonDocument& document : documents_) add_document_entry(document.part, document.entry);
    if (options_.exhaustive) return score_all();
    // Nothing below both limits is asked for: the higher the threshold, the less there is to look at.
    const std::int32_t wanted = std::min(options_.min_score_bp, options_.review_score_bp);
    const std::int32_t least = scoring::least_weight(wanted) - scoring::kScreeningPrior;
    if (wanted > kLeastExactScore) return search(least, kMostCandidates);
    for (const std::int32_t threshold : kThresholds) {
      search(std::max(threshold, least), kCandidatesOfLowScore);
      if (deadline_.passed() || threshold <= least || count_above(threshold + kUnseen) >= options_.top) return;
    }
  }

  /// All entries that were scored, best first.
  std::span<const Contender> ranked() {
    keep_best_of_each_entry();
    std::sort(contenders_.begin(), contenders_.end(), [&](const Contender& a, const Contender& b) { return is_better(a, b); });
    return contenders_;
  }
  const AskedFacts& facts(std::uint32_t part) const { return facts_[part]; }
  bool is_complete() const { return !deadline_.was_seen(); }
  bool has_withheld() const { return withheld_; }
  bool any_weighed() const { return any_weighed_ || options_.exhaustive || !documents_.empty(); }

 private:
  /// Hundreds of people share a common name: so many of them are told apart by their facts.
  static constexpr std::size_t kMostCandidates = 20'000;
  /// Where the best are wanted whatever their score, the threshold is lowered until there are enough of them. Below the
  /// first steps almost any name will do; of those the most promising ones are scored.
  static constexpr std::int32_t kLeastExactScore = 1'000;
  static constexpr std::array<std::int32_t, 6> kThresholds = {6'000, 2'000, -2'000, -6'000, -10'000, -40'000};
  static constexpr std::size_t kCandidatesOfLowScore = 2'000;
  /// The search takes tokens for contradicting that are hardly alike and share no key; alignment makes up to this
  /// much more of them.
  static constexpr std::int32_t kUnseen = 8'000;
  /// Of names that no search has bounded.
  static constexpr std::int32_t kAnyBound = std::numeric_limits<std::int32_t>::max();

  const index::Index& index_of(std::uint32_t part) const { return *set_.parts()[part].index; }

  void search(std::int32_t threshold, std::size_t most) {
    for (std::uint32_t part = 0; part < s_.parts.size(); ++part) {
      if (!is_searched(set_, part, options_)) continue;
      const PartScratch& scratch = s_.parts[part];
      const index::FactBounds& facts = s_.parts[set_.parts()[part].shares_states ? 0 : part].facts;
      for (std::size_t i = 0; i < names_; ++i) {
        index::find_candidates(index_of(part), scratch.asked[i].parts(), facts, {threshold, most}, deadline_, s_.candidates, s_.found);
        any_weighed_ = any_weighed_ || !s_.found.empty();
        score_each(part, i, s_.found.size(), [&](std::size_t at) { return s_.found[at]; });
      }
    }
  }

  void score_all() {
    for (std::uint32_t part = 0; part < s_.parts.size(); ++part) {
      if (!is_searched(set_, part, options_)) continue;
      for (std::size_t i = 0; i < names_; ++i) {
        score_each(part, i, index_of(part).name_count(), [](std::size_t at) { return index::CandidateName{static_cast<index::NameId>(at), kAnyBound}; });
      }
    }
  }

  /// Scores `count` names, until the deadline.
  template <typename NameAt>
  void score_each(std::uint32_t part, std::size_t asked, std::size_t count, NameAt name_at) {
    constexpr std::size_t kNamesBetweenLooks = 64;  // at the clock; aligning one takes microseconds
    const index::Index& index = index_of(part);
    for (std::size_t at = 0; at < count; ++at) {
      if (at % kNamesBetweenLooks == 0) {
        if (deadline_.passed()) return;
        const std::size_t next = std::min(count, at + kNamesBetweenLooks);
        for (std::size_t i = at; i < next; ++i) index.fetch_name(name_at(i).name);
        for (std::size_t i = at; i < next; ++i) {
          index.fetch_tokens(name_at(i).name);
          index.fetch_entry(index.entry_of(name_at(i).name));
        }
      }
      score(part, asked, name_at(at));
    }
  }

  /// The names of an entry to whom a presented document is attributed count, however little they agree.
  void add_document_entry(std::uint32_t part, index::EntryId id) {
    const index::EntryView entry = index_of(part).entry(id);
    std::int32_t best = 0;
    const std::size_t before = contenders_.size();
    for (std::size_t i = 0; i < names_; ++i) {
      for (index::NameId name = entry.first_name; name < entry.first_name + entry.name_count; ++name) score(part, i, {name, kAnyBound});
    }
    for (std::size_t at = before; at < contenders_.size(); ++at) best = std::max(best, contenders_[at].name_weight);
    // A listed person who travels under another name keeps the document: a name that disagrees must
    // not outweigh it, or a slight likeness of names would say less than none.
    if (best > 0) return;
    contenders_.resize(before);
    document_only_.emplace_back(part, id);
    contenders_.push_back({part, id, {}, 0, 0, scoring::kScreeningPrior + facts_[part].weight(id, {})});
  }

  void score(std::uint32_t part, std::size_t asked, const index::CandidateName& candidate) {
    const index::Index& index = index_of(part);
    const index::NameId name = candidate.name;
    const index::EntryId entry = index.entry_of(name);
    if (!is_searched(set_, part, entry, options_)) return;
    if (!is_visible(index, entry, options_.post)) {
      // And no more: what is hidden must not cost time. Where thresholds go below that of `review`, nearly everybody has
      // something hidden near the bottom.
      withheld_ |= candidate.bound >= least_to_review_;
      return;
    }
    if (std::find(document_only_.begin(), document_only_.end(), std::pair(part, entry)) != document_only_.end()) return;
    const std::int32_t weight = score_name(index, s_.parts[part].asked[asked], name, s_.listed, s_.alignment);
    if (s_.alignment.pairs.empty() || !s_.alignment.stands) return;
    const MetName met{name, s_.alignment.unmatched_b};
    contenders_.push_back({part, entry, met, asked, weight, scoring::kScreeningPrior + weight + facts_[part].weight(entry, met)});
  }

  /// Best first. Equal ones of one index in its order; of several by list and identifier, so that it makes no difference
  /// in which file an entry stands.
  bool is_better(const Contender& a, const Contender& b) const {
    if (a.total != b.total) return a.total > b.total;
    if (set_.files().size() == 1) return a.entry < b.entry;
    const auto listed = [&](const Contender& contender) {
      const index::Index& index = index_of(contender.part);
      return std::tuple(set_.rank_of_list(index.list_of(contender.entry)), index.id_of(contender.entry), contender.part, contender.entry);
    };
    return listed(a) < listed(b);
  }

  /// Of an entry's names the one that agrees best with any of the traveller's stands for it.
  void keep_best_of_each_entry() {
    const auto by_entry = [](const Contender& a, const Contender& b) {
      return std::tuple(a.part, a.entry, -a.name_weight, a.met.name, a.asked) < std::tuple(b.part, b.entry, -b.name_weight, b.met.name, b.asked);
    };
    std::sort(contenders_.begin(), contenders_.end(), by_entry);
    contenders_.erase(std::unique(contenders_.begin(), contenders_.end(), [](const auto& a, const auto& b) { return a.place() == b.place(); }),
                      contenders_.end());
  }

  std::size_t count_above(std::int32_t threshold) {
    keep_best_of_each_entry();
    return static_cast<std::size_t>(std::count_if(contenders_.begin(), contenders_.end(), [&](const Contender& contender) {
      return contender.total >= threshold + scoring::kScreeningPrior;
    }));
  }

  const index::IndexSet& set_;
  std::size_t names_;
  std::span<const PersonDocument> documents_;
  const ScreeningOptions& options_;
  index::Deadline deadline_;
  SearchScratch& s_;
  std::vector<AskedFacts> facts_;  ///< by part
  std::vector<Contender> contenders_;
  std::vector<std::pair<std::uint32_t, index::EntryId>> document_only_;  ///< entries whose names say nothing
  /// What name and facts of a review weigh together at least: with the usual settings, the threshold of the search.
  const std::int32_t least_to_review_;
  bool withheld_ = false;
  bool any_weighed_ = false;
};

std::int32_t sum(std::span<const Evidence> evidence) {
  std::int32_t total = 0;
  for (const Evidence& piece : evidence) total += piece.weight_mn;
  return total;
}

/// The instruction for entries that bring none of their own: a hit is never proof.
constexpr std::string_view kHandling =
    "Unconfirmed. Do not act on this alone: verify identity and contact the owner of the entry.";

std::string handling_of(const EntryTerms& terms, std::string_view own_text) {
  if (terms.stated()) return handling_text(terms, documents::state_name(terms.owner), own_text);
  return std::string(own_text.empty() ? kHandling : own_text);
}

Candidate to_candidate(const index::Index& index, std::span<const AskedName> asked,
                       const AskedFacts& facts, const Contender& contender) {
  const index::EntryView entry = index.entry(contender.entry);
  Candidate candidate;
  candidate.list = entry.list;
  candidate.id = entry.id;
  candidate.category = entry.category;
  candidate.terms = index.terms(contender.entry);
  candidate.handling = handling_of(candidate.terms, entry.handling);
  candidate.evidence.push_back({EvidenceKind::prior, scoring::kScreeningPrior,
                                "before anything is known, a listed person is unlikely to be the traveller"});
  if (contender.met.name) {
    candidate.name = index.name(*contender.met.name).text;
    candidate.evidence.push_back(explain_listed_name(index, asked[contender.asked], *contender.met.name));
  } else if (entry.name_count != 0) {
    candidate.name = index.name(entry.first_name).text;
  }
  for (Evidence& piece : facts.explain(contender.entry, contender.met)) {
    candidate.evidence.push_back(std::move(piece));
  }
  candidate.weight_mn = sum(candidate.evidence);
  candidate.score_bp = scoring::score_bp(candidate.weight_mn);
  return candidate;
}

}  // namespace

PersonSearch find_persons(const index::IndexSet& set, const Traveller& traveller, std::size_t names, std::span<const PersonDocument> documents,
                          const ScreeningOptions& options, SearchScratch& scratch) {
  Search search(set, traveller, names, documents, options, scratch);
  search.run();
  const std::span<const Contender> ranked = search.ranked();
  PersonSearch result;
  result.complete = search.is_complete();
  result.withheld = search.has_withheld();
  result.any_weighed = search.any_weighed();
  if (!ranked.empty()) result.best_score_bp = scoring::score_bp(ranked.front().total);
  for (const Contender& contender : ranked) {
    if (result.candidates.size() == options.top ||
        scoring::score_bp(contender.total) < options.min_score_bp) {
      break;
    }
    result.candidates.push_back(to_candidate(*set.parts()[contender.part].index, scratch.parts[contender.part].asked, search.facts(contender.part), contender));
  }
  return result;
}

}  // namespace darvaza::screening
