// Load on a daemon from the outside, in an open loop: requests are due at their times, whether
// earlier ones were answered or not, as travellers come. What waits because the daemon is slow
// counts as waiting.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "darvaza/error.h"

namespace darvaza::bench {

struct LoadOptions {
  std::string host = "127.0.0.1";
  std::uint16_t port = 8480;
  std::string path = "/v1/screen";
  double per_second = 0;  ///< 0: a closed loop, as fast as the connections are answered
  double seconds = 5;
  unsigned connections = 16;
};

struct LoadReport {
  std::uint64_t asked = 0;
  double seconds = 0;                      ///< from the first request to the last answer
  std::map<int, std::uint64_t> statuses;   ///< answers by HTTP status
  std::vector<std::uint64_t> nanoseconds;  ///< of each answer with status 200, from when it was due
};

/// Sends `bodies` again and again, each as JSON, from this thread. Errors: io, when a connection
/// cannot be made or breaks.
Result<LoadReport> put_load(const LoadOptions& options, const std::vector<std::string>& bodies);

}  // namespace darvaza::bench
