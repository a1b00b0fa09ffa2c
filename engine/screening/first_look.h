// Whether a traveller may reach a score in one small file of a set, told from that file alone.
//
// A search of the file gives every name the rarity that it has in all files together, and to know that costs a look into the largest
// dictionary for every word. Hardly any traveller has anything to do with a small file. What they can weigh at most there needs no such look:
// a word is no rarer than the listed words that are like it are common, and a name that a search can find shares one with the traveller's, or
// the day of birth.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <vector>

#include "darvaza/screener.h"
#include "darvaza/traveller.h"
#include "index/candidate_search.h"
#include "index/token_lookup.h"
#include "names/name_alignment.h"
#include "names/person_name.h"
#include "screening/asked_name.h"
#include "screening/fact_bounds.h"
#include "screening/file_outline.h"
#include "screening/word_costs.h"

namespace darvaza::screening {

/// For one file and one thread.
class FirstLook {
 public:
  explicit FirstLook(std::shared_ptr<const FileOutline> outline);

  /// Makes `name` the traveller's name number `at`.
  void ask(std::size_t at, names::PersonName name);
  const names::PersonName& name(std::size_t at) const { return asked_[at].name(); }

  /// Whether a search of the file by the first `names` of these and by the facts of `traveller`, documents left out, may find anybody
  /// whose names and facts weigh `least` together, or who is hidden from `post`. Where it says no, find_persons finds nobody.
  bool may_reach(const Traveller& traveller, std::size_t names, std::int32_t least, const Post& post);

 private:
  enum class Sight : std::uint8_t { not_asked, seen, hidden };

  bool may_reach(const AskedName& asked, std::int32_t least, const Post& post);
  void weigh_words(const AskedName& asked);
  bool looks_at(std::uint32_t place, const AskedName& asked, std::int32_t least, const Post& post);
  bool is_hidden(std::uint32_t place, const Post& post);

  /// A word of the traveller's that is not an initial, and the most that its agreement can give.
  struct Word {
    const romanize::Sounds* sounds;
    names::Millinats worth;
  };
  /// What the search of one name has come to know of a listed one.
  struct Note {
    std::uint64_t looked_at = 0, has_forms = 0;  ///< in which search
    names::Millinats forms = 0;                  ///< the most that customary other forms give
    Sight sight = Sight::not_asked;
  };

  std::shared_ptr<const FileOutline> shared_;
  const FileOutline& outline_;
  index::TokenLookups lookups_;
  FactBoundsMaker fact_bounds_;
  index::FactBounds facts_;
  std::vector<AskedName> asked_;
  WordCosts costs_;
  std::vector<names::WeighedToken> tokens_;  ///< of the name that is looked at, with the costs of all words
  std::vector<Word> words_;
  names::Millinats any_name_ = 0;  ///< what the traveller's name can give with any other
  std::vector<Note> notes_;        ///< by place in the outline
  std::uint64_t search_ = 0;
  Post post_;  ///< for whom notes_ say what is hidden
  std::vector<names::WeighedToken> listed_;
  std::vector<names::AlignedTokens> pairs_;
};

}  // namespace darvaza::screening
