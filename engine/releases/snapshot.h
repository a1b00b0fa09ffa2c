// All records of a list as text: a head and canonical lines (lists/snapshot_line.h) in the order of
// their bytes.
#pragma once

#include <cstdint>
#include <filesystem>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "darvaza/error.h"
#include "darvaza/read_lists.h"
#include "lists/snapshot_line.h"

namespace darvaza::releases {

/// The reserved traveller that every list carries: whoever holds this document and this name is a
/// test.
WatchlistEntry test_traveller();
inline constexpr std::string_view kTestTravellerId = "DARVAZA-TEST";

struct MadeSnapshot {
  std::string text;
  std::uint64_t persons = 0;  ///< the test traveller among them
  std::uint64_t lost_documents = 0;
  std::uint64_t repeated =
      0;  ///< records that were there already, byte for byte, and are kept once
  std::vector<SourceSummary> sources;
};

/// Reads lists in any format and makes one snapshot of the list `list`, with the test traveller.
/// The records' own identifiers of lists give way to `list`. The same records in any order give the
/// same bytes. Errors: those of read_lists; input_refused for a record that a snapshot cannot hold
/// in every field.
Result<MadeSnapshot> make_snapshot(std::string_view list,
                                   std::span<const std::filesystem::path> sources);

/// The records of an edition of a list, for telling what changed. Each line is one of a snapshot; where
/// the record itself says of which list it is (a column, OFAC's advanced form), that stands behind as one
/// more field, "list". What a file calls its list is left out: two editions may have other names.
struct EditionLines {
  std::vector<std::string> lines;  ///< rising, each once, without the test traveller
  std::vector<SourceSummary> sources;
};

/// Reads lists in any format. Errors: those of make_snapshot.
Result<EditionLines> read_edition(std::span<const std::filesystem::path> sources);

/// The lines of a snapshot behind its head, without line ends; views into `text`. Refused (rules
/// malformed, wrong-list) unless the head names `list` and the lines rise; whether each is
/// canonical is found by who reads it.
Result<std::vector<std::string_view>> snapshot_lines(std::string_view text, std::string_view list);

/// The inverse: `lines` must rise.
std::string join_snapshot(std::string_view list, std::span<const std::string_view> lines);

}  // namespace darvaza::releases
