#include "yente/entity.h"

#include <map>
#include <string>
#include <string_view>

#include <boost/json/array.hpp>

#include "documents/states.h"
#include "records/term_rules.h"
#include "text/json_text.h"
#include "yente/topics.h"

namespace darvaza::daemon {
namespace {

namespace json = boost::json;
using text::json_text;

/// Of the ways to write a State that documents/ reads, those of ISO 3166-1 alpha-2.
std::map<StateCode, std::string> alpha2_codes() {
  std::map<StateCode, std::string> codes;
  for (char first = 'a'; first <= 'z'; ++first) {
    for (char second = 'a'; second <= 'z'; ++second) {
      const std::string alpha2{first, second};
      if (const auto state = documents::parse_state(alpha2)) codes.emplace(*state, alpha2);
    }
  }
  return codes;
}

void add(json::object& properties, std::string_view name, std::string_view value) {
  if (value.empty()) return;
  json::value& values = properties[json::string_view(name.data(), name.size())];
  if (values.is_null()) values = json::array();
  values.get_array().push_back(json_text(value));
}

/// One date, or each end of a range.
void add_birth_date(json::object& properties, const BirthDate& date) {
  add(properties, "birthDate", to_string(date.first));
  if (date.is_range()) add(properties, "birthDate", to_string(date.last));
}

std::string_view name_property(NameGrade grade) {
  switch (grade) {
    case NameGrade::primary:
      return "name";
    case NameGrade::strong:
      return "alias";
    case NameGrade::weak:
      break;
  }
  return "weakAlias";
}

std::string_view gender(Sex sex) {
  switch (sex) {
    case Sex::female:
      return "female";
    case Sex::male:
      return "male";
    case Sex::other:
      return "other";
    case Sex::unknown:
      break;
  }
  return {};
}

bool is_passport(std::string_view type) {
  return type.starts_with('P') || type.find("assport") != std::string_view::npos;
}

json::object properties_of(const index::Index& index, const index::EntryView& entry,
                           const EntryTerms& terms, const Topics& topics) {
  json::object properties;
  for (std::uint32_t i = 0; i < entry.name_count; ++i) {
    const index::NameView name = index.name(entry.first_name + i);
    add(properties, name_property(name.grade), name.text);
  }
  for (const BirthDate& date : entry.birth_dates) add_birth_date(properties, date);
  for (const StateCode& state : entry.nationalities)
    add(properties, "nationality", country_text(state));
  for (const std::string_view place : entry.birth_places) add(properties, "birthPlace", place);
  for (const std::string_view father : entry.father_names) add(properties, "fatherName", father);
  add(properties, "gender", gender(entry.sex));
  for (const index::ListedDocumentView& document : entry.documents) {
    add(properties, is_passport(document.type) ? "passportNumber" : "idNumber", document.number);
  }
  add(properties, "notes",
      handling_text(terms, documents::state_name(terms.owner), entry.handling));
  add(properties, "notes", entry.category);
  for (const std::string_view topic : topics.known) add(properties, "topics", topic);
  return properties;
}

}  // namespace

std::string country_text(const StateCode& state) {
  static const std::map<StateCode, std::string> kCodes = alpha2_codes();
  const auto found = kCodes.find(state);
  return found == kCodes.end() ? std::string(state.text()) : found->second;
}

json::object entity_json(const ListedPerson& person, const Datasets& datasets) {
  const index::Index& index = person.index;
  const index::EntryView entry = index.entry(person.entry);
  const auto dataset = datasets.find(entry.list);
  const EntryTerms terms = index.terms(person.entry);
  const Topics topics =
      topics_of(dataset == datasets.end() ? std::string_view() : dataset->second.format,
                entry.category, terms);
  return {{"id", json_text(entry.id)},
          {"caption", json_text(index.name(entry.first_name).text)},
          {"schema", "Person"},
          {"properties", properties_of(index, entry, terms, topics)},
          {"datasets", json::array{json_text(entry.list)}},
          {"referents", json::array()},
          {"target", !records::is_no_suspect(terms)},
          {"first_seen", nullptr},
          {"last_seen", nullptr},
          {"last_change", nullptr}};
}

}  // namespace darvaza::daemon
