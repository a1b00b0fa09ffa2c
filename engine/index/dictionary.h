// The dictionary: the distinct tokens of all listed names, and which of them sound like a given one.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "index/index.h"
#include "index/key_tables.h"
#include "names/name_alignment.h"
#include "names/token_batch.h"
#include "names/token_cost.h"
#include "romanize/pivot.h"

namespace darvaza::index {

/// Tokens with the same skeleton pattern (names/skeleton.h) stand together: a group. Keys lead to groups, and
/// the tokens of a group are compared in one sweep. Views of an open file, or of what a builder has
/// made; valid as long as those. Thread-safe.
struct Dictionary {
  std::span<const romanize::Sounds> tokens;         ///< ascending by pattern, then by sounds
  std::span<const std::uint32_t> groups;            ///< where each group begins, and the end of the last
  KeyView skeletons;                                ///< under which keys groups are filed
  KeyView prefixes;                                 ///< the same for tokens that may have been cut
  std::span<const std::uint32_t> slots;             ///< a hash table of token numbers; kFree is none

  static constexpr std::uint32_t kFree = ~std::uint32_t{0};

  /// The number of exactly this token. One or two cache misses.
  std::optional<TokenId> find(const romanize::Sounds& token) const;
};

/// What a builder owns of a dictionary.
struct DictionaryTables {
  std::vector<std::uint32_t> groups;
  KeyTable skeletons, prefixes;
  std::vector<std::uint32_t> slots;

  /// `tokens` in the order of the dictionary (in_dictionary_order); they must outlive the view.
  static DictionaryTables of(std::span<const romanize::Sounds> tokens);
  Dictionary view(std::span<const romanize::Sounds> tokens) const;
};

/// The numbers of `tokens`, no two of which are the same, in the order of the dictionary.
std::vector<std::uint32_t> in_dictionary_order(std::span<const romanize::Sounds> tokens, unsigned threads);

/// A token of the dictionary that may be a spelling of the one asked for.
using SimilarToken = names::KnownCost;

/// Searches one dictionary by sound. Working memory of one thread, reused from token to token: a query with the keys of the
/// one before, as its neighbours in the dictionary have, is compared with the same tokens without gathering them again.
class SimilarTokens {
 public:
  /// All tokens that share a key with `query` and whose names::token_cost is within names::similarity_limit and
  /// `most`, ascending by number; `out` is overwritten. With `cut`, `query` may be only the beginning of the
  /// token that is meant. Up to kSameConsonants only tokens with all consonants of the query are looked at.
  void find(const Dictionary& dictionary, const romanize::Sounds& query, bool cut, names::Millinats most, std::vector<SimilarToken>& out);

  /// Up to this cost hardly any token has a consonant more or less, or of another class.
  static constexpr names::Millinats kSameConsonants = 2600;

 private:
  /// Tokens of one writing system to be compared, and their numbers.
  struct Listed {
    names::TokenBatch tokens;
    std::array<TokenId, names::kBatch> numbers{};
  };

  void find_cut(const Dictionary& dictionary, const romanize::Sounds& query, names::Millinats most, std::vector<SimilarToken>& out);
  void gather(const Dictionary& dictionary);
  Listed& room_for(std::size_t system);
  void compare(const romanize::Sounds& query, names::Millinats most, std::vector<SimilarToken>& out);

  std::vector<std::uint32_t> keys_, groups_;
  KeyScratch scratch_;
  std::vector<std::uint32_t> gathered_keys_;                                         ///< whose tokens stand in listed_
  std::array<std::vector<Listed>, romanize::kWritingSystemCount> listed_;            ///< reused: the first `used_` count
  std::array<std::size_t, romanize::kWritingSystemCount> used_{};
};

}  // namespace darvaza::index
