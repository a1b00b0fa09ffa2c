// Which of the traveller's documents are reported, and whose they are.
#pragma once

#include <cstdint>
#include <vector>

#include "darvaza/screener.h"
#include "darvaza/screening_result.h"
#include "darvaza/traveller.h"
#include "index/index_set.h"

namespace darvaza::screening {

/// A listed person to whom a list attributes a document that the traveller presents.
struct PersonDocument {
  std::uint32_t part = 0;  ///< of the set
  index::EntryId entry = 0;
  DocumentMatch match = DocumentMatch::exact;
  StateCode asked_issuer;
  StateCode listed_issuer;
};

struct DocumentCheck {
  std::vector<DocumentHit> hits;        ///< reported documents; the surest first
  std::vector<PersonDocument> persons;  ///< ascending by part
  bool withheld = false;                ///< something came up that the post may not see
};

/// Looks every document of the traveller up. A reported document whose issuer is known and differs
/// from the presented one's is another document, and no hit. Lists that the post may not see are left out.
DocumentCheck check_documents(const index::IndexSet& set, const Traveller& traveller, const ScreeningOptions& options);

}  // namespace darvaza::screening
