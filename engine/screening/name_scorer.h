// How well the names of an entry agree with those of a traveller.
#pragma once

#include <cstdint>
#include <map>
#include <span>
#include <vector>

#include "darvaza/screening_result.h"
#include "index/candidate_search.h"
#include "index/index.h"
#include "names/name_alignment.h"
#include "names/person_name.h"

namespace darvaza::screening {

/// The listed tokens that are customary other forms of a traveller's, each looked up once for a traveller
/// however many spellings repeat it.
class TokenForms {
 public:
  explicit TokenForms(const index::Index& index) : index_(index) {}
  /// Ascending by listed token. Valid as long as this object.
  const std::vector<names::OtherForm>& of(const romanize::Sounds& token);

 private:
  const index::Index& index_;
  std::map<romanize::Sounds, std::vector<names::OtherForm>> known_;
};

/// One spelling of the traveller's name, ready for comparison with many listed ones.
class AskedName {
 public:
  /// Looks every token up in the dictionary of `index`. `name` is taken over.
  AskedName(const index::Index& index, names::PersonName name, TokenForms& forms);
  AskedName(AskedName&&) = default;  // a copy would borrow from the original

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
