// The files of an audit log and what a line of them is: docs/audit.md.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "audit/key.h"
#include "darvaza/error.h"

namespace darvaza::audit {

/// A line holds a traveller at most, whose size the readers bound.
inline constexpr std::size_t kMostLineBytes = std::size_t{16} * 1024 * 1024;

struct LogFile {
  std::uint64_t number = 0;  ///< from 1
  std::filesystem::path path;
  std::uint64_t torn_bytes = 0;  ///< at its end: no records, as the file after it says (readable_files)
};

/// "audit-000000001.jsonl" and so on, by number. Other files are not looked at. Errors:
/// input_missing when there is no such directory.
Result<std::vector<LogFile>> log_files(const std::filesystem::path& directory);
/// The same, each with what it holds at its end that is no record.
Result<std::vector<LogFile>> readable_files(const std::filesystem::path& directory);
/// The lines of one, but for what is no record. `whole`: its end is there. Errors: io.
Result<void> for_each_line(const LogFile& file, const std::function<void(std::string_view line, bool whole)>& read);
std::filesystem::path log_file_path(const std::filesystem::path& directory, std::uint64_t number);

/// What comes before the first record of a log.
std::string no_chain();

/// One record as a line, with its end: {"n": 17, members, "chain": "..."}. `chain` is that of the
/// record before, and becomes that of this one.
std::string line_of(const Key& key, std::uint64_t n, std::string_view members, std::string& chain);

/// A line taken apart, without its end.
struct Line {
  std::uint64_t n = 0;
  std::string_view chained;  ///< what the chain is made of: all before its own member
  std::string_view chain;
};
/// Nothing when the text is no line of a log.
std::optional<Line> parse_line_of_log(std::string_view text);

/// Where the last file of a log ends.
struct LogEnd {
  std::uint64_t file = 0;  ///< 0: there is none
  std::uint64_t n = 0;     ///< of the last record
  std::string chain;
  std::uint64_t torn_bytes = 0;  ///< of a line that has no end: the writer died
};
/// Reads the last file. Errors: io; input_refused when its last whole line is no record of this
/// key's chain as far as that line tells.
Result<LogEnd> end_of(const std::filesystem::path& directory);

}  // namespace darvaza::audit
