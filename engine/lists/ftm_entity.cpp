#include "lists/ftm_entity.h"

#include <algorithm>
#include <string>
#include <utility>

#include <boost/json/array.hpp>
#include <boost/json/parse.hpp>
#include <boost/json/value.hpp>

namespace darvaza::lists {
namespace {

namespace json = boost::json;

/// The text of a member, or nothing when it is absent or no text.
std::string_view text_member(const json::object& object, std::string_view key) {
  const json::value* member = object.if_contains(json::string_view(key.data(), key.size()));
  const json::string* text = member == nullptr ? nullptr : member->if_string();
  return text == nullptr ? std::string_view() : std::string_view(text->data(), text->size());
}

/// 12345 as "12345"; anything else stays as it is.
void number_as_text(json::value& value) {
  if (value.is_int64()) {
    value = json::string(std::to_string(value.get_int64()));
  } else if (value.is_uint64()) {
    value = json::string(std::to_string(value.get_uint64()));
  }
}

bool is_more_than_text(const json::value& value) { return !value.is_string() && !value.is_null(); }

}  // namespace

Result<FtmEntity> FtmEntity::parse(std::string_view line) {
  json::error_code error;
  json::value value = json::parse(json::string_view(line.data(), line.size()), error);
  if (error) return fail(ErrorCode::input_refused, "not JSON: " + error.message());
  json::object* object = value.if_object();
  if (object == nullptr) return fail(ErrorCode::input_refused, "not a JSON object");

  FtmEntity entity(*object);
  if (entity.id_.empty()) return fail(ErrorCode::input_refused, "an entity without an id");
  if (entity.schema_.empty()) return fail(ErrorCode::input_refused, "an entity without a schema");
  const json::value* properties = object->if_contains("properties");
  if (properties == nullptr || !properties->is_object()) {
    return fail(ErrorCode::input_refused, "an entity without properties");
  }
  return entity;
}

FtmEntity::FtmEntity(const json::object& object) : id_(text_member(object, "id")), schema_(text_member(object, "schema")) {
  const json::value* properties = object.if_contains("properties");
  if (properties == nullptr || !properties->is_object()) return;
  properties_ = properties->get_object();
  for (auto& property : properties_) {
    json::value& held = property.value();
    number_as_text(held);
    if (json::array* const list = held.if_array()) std::for_each(list->begin(), list->end(), number_as_text);
  }
}

std::vector<FtmEntity> FtmEntity::nested(std::string_view property) const {
  std::vector<FtmEntity> entities;
  const json::value* const found = properties_.if_contains(json::string_view(property.data(), property.size()));
  if (found == nullptr) return entities;
  const auto add = [&](const json::value& value) {
    if (const json::object* const object = value.if_object()) entities.push_back(FtmEntity(*object));
  };
  if (const json::array* const list = found->if_array()) {
    std::for_each(list->begin(), list->end(), add);
  } else {
    add(*found);
  }
  return entities;
}

std::size_t FtmEntity::others(std::string_view property) const {
  const json::value* const found = properties_.if_contains(json::string_view(property.data(), property.size()));
  if (found == nullptr) return 0;
  const json::array* const list = found->if_array();
  if (list == nullptr) return is_more_than_text(*found) ? 1 : 0;
  return static_cast<std::size_t>(std::count_if(list->begin(), list->end(), is_more_than_text));
}

std::vector<std::string_view> FtmEntity::properties() const {
  std::vector<std::string_view> names;
  for (const auto& property : properties_) names.emplace_back(property.key().data(), property.key().size());
  return names;
}

std::vector<std::string_view> FtmEntity::values(std::string_view property) const {
  std::vector<std::string_view> texts;
  const json::value* found =
      properties_.if_contains(json::string_view(property.data(), property.size()));
  if (found == nullptr) return texts;
  const auto add = [&](const json::value& value) {
    if (const json::string* text = value.if_string(); text != nullptr && !text->empty()) {
      texts.emplace_back(text->data(), text->size());
    }
  };
  if (const json::array* list = found->if_array()) {
    for (const json::value& value : *list) add(value);
  } else {
    add(*found);
  }
  return texts;
}

std::string_view FtmEntity::first(std::string_view property) const {
  const auto texts = values(property);
  return texts.empty() ? std::string_view() : texts.front();
}

}  // namespace darvaza::lists
