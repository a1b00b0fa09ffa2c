// What men are called besides the name that tells them apart: Abdul Rashid, Rashid Khan.
#pragma once

#include <cstdint>

#include "romanize/pivot.h"

namespace darvaza::names {

enum class WordBesideName : std::uint8_t {
  none,
  before,  ///< before the name: Abd, Muhammad, Ghulam
  behind,  ///< behind it: Khan, Singh
};

/// The word must be a whole one, in Latin, Cyrillic or Arabic letters. Thread-safe.
WordBesideName word_beside_name(const romanize::Sounds& word);

}  // namespace darvaza::names
