// Whether an audit log is whole and as it was written.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "audit/key.h"
#include "darvaza/error.h"

namespace darvaza::audit {

/// One thing that does not hold.
struct Finding {
  std::string file;
  std::uint64_t line = 0;    ///< 0: about the file
  std::uint64_t record = 0;  ///< its number as it stands or should stand; 0: unknown
  std::string text;
};

/// What stands at the end of a file and is no record, as the log itself says: a write that failed and could not be
/// taken back, or a writer that died.
struct TornEnd {
  std::string file;
  std::uint64_t record = 0;  ///< the last before it
  std::uint64_t bytes = 0;
};

struct LogState {
  std::uint64_t files = 0, records = 0;
  std::uint64_t first = 0;  ///< number of the first record that is here
  std::uint64_t last = 0;
  std::string head;               ///< the chain of the last record: note it elsewhere
  bool closed = false;            ///< the last record says that it is the last
  std::uint64_t lost = 0;         ///< records that could not be written, by the log's own account
  std::vector<TornEnd> torn;
  bool holds_head = false;        ///< the chain that was asked for is among those of the records
  std::vector<Finding> findings;  ///< at most 100
};

/// Reads all files of the directory and checks every record: its number, that it continues the
/// chain, and that each file begins where the one before ended. `head` is a chain noted earlier:
/// that it is here shows that nothing up to it was cut off or written anew. Errors: input_missing,
/// io.
Result<LogState> verify_log(const std::filesystem::path& directory, const Key& key,
                            std::string_view head = {});

}  // namespace darvaza::audit
