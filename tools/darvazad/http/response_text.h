// Answers as bytes.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "http/message.h"

namespace darvaza::daemon {

/// The status line and the header, with the empty line. Without `body_bytes` the body is chunked.
/// Nothing here may be kept by caches: answers are about people.
std::string response_head(const Response& response, std::optional<std::size_t> body_bytes,
                          std::string_view date, bool keep_alive);

/// A piece of a chunked body; an empty piece ends it.
std::string chunk_head(std::size_t bytes);

/// Now, as the header Date has it: "Thu, 26 Nov 2026 01:30:00 GMT".
std::string date_text();

}  // namespace darvaza::daemon
