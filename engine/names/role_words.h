// Words in names that are not names: particles, titles, fillers.
#pragma once

#include <optional>
#include <string_view>

#include "names/person_name.h"

namespace darvaza::names {

/// The role of a word that is commonly not a name, in any script; nothing for all others. The word
/// must be normalised. Many of these words are names, too (Malik, Sayyid, Khan are left out or weigh
/// less, never nothing).
std::optional<TokenRole> role_of_word(std::u32string_view word);

/// Whether the word says that there is no name: FNU, LNU, XXX, "unknown".
bool is_filler(std::u32string_view word);

/// Whether the word ends like a Russian patronymic (-ovich, -ovna), in Cyrillic or Latin letters.
bool is_patronymic(std::u32string_view word);

}  // namespace darvaza::names
