// Refusals as problem details (RFC 9457).
#pragma once

#include <string>
#include <string_view>

#include "darvaza/error.h"
#include "http/message.h"

namespace darvaza::daemon {

/// "Not Found"; "Status" for a number that this daemon does not use.
std::string_view reason_phrase(int status);

/// application/problem+json with `status`, the phrase of it as title, and `detail`: what was found
/// and what was expected. Holds no personal data.
Response problem(int status, std::string_view detail);

/// The same about one parameter or member of the request, named in `field`.
Response field_problem(int status, std::string_view field, std::string_view detail);

/// The same about a place in the body: byte `position`, counted from 0.
Response position_problem(int status, std::size_t position, std::string_view detail);

/// The library's error: 422 for input that was read and is not acceptable, 500 for the rest; with
/// line, record and position where the error has them.
Response problem(const Error& error);

/// 503 or 429: come again in so many seconds.
Response busy(int status, std::string_view detail, unsigned retry_after_seconds);

}  // namespace darvaza::daemon
