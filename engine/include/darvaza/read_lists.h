// Watchlist files in, records out.
//
// Formats, recognised by content, never by file name:
//   UN Security Council consolidated list (XML) · EU financial sanctions (XML) · UK Sanctions List and OFSI's
//   consolidated list (CSV) · OFAC sdn.xml form, advanced XML, and the classic CSV files (SDN with its ALT and ADD
//   companions) · Canada's autonomous sanctions (XML) · INTERPOL's public notices (JSON) · OpenSanctions
//   targets.simple.csv · FollowTheMoney JSON lines · a plain CSV of persons · a plain CSV of lost and stolen
//   documents · the snapshot of a signed release.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "darvaza/error.h"
#include "darvaza/watchlist_entry.h"

namespace darvaza {

enum class ListFormat : std::uint8_t {
  un_xml,
  ofac_sdn_xml,
  ofac_advanced_xml,
  ofac_sdn_csv,  ///< SDN.CSV: names and remarks
  ofac_alt_csv,  ///< ALT.CSV: aliases; only together with its SDN file
  ofac_add_csv,  ///< ADD.CSV: addresses; only together with its SDN file
  eu_fsf_xml,
  uk_sanctions_csv,  ///< the UK Sanctions List of the Foreign Office
  uk_ofsi_csv,       ///< the consolidated list of the Treasury's OFSI
  canada_sema_xml,
  interpol_json,  ///< public notices: one, several, or pages of them
  opensanctions_csv,
  ftm_json,
  persons_csv,
  documents_csv,
  list_terms_csv,  ///< no entries, but the terms of other files'
  snapshot,  ///< of a signed release (docs/list-releases.md): its list is the one that it names
};
std::string_view to_string(ListFormat format);  ///< "UN consolidated XML", ...

/// A record that could not be used, or a fact in it that could not be read, and why.
struct SkippedRecord {
  std::uint64_t record = 0;  ///< 1-based in the file
  std::uint64_t line = 0;    ///< 1-based line where the record begins; 0 unknown
  std::string reason;        ///< what was found and what was expected; no personal data
};

/// Reasons beyond this many in one file are counted but not kept, so that a hostile file of
/// millions of broken records costs bounded memory.
inline constexpr std::size_t kMaxReportedRecords = 1000;

/// What one file contained. Every record of the file is in exactly one of: entries, documents,
/// not_persons, skipped, or attached (rows of a companion file merged into another file's entries, and further rows about a
/// person of the same file).
struct SourceSummary {
  std::string file;
  ListFormat format = ListFormat::persons_csv;
  std::string list;             ///< identifier of the list, such as "un-sc"
  std::string list_date;        ///< the date that the file states of itself, ISO; empty if none
  std::uint64_t entries = 0;    ///< persons
  std::uint64_t names = 0;      ///< names of those persons, aliases included
  std::uint64_t documents = 0;  ///< documents attributed to those persons
  std::uint64_t lost_documents = 0;  ///< rows of a lost-document table
  std::uint64_t not_persons = 0;     ///< organisations, vessels, aircraft
  std::uint64_t attached = 0;
  std::vector<SkippedRecord> skipped;  ///< the first kMaxReportedRecords of them
  std::uint64_t skipped_count = 0;     ///< all of them
  /// Facts that could not be read although their record was kept (a birth date, a State).
  std::vector<SkippedRecord> remarks;  ///< the first kMaxReportedRecords of them
  std::uint64_t remark_count = 0;      ///< all of them
  /// Persons, and terms of lists, whose last day of validity is past by this machine's clock: they were kept, and nobody is shown them. Usual in lists that
  /// keep what is over; elsewhere a slip in a year.
  std::vector<SkippedRecord> over;  ///< the first kMaxReportedRecords of them
  std::uint64_t over_count = 0;     ///< all of them
};

/// Receives records as they are read, in the order of the file. Any may be an empty function.
struct ListSink {
  std::function<void(WatchlistEntry&&)> entry;
  std::function<void(LostDocument&&)> lost_document;
  /// The terms of a list as a whole, each list once: those of its lost documents. All of these come before any record; entries
  /// have taken from them what they do not state themselves.
  std::function<void(std::string_view list, const EntryTerms& terms)> list_terms = {};
};

/// Reads all `files`, in the order given, and returns one summary a file, in that order. OFAC's ALT
/// and ADD files are joined to the SDN file among `files` whatever the order; without one they are
/// refused.
///
/// A malformed record is skipped and counted with its reason. A file that is missing, not
/// well-formed or of no known format makes the whole call fail, with file, line and what was
/// expected; records delivered to the sink before that must then be thrown away.
///
/// Streams: memory grows with the largest record (at most 4 MiB of text), except that the rows of
/// OFAC's ALT files, the persons of UK lists, the documents, places and measures of OFAC's advanced form, and the identity
/// documents of a FollowTheMoney file are held until they are joined. `list` of entries is the identifier the format implies ("un-sc",
/// "ofac-sdn", "ofac-cons", ...) or, for generic formats, the file name without its extensions.
Result<std::vector<SourceSummary>> read_lists(std::span<const std::filesystem::path> files,
                                              const ListSink& sink);

}  // namespace darvaza
