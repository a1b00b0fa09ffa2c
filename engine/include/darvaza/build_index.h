// Watchlist files in, one index file out.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <span>
#include <vector>

#include "darvaza/error.h"
#include "darvaza/read_lists.h"

namespace darvaza {

struct BuildReport {
  std::vector<SourceSummary> sources;  ///< one a file, in the order given
  std::uint64_t unsearchable_names = 0;  ///< names without a single letter: kept, but never found
  std::uint64_t index_bytes = 0;
};

/// Where a build stands: the share of the whole, 0 to 1, and what it is doing.
using BuildProgress = std::function<void(double fraction, const char* stage)>;

/// Reads all `sources` (see read_lists) and writes `output`, atomically: on any failure `output` is
/// what it was before. The same sources in the same order give the same bytes. Memory grows with the
/// lists. What an entry does not state of its terms is taken from those of its list; of two files that state those of one list the
/// first counts. Errors: those of read_lists, and ErrorCode::io for the output.
Result<BuildReport> build_index(std::span<const std::filesystem::path> sources,
                                const std::filesystem::path& output,
                                const BuildProgress& progress = {});

}  // namespace darvaza
