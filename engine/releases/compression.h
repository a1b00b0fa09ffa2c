// Zstandard, with a bound on what comes out.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "darvaza/error.h"

namespace darvaza::releases {

Result<std::string> compress(std::string_view bytes);

/// One frame, whole and nothing behind it, of exactly `expected_bytes`. Stops at the first byte too
/// many (rule too-long); windows of more than 128 MiB, damaged or cut frames are refused (rule
/// bad-compression).
Result<std::string> decompress(std::string_view bytes, std::uint64_t expected_bytes);

}  // namespace darvaza::releases
