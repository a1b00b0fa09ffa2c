// A question that was answered, as far as an alert may come of it.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "darvaza/entry_terms.h"
#include "darvaza/traveller.h"

namespace darvaza::daemon {

struct Encounter {
  std::string id;          ///< unlike any other's
  std::int64_t asked = 0;  ///< seconds since 1970-01-01T00:00:00Z
  std::string post;        ///< its name; empty where no posts are configured
  std::string purpose;
  Post seen_by;                 ///< its State, line and day
  std::string index;            ///< digest of the index that answered
  bool searched = false;        ///< whether anything came up, shown or withheld
  bool near_documents = false;  ///< ScreeningOptions::near_documents of the question
  Traveller traveller;          ///< what a search needs of it, and the flights
};

/// As bytes that encounter_of reads back. Takes as long for one who is listed as for one who is
/// not; a microsecond.
std::string to_bytes(const Encounter& encounter);

/// Nothing for bytes that to_bytes does not write. What an older daemon left behind does not say
/// `near_documents`: it is then true, to find more rather than less.
std::optional<Encounter> encounter_of(std::string_view bytes);

}  // namespace darvaza::daemon
