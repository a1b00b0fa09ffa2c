// Labelled travellers and queries: who is asked about, and who they truly are.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "darvaza/error.h"
#include "darvaza/traveller.h"
#include "eval/labelled_table.h"

namespace darvaza::eval {

struct AskedTraveller {
  Traveller traveller;
  std::string truth;  ///< identifier of the true entry; empty: not listed
  std::string where;  ///< its labels as a line
  std::vector<std::pair<std::string, std::string>> labels;

  std::string name() const {
    return traveller.names.empty() ? std::string() : traveller.names.front().full();
  }
};

struct TravellerColumns {
  ColumnNames columns;              ///< of --column
  std::vector<std::string> slices;  ///< of --slice
  std::vector<std::string>
      only;  ///< of --only-columns: all other columns are not shown to matchers; empty: all are
  bool other_files = false;  ///< renamed columns may be in another file
  bool names_only = false;   ///< matchers are told nothing but the names
};

/// Reads travellers from CSV or JSON Lines, with the columns that `darvaza screen` knows, one
/// traveller a row. A column `entry` names the true entry. Other formats that `darvaza screen`
/// reads are taken, too, without labels and truth.
Result<std::vector<AskedTraveller>> read_asked(const std::string& path,
                                               const TravellerColumns& columns);

/// Adds who the travellers are from a table of its own with the columns id and entry, and its
/// labels. A traveller without a row, and a row without a traveller, are errors.
Result<void> add_truth(const std::string& path, const TravellerColumns& columns,
                       std::vector<AskedTraveller>& travellers);

}  // namespace darvaza::eval
