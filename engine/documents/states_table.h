// The facts behind states.h: which codes are assigned, to whom, and which of them hang together.
#pragma once

#include <span>
#include <string_view>

namespace darvaza::documents {

/// One code that a travel document or a watchlist may print.
struct StateRow {
  std::string_view code;    ///< Doc 9303-3 §5: ISO 3166-1 alpha-3, or a special or former code
  std::string_view alpha2;  ///< ISO 3166-1 alpha-2; empty where there is none
  std::string_view name;    ///< the usual English short name
};

/// Another way to write a State: a name, a nationality or a code that is no longer printed.
struct StateSpelling {
  std::string_view text;
  std::string_view code;  ///< of a StateRow
};

/// Two codes of which the second took the place of the first, or belongs to it; or, of close_states, two
/// States between which people and papers have gone back and forth.
struct StateRelation {
  std::string_view code;
  std::string_view other;
};

std::span<const StateRow> assigned_states();         ///< in force today, ordered by code
std::span<const StateRow> special_issuers();         ///< Doc 9303-3 §5 Parts B to E, and Kosovo
std::span<const StateRow> former_states();           ///< withdrawn codes (ISO 3166-3)
std::span<const StateSpelling> code_spellings();     ///< further codes, compared as codes
std::span<const StateSpelling> name_spellings();     ///< further names, compared word by word
std::span<const StateSpelling> nationality_words();  ///< "Afghan", compared word by word
std::span<const StateRelation> state_relations();
std::span<const StateRelation> close_states();
/// Codes that name no State of nationality: organisations, refugees, stateless and unspecified.
std::span<const std::string_view> stateless_codes();

}  // namespace darvaza::documents
