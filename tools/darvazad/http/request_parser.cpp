#include "http/request_parser.h"

#include <algorithm>

#include "http/target.h"

namespace darvaza::daemon {
namespace {

namespace http = boost::beast::http;

template <typename Text>
std::string_view view_of(const Text& text) {
  return {text.data(), text.size()};
}

std::string lower_case(std::string_view text) {
  std::string out(text);
  std::transform(out.begin(), out.end(), out.begin(), [](char c) {
    return 'A' <= c && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  });
  return out;
}

constexpr int kVersion10 = 10;
constexpr int kVersion11 = 11;

}  // namespace

int read_head(const RequestParser& parser, std::size_t target_limit, Head& head,
              std::string_view& detail) {
  const auto& request = parser.get();
  const int version = static_cast<int>(request.version());
  if (version != kVersion10 && version != kVersion11) {
    detail = "expected HTTP/1.0 or HTTP/1.1";
    return 505;
  }
  head.method = view_of(request.method_string());
  constexpr std::size_t kUsualFields = 8;
  head.headers.reserve(kUsualFields);
  std::size_t hosts = 0;
  for (const auto& field : request) {
    head.headers.emplace_back(lower_case(view_of(field.name_string())), view_of(field.value()));
    if (field.name() == http::field::host) ++hosts;
  }
  if (version == kVersion11 && hosts != 1) {
    detail = "expected one Host header";
    return 400;
  }
  // A message whose end can be read in two ways is how requests are smuggled past a proxy (RFC 9112
  // §6.3).
  if (request.find(http::field::transfer_encoding) != request.end() && !parser.chunked()) {
    detail = "Transfer-Encoding: expected chunked";
    return 400;
  }
  if (const std::string_view expects = head.header("expect");
      !expects.empty() && lower_case(expects) != "100-continue") {
    detail = "Expect: expected 100-continue";
    return 417;
  }
  if (request.target().size() > target_limit) {
    detail = "the target is too long";
    return 414;
  }
  if (!read_target(view_of(request.target()), head)) {
    detail = "the target is not a path with an optional query";
    return 400;
  }
  return 0;
}

int status_of(const boost::system::error_code& error, bool first_line_ended,
              std::string_view& detail) {
  if (error == http::error::header_limit || error == http::error::buffer_overflow) {
    detail = first_line_ended ? "the header fields are too large" : "the request line is too long";
    return first_line_ended ? 431 : 414;
  }
  if (error == http::error::bad_version) {
    detail = "expected HTTP/1.0 or HTTP/1.1";
    return 505;
  }
  detail = "the request is not well-formed HTTP/1.1";
  return 400;
}

}  // namespace darvaza::daemon
