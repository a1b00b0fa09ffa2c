// How well the names of an entry agree with those of a traveller.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "darvaza/screening_result.h"
#include "index/candidate_search.h"
#include "index/index.h"
#include "names/name_alignment.h"
#include "names/person_name.h"

namespace darvaza::screening {

/// One spelling of the traveller's name, ready for comparison with many listed ones.
class AskedName {
 public:
  /// Looks every token up in the dictionary of `index`. `name` is taken over.
  AskedName(const index::Index& index, names::PersonName name);

  const names::PersonName& name() const { return name_; }
  std::span<const names::WeighedToken> tokens() const { return tokens_; }
  std::span<const index::TokenLookup> lookups() const { return lookups_; }

 private:
  names::PersonName name_;
  std::vector<index::TokenLookup> lookups_;  ///< one a token
  std::vector<std::vector<names::OtherForm>> other_forms_;  ///< one list a token
  std::vector<names::WeighedToken> tokens_;  ///< borrow from name_ and other_forms_
};

/// Aligns a listed name with the traveller's and weighs the result, millinats. `alignment` and
/// `listed` are working memory; `alignment` holds the details afterwards.
std::int32_t score_name(const index::Index& index, const AskedName& asked, index::NameId listed_name,
                        std::vector<names::WeighedToken>& listed, names::NameAlignment& alignment);

/// The same with its explanation.
Evidence explain_listed_name(const index::Index& index, const AskedName& asked,
                             index::NameId listed_name);

}  // namespace darvaza::screening
