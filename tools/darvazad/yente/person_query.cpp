#include "yente/person_query.h"

#include <algorithm>
#include <initializer_list>
#include <string>
#include <utility>
#include <vector>

#include <boost/json/array.hpp>

#include "lists/ftm_properties.h"
#include "lists/ftm_schemata.h"
#include "manifests/jsonl_manifest.h"
#include "manifests/limits.h"
#include "records/today.h"
#include "text/words.h"

namespace darvaza::daemon {
namespace {

namespace json = boost::json;

/// Names of one entity from the parts of all of them; more than a traveller may have, so that what is beyond makes the answer incomplete.
constexpr std::size_t kMostNames = 300;
static_assert(kMostNames > manifests::kMaxFactsPerTraveller);

/// The values of some properties; one alone counts as a list of one. Those that are no text are told by the manifest's
/// reader.
json::array values_of(const json::object& properties,
                      std::initializer_list<std::string_view> names) {
  json::array values;
  const auto add = [&values](const json::value& value) {
    const bool nothing = value.is_null() || (value.is_string() && value.get_string().empty());
    if (!nothing) values.push_back(value);
  };
  for (const std::string_view name : names) {
    const json::value* value = properties.if_contains(json::string_view(name.data(), name.size()));
    if (value == nullptr) continue;
    if (!value->is_array()) {
      add(*value);
      continue;
    }
    for (const json::value& item : value->get_array()) add(item);
  }
  return values;
}

void add_documents(json::array& documents, const json::array& numbers, std::string_view type) {
  for (const json::value& number : numbers) {
    json::object document;
    document["number"] = number;
    document["type"] = json::string_view(type.data(), type.size());
    documents.push_back(std::move(document));
  }
}

/// The second and the middle name in one; null when there is neither.
json::value between(const json::value& second, const json::value& middle) {
  if (!second.is_string() || !middle.is_string()) return second.is_null() ? middle : second;
  json::string both(second.get_string());
  both += ' ';
  both += middle.get_string();
  return both;
}

/// Which parts belong together is not said: every given name goes with every surname. A body may hold so many parts that only
/// some of all ways can be gone through.
void add_names_in_parts(json::array& names, const json::object& properties) {
  const auto parts = [&](std::string_view property) {
    json::array values = values_of(properties, {property});
    if (values.empty()) values.emplace_back(nullptr);
    return values;
  };
  const json::array surnames = parts("lastName"), firsts = parts("firstName"), seconds = parts("secondName"),
                    middles = parts("middleName");
  for (std::size_t way = 0; names.size() < kMostNames; ++way) {
    std::size_t rest = way;  // a digit for each part
    const auto take = [&rest](const json::array& values) -> const json::value& {
      const std::size_t place = rest % values.size();
      rest /= values.size();
      return values[place];
    };
    const json::value &middle = take(middles), &second = take(seconds), &first = take(firsts), &surname = take(surnames);
    if (rest != 0) return;
    json::object name;
    if (!surname.is_null()) name["last_name"] = surname;
    if (!first.is_null()) name["first_name"] = first;
    json::value inner = between(second, middle);
    if (!inner.is_null()) name["middle_name"] = std::move(inner);
    if (!name.empty()) names.push_back(std::move(name));
  }
}

/// Misspelt, or of another program: read where the manifest's reader knows the word ("birth_date"), told where it does
/// not. `known` are properties that a person has not.
void add_others(json::object& out, const json::object& properties, std::initializer_list<std::string_view> known = {}) {
  for (const auto& member : properties) {
    const std::string_view name(member.key().data(), member.key().size());
    if (lists::is_ftm_property(name) || name == "id" || std::find(known.begin(), known.end(), name) != known.end()) continue;
    json::value& there = out[member.key()];
    if (there.is_null()) there = json::array();
    for (json::value& value : values_of(properties, {name})) {
      there.get_array().push_back(std::move(value));
    }
  }
}

/// The same in the words of a JSON Lines manifest, whose reader knows dates, States and numbers.
json::object in_manifest_words(std::string_view id, const json::object& properties) {
  json::object out;
  out["id"] = json::string_view(id.data(), id.size());
  json::array names = values_of(properties, {"name", "alias", "previousName", "weakAlias"});
  add_names_in_parts(names, properties);
  out["names"] = std::move(names);
  for (const auto& [property, column] :
       {std::pair{"fatherName", "father_name"}, std::pair{"birthDate", "birth_date"},
        std::pair{"birthPlace", "birth_place"}, std::pair{"gender", "sex"}}) {
    json::array values = values_of(properties, {property});
    if (!values.empty()) out[column] = std::move(values);
  }
  json::array states = values_of(properties, {"nationality", "citizenship"});
  if (states.empty()) states = values_of(properties, {"country"});
  if (!states.empty()) out["nationality"] = std::move(states);
  json::array documents;
  add_documents(documents, values_of(properties, {"passportNumber"}), "P");
  add_documents(documents, values_of(properties, {"idNumber", "innCode", "socialSecurityNumber", "taxNumber"}),
                "");
  if (!documents.empty()) out["documents"] = std::move(documents);
  add_others(out, properties);
  return out;
}

/// Of a document and, where it says so, its holder.
json::object in_words_of_a_document(std::string_view id, const json::object& properties, std::string_view type) {
  json::object out;
  out["id"] = json::string_view(id.data(), id.size());
  json::array names = values_of(properties, {"name"});
  add_names_in_parts(names, {{"lastName", values_of(properties, {"surname", "lastName"})}, {"firstName", values_of(properties, {"givenName", "firstName"})}});
  if (!names.empty()) out["names"] = std::move(names);
  for (const auto& [property, column] : {std::pair{"birthDate", "birth_date"}, std::pair{"birthPlace", "birth_place"}, std::pair{"gender", "sex"}}) {
    json::array values = values_of(properties, {property});
    if (!values.empty()) out[column] = std::move(values);
  }
  json::array documents;
  add_documents(documents, values_of(properties, {"number", "passportNumber"}), type);
  const json::array countries = values_of(properties, {"country"});
  for (json::value& document : documents) {
    if (countries.size() == 1) document.get_object()["issuing_state"] = countries[0];  // of several, any may be meant
  }
  add_documents(documents, values_of(properties, {"personalNumber", "idNumber"}), "");
  if (!documents.empty()) out["documents"] = std::move(documents);
  add_others(out, properties, {"authority", "date", "endDate", "givenName", "holder", "number", "personalNumber", "recordId", "startDate", "surname", "type"});
  return out;
}

/// The word of the member "schema": empty when there is none.
std::optional<std::string_view> schema_of(const json::object& entity) {
  const json::value* schema = entity.if_contains("schema");
  if (schema == nullptr) return std::string_view();
  if (!schema->is_string()) return std::nullopt;
  return std::string_view(schema->get_string().data(), schema->get_string().size());
}

bool may_be_person(const json::object& entity) {
  const auto schema = schema_of(entity);
  return schema && (lists::ftm_kind(*schema) == lists::FtmKind::person || text::lower_case(*schema) == "thing");
}

}  // namespace

bool has_known_schema(const json::object& entity) {
  const auto schema = schema_of(entity);
  return schema && lists::ftm_kind(*schema) != lists::FtmKind::unknown;
}

bool is_identification(const json::object& entity) {
  const auto schema = schema_of(entity);
  return schema && lists::ftm_kind(*schema) == lists::FtmKind::identification;
}

std::optional<Traveller> traveller_of(std::string_view id, const json::object& entity) {
  const bool document = is_identification(entity);
  if (!document && !may_be_person(entity)) return std::nullopt;
  const json::value* properties = entity.if_contains("properties");
  const json::object none;
  const json::object& given = properties != nullptr && properties->is_object() ? properties->get_object() : none;
  const std::string_view type = document && text::lower_case(*schema_of(entity)) == "passport" ? "P" : "";
  return manifests::read_json_object(document ? in_words_of_a_document(id, given, type) : in_manifest_words(id, given), {},
                                     records::this_year(), "line 1");
}

}  // namespace darvaza::daemon
