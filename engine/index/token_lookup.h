// What the dictionary says about one token: what is similar to it, and what agreeing with it is worth.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "index/dictionary.h"
#include "index/lookup_memory.h"
#include "names/surname_endings.h"
#include "names/token_cost.h"
#include "romanize/pivot.h"

namespace darvaza::index {

/// Similar tokens farther than this say nothing of rarity: measured, they change no figure of accuracy.
inline constexpr names::Millinats kRarityReach = 4000;

/// Looks tokens up. Working memory of one thread.
class TokenLookups {
 public:
  /// `frequencies`: in how many of `name_count` names each token of the dictionary is. Both must outlive this.
  TokenLookups(const Dictionary& dictionary, std::span<const std::uint32_t> frequencies, std::uint64_t name_count)
      : dictionary_(dictionary), frequencies_(frequencies), name_count_(name_count) {}

  /// Overwrites `out`. Some 70 microseconds against a dictionary of 250,000, half of that for a neighbour of the token before, a tenth of one if the
  /// token was looked up lately. With `cut`, `token` may be only
  /// the beginning of the one that is meant.
  void look_up(const romanize::Sounds& token, bool cut, TokenLookup& out);

  /// Remembers as many tokens as a long row of travellers has in common (kManySlots), for some twenty megabytes.
  void remember_many() { memory_.grow(); }

  /// Only tokens with all consonants of `token`, at most SimilarTokens::kSameConsonants away, no other forms and no
  /// rarity: for joined and split tokens. Microseconds.
  void look_up_near(const romanize::Sounds& token, TokenLookup& out);
  /// The same for tokens joined by a particle, of which a consonant may not be written: al-Din, ud-Din. As dear as
  /// look_up.
  void look_up_joined(const romanize::Sounds& token, TokenLookup& out);

  /// How often tokens are met that sound like the one with these similar tokens, in units of 1 / names::kOne: what several
  /// dictionaries say of one token adds up.
  std::uint64_t frequency_of(std::span<const SimilarToken> similar) const;
  /// How rare a token is of which so much is met in so many names.
  static names::Millinats rarity_of(const romanize::Sounds& token, std::uint64_t frequency, std::uint64_t name_count);

 private:
  void search(const romanize::Sounds& token, bool cut, TokenLookup& out);
  void add_other_forms(const romanize::Sounds& token, std::vector<SimilarToken>& similar);

  const Dictionary& dictionary_;
  std::span<const std::uint32_t> frequencies_;
  std::uint64_t name_count_;
  SimilarTokens search_, near_;  ///< apart, so that what one has gathered stays
  /// Another form of a token, and the group that says so; none for an ending of a surname.
  struct Form {
    romanize::Sounds sounds;
    std::optional<std::uint16_t> group;
    names::Millinats cost = 0;
    names::Stem stem = names::Stem::own;  ///< of an ending
    friend auto operator<=>(const Form&, const Form&) = default;
  };
  std::vector<Form> forms_;
  std::vector<SimilarToken> found_;
  LookupMemory memory_;
};

}  // namespace darvaza::index
