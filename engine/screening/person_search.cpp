#include "screening/person_search.h"

#include <algorithm>
#include <optional>
#include <tuple>
#include <unordered_map>
#include <utility>

#include "scoring/calibration.h"
#include "screening/asked_facts.h"

namespace darvaza::screening {
namespace {

/// How many listed names are aligned with one name of the traveller. Many more may agree about as well
/// (hundreds of people share a common name); those are ranked with their other facts first.
constexpr std::size_t kNamesToAlign = 400;
constexpr index::CandidateLimits kLimits{kNamesToAlign, 3000, 20'000};

/// An entry under consideration: the listed name that agrees best with any of the traveller's.
struct Contender {
  index::EntryId entry = 0;
  MetName met;            ///< without a name: only a document points here
  std::size_t asked = 0;  ///< which of the traveller's names
  std::int32_t name_weight = 0;
  std::int32_t total = 0;
};

using Contenders = std::unordered_map<index::EntryId, Contender>;

void consider(index::EntryId entry, index::NameId name, std::size_t asked, std::int32_t weight,
              std::uint64_t left, Contenders& contenders) {
  Contender& contender = contenders[entry];
  const bool better = !contender.met.name || weight > contender.name_weight ||
                      (weight == contender.name_weight && name < *contender.met.name);
  if (better) contender = {entry, {name, left}, asked, weight, 0};
}

void consider_name(const index::Index& index, const AskedName& asked, std::size_t asked_at,
                   index::NameId name, SearchScratch& scratch, Contenders& contenders) {
  const std::int32_t weight = score_name(index, asked, name, scratch.listed, scratch.alignment);
  if (!scratch.alignment.pairs.empty()) {
    consider(index.name(name).entry, name, asked_at, weight, scratch.alignment.unmatched_b, contenders);
  }
}

/// Keeps the kNamesToAlign names that are best by estimated gain and what else is known of their entries.
void keep_by_facts(const index::Index& index, const AskedFacts& facts, std::vector<index::CandidateName>& found) {
  for (index::CandidateName& name : found) name.gain += facts.weight(index.name(name.name).entry, {});
  const auto last = found.begin() + kNamesToAlign;
  std::nth_element(found.begin(), last, found.end(), [](const auto& a, const auto& b) {
    return std::tuple(-a.gain, a.name) < std::tuple(-b.gain, b.name);
  });
  found.erase(last, found.end());
}

void search_names(const index::Index& index, const AskedFacts& facts, std::span<const AskedName> asked, bool exhaustive, SearchScratch& scratch,
                  Contenders& contenders) {
  for (std::size_t i = 0; i < asked.size(); ++i) {
    if (exhaustive) {
      for (index::NameId name = 0; name < index.name_count(); ++name) {
        consider_name(index, asked[i], i, name, scratch, contenders);
      }
      continue;
    }
    index::find_candidates(index, asked[i].name(), asked[i].lookups(), kLimits, scratch.candidates, scratch.found);
    if (scratch.found.size() > kNamesToAlign) keep_by_facts(index, facts, scratch.found);
    for (const auto& found : scratch.found) {
      consider_name(index, asked[i], i, found.name, scratch, contenders);
    }
  }
}

std::int32_t sum(std::span<const Evidence> evidence) {
  std::int32_t total = 0;
  for (const Evidence& piece : evidence) total += piece.weight_mn;
  return total;
}

/// The instruction for entries that bring none of their own: a hit is never proof.
constexpr std::string_view kHandling =
    "Unconfirmed. Do not act on this alone: verify identity and contact the owner of the entry.";

Candidate to_candidate(const index::Index& index, std::span<const AskedName> asked,
                       const AskedFacts& facts, const Contender& contender) {
  const index::EntryView entry = index.entry(contender.entry);
  Candidate candidate;
  candidate.list = entry.list;
  candidate.id = entry.id;
  candidate.category = entry.category;
  candidate.handling = entry.handling.empty() ? kHandling : entry.handling;
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

PersonSearch find_persons(const index::Index& index, const Traveller& traveller,
                          std::span<const AskedName> asked,
                          std::span<const PersonDocument> documents,
                          const ScreeningOptions& options, SearchScratch& scratch) {
  Contenders contenders;
  const AskedFacts facts(index, traveller, documents);
  search_names(index, facts, asked, options.exhaustive, scratch, contenders);
  for (const PersonDocument& document : documents) {
    // A listed person who travels under another name keeps the document: a name that disagrees must
    // not outweigh it, or a slight likeness of names would say less than none.
    Contender& contender = contenders[document.entry];
    if (contender.name_weight <= 0) contender = {document.entry, {}, 0, 0, 0};
  }
  std::vector<Contender> ranked;
  ranked.reserve(contenders.size());
  for (auto& [id, contender] : contenders) {
    contender.total = scoring::kScreeningPrior + contender.name_weight + facts.weight(id, contender.met);
    ranked.push_back(contender);
  }
  std::sort(ranked.begin(), ranked.end(), [](const Contender& a, const Contender& b) {
    return std::tuple(-a.total, a.entry) < std::tuple(-b.total, b.entry);
  });

  PersonSearch result;
  if (!ranked.empty()) result.best_score_bp = scoring::score_bp(ranked.front().total);
  for (const Contender& contender : ranked) {
    if (result.candidates.size() == options.top ||
        scoring::score_bp(contender.total) < options.min_score_bp) {
      break;
    }
    result.candidates.push_back(to_candidate(index, asked, facts, contender));
  }
  return result;
}

}  // namespace darvaza::screening
