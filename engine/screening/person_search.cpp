#include "screening/person_search.h"

#include <algorithm>
#include <optional>
#include <tuple>
#include <unordered_map>
#include <utility>

#include "scoring/birth_date_evidence.h"
#include "scoring/calibration.h"
#include "scoring/document_evidence.h"
#include "scoring/father_evidence.h"
#include "scoring/personal_evidence.h"
#include "scoring/place_evidence.h"

namespace darvaza::screening {
namespace {

/// How many listed names are aligned with one name of the traveller. Many more may agree about as well
/// (hundreds of people share a common name); those are ranked with their other facts first.
constexpr std::size_t kNamesToAlign = 400;
constexpr index::CandidateLimits kLimits{kNamesToAlign, 3000, 20'000};

/// An entry under consideration: the listed name that agrees best with any of the traveller's.
struct Contender {
  index::EntryId entry = 0;
  std::optional<index::NameId> name;  ///< none: only a document points here
  std::size_t asked = 0;              ///< which of the traveller's names
  std::int32_t name_weight = 0;
  std::uint64_t left = 0;             ///< bit i: token i of the listed name met nothing
  std::int32_t total = 0;
};

using Contenders = std::unordered_map<index::EntryId, Contender>;

void consider(index::EntryId entry, index::NameId name, std::size_t asked, std::int32_t weight,
              std::uint64_t left, Contenders& contenders) {
  Contender& contender = contenders[entry];
  const bool better = !contender.name || weight > contender.name_weight ||
                      (weight == contender.name_weight && name < *contender.name);
  if (better) contender = {entry, name, asked, weight, left, 0};
}

void consider_name(const index::Index& index, const AskedName& asked, std::size_t asked_at,
                   index::NameId name, SearchScratch& scratch, Contenders& contenders) {
  const std::int32_t weight = score_name(index, asked, name, scratch.listed, scratch.alignment);
  if (!scratch.alignment.pairs.empty()) {
    consider(index.name(name).entry, name, asked_at, weight, scratch.alignment.unmatched_b, contenders);
  }
}

/// Keeps the kNamesToAlign names that are best by estimated gain and what else is known of their entries.
void keep_by_facts(const index::Index& index, const Traveller& traveller,
                   std::vector<index::CandidateName>& found) {
  for (index::CandidateName& name : found) {
    const index::EntryView entry = index.entry(index.name(name.name).entry);
    name.gain += scoring::birth_date_weight(traveller.birth_date, entry.birth_dates) +
                 scoring::nationality_weight(traveller.nationalities, entry.nationalities) +
                 scoring::sex_weight(traveller.sex, entry.sex);
  }
  const auto last = found.begin() + kNamesToAlign;
  std::nth_element(found.begin(), last, found.end(), [](const auto& a, const auto& b) {
    return std::tuple(-a.gain, a.name) < std::tuple(-b.gain, b.name);
  });
  found.erase(last, found.end());
}

void search_names(const index::Index& index, const Traveller& traveller,
                  std::span<const AskedName> asked, bool exhaustive, SearchScratch& scratch,
                  Contenders& contenders) {
  for (std::size_t i = 0; i < asked.size(); ++i) {
    if (exhaustive) {
      for (index::NameId name = 0; name < index.name_count(); ++name) {
        consider_name(index, asked[i], i, name, scratch, contenders);
      }
      continue;
    }
    index::find_candidates(index, asked[i].name(), asked[i].lookups(), kLimits, scratch.candidates, scratch.found);
    if (scratch.found.size() > kNamesToAlign) keep_by_facts(index, traveller, scratch.found);
    for (const auto& found : scratch.found) {
      consider_name(index, asked[i], i, found.name, scratch, contenders);
    }
  }
}

/// What is known of the traveller besides the names, read once for all candidates.
struct AskedFacts {
  const Traveller& traveller;
  std::span<const PersonDocument> documents;
  std::optional<scoring::AskedFather> father;
  std::optional<scoring::AskedPlace> birth_place;

  AskedFacts(const Traveller& of, std::span<const PersonDocument> presented) : traveller(of), documents(presented) {
    if (!of.father_name.empty()) father.emplace(of.father_name);
    if (!of.birth_place.empty()) birth_place.emplace(of.birth_place);
  }
};

std::optional<Evidence> weigh_father(const index::Index& index, const scoring::AskedFather& asked,
                                     const Contender& contender, const index::EntryView& entry) {
  std::vector<names::WeighedToken> met, left;
  if (contender.name) {
    const index::NameView name = index.name(*contender.name);
    for (std::size_t i = 0; i < name.tokens.size(); ++i) {
      const index::NameToken token = name.tokens[i];
      const bool met_nothing = ((contender.left >> i) & 1) != 0;
      (met_nothing ? left : met).push_back({.sounds = &index.token(token.token()), .role = token.role()});
    }
  }
  return scoring::weigh_father(asked, {entry.father_names, met, left});
}

std::optional<Evidence> best_document(std::span<const PersonDocument> documents, index::EntryId id) {
  std::optional<Evidence> best;
  for (const PersonDocument& document : documents) {
    if (document.entry != id) continue;
    Evidence weighed = scoring::weigh_document(document.match, document.asked_issuer, document.listed_issuer);
    if (!best || weighed.weight_mn > best->weight_mn) best = std::move(weighed);
  }
  return best;
}

/// What is known of the traveller and the entry besides their names.
std::vector<Evidence> weigh_facts(const index::Index& index, const AskedFacts& asked, const Contender& contender,
                                  const index::EntryView& entry) {
  std::vector<Evidence> evidence;
  const auto add = [&](std::optional<Evidence> piece) {
    if (piece) evidence.push_back(std::move(*piece));
  };
  if (asked.father) add(weigh_father(index, *asked.father, contender, entry));
  add(scoring::weigh_birth_date(asked.traveller.birth_date, entry.birth_dates));
  if (asked.birth_place) add(scoring::weigh_birth_place(*asked.birth_place, entry.birth_places));
  add(scoring::weigh_nationality(asked.traveller.nationalities, entry.nationalities));
  add(scoring::weigh_sex(asked.traveller.sex, entry.sex));
  add(best_document(asked.documents, contender.entry));
  return evidence;
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
  if (contender.name) {
    candidate.name = index.name(*contender.name).text;
    candidate.evidence.push_back(explain_listed_name(index, asked[contender.asked], *contender.name));
  } else if (entry.name_count != 0) {
    candidate.name = index.name(entry.first_name).text;
  }
  for (Evidence& piece : weigh_facts(index, facts, contender, entry)) {
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
  search_names(index, traveller, asked, options.exhaustive, scratch, contenders);
  for (const PersonDocument& document : documents) {
    // A listed person who travels under another name keeps the document: a name that disagrees must
    // not outweigh it, or a slight likeness of names would say less than none.
    Contender& contender = contenders[document.entry];
    if (contender.name_weight <= 0) contender = {document.entry, std::nullopt, 0, 0, 0, 0};
  }
  const AskedFacts asked_facts(traveller, documents);
  std::vector<Contender> ranked;
  ranked.reserve(contenders.size());
  for (auto& [id, contender] : contenders) {
    const auto facts = weigh_facts(index, asked_facts, contender, index.entry(id));
    contender.total = scoring::kScreeningPrior + contender.name_weight + sum(facts);
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
    result.candidates.push_back(to_candidate(index, asked, asked_facts, contender));
  }
  return result;
}

}  // namespace darvaza::screening
