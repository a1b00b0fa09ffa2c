#include "http/response_text.h"

#include <ctime>

#include <fmt/chrono.h>
#include <fmt/format.h>

#include "http/problem.h"

namespace darvaza::daemon {

std::string response_head(const Response& response, std::optional<std::size_t> body_bytes,
                          std::string_view date, bool keep_alive) {
  std::string text = fmt::format("HTTP/1.1 {} {}\r\nDate: {}\r\nCache-Control: no-store\r\n",
                                 response.status, reason_phrase(response.status), date);
  auto out = std::back_inserter(text);
  fmt::format_to(out, "Content-Type: {}\r\n", response.content_type);
  if (body_bytes) fmt::format_to(out, "Content-Length: {}\r\n", *body_bytes);
  if (!body_bytes) text += "Transfer-Encoding: chunked\r\n";
  for (const auto& [name, value] : response.headers) fmt::format_to(out, "{}: {}\r\n", name, value);
  if (!keep_alive) text += "Connection: close\r\n";
  return text += "\r\n";
}

std::string chunk_head(std::size_t bytes) { return fmt::format("{:x}\r\n", bytes); }

std::string date_text() {
  return fmt::format("{:%a, %d %b %Y %H:%M:%S GMT}", fmt::gmtime(std::time(nullptr)));
}

}  // namespace darvaza::daemon
