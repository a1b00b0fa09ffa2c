// A mirror behind HTTP or HTTPS (libcurl).
#pragma once

#include <memory>
#include <string>

#include "darvaza/error.h"
#include "releases/mirror.h"

namespace darvaza::releases {

/// Files are asked for as URL/NAME. No redirects are followed, no other schemes spoken. Not
/// thread-safe.
Result<std::unique_ptr<Mirror>> http_mirror(const std::string& url, const HttpPatience& patience);

}  // namespace darvaza::releases
