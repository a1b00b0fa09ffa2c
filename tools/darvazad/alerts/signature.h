// By what the receiver of a webhook knows that it comes from here, and when it was sent.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace darvaza::daemon {

/// "t=1790000000,v1=HEX": HMAC-SHA256 with `secret` over "1790000000.BODY". docs/alerts.md says
/// how a receiver verifies it. `sent` in seconds since 1970.
std::string signature(std::string_view secret, std::int64_t sent, std::string_view body);

}  // namespace darvaza::daemon
