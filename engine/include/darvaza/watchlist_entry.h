// What a watchlist says: listed persons, and lost or stolen documents.
//
// Plain data, filled by the readers in lists/ and consumed by the index builder. Text is UTF-8 as
// the source gave it, trimmed of surrounding white space, not otherwise altered.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "darvaza/entry_terms.h"
#include "darvaza/partial_date.h"
#include "darvaza/state_code.h"

namespace darvaza {

enum class Sex : std::uint8_t { unknown, female, male, other };
std::string_view to_string(Sex sex);  ///< "F", "M", "X" (Doc 9303-4 §4.2.2), or empty for unknown

/// How much a source vouches for a name.
enum class NameGrade : std::uint8_t {
  primary,  ///< the name under which the person is listed
  strong,   ///< a "good quality" alias
  weak,     ///< a "low quality" or "weak" a.k.a.: nicknames, partial and very common names
};

struct ListedName {
  std::string text;  ///< the whole name as listed; "SURNAME, Given" keeps its comma
  NameGrade grade = NameGrade::primary;
};

/// A document that a list attributes to a listed person.
struct ListedDocument {
  std::string number;       ///< as listed, junk and separators included
  std::string type;         ///< the source's own word ("Passport", "National ID No."), may be empty
  StateCode issuing_state;  ///< empty when the source names none that is known
};

/// One listed person.
struct WatchlistEntry {
  std::string list;  ///< identifier of the list, such as "un-sc"
  std::string id;    ///< the source's own identifier of the entry
  std::vector<ListedName> names;
  std::vector<BirthDate> birth_dates;  ///< all that the source gives, in its order
  Sex sex = Sex::unknown;
  std::vector<StateCode> nationalities;
  std::vector<std::string> birth_places;
  std::vector<std::string> father_names;
  std::vector<ListedDocument> documents;
  std::string category;  ///< programme or reason, the source's own word ("SDGT", "Taliban")
  std::string handling;  ///< instruction to the officer; empty: the engine's general one applies
  EntryTerms terms;
};

/// Status of a document in a lost-and-stolen table, after INTERPOL's SLTD (ICAO Doc 9303-2 App. E).
enum class DocumentStatus : std::uint8_t { lost, stolen, stolen_blank, revoked, invalid };

/// "lost", "stolen", "stolen blank", "revoked", "invalid".
std::string_view to_string(DocumentStatus status);

/// One lost, stolen or revoked document, or a run of stolen blanks. Describes the document, never
/// its holder.
struct LostDocument {
  std::string list;    ///< identifier of the list, such as "sltd"
  std::string number;  ///< as listed
  std::string range_end;  ///< last number of a run of blanks, inclusive; empty for a single document
  std::string type;       ///< as listed ("P", "passport"), may be empty
  StateCode issuing_state;
  DocumentStatus status = DocumentStatus::lost;
  PartialDate lost;      ///< when it was lost or stolen
  PartialDate reported;  ///< when the list was told
  PartialDate review;    ///< after which the record is to be reviewed or deleted
  StateCode reporting_state;
  std::string reference;  ///< the reporting State's own, may be empty
};

}  // namespace darvaza
