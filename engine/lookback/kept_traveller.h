// What is kept of a traveller who was screened, so that a newer list can be held against them.
//
// Kept is what screening asks for and what is needed to find the person again: identifier, names, birth date,
// sex, nationalities, place of birth, father's name, documents (number, type, issuing State), flights and
// booking reference. Addresses, baggage, seats, dates and places of issue, and problems of the message are not.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "darvaza/error.h"
#include "darvaza/traveller.h"

namespace darvaza::lookback {

struct KeptTraveller {
  Traveller traveller;   ///< without what is not kept
  std::string manifest;  ///< the file or stream in which they came
  std::int64_t seen = 0; ///< when they were screened, in seconds since 1970
};

/// Appends the traveller to `out` in the form of docs/rescreen.md; what is not kept is left out.
void append_bytes(const KeptTraveller& kept, std::string& out);

/// The inverse. ErrorCode::input_refused for everything that append_bytes does not write.
Result<KeptTraveller> parse_kept(std::string_view bytes);

}  // namespace darvaza::lookback
