#include "yente/person_query.h"

#include <initializer_list>
#include <string>
#include <utility>
#include <vector>

#include <boost/json/array.hpp>

#include "manifests/jsonl_manifest.h"
#include "records/today.h"

namespace darvaza::daemon {
namespace {

namespace json = boost::json;

/// The texts of some properties; a text alone counts as a list of one.
json::array texts_of(const json::object& properties,
                     std::initializer_list<std::string_view> names) {
  json::array texts;
  for (const std::string_view name : names) {
    const json::value* value = properties.if_contains(json::string_view(name.data(), name.size()));
    if (value == nullptr) continue;
    if (value->is_string()) texts.push_back(*value);
    if (!value->is_array()) continue;
    for (const json::value& item : value->get_array()) {
      if (item.is_string()) texts.push_back(item);
    }
  }
  return texts;
}

void add_documents(json::array& documents, const json::array& numbers, std::string_view type) {
  for (const json::value& number : numbers) {
    documents.push_back(
        {{"number", number}, {"type", json::string_view(type.data(), type.size())}});
  }
}

/// Names whole and names in parts.
json::array names_of(const json::object& properties) {
  json::array names = texts_of(properties, {"name", "alias", "previousName", "weakAlias"});
  json::object parts;
  for (const auto& [property, column] :
       {std::pair{"firstName", "first_name"}, std::pair{"middleName", "middle_name"},
        std::pair{"lastName", "last_name"}}) {
    const json::array texts = texts_of(properties, {property});
    if (!texts.empty()) parts[column] = texts[0];
  }
  if (!parts.empty()) names.push_back(std::move(parts));
  return names;
}

/// The same in the words of a JSON Lines manifest, whose reader knows dates, States and numbers.
json::object in_manifest_words(std::string_view id, const json::object& properties) {
  json::object out;
  out["id"] = json::string_view(id.data(), id.size());
  out["names"] = names_of(properties);
  for (const auto& [property, column] :
       {std::pair{"fatherName", "father_name"}, std::pair{"birthDate", "birth_date"},
        std::pair{"birthPlace", "birth_place"}, std::pair{"gender", "sex"}}) {
    const json::array texts = texts_of(properties, {property});
    if (!texts.empty()) out[column] = texts[0];
  }
  json::array states = texts_of(properties, {"nationality", "citizenship"});
  if (states.empty()) states = texts_of(properties, {"country"});
  if (!states.empty()) out["nationality"] = std::move(states);
  json::array documents;
  add_documents(documents, texts_of(properties, {"passportNumber"}), "P");
  add_documents(documents, texts_of(properties, {"idNumber", "socialSecurityNumber", "taxNumber"}),
                "");
  if (!documents.empty()) out["documents"] = std::move(documents);
  return out;
}

}  // namespace

std::optional<Traveller> traveller_of(std::string_view id, const json::object& entity) {
  const json::value* schema = entity.if_contains("schema");
  if (schema != nullptr && *schema != "Person" && *schema != "LegalEntity" && *schema != "Thing") {
    return std::nullopt;
  }
  const json::value* properties = entity.if_contains("properties");
  const json::object none;
  const bool given = properties != nullptr && properties->is_object();
  return manifests::read_json_object(in_manifest_words(id, given ? properties->get_object() : none),
                                     {}, records::this_year(), "line 1");
}

}  // namespace darvaza::daemon
