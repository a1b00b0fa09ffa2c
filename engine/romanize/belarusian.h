// Surnames of Belarus, whose passports spell them by ear: Piatrou, Пятроў is Petrov.
#pragma once

#include <string_view>

#include "romanize/pivot.h"

namespace darvaza::romanize {

/// The sounds that a surname of Belarus in Latin or Cyrillic letters, lower case, has in Russian, of a man or a woman; empty for other words.
Sounds belarusian_surname(std::u32string_view word, WritingSystem system);

}  // namespace darvaza::romanize
