// A text as the candidate search is asked for it, without the screening room that does so in earnest.
#pragma once

#include <deque>
#include <string_view>
#include <vector>

#include "index/candidate_search.h"
#include "index/index.h"
#include "index/token_lookup.h"
#include "names/name_alignment.h"
#include "names/person_name.h"

namespace darvaza::index {

/// Looks up every token of a name, neighbours as one, and the halves of a single one.
class AskedText {
 public:
  explicit AskedText(const Index& index, std::string_view text, bool cut = false);
  AskedText(const AskedText&) = delete;
  AskedText& operator=(const AskedText&) = delete;

  AskedParts parts() const { return {parts_, joined_, halves_}; }
  const names::PersonName& name() const { return name_; }
  /// What names::align_names is asked with.
  const std::vector<names::WeighedToken>& tokens() const { return tokens_; }

 private:
  void join(TokenLookups& lookups);
  void halve(TokenLookups& lookups);

  names::PersonName name_;
  std::deque<TokenLookup> lookups_;
  std::deque<names::LazyCostBound> bounds_;
  std::vector<names::WeighedToken> tokens_;
  std::vector<AskedPart> parts_, joined_;
  std::vector<AskedHalves> halves_;
};

/// What score_name of the screening room says of a listed name, without its grade.
names::Millinats name_weight(const Index& index, const AskedText& asked, NameId listed);

}  // namespace darvaza::index
