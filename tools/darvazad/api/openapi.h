// What the daemon answers, as OpenAPI 3.1.
#pragma once

#include <string_view>

namespace darvaza::daemon {

/// openapi.json. Static storage.
std::string_view openapi();

}  // namespace darvaza::daemon
