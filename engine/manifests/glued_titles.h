// Titles that reservation systems write onto given names: "MOLLYMRS", "JOHN MSTR", "MRJONATHON".
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "darvaza/traveller.h"

namespace darvaza::manifests {

/// The given names without the titles that may be glued to them or stand among them, in AIRIMP's
/// spelling; the names themselves when there are none. It is a second reading and never the only
/// one: "NASIR" ends like a title, too, and is no "NA". At least two letters of a word remain.
std::string without_glued_titles(std::string_view given_names);

/// A surname of a reservation without the title that is glued to its end, as to who has one name only ("RAHMATULLAHMR"); empty when
/// there is none. Likewise a second reading. `alone`: there are no given names, and MS counts, too.
std::string surname_without_title(std::string_view surname, bool alone);

/// A name that shows a reservation system's form, read without such titles; nothing for any other. "DARYAGOZAR/NADERMR" in one piece shows it
/// by its one '/', and every title counts; without one, MR, MRS, MISS, MSTR or MASTER at the end of the last word (MS of an only one); given names of their own field show it by MR, MRS, MS, MISS, MSTR or MASTER at the end
/// alone, because "NASIR" and "BADR" are names. Likewise a second reading, never the only one.
std::optional<TravellerName> read_without_title(const TravellerName& name);

}  // namespace darvaza::manifests
