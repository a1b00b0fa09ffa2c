#include "alerts/alert.h"

#include <array>

#include <boost/json.hpp>
#include <fmt/core.h>
#include <openssl/evp.h>

#include "answers/plain_json.h"
#include "documents/states.h"
#include "releases/utc_time.h"
#include "text/hex.h"
#include "text/json_text.h"

namespace darvaza::daemon {
namespace {

namespace json = boost::json;
using text::json_text;

constexpr std::size_t kLongestId = 256;
/// Beyond, an alert says only the reference: consoles and receivers get many of them.
constexpr std::size_t kLargestAlert = 64 * 1024;

/// Of what an alert is about: the same encounter and entry give the same id.
std::string id_of(const Encounter& encounter, std::string_view kind, std::string_view list,
                  std::string_view id) {
  const std::string text = fmt::format("{}\n{}\n{}\n{}", encounter.id, kind, list, id);
  std::array<unsigned char, EVP_MAX_MD_SIZE> digest{};
  EVP_Digest(text.data(), text.size(), digest.data(), nullptr, EVP_sha256(), nullptr);
  constexpr std::size_t kBytes = 16;
  return text::hex(std::span(digest).first(kBytes));
}

json::string text_of(const StateCode& state) { return json_text(state.text()); }

json::array states(const std::vector<StateCode>& codes) {
  json::array out;
  for (const StateCode& code : codes) out.push_back(text_of(code));
  return out;
}

json::array names_json(const Traveller& traveller) {
  json::array names;
  for (const TravellerName& name : traveller.names) names.push_back(json_text(name.full()));
  return names;
}

json::array documents_json(const Traveller& traveller) {
  json::array documents;
  for (const TravelDocument& document : traveller.documents) {
    documents.push_back({{"number", json_text(document.number)},
                         {"type", json_text(document.type)},
                         {"issuing_state", text_of(document.issuing_state)}});
  }
  return documents;
}

json::array flights_json(const Traveller& traveller) {
  json::array flights;
  for (const FlightLeg& leg : traveller.legs) {
    flights.push_back({{"flight", json_text(leg.flight)},
                       {"from", json_text(leg.from)},
                       {"to", json_text(leg.to)},
                       {"departs", json_text(leg.departs)}});
  }
  return flights;
}

json::object traveller_json(const Traveller& traveller, TravellerDetail detail) {
  json::object out{{"id", json_text(std::string_view(traveller.id).substr(0, kLongestId))}};
  if (detail == TravellerDetail::reference) return out;
  out["names"] = names_json(traveller);
  out["birth_date"] = to_string(traveller.birth_date);
  out["sex"] = json_text(to_string(traveller.sex));
  out["nationalities"] = states(traveller.nationalities);
  out["documents"] = documents_json(traveller);
  out["flights"] = flights_json(traveller);
  return out;
}

/// The members that alerts of both kinds begin with.
json::object beginning(const Encounter& encounter, const std::string& id, const char* kind) {
  return {
      {"id", id},
      {"kind", kind},
      {"asked", releases::to_text(encounter.asked)},
      {"post", {{"name", json_text(encounter.post)}, {"state", text_of(encounter.seen_by.state)}}},
      {"purpose", json_text(encounter.purpose)}};
}

void add_terms(json::object& out, const EntryTerms& terms) {
  out["owner"] = text_of(terms.owner);
  out["focal_point"] = json_text(terms.focal_point);
  out["instruction"] = json_text(to_string(terms.instruction));
  out["alert_category"] = json_text(to_string(terms.category));
  out["source_reference"] = json_text(terms.source_reference);
  out["shown_to_first_line"] = may_see({{}, Line::first, {}}, terms);
}

Alert make(const Encounter& encounter, json::object&& out, const EntryTerms& terms,
           const std::string& handling, const std::string& index, TravellerDetail detail) {
  add_terms(out, terms);
  // An entry's own instruction may not say so.
  out["handling"] =
      json_text(handling.starts_with("Unconfirmed")
                    ? handling
                    : handling_text(terms, documents::state_name(terms.owner), handling));
  out["index"] = index;
  out["traveller"] = traveller_json(encounter.traveller, detail);
  Alert alert;
  alert.id = json::value_to<std::string>(out.at("id"));
  alert.json = plain_json(out);
  if (alert.json.size() > kLargestAlert) {
    out["traveller"] = traveller_json(encounter.traveller, TravellerDetail::reference);
    alert.json = plain_json(out);
  }
  alert.terms = terms;
  alert.met_by = encounter.seen_by.state;
  return alert;
}

PartialDate date_of(const json::object& object, json::string_view key) {
  return parse_iso_date(json::value_to<std::string>(object.at(key))).value_or(PartialDate());
}

StateCode state_of(const json::value& value) {
  return StateCode(json::value_to<std::string>(value));
}

}  // namespace

std::string entry_of(const Candidate& candidate) {
  return fmt::format("{}\n{}\n{}", candidate.list, candidate.id, candidate.name);
}

Alert alert_of(const Encounter& encounter, const Candidate& candidate, std::size_t nth,
               const std::string& version, const std::string& index, TravellerDetail detail) {
  const std::string id =
      id_of(encounter, "person", candidate.list, fmt::format("{}\n{}", entry_of(candidate), nth));
  json::object out = beginning(encounter, id, "person");
  out["list"] = json_text(candidate.list);
  out["entry"] = json_text(candidate.id);
  out["entry_version"] = version;
  out["score"] = candidate.score_bp / 10'000.0;
  out["cleared_by"] = json_text(candidate.cleared_by);
  return make(encounter, std::move(out), candidate.terms, candidate.handling, index, detail);
}

std::string record_of(const DocumentHit& document) {
  return fmt::format("{}\n{}\n{}\n{}\n{}\n{}\n{}\n{}", document.list, document.issuer.text(),
                     document.number, document.type, to_string(document.status),
                     document.reporting_state.text(), document.reference,
                     to_string(document.match));
}

Alert alert_of(const Encounter& encounter, const DocumentHit& document, std::size_t nth,
               const std::string& index, TravellerDetail detail) {
  const std::string id =
      id_of(encounter, "document", document.list, fmt::format("{}\n{}", record_of(document), nth));
  json::object out = beginning(encounter, id, "document");
  out["list"] = json_text(document.list);
  out["number"] = json_text(document.number);
  out["issuer"] = text_of(document.issuer);
  out["status"] = json_text(to_string(document.status));
  out["match"] = json_text(to_string(document.match));
  out["reporting_state"] = text_of(document.reporting_state);
  out["reference"] = json_text(document.reference);
  EntryTerms terms = document.terms;
  if (terms.owner.empty()) terms.owner = document.reporting_state;
  return make(encounter, std::move(out), terms, document.handling, index, detail);
}

bool may_read(const Post& post, const Alert& alert) {
  const bool concerned =
      post.state.empty() || post.state == alert.terms.owner || post.state == alert.met_by;
  return concerned && may_see(post, alert.terms);
}

std::string to_line(const Alert& alert) {
  const EntryTerms& terms = alert.terms;
  const json::object shown{
      {"owner", text_of(terms.owner)},
      {"focal_point", json_text(terms.focal_point)},
      {"first_line", may_see({{}, Line::first, {}}, terms)},
      {"releasable_to",
       terms.releasable_to ? json::value(states(*terms.releasable_to)) : json::value(nullptr)},
      {"valid_from", to_string(terms.valid_from)},
      {"valid_until", to_string(terms.valid_until)},
      {"met_by", text_of(alert.met_by)}};
  return fmt::format(R"({{"id":"{}","shown":{},"alert":{}}})", alert.id, json::serialize(shown),
                     alert.json);
}

std::optional<Alert> alert_of_line(std::string_view line) {
  constexpr std::string_view kAlert = ",\"alert\":";
  json::error_code error;
  json::value value = json::parse(json::string_view(line.data(), line.size()), error);
  if (error) return std::nullopt;
  try {
    const json::object& object = value.as_object();
    const json::object& shown = object.at("shown").as_object();
    Alert alert;
    alert.id = json::value_to<std::string>(object.at("id"));
    // As it was written, to the byte: what is told again is the same.
    const std::size_t begin = line.find(kAlert, line.find("\"shown\""));
    alert.json = line.substr(begin + kAlert.size());
    alert.json.pop_back();
    alert.terms.owner = state_of(shown.at("owner"));
    alert.terms.focal_point = json::value_to<std::string>(shown.at("focal_point"));
    alert.terms.visible_from = shown.at("first_line").as_bool() ? Line::first : Line::second;
    if (const json::value& to = shown.at("releasable_to"); to.is_array()) {
      alert.terms.releasable_to.emplace();
      for (const json::value& state : to.get_array()) {
        alert.terms.releasable_to->push_back(state_of(state));
      }
    }
    alert.terms.valid_from = date_of(shown, "valid_from");
    alert.terms.valid_until = date_of(shown, "valid_until");
    alert.met_by = state_of(shown.at("met_by"));
    return alert;
  } catch (const std::exception&) {
    return std::nullopt;
  }
}

}  // namespace darvaza::daemon
