// Fictional lost documents in the forms that States use: for measuring the lost-document table.
#pragma once

#include <cstdint>
#include <string>

#include "darvaza/watchlist_entry.h"
#include "generate/random.h"

namespace darvaza::generate {

/// Document `number` of the list of `seed`; the same on every machine. One in 5,000 is a run of
/// stolen blanks. Numbers of one State come from its series, so that many are neighbours, and a few
/// are listed twice. Nobody bears them: series letters and serials are drawn at random.
LostDocument make_lost_document(std::uint64_t seed, std::uint64_t number);

/// A number in some State's form that is most likely not listed, and the State that would have
/// issued it.
struct AskedDocument {
  std::string number;
  StateCode issuer;
};
AskedDocument make_unlisted_document(std::uint64_t seed, std::uint64_t number);

/// `number` with one or two characters read as others that readers confuse with them; unchanged
/// when it has none such.
std::string misread(const std::string& number, Random& random);

}  // namespace darvaza::generate
