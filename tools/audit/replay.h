// Gives recorded answers again, from the archived indexes that gave them.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include "audit/key.h"
#include "darvaza/error.h"

namespace darvaza::audit {

/// What became of one recorded answer.
enum class Replayed : std::uint8_t {
  same,       ///< the same bytes
  different,  ///< other bytes
  no_query,   ///< the query was not kept, or cannot be opened with this key
  no_index,   ///< the index is not among the archived ones
};

struct ReplayLine {
  std::string file;
  std::uint64_t line = 0, record = 0;
  Replayed outcome = Replayed::same;
  std::string text;    ///< what is to be said of it; empty for an answer that came out the same
  std::string answer;  ///< what the engine answers now, as JSON; empty where it could not be asked
};

struct ReplayOptions {
  std::filesystem::path log;      ///< directory of an audit log
  std::filesystem::path indexes;  ///< directory: DIGEST.dvz, or index files of any name
  std::uint64_t record = 0;       ///< this one alone; 0: all
  std::vector<std::string> required = {};  ///< lists without which answers were incomplete, as the daemon had them configured
};

struct ReplaySummary {
  std::uint64_t same = 0, different = 0, no_query = 0, no_index = 0;
  std::uint64_t incomplete_then = 0;  ///< of `different`: their search was cut short, or a required list missing
  std::uint64_t other_engine = 0;  ///< of all: recorded by another build than this one
};

/// Calls `tell` for every recorded answer, in order. `log_key` is that of the log, `query_key` the
/// one that queries are sealed with. Only one index is open at a time. Errors: input_missing, io.
Result<ReplaySummary> replay(const ReplayOptions& options, const Key& log_key, const Key& query_key,
                             const std::function<void(const ReplayLine&)>& tell);

}  // namespace darvaza::audit
