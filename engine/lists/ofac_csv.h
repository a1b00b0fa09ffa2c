// OFAC's classic files: SDN.CSV with ALT.CSV and ADD.CSV. No headings; "-0-" stands for nothing.
#pragma once

#include <cstdint>
#include <functional>
#include <istream>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "darvaza/error.h"
#include "lists/source_recorder.h"
#include "text/csv_rows.h"

namespace darvaza::lists {

/// Which of the three files a row is from, by its number of columns and what stands in them: SDN
/// has 12 (number, name, type, program, ...), ALT 5 (number, number, "aka", ...), ADD 6 (number,
/// number, ...).
bool is_ofac_sdn_row(const std::vector<std::string>& fields);
bool is_ofac_alt_row(const std::vector<std::string>& fields);
bool is_ofac_add_row(const std::vector<std::string>& fields);

/// Joins the companion files to the main ones by entry number. Read the companions first, then the
/// SDN files, then settle. Holds the rows of ALT files (names, about 100 bytes each) and the
/// numbers of all entries.
class OfacJoin {
 public:
  Result<void> read_alt(std::istream& in, SourceRecorder& recorder);
  Result<void> read_add(std::istream& in, SourceRecorder& recorder);
  Result<void> read_sdn(std::istream& in, SourceRecorder& recorder);

  /// Counts every companion row where it belongs, in the recorders given to read_alt and read_add,
  /// which must still exist: as attached, as not of a person, or as skipped because no SDN file has
  /// its entry. `list` is what the companions belong to.
  void settle(std::string_view list);

 private:
  enum class Fate : std::uint8_t { person, not_person, skipped };
  struct Companion {
    SourceRecorder* recorder;
    Place place;
    std::uint64_t entry;
  };

  void add_sdn_row(const text::CsvRow& row, SourceRecorder& recorder);
  void add_person(std::uint64_t number, const text::CsvRow& row, SourceRecorder& recorder);

  std::unordered_map<std::uint64_t, std::vector<ListedName>> aliases_;
  std::unordered_map<std::uint64_t, Fate> fates_;
  std::vector<Companion> companions_;
};

}  // namespace darvaza::lists
