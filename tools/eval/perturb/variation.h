// The named ways in which one person comes to be written differently.
#pragma once

#include <functional>
#include <span>
#include <string>
#include <vector>

#include "darvaza/error.h"
#include "eval/perturb/random.h"
#include "eval/perturb/subject.h"

namespace darvaza::perturb {

/// A variation is a function of the subject and of the random numbers, so that a seed makes it
/// again. Const objects may be used from many threads.
struct Variation {
  std::string id;     ///< family first: "romanise-ru-icao-2014", "typing-qwerty", "date-day-month"
  std::string title;  ///< for people
  std::function<Varied(const Subject&, Random&)> apply;
};

/// All variations, those of one family together. Ids are unique.
const std::vector<Variation>& variations();

/// What stands before the first hyphen of an id.
std::string_view family_of(std::string_view id);

/// The variations that `asked` names, each once, in the order of variations(); chains last, in the
/// order asked. A word is an id, a family ("typing"), "all", or a chain of ids joined by "+",
/// applied one after the other. An ErrorCode::usage error names a word that is none of these.
Result<std::vector<Variation>> choose_variations(std::span<const std::string> asked);

}  // namespace darvaza::perturb
