// What personal numbers say of travellers and of listed persons, where nothing better does.
#pragma once

#include <optional>
#include <vector>

#include "darvaza/traveller.h"
#include "darvaza/watchlist_entry.h"

namespace darvaza::screening {

/// The traveller with the birth date and sex that the personal numbers among the documents hold, where the traveller
/// states none, or a date of which the number's is the whole. What is stated stands; a number that says otherwise
/// is a problem, added to `problems`, and weighs nothing. A date that a number confirms is no longer doubtful. The number's State is
/// the document's issuer or, where that is unknown, the only nationality. Returns `traveller` itself when
/// there is nothing to add, else `completed`, in which the copy then lives.
const Traveller& with_personal_numbers(const Traveller& traveller, std::optional<Traveller>& completed,
                                       std::vector<Problem>& problems);

/// The same for a listed person: a birth date that the list does not state, or states in part, and a sex. A number that
/// contradicts the list is passed over.
void add_personal_numbers(WatchlistEntry& entry);

}  // namespace darvaza::screening
