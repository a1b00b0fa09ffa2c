// A token of any script in the pivot.
#pragma once

#include <string_view>

#include "romanize/letter_rules.h"
#include "romanize/pivot.h"

namespace darvaza::romanize {

/// The sounds of one token, which must be normalised (text/normalise.h) and without blanks. The
/// script is that of most letters; look-alikes from the other of Latin and Cyrillic, and digits
/// that stand for letters, are read as what they look like. Tokens of scripts without a table of their
/// own, and of several such scripts, come by way of ICU. Empty when nothing in the token has a sound. Thread-safe.
Sounds romanize(std::u32string_view token);

/// By which rules a token is read, for people: "Hangul by the Revised Romanization of 2000". Static storage.
std::string_view reading_rules(std::u32string_view token);

// One a writing system, each in its own file. The token must be in that script.
Sounds romanize_latin(std::u32string_view token);
Sounds romanize_cyrillic(std::u32string_view token);
Sounds romanize_arabic(std::u32string_view token);
Sounds romanize_armenian(std::u32string_view token);
Sounds romanize_georgian(std::u32string_view token);
Sounds romanize_greek(std::u32string_view token);
Sounds romanize_hangul(std::u32string_view token);
Sounds romanize_han(std::u32string_view token);
Sounds romanize_hebrew(std::u32string_view token);
Sounds romanize_burmese(std::u32string_view token);
Sounds romanize_ethiopic(std::u32string_view token);
Sounds romanize_khmer(std::u32string_view token);
Sounds romanize_lao(std::u32string_view token);
Sounds romanize_sinhala(std::u32string_view token);
Sounds romanize_tamil(std::u32string_view token);
Sounds romanize_thaana(std::u32string_view token);
Sounds romanize_thai(std::u32string_view token);
Sounds romanize_tibetan(std::u32string_view token);

}  // namespace darvaza::romanize
