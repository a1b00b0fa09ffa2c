// Passenger lists in, travellers out.
#pragma once

#include <cstdint>
#include <functional>
#include <istream>
#include <string>
#include <string_view>
#include <vector>

#include "darvaza/error.h"
#include "darvaza/traveller.h"

namespace darvaza {

enum class ManifestFormat : std::uint8_t { automatic, csv, jsonl, paxlst, pnrgov, mrz };
std::string_view to_string(ManifestFormat format);  ///< "auto", "csv", "jsonl", "paxlst", ...
/// The reverse of to_string; an ErrorCode::usage error lists the accepted words.
Result<ManifestFormat> parse_manifest_format(std::string_view word);

/// What was read, and what was wrong with the message as a whole (a count that does not match, a
/// missing trailer). Problems of one passenger stand in that Traveller.
struct ManifestSummary {
  ManifestFormat format = ManifestFormat::automatic;
  std::uint64_t travellers = 0;
  std::vector<Problem> problems;
  /// False when the input ended or broke off in a way that may have hidden travellers; then the
  /// answer for the manifest must not be taken as complete, and `problems` says where.
  bool complete = true;
};

struct ManifestOptions {
  ManifestFormat format = ManifestFormat::automatic;
  /// For two-digit years: see MrzOptions::reference_year.
  int reference_year = 2026;
};

/// Reads travellers from `in` and hands them to `traveller` in the order of the input. `name` is
/// what errors call the stream (a file name, or "standard input").
///
/// No traveller is lost for an odd field: what could not be understood is in Traveller::problems
/// with its place. Input of which nothing can be made fails with ErrorCode::input_refused.
/// Streams: memory is bounded by one record, or one EDIFACT segment (64 KiB at most).
/// Not thread-safe for one stream; different streams are independent.
Result<ManifestSummary> read_travellers(std::istream& in, const std::string& name,
                                        const ManifestOptions& options,
                                        const std::function<void(Traveller&&)>& traveller);

}  // namespace darvaza
