// The columns of a table of persons, recognised by their headings.
//
// Watchlists and passenger lists in CSV share one vocabulary: which headings mean what is the table
// in person_columns.cpp, and docs/list-formats.md lists it for users.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "darvaza/traveller.h"

namespace darvaza::records {

enum class PersonColumn : std::uint8_t {
  id,
  name,  ///< the whole name in one piece
  surname,
  given_names,
  middle_name,
  father_name,
  birth_date,
  sex,
  nationality,
  birth_place,
  document_number,
  document_type,
  document_expires,
  issuing_state,
  mrz,
  aliases,       ///< watchlists only, separated by ';'
  weak_aliases,  ///< likewise
  category,      ///< watchlists only
  handling,      ///< likewise
  list,          ///< likewise: identifier of the list
};
inline constexpr std::size_t kPersonColumnCount = 20;

/// What a heading means; nothing for one that is not in the table. Case, surrounding blanks and the
/// difference between ' ', '-' and '_' are ignored. Thread-safe.
std::optional<PersonColumn> person_column(std::string_view heading);

/// "passport nr, seat class and 3 more": headings that nobody read, for a remark. Each is cut, and control characters become
/// blanks. Empty when there are none.
std::string heading_list(std::span<const std::string> headings);

/// Where each column stands in the rows of one table. Several headings may mean the same column
/// ("name" and "full_name"): then each of their values is one of the person's.
class PersonColumns {
 public:
  PersonColumns() = default;
  explicit PersonColumns(std::span<const std::string> headings);

  bool has(PersonColumn column) const { return !positions(column).empty(); }
  /// Whether rows can tell who somebody is: there is a name, in one piece or in parts, or an MRZ.
  bool describe_persons() const;
  /// How many of the headings are known.
  std::size_t recognised() const { return recognised_; }

  /// The value without surrounding blanks; empty when the row or the table has none. The view
  /// points into `fields`.
  std::string_view get(std::span<const std::string> fields, PersonColumn column) const;
  /// All different values of the column, in order of the headings; get() gives the first.
  std::vector<std::string_view> values(std::span<const std::string> fields, PersonColumn column) const;
  /// The value beside values(fields, column)[i] of a column that goes with it, as "document_type" with "document_number":
  /// that of the heading at the same place among as many headings; else the first one.
  std::string_view beside(std::span<const std::string> fields, PersonColumn column, std::string_view value, PersonColumn other) const;

  /// The spellings of the person's name. The parts give surname as primary and given and middle
  /// names as secondary identifier; a whole name stands in `primary` alone and comes first, unless
  /// it is but the parts put together: then the parts say more. Beside a surname, and without given names, what stands
  /// under "name" is those, and beside given names alone it is the surname: as one word only that, as several also a whole name. Cells of several whole names are split
  /// (records/name_cell.h). Empty when no column holds a name.
  std::vector<TravellerName> names(std::span<const std::string> fields) const;

 private:
  const std::vector<std::size_t>& positions(PersonColumn column) const {
    return positions_[static_cast<std::size_t>(column)];
  }

  std::array<std::vector<std::size_t>, kPersonColumnCount> positions_;
  std::size_t recognised_ = 0;
};

}  // namespace darvaza::records
