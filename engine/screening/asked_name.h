// A traveller's name as the search and the scorer see it: every token looked up once.
#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <span>
#include <vector>

#include "index/candidate_search.h"
#include "index/index.h"
#include "index/token_lookup.h"
#include "names/name_alignment.h"
#include "names/person_name.h"
#include "screening/word_halves.h"

namespace darvaza::screening {

/// One spelling of a traveller's name, ready for comparison with many listed ones. Keeps its memory from one
/// name to the next; for one thread.
class AskedName {
 public:
  AskedName() = default;
  AskedName(AskedName&&) = default;  // a copy would borrow from the original
  AskedName& operator=(AskedName&&) = default;

  /// Looks every token of `name` up in the dictionary, tokens that it holds in no time. `lookups` must belong to `index`.
  void assign(const index::Index& index, names::PersonName name, index::TokenLookups& lookups);

  /// The same in steps, for a name that is asked of several indexes, whose tokens are as rare as in all of them together:
  /// first every token is looked up, then told how rare it is, ...
  void find_tokens(const index::Index& index, names::PersonName name, index::TokenLookups& lookups);
  std::span<const index::SimilarToken> similar(std::size_t token) const { return lookups_[token].similar; }
  void set_rarity(std::size_t token, names::Millinats rarity) { lookups_[token].rarity = rarity; }
  /// ... then the rest follows, and again whenever other rarities are told.
  void finish(index::TokenLookups& lookups);

  const names::PersonName& name() const { return name_; }
  std::span<const names::WeighedToken> tokens() const { return tokens_; }
  /// How tokens of the list met those of the name so far.
  names::MeetingMemory& meetings() const { return *meetings_; }
  /// What leads to candidates. Valid until the next `assign`.
  index::AskedParts parts() const { return {parts_, joined_, halves_.all()}; }

 private:
  void weigh_tokens();
  void look_up_joined(index::TokenLookups& lookups);
  bool is_broken(std::size_t begin, std::size_t count) const;
  bool stands_beside_common(std::size_t part) const;
  void look_up_halves(index::TokenLookups& lookups);
  index::TokenLookup& next_lookup();

  names::PersonName name_;
  std::vector<index::TokenLookup> lookups_;  ///< the first `used_` are in use; the others keep their memory
  std::size_t used_ = 0;
  std::vector<names::WeighedToken> tokens_;   ///< borrow from all of the above
  std::unique_ptr<names::MeetingMemory> meetings_ = std::make_unique<names::MeetingMemory>();
  std::vector<index::AskedPart> parts_, joined_;
  WordHalves halves_;
};

}  // namespace darvaza::screening
