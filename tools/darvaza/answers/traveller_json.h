// What a reader understood of a traveller, as JSON: --with-traveller, and what a register holds.
#pragma once

#include <string>

#include "darvaza/traveller.h"

namespace darvaza::tool {

/// One JSON object without line end: manifest, names, birth date, sex, nationalities, birth place,
/// father's name, documents, role, locators, reference, addresses, bags, flights. Fields that are
/// unknown are left out.
std::string to_json(const Traveller& traveller, const std::string& manifest);

std::string_view to_string(TravellerRole role);  ///< "passenger", "transit crew", ...

}  // namespace darvaza::tool
