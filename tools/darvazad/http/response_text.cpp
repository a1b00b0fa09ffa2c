#include "http/response_text.h"

#include <ctime>

#include <fmt/chrono.h>
#include <fmt/format.h>

#include "http/problem.h"

namespace darvaza::daemon {
namespace {

constexpr std::size_t kUsualHead = 256;

}  // namespace

std::string response_head(const Response& response, std::optional<std::size_t> body_bytes,
                          std::string_view date, bool keep_alive) {
  // Piece by piece: formatting would take five times as long, for each answer.
  std::string text;
  text.reserve(kUsualHead);
  const auto add = [&text](const auto&... pieces) { (text.append(std::string_view(pieces)), ...); };
  const auto digits = [](const fmt::format_int& number) {
    return std::string_view(number.data(), number.size());
  };
  add("HTTP/1.1 ", digits(fmt::format_int(response.status)), " ", reason_phrase(response.status),
      "\r\nDate: ", date, "\r\nCache-Control: no-store\r\nContent-Type: ", response.content_type);
  if (body_bytes) add("\r\nContent-Length: ", digits(fmt::format_int(*body_bytes)));
  if (!body_bytes) add("\r\nTransfer-Encoding: chunked");
  for (const auto& [name, value] : response.headers) add("\r\n", name, ": ", value);
  if (!keep_alive) add("\r\nConnection: close");
  add("\r\n\r\n");
  return text;
}

std::string chunk_head(std::size_t bytes) { return fmt::format("{:x}\r\n", bytes); }

std::string date_text() {
  return fmt::format("{:%a, %d %b %Y %H:%M:%S GMT}", fmt::gmtime(std::time(nullptr)));
}

}  // namespace darvaza::daemon
