// Names behind bin, ibn, bint and ould: Salih bin Umar bin Abd al-Aziz. Lists have the whole chain, passports what they have room for.
#pragma once

#include "names/log_odds.h"
#include "names/person_name.h"
#include "romanize/pivot.h"

namespace darvaza::names {

/// Whether the sounds of a particle are those of "son of" or "daughter of" in Arabic or Hebrew, in any script.
bool is_filiation(const romanize::Sounds& particle);

/// Whether they are those of Abd, with which the name goes on behind an article.
bool is_abd(const romanize::Sounds& word);

/// What the name of a forefather weighs less than another if one side lacks it: it is left out more freely.
inline constexpr Millinats kForefatherLeftOut = 1200;

/// Tells tokens that are names of forefathers, one after the other from the first of a name on.
class Forefathers {
 public:
  /// Whether the next token is one; `sounds()` answers its sounds, and is not asked for most.
  template <typename SoundsOf>
  bool next(TokenRole role, SoundsOf sounds) {
    if (role == TokenRole::particle) {
      is_behind_ = is_named_ && (is_filiation(sounds()) || (is_abd_ && is_behind_));
      is_abd_ = false;
      return false;
    }
    if (role == TokenRole::title || role == TokenRole::initial) return false;  // bin Haji Karim
    is_named_ = true;
    const bool is_one = is_behind_ && role == TokenRole::name;
    any_ = any_ || is_one;
    is_abd_ = is_one && is_abd(sounds());
    is_behind_ = is_abd_;
    return is_one;
  }

  /// Whether one has been told.
  bool any() const { return any_; }

 private:
  bool is_named_ = false;   ///< somebody stands before: Ben Harris is nobody's son
  bool is_behind_ = false;  ///< the next name is one
  bool is_abd_ = false;     ///< the last token was Abd, and one
  bool any_ = false;
};

}  // namespace darvaza::names
