// Where one word of a traveller's may be two names of the list: "AliReza", Ali Reza.
#pragma once

#include <cstddef>
#include <deque>
#include <span>
#include <utility>
#include <vector>

#include "index/name_bounds.h"
#include "index/token_lookup.h"
#include "romanize/pivot.h"

namespace darvaza::screening {

/// Ways to cut words in two of which the list has both halves. Keeps its memory from one name to the next; for one thread.
class WordHalves {
 public:
  void clear();

  /// Adds the ways to cut `part`, whose sounds must be set. `lookups` must belong to the list. Beginnings and ends are looked up once each, the longer half
  /// of a cut first, which is rarely there, and the other with more patience: some ten microseconds a word.
  void cut(const index::AskedPart& part, index::TokenLookups& lookups);

  /// Valid until the next call.
  std::span<const index::AskedHalves> all() const { return halves_; }

 private:
  /// What the list has that is like something, looked up when first asked for; null: nothing.
  struct Found {
    const index::TokenLookup* lookup = nullptr;
    bool is_known = false;
  };
  /// A beginning or an end of the word.
  struct Half {
    romanize::Sounds sounds;
    Found near, wide;  ///< close, and less so
  };

  const index::TokenLookup* near(Half& half, index::TokenLookups& lookups);
  const index::TokenLookup* wide(Half& half, index::TokenLookups& lookups);
  void cut_in_three(const index::AskedPart& part, index::TokenLookups& lookups);
  void cut_inside(const index::AskedPart& part, std::size_t at, index::TokenLookups& lookups);
  void add(const index::AskedPart& part, Half& in_front, Half& behind, index::TokenLookups& lookups);
  /// Of those two: what the list has for the longer one, then for the other.
  std::pair<const index::TokenLookup*, const index::TokenLookup*> find_both(Half& longer, Half& other, index::TokenLookups& lookups);
  const index::TokenLookup* once(Found& found, auto look_up);

  std::vector<index::AskedHalves> halves_;
  std::vector<Half> in_front_, behind_;      ///< by place in the word
  std::deque<index::TokenLookup> lookups_;  ///< the first `used_` are in use; the others keep their memory
  std::size_t used_ = 0;
};

}  // namespace darvaza::screening
