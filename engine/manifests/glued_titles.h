// Titles that reservation systems write onto given names: "MOLLYMRS", "JOHN MSTR", "MRJONATHON".
#pragma once

#include <string>
#include <string_view>

namespace darvaza::manifests {

/// The given names without the titles that may be glued to them or stand among them, in AIRIMP's
/// spelling; the names themselves when there are none. It is a second reading and never the only
/// one: "NASIR" ends like a title, too, and is no "NA". At least two letters of a word remain.
std::string without_glued_titles(std::string_view given_names);

}  // namespace darvaza::manifests
