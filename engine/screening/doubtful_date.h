// A date of birth that was read beside a check digit that does not hold.
#pragma once

#include <cstdint>
#include <span>

#include "screening/person_search.h"

namespace darvaza::screening {

/// A doubtful date that differs from the listed one weighs at least this, millinats, where a sound one weighs down to
/// -4500: one character of it is likely wrong, and nobody knows which. Agreement weighs as ever: a misread date does
/// not become that of a listed person by chance more often than another.
inline constexpr std::int32_t kDoubtfulOtherDate = -1500;

/// find_persons for a traveller whose date of birth is doubtful: every entry weighs the greater of its weights with the
/// date and without it but for kDoubtfulOtherDate. Takes two searches, each of which is exact.
PersonSearch find_persons_by_doubtful_date(const index::IndexSet& set, const Traveller& traveller, std::size_t names,
                                           std::span<const PersonDocument> person_documents, const ScreeningOptions& options,
                                           SearchScratch& scratch);

}  // namespace darvaza::screening
