// Names and codes of States: every way in which lists and messages write them, into one code.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "darvaza/state_code.h"

namespace darvaza::documents {

/// Finds the Doc 9303-3 §5 code for a State or other issuer written as ISO 3166-1 alpha-2 or
/// alpha-3 (any case), as a special code of Doc 9303 ("XXA", "UTO", "RKS", "D", "D<<"), by an
/// English name in common use ("Iran", "Islamic Republic of Iran", "Iran (Islamic Republic of)"),
/// or by a nationality ("Iranian"). Former States and codes met in real lists ("SUN", "YUG",
/// "Soviet Union") are kept as their own codes. Germany is "D", also when written "DE", "DEU" or
/// "Germany". A subdivision code of ISO 3166-2 ("GB-SCT") gives its State.
///
/// Case, diacritics, punctuation, the order of words, "the", "of" and "and" are ignored. Nothing
/// when the text names no State that is known, names two ("Korea"), or is longer than 128 bytes.
/// Thread-safe; a binary search.
std::optional<StateCode> parse_state(std::string_view text);

/// The names of States in a text that may hold several, "UZB; KGZ", "Uzbekistan / Tajikistan", "UZB|KGZ", and "UZB, KGZ" where all of them are known: a
/// comma may stand in a name. A text that names one State is whole. Thread-safe.
std::vector<std::string_view> state_items(std::string_view text);

/// The usual English short name ("Iran"), or the code itself when it is not in the table.
/// The view lives as long as the program (or, for unknown codes, as `code`).
std::string_view state_name(const StateCode& code);

/// Whether an agreement or contradiction between the two says less than usual: a State and its
/// predecessor or successor (SUN and RUS, YUG and SRB), issuer codes of one State (GBR and GBN), a
/// State and its territories (FRA and REU), or a code that names no State of nationality
/// (organisations, stateless persons, refugees) and anything. Symmetric; a State is not related to
/// itself, nor an unknown code to any.
bool are_related(StateCode a, StateCode b);

/// Whether the two are neighbours of the region between which nationalities are often changed or confused
/// (AFG and PAK, UZB and TJK). Says nothing of documents: a Pakistani passport is no Afghan one. Symmetric.
bool are_close(StateCode a, StateCode b);

}  // namespace darvaza::documents
