// What the father's name says.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "darvaza/screening_result.h"
#include "names/name_alignment.h"
#include "names/person_name.h"

namespace darvaza::scoring {

/// The name of a traveller's father, read once and compared with many.
class AskedFather {
 public:
  explicit AskedFather(std::string_view name);
  bool empty() const { return weighed_.empty(); }

  std::span<const names::Token> tokens() const { return name_.tokens; }
  std::span<const names::WeighedToken> weighed() const { return weighed_; }

 private:
  names::PersonName name_;
  std::vector<names::WeighedToken> weighed_;  ///< borrow from name_
};

/// What a list says that may hold the father's name.
struct ListedFather {
  std::span<const std::string_view> stated;  ///< the entry's father names
  /// The tokens of the listed name that met a token of the traveller's own: what they say is
  /// counted there.
  std::span<const names::WeighedToken> met;
  /// Those that met nothing. In Pakistan and Afghanistan the father's name is often a part of the
  /// son's.
  std::span<const names::WeighedToken> left;
};

/// No agreement of fathers' names weighs more, millinats.
inline constexpr std::int32_t kMostFatherWeight = 3000;

/// How the father's name agrees with the best of the stated ones; where none is stated, with the
/// tokens that the names left over. A patronymic (Nodirovich) agrees with the name that it is made
/// of. Nothing when the traveller states none, or no more than the names have already said.
std::optional<Evidence> weigh_father(const AskedFather& asked, const ListedFather& listed);

}  // namespace darvaza::scoring
