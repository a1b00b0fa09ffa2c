// Where releases are fetched from. Nobody trusts a mirror: whatever it gives is bounded while it
// arrives and verified before it is used.
#pragma once

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>

#include "darvaza/error.h"

namespace darvaza::releases {

/// The names of a release's files, on mirrors and where they are published.
std::string root_file(std::uint64_t version);      ///< "root.1"
std::string note_file(std::uint64_t version);      ///< "note.7"
std::string snapshot_file(std::uint64_t version);  ///< "snapshot.7.zst"
std::string delta_file(std::uint64_t version);     ///< "delta.7.zst": from 6 to 7
inline constexpr const char* kTimestampFile = "timestamp";

class Mirror {
 public:
  virtual ~Mirror() = default;
  /// The file of this name. Never holds more than `max_bytes` (rule too-long). input_missing when
  /// the mirror has no such file, io when it cannot be reached.
  virtual Result<std::string> fetch(const std::string& name, std::uint64_t max_bytes) = 0;
};

/// How patient an HTTP client is. The defaults are for links that fail.
struct HttpPatience {
  unsigned attempts =
      4;  ///< of one file, when the line or the server fails; what is refused is not asked again
  std::chrono::milliseconds first_pause{
      1000};  ///< doubled each time; a random part of it is waited
  std::chrono::milliseconds connect_limit{10'000};
  std::chrono::seconds stall_limit{30};  ///< given up below 100 bytes a second for this long
  std::chrono::seconds file_limit{3600};
};

/// A directory (removable media, a file share), or "http://..." or "https://...". Other schemes are
/// ErrorCode::usage.
Result<std::unique_ptr<Mirror>> open_mirror(const std::string& place,
                                            const HttpPatience& patience = {});

}  // namespace darvaza::releases
