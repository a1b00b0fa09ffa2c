// What is known of a traveller besides the names, against what is listed of an entry.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "darvaza/screening_result.h"
#include "darvaza/traveller.h"
#include "index/index.h"
#include "scoring/father_evidence.h"
#include "scoring/place_evidence.h"
#include "screening/document_check.h"

namespace darvaza::screening {

/// The listed name that was taken for the traveller's, if any, and which of its tokens met nothing.
struct MetName {
  std::optional<index::NameId> name;
  std::uint64_t left = 0;  ///< bit i: token i of the listed name met nothing
};

/// The traveller's facts, read once for all candidates. Borrows what it is made from.
class AskedFacts {
 public:
  AskedFacts(const index::Index& index, const Traveller& traveller, std::span<const PersonDocument> documents);

  /// What the facts say of an entry, millinats: the sum of what `explain` gives.
  std::int32_t weight(index::EntryId id, const MetName& met) const;
  /// The same with its reasons, without those that say nothing.
  std::vector<Evidence> explain(index::EntryId id, const MetName& met) const;

 private:
  std::optional<Evidence> weigh_father(const index::EntryView& entry, const MetName& met) const;
  std::optional<Evidence> best_document(index::EntryId id) const;

  const index::Index& index_;
  const Traveller& traveller_;
  std::span<const PersonDocument> documents_;
  std::optional<scoring::AskedFather> father_;
  std::optional<scoring::AskedPlace> birth_place_;
};

}  // namespace darvaza::screening
