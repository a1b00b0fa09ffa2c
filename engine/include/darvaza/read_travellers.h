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

/// Who a PAXLST message is from, what it is about and what an answer to it must repeat. All texts
/// are as received; empty where the message is silent.
struct PassengerMessage {
  struct Party {
    std::string id;         ///< UNB 0004 or 0010, UNG 0040 or 0044
    std::string qualifier;  ///< "ZZ"
  };
  /// One leg of the message's flights, with the codes that it was stated with.
  struct Leg {
    FlightLeg leg;
    std::string flight;     ///< as TDT writes it: "UT103"
    std::string from_code;  ///< LOC 3227: "125", "92"
    std::string to_code;
  };

  std::string syntax, syntax_version;  ///< UNB S001: "UNOA", "4"
  Party sender, recipient;
  std::string interchange_reference;  ///< UNB 0020
  std::string application;            ///< UNB 0026: "IAPI"
  bool grouped = false;               ///< the message stands in a group (UNG)
  Party group_sender, group_recipient;
  std::string group_reference;           ///< UNG 0048
  std::string reference;                 ///< UNH 0062
  std::string version, release, agency;  ///< UNH S009: "D", "05B", "UN"
  std::string association;               ///< UNH 0057: "IATA"
  std::string access_reference;          ///< UNH 0068
  std::string transaction;               ///< RFF+TN
  std::vector<Leg> legs;                 ///< in order of travel
};

struct ManifestOptions {
  ManifestFormat format = ManifestFormat::automatic;
  /// For two-digit years: see MrzOptions::reference_year.
  int reference_year = 2026;
  /// PAXLST only, for whoever answers message by message (darvaza/cusres.h). `message_begins` is
  /// called before the message's first traveller is handed over, at its end when there is none;
  /// `message_ends` after its last. `whole` is false when the message may hold travellers that were
  /// not read. Either may be empty.
  std::function<void(const PassengerMessage&)> message_begins = {};
  std::function<void(bool whole)> message_ends = {};
};

/// Reads travellers from `in` and hands them to `traveller` in the order of the input. `name` is
/// what errors call the stream (a file name, or "standard input").
///
/// No traveller is lost for an odd field: what could not be understood is in Traveller::problems
/// with its place. Input of which nothing can be made fails with ErrorCode::input_refused.
/// Streams: memory is bounded by one record, one EDIFACT segment (64 KiB at most), or one booking
/// of a PNRGOV message (1,024 travellers at most). Not thread-safe for one stream; different
/// streams are independent.
Result<ManifestSummary> read_travellers(std::istream& in, const std::string& name,
                                        const ManifestOptions& options,
                                        const std::function<void(Traveller&&)>& traveller);

}  // namespace darvaza
