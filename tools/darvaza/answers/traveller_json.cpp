#include "answers/traveller_json.h"

#include <boost/json.hpp>

#include "text/json_text.h"

namespace darvaza::tool {
namespace {

namespace json = boost::json;

void put(json::object& object, json::string_view key, std::string_view text) {
  if (!text.empty()) object[key] = text::json_text(text);
}

void put(json::object& object, json::string_view key, json::array items) {
  if (!items.empty()) object[key] = std::move(items);
}

template <typename Items, typename Write>
json::array array_of(const Items& items, Write write) {
  json::array out;
  for (const auto& item : items) out.push_back(write(item));
  return out;
}

json::value name_json(const TravellerName& name) {
  json::object out;
  put(out, "primary", name.primary);
  put(out, "secondary", name.secondary);
  if (name.may_be_truncated) out["may_be_truncated"] = true;
  return out;
}

json::value document_json(const TravelDocument& document) {
  json::object out;
  put(out, "number", document.number);
  put(out, "type", document.type);
  put(out, "issuing_state", document.issuing_state.text());
  put(out, "expires", to_string(document.expires));
  put(out, "issued", to_string(document.issued));
  put(out, "issued_at", document.issued_at);
  return out;
}

json::value leg_json(const FlightLeg& leg) {
  json::object out;
  put(out, "flight", leg.flight);
  put(out, "from", leg.from);
  put(out, "to", leg.to);
  put(out, "departs", leg.departs);
  put(out, "arrives", leg.arrives);
  return out;
}

json::value address_json(const TravellerAddress& address) {
  json::object out;
  put(out, "type", address.type);
  put(out, "state", address.state.text());
  put(out, "text", address.text);
  return out;
}

}  // namespace

std::string_view to_string(TravellerRole role) {
  constexpr std::string_view kWords[] = {"passenger", "crew", "transit passenger", "transit crew"};
  return kWords[static_cast<std::size_t>(role)];
}

std::string to_json(const Traveller& traveller, const std::string& manifest) {
  json::object out;
  put(out, "manifest", manifest);
  put(out, "names", array_of(traveller.names, name_json));
  put(out, "father_name", traveller.father_name);
  put(out, "birth_date", darvaza::to_string(traveller.birth_date));
  if (traveller.birth_date_doubtful) out["birth_date_doubtful"] = true;
  put(out, "sex", darvaza::to_string(traveller.sex));
  put(out, "nationalities", array_of(traveller.nationalities, [](StateCode state) {
        return json::value(text::json_text(state.text()));
      }));
  put(out, "birth_place", traveller.birth_place);
  put(out, "documents", array_of(traveller.documents, document_json));
  put(out, "role", to_string(traveller.role));
  put(out, "locator", traveller.locator);
  put(out, "related_locators", array_of(traveller.related_locators, [](const std::string& locator) {
        return json::value(text::json_text(locator));
      }));
  put(out, "reference", traveller.reference);
  put(out, "addresses", array_of(traveller.addresses, address_json));
  if (traveller.bags != 0) out["bags"] = traveller.bags;
  put(out, "flights", array_of(traveller.legs, leg_json));
  return json::serialize(out);
}

}  // namespace darvaza::tool
