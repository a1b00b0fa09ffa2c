// What places of birth say.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "darvaza/screening_result.h"
#include "names/name_alignment.h"
#include "scoring/place_words.h"

namespace darvaza::scoring {

/// A traveller's place of birth, read once and compared with many.
class AskedPlace {
 public:
  explicit AskedPlace(std::string_view text);
  bool empty() const { return place_.empty(); }

  const Place& place() const { return place_; }
  /// The words, then the other names of the towns among them.
  std::span<const names::WeighedToken> words() const { return weighed_; }

 private:
  Place place_;
  std::vector<names::Token> others_;
  std::vector<names::WeighedToken> weighed_;  ///< borrow from place_ and others_
};

/// No agreement of places weighs more, millinats.
inline constexpr std::int32_t kMostPlaceWeight = 1800;

/// How the best of the listed places agrees: in words of any script, or, where one side names no
/// more, in the State. Places are given at different grain (a village, its province), so that
/// disagreement says little. Nothing when either side states none, or only a State that is related
/// to the other's.
std::optional<Evidence> weigh_birth_place(const AskedPlace& asked,
                                          std::span<const std::string_view> listed);

}  // namespace darvaza::scoring
