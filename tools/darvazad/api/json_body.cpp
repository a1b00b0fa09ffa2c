#include "api/json_body.h"

#include <utility>

#include <boost/json/stream_parser.hpp>
#include <fmt/core.h>

#include "http/problem.h"
#include "text/json_keys.h"

namespace darvaza::daemon {

namespace json = boost::json;

std::optional<json::object> read_json_object(std::string_view body, Response& refusal) {
  json::stream_parser parser;
  json::error_code error;
  const std::size_t read = parser.write_some(body.data(), body.size(), error);
  if (!error && read < body.size()) error = json::error::extra_data;
  if (!error) parser.finish(error);
  if (error) {
    refusal =
        position_problem(400, read, fmt::format("expected a JSON object: {}", error.message()));
    return std::nullopt;
  }
  json::value value = parser.release();
  if (json::object* object = value.if_object()) return std::move(*object);
  refusal = position_problem(400, 0, "expected a JSON object");
  return std::nullopt;
}

std::optional<json::object> read_json_object_said_once(std::string_view body, Response& refusal) {
  auto object = read_json_object(body, refusal);
  if (!object || !text::has_duplicate_keys(body)) return object;
  refusal = problem(400, "a key is given twice: which of its values is meant cannot be told");
  return std::nullopt;
}

std::optional<std::string> text_member(const json::object& object, std::string_view name,
                                       Response& refusal) {
  const json::value* value = object.if_contains(json::string_view(name.data(), name.size()));
  if (value != nullptr && value->is_string()) return std::string(value->get_string());
  refusal = field_problem(400, name, value == nullptr ? "expected this member" : "expected text");
  return std::nullopt;
}

}  // namespace darvaza::daemon
