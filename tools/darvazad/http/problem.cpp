#include "http/problem.h"

#include <utility>

#include <boost/json.hpp>
#include <fmt/core.h>

namespace darvaza::daemon {
namespace {

namespace json = boost::json;

json::object base(int status, std::string_view detail) {
  const std::string_view title = reason_phrase(status);
  return {{"type", "about:blank"},
          {"title", json::string_view(title.data(), title.size())},
          {"status", status},
          {"detail", json::string_view(detail.data(), detail.size())}};
}

Response response(int status, const json::object& body) {
  Response out;
  out.status = status;
  out.content_type = "application/problem+json";
  out.body = json::serialize(body) + '\n';
  return out;
}

}  // namespace

std::string_view reason_phrase(int status) {
  static constexpr std::pair<int, std::string_view> kPhrases[] = {
      {200, "OK"},
      {201, "Created"},
      {400, "Bad Request"},
      {401, "Unauthorized"},
      {403, "Forbidden"},
      {404, "Not Found"},
      {405, "Method Not Allowed"},
      {408, "Request Timeout"},
      {409, "Conflict"},
      {413, "Content Too Large"},
      {414, "URI Too Long"},
      {415, "Unsupported Media Type"},
      {417, "Expectation Failed"},
      {422, "Unprocessable Content"},
      {429, "Too Many Requests"},
      {431, "Request Header Fields Too Large"},
      {500, "Internal Server Error"},
      {503, "Service Unavailable"},
      {505, "HTTP Version Not Supported"},
  };
  for (const auto& [number, phrase] : kPhrases) {
    if (number == status) return phrase;
  }
  return "Status";
}

Response problem(int status, std::string_view detail) {
  return response(status, base(status, detail));
}

Response field_problem(int status, std::string_view field, std::string_view detail) {
  json::object body = base(status, detail);
  body["field"] = json::string_view(field.data(), field.size());
  return response(status, body);
}

Response position_problem(int status, std::size_t position, std::string_view detail) {
  json::object body = base(status, detail);
  body["position"] = position;
  return response(status, body);
}

Response problem(const Error& error) {
  const int status = error.code == ErrorCode::input_refused ? 422 : 500;
  json::object body = base(status, error.message);
  if (error.line != 0) body["line"] = error.line;
  if (error.record != 0) body["record"] = error.record;
  if (error.position != 0) body["position"] = error.position;
  return response(status, body);
}

Response busy(int status, std::string_view detail, unsigned retry_after_seconds) {
  Response out = problem(status, detail);
  out.headers.emplace_back("Retry-After", fmt::format("{}", retry_after_seconds));
  return out;
}

}  // namespace darvaza::daemon
