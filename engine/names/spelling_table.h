// A small dictionary of spellings that is searched by sound.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <utility>
#include <vector>

#include "names/token_cost.h"
#include "romanize/pivot.h"

namespace darvaza::names {

/// The built-in tables of this room (common names, equivalent names) are looked up by it; lists have
/// the index. Immutable after construction and then thread-safe.
class SpellingTable {
 public:
  /// `spellings` are kept in their order; the place of one is what `similar` answers.
  explicit SpellingTable(std::vector<romanize::Sounds> spellings);

  struct Similar {
    std::uint32_t spelling = 0;
    Millinats cost = 0;
  };
  /// The spellings that sound like `token` for at most `most`, which is at most kNear, in the order of
  /// their places. `out` is overwritten. Microseconds: one hash look-up a reading.
  void similar(const romanize::Sounds& token, Millinats most, std::vector<Similar>& out) const;

  /// Most spellings nearer than this have the same consonant classes, by which they are filed; those that
  /// a habit of spelling (phrase_costs.h) brings nearer may not, and are missed.
  static constexpr Millinats kNear = 2000;

  const romanize::Sounds& operator[](std::size_t spelling) const { return spellings_[spelling]; }

 private:
  using Filed = std::pair<std::uint32_t, std::uint32_t>;  ///< skeleton key, spelling
  std::vector<romanize::Sounds> spellings_;
  std::vector<Filed> filed_;  ///< ascending
};

}  // namespace darvaza::names
