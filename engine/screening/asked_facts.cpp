#include "screening/asked_facts.h"

#include <utility>

#include "scoring/birth_date_evidence.h"
#include "scoring/document_evidence.h"
#include "scoring/personal_evidence.h"

namespace darvaza::screening {
namespace {

std::int32_t weight_of(const std::optional<Evidence>& evidence) { return evidence ? evidence->weight_mn : 0; }

}  // namespace

AskedFacts::AskedFacts(const index::Index& index, const Traveller& traveller, std::span<const PersonDocument> documents)
    : index_(index), traveller_(traveller), documents_(documents) {
  if (!traveller.father_name.empty()) father_.emplace(traveller.father_name);
  if (!traveller.birth_place.empty()) birth_place_.emplace(traveller.birth_place);
}

std::int32_t AskedFacts::weight(index::EntryId id, const MetName& met) const {
  std::int32_t weight = scoring::birth_date_weight(traveller_.birth_date, index_.birth_dates(id)) +
                        scoring::nationality_weight(traveller_.nationalities, index_.nationalities(id)) +
                        scoring::sex_weight(traveller_.sex, index_.sex(id));
  if (father_ || birth_place_) {  // few travellers state either, and only for these is the whole entry read
    const index::EntryView entry = index_.entry(id);
    if (father_) weight += weight_of(weigh_father(entry, met));
    if (birth_place_) weight += weight_of(scoring::weigh_birth_place(*birth_place_, entry.birth_places));
  }
  if (!documents_.empty()) weight += weight_of(best_document(id));
  return weight;
}

std::vector<Evidence> AskedFacts::explain(index::EntryId id, const MetName& met) const {
  const index::EntryView entry = index_.entry(id);
  std::vector<Evidence> evidence;
  const auto add = [&](std::optional<Evidence> piece) {
    if (piece) evidence.push_back(std::move(*piece));
  };
  if (father_) add(weigh_father(entry, met));
  add(scoring::weigh_birth_date(traveller_.birth_date, entry.birth_dates));
  if (birth_place_) add(scoring::weigh_birth_place(*birth_place_, entry.birth_places));
  add(scoring::weigh_nationality(traveller_.nationalities, entry.nationalities));
  add(scoring::weigh_sex(traveller_.sex, entry.sex));
  add(best_document(id));
  return evidence;
}

std::optional<Evidence> AskedFacts::weigh_father(const index::EntryView& entry, const MetName& met) const {
  std::vector<names::WeighedToken> met_tokens, left_tokens;
  if (met.name) {
    const index::NameView name = index_.name(*met.name);
    for (std::size_t i = 0; i < name.tokens.size(); ++i) {
      const index::NameToken token = name.tokens[i];
      const bool met_nothing = ((met.left >> i) & 1) != 0;
      (met_nothing ? left_tokens : met_tokens).push_back({.sounds = &index_.token(token.token()), .role = token.role()});
    }
  }
  return scoring::weigh_father(*father_, {entry.father_names, met_tokens, left_tokens});
}

std::optional<Evidence> AskedFacts::best_document(index::EntryId id) const {
  std::optional<Evidence> best;
  for (const PersonDocument& document : documents_) {
    if (document.entry != id) continue;
    Evidence weighed = scoring::weigh_document(document.match, document.asked_issuer, document.listed_issuer);
    if (!best || weighed.weight_mn > best->weight_mn) best = std::move(weighed);
  }
  return best;
}

}  // namespace darvaza::screening
