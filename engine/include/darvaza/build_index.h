// Watchlist files in, one index file out.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "darvaza/error.h"
#include "darvaza/read_lists.h"

namespace darvaza {

struct BuildReport {
  std::vector<SourceSummary> sources;  ///< one a file, in the order given
  std::uint64_t unsearchable_names = 0;  ///< names without a single letter: kept, but never found
  std::uint64_t index_bytes = 0;
  std::vector<SourceSummary> since;  ///< of what BuildOptions::since names, likewise: a list that is in no source was dropped
};

/// Where a build stands: the share of the whole, 0 to 1, and what it is doing.
using BuildProgress = std::function<void(double fraction, const char* stage)>;

/// Reads all `sources` (see read_lists) and writes `output`, atomically: on any failure `output` is
/// what it was before. The same sources in the same order give the same bytes. Memory grows with the
/// lists. What an entry does not state of its terms is taken from those of its list; of two files that state those of one list the
/// first counts. Errors: those of read_lists, and ErrorCode::io for the output; ErrorCode::usage without a source, and when `output` is one
/// of the files that are read, under whatever name; ErrorCode::input_refused for a list without a record (BuildOptions::allow_empty).
Result<BuildReport> build_index(std::span<const std::filesystem::path> sources,
                                const std::filesystem::path& output,
                                const BuildProgress& progress = {});

/// The signed release that a list was taken from; the index says so (`Screener::lists`).
struct ListRelease {
  std::string list;
  std::uint64_t version = 0;
  std::string issued, expires;  ///< ISO 8601, UTC
};

struct BuildOptions {
  /// If any: the index holds only what differs from these, and says what was removed. It is searched behind one that was
  /// built of them (Screener::open of several files). Lists are told apart by their identifiers, for generic formats the
  /// file's name; an entry of which anything changed stands in it whole, and so does a list that is new. All are read twice,
  /// and take some 100 bytes of memory an entry.
  std::vector<std::filesystem::path> since;
  std::uint64_t since_version = 0;  ///< the release that `since` is; 0: none
  std::optional<ListRelease> release;  ///< that `sources` are
  /// Lists without a single record are meant to have none. Such a file is as likely a download that failed as the end of a list, and whoever
  /// it named would be clear: without this the build is refused and names it.
  bool allow_empty = false;
  /// Refuses to build where anything of the sources would not be in the index as they say it: a record that was skipped, a fact that was not read
  /// or only taken with a remark, a name without a letter, a list of `since` that no source is of any more. Organisations, vessels and aircraft
  /// are no loss: persons are looked for.
  bool strict = false;
  /// Told what each of `sources` held, once all are read and before anything is written: also of a build that is refused then.
  std::function<void(std::span<const SourceSummary>)> sources_read = {};
};

Result<BuildReport> build_index(std::span<const std::filesystem::path> sources,
                                const std::filesystem::path& output, const BuildOptions& options,
                                const BuildProgress& progress = {});

/// Makes one index of several that are searched together (the oldest first), and of which it gives the same answers: in
/// the background, when what changed has become much. Reads whole indexes into memory. Errors: those of
/// Screener::open, and ErrorCode::io.
Result<std::uint64_t> compact_indexes(std::span<const std::filesystem::path> indexes,
                                      const std::filesystem::path& output);

}  // namespace darvaza
