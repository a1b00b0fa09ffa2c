#include "yente/reported_document.h"

#include <string>

#include <boost/json/array.hpp>
#include <fmt/core.h>

#include "answers/document_evidence.h"
#include "text/json_text.h"
#include "yente/entity.h"

namespace darvaza::daemon {
namespace {

namespace json = boost::json;
using text::json_text;

constexpr double kSure = 1.0;
constexpr double kUnsure = 0.5;

json::array list_of(std::string_view text) { return {json_text(text)}; }

json::object properties_of(const DocumentHit& hit, const std::string& caption) {
  json::object properties;
  properties["name"] = list_of(caption);
  properties["number"] = list_of(hit.number);
  if (!hit.type.empty()) properties["type"] = list_of(hit.type);
  if (!hit.issuer.empty()) properties["country"] = list_of(country_text(hit.issuer));
  properties["notes"] = list_of(hit.handling);
  return properties;
}

}  // namespace

json::object reported_document_json(const DocumentHit& hit) {
  const std::string caption = fmt::format("document reported {}: {}", to_string(hit.status), hit.number);
  const double score = is_sure(hit) ? kSure : kUnsure;
  const json::object reason{{"detail", json_text(to_string(hit.match))}, {"score", score}, {"query", nullptr}, {"candidate", nullptr}};
  return {{"id", json_text(fmt::format("{}/{}", hit.list, hit.number))},
          {"caption", json_text(caption)},
          {"schema", "Passport"},
          {"properties", properties_of(hit, caption)},
          {"datasets", json::array{json_text(hit.list)}},
          {"referents", json::array()},
          {"target", true},
          {"first_seen", nullptr},
          {"last_seen", nullptr},
          {"last_change", nullptr},
          {"score", score},
          {"features", json::object{{"document", score}}},
          {"explanations", json::object{{"document", reason}}},
          {"match", is_sure(hit)}};
}

}  // namespace darvaza::daemon
