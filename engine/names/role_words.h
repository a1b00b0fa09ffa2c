// Words in names that are not names: particles, titles, fillers.
#pragma once

#include <optional>
#include <string_view>

#include "names/person_name.h"

namespace darvaza::names {

/// The role of a word that is commonly not a name, in any script; nothing for all others. The word
/// must be normalised and hold no apostrophes. Many of these words are names, too (Malik, Sayyid, Khan are left out or weigh
/// less, never nothing).
std::optional<TokenRole> role_of_word(std::u32string_view word);

/// Whether the word, a title, is also borne as a surname: Sheikh, Qazi, Sayed; not Haji or Mullah, which clerks put behind a name, too.
bool is_surname_too(std::u32string_view word);

/// Whether the word makes a father's name of the one before it: oglu, qizi, uly, uulu.
bool follows_father(std::u32string_view word);

/// Whether the word is a father's name and one of those of one alphabet that are also written together with it: Bauyrzhanuly, Сейітқызы.
/// Such a word can be a surname as well; Turkish surnames in -oğlu are not among them.
bool is_father_with_follower(std::u32string_view word);

/// Whether the word says that there is no name: FNU, LNU, XXX, "unknown".
bool is_filler(std::u32string_view word);

/// Whether the word ends like a Russian patronymic (-ovich, -ovna), in Cyrillic or Latin letters.
bool is_patronymic(std::u32string_view word);

}  // namespace darvaza::names
