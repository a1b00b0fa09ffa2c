// The target of a request, taken apart.
#pragma once

#include <string_view>

#include "http/message.h"

namespace darvaza::daemon {

/// Fills `path` and `query` from "/v1/screen?top=3" (RFC 9112 origin form). False for anything else
/// and for escapes that are none; the path then is not to be used.
bool read_target(std::string_view target, Head& head);

}  // namespace darvaza::daemon
