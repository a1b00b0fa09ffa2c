// What a person's name is made of.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "darvaza/traveller.h"
#include "romanize/pivot.h"

namespace darvaza::names {

/// What a token does in a name. Roles weigh what its agreement or absence says; they never remove
/// a token that is the only one.
enum class TokenRole : std::uint8_t {
  name,        ///< given name, surname, father's name, tribe: which one is not knowable
  initial,     ///< one letter that stands for a name
  particle,    ///< al, bin, ibn, bint, oglu, qizi, de, van
  title,       ///< haji, mullah, dr, sheikh: often part of the listed name, often not
  patronymic,  ///< father's name beside two other names: Ivanovich, Ivanovna, Vaqif oglu, Bauyrzhanuly; absent from many sources
  father,      ///< name of the father or husband behind a word that says so: son of, walad; no part of what the bearer is called
};

/// Whether a token in this role is borne as a name: titles, particles and initials are not, and have no
/// customary other forms.
constexpr bool is_borne_name(TokenRole role) { return role == TokenRole::name || role == TokenRole::patronymic || role == TokenRole::father; }

/// The article and its forms, which belong to the next word: al, el, ul, ad; oglu and kyzy are longer.
constexpr bool is_article(TokenRole role, std::size_t sounds) { return role == TokenRole::particle && sounds <= 2; }

struct Token {
  romanize::Sounds sounds;
  TokenRole role = TokenRole::name;
  bool cut = false;  ///< may be only the beginning of the real token (truncated MRZ)
  std::string text;  ///< normalised spelling in its own script, for explanations
  bool apart = false;  ///< no piece of one word with the token before it: father and bearer, who stood on two sides of "son of"
  bool glued = false;  ///< a word with the one behind it that may say "son of", as one name: گل دختر (PersonName::has_glued_reading)
};

/// At most this many tokens of a name are looked at; the others are counted in `dropped`.
inline constexpr std::size_t kMaxTokens = 64;

struct PersonName {
  std::vector<Token> tokens;  ///< in the order of the source
  std::size_t dropped = 0;    ///< tokens beyond kMaxTokens
  bool altered = false;       ///< invisible, ill-formed or confusable characters were mended
  /// A word that was taken for "son of" may belong to the name before it: گل دختر احمدزی is Guldukhtar Ahmadzai or Gul, daughter of Ahmadzai. That is another
  /// reading (parse_glued); of two readings the one counts that agrees better.
  bool has_glued_reading = false;
  bool cut = false;           ///< longer than the limit of bytes (text::kMaxNameBytes): only the beginning was used
};

/// Splits a name of any script into tokens in pivot form. Never fails; a text without any letter
/// gives no tokens. Bounded by text::kMaxNameBytes. Thread-safe.
PersonName parse_name(std::string_view text);

/// The same for a traveller's primary and secondary identifier; tokens are marked `cut` where a
/// full machine-readable field may have cut them.
PersonName parse_name(const TravellerName& name);

/// The other reading of a name that has_glued_reading: the word and the one before it are one name.
PersonName parse_glued(std::string_view text);
PersonName parse_glued(const TravellerName& name);

/// Whether the name has it. Of most names, which are in letters of ASCII, a look at the bytes says so.
bool has_glued_reading(std::string_view text);

/// The same into a name whose memory is used again: a few hundred nanoseconds a name, without allocating once
/// `out` has held names as long. What it held before is gone.
void parse_name(std::string_view text, PersonName& out);
void parse_name(const TravellerName& name, PersonName& out);

}  // namespace darvaza::names
