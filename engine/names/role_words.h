// Words in names that are not names: particles, titles, fillers.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

#include "names/person_name.h"
#include "romanize/pivot.h"

namespace darvaza::names {

/// The role of a word that is commonly not a name, in any script; nothing for all others. The word
/// must be normalised and hold no apostrophes. Many of these words are names, too (Malik, Sayyid, Khan are left out or weigh
/// less, never nothing).
std::optional<TokenRole> role_of_word(std::u32string_view word);

/// Whether the word, a title, is also borne as a surname: Sheikh, Qazi, Sayed; not Haji or Mullah, which clerks put behind a name, too.
bool is_surname_too(std::u32string_view word);

/// Those of them that are among the commonest surnames where they are borne: Sheikh, Sayed, Qazi.
std::span<const std::u32string_view> titles_that_are_common_surnames();

/// Whether the word makes a father's name of the one before it: oglu, qizi, uly, uulu.
bool follows_father(std::u32string_view word);

/// Whether the word is a father's name and one of those of one alphabet that are also written together with it: Bauyrzhanuly, Сейітқызы.
/// Such a word can be a surname as well; Turkish surnames in -oğlu are not among them.
bool is_father_with_follower(std::u32string_view word);

/// What a word is that may say whose child, wife, widow or husband the bearer is.
enum class KinWord : std::uint8_t {
  none,
  child,              ///< stands between bearer and father and is nothing else: дочь, писари, पुत्र
  child_or_part,      ///< a part of a name as well: walad, دختر; Sultan Walad, گل دختر
  child_in_persian,   ///< the same where Persian, Urdu or Pashto is written; in Arabic what stands behind is often what the bearer is called: ولد
  child_or_name,      ///< a name by itself as well: فرزند
  child_or_syllable,  ///< a Korean syllable: сын
  child_or_name_in_latin,  ///< a name, but for the vowel behind it or a title: farzand-e Karim, farzand Haji Karim
  child_of,           ///< the same before "of": son, wife
  of,                 ///< English
  o,                  ///< the same abbreviated: s/o
  pashto_of,          ///< stands before the father, ...
  child_behind,       ///< ... and this behind him: د حاجی کریم زوی
};

/// The word must be normalised. Whether it is what it may be, its neighbours say (kin_words.h).
KinWord kin_word(std::u32string_view word);

/// Whether it is put before a father's name and hardly ends a name: haji, mullah.
bool is_title_of_father(std::u32string_view word);

/// Whether a word that sounds so may be of kin and may belong to the name before it (Token::glued).
bool may_be_glued(const romanize::Sounds& word);

/// What is put before the father's name and is none of it: late, shri.
bool is_courtesy_of_father(std::u32string_view word);

/// Whether a token's text is Muhammad, which stands before many given names and alone tells nobody.
bool is_muhammad(std::string_view text);

/// Whether the word says that there is no name: FNU, LNU, XXX, "unknown".
bool is_filler(std::u32string_view word);

/// Whether the word ends like a Russian patronymic (-ovich, -ovna), in Cyrillic or Latin letters.
bool is_patronymic(std::u32string_view word);

}  // namespace darvaza::names
