// One person described by named columns, in CSV or JSON Lines.
#pragma once

#include <optional>
#include <span>
#include <string>

#include "darvaza/traveller.h"
#include "records/person_columns.h"

namespace darvaza::manifests {

/// Whether a column is one of passenger lists; others only watchlists have.
bool is_of_travellers(std::optional<records::PersonColumn> column);

/// Says which of these headings nobody reads in a passenger list: one may be a misspelt one that matters. Empty: all are
/// read.
std::string unread_headings(std::span<const std::string> headings);

/// The traveller whom the row describes; what could not be understood is in its problems, placed at
/// `where`. Facts of an `mrz` column fill what the other columns leave empty, and its name is added
/// as another spelling if it differs. `id` stays empty when no column holds one.
Traveller read_person_row(const records::PersonColumns& columns,
                          std::span<const std::string> fields, int reference_year,
                          const std::string& where);

}  // namespace darvaza::manifests
