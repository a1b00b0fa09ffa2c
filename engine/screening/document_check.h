// Which of the traveller's documents are reported, and whose they are.
#pragma once

#include <vector>

#include "darvaza/entry_terms.h"
#include "darvaza/screening_result.h"
#include "darvaza/traveller.h"
#include "index/index.h"

namespace darvaza::screening {

/// A listed person to whom a list attributes a document that the traveller presents.
struct PersonDocument {
  index::EntryId entry = 0;
  DocumentMatch match = DocumentMatch::exact;
  StateCode asked_issuer;
  StateCode listed_issuer;
};

struct DocumentCheck {
  std::vector<DocumentHit> hits;         ///< reported documents; the surest first
  std::vector<PersonDocument> persons;
  bool withheld = false;  ///< something came up that the post may not see
};

/// Looks every document of the traveller up. A reported document whose issuer is known and differs
/// from the presented one's is another document, and no hit. Lists that `post` may not see are left out.
DocumentCheck check_documents(const index::Index& index, const Traveller& traveller, index::NumberSearch search = index::NumberSearch::surest,
                              const Post& post = {});

}  // namespace darvaza::screening
