#include "lists/ofac_advanced_tables.h"

#include <charconv>
#include <utility>

#include <fmt/core.h>

#include "text/words.h"

namespace darvaza::lists {
namespace {

template <typename Map>
const typename Map::mapped_type* find(const Map& map, std::string_view id) {
  const auto found = map.find(std::string(id));
  return found == map.end() ? nullptr : &found->second;
}

int number(const std::string& text) {
  int value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  return error == std::errc() && end == text.data() + text.size() ? value : 0;
}

/// Joined once: entries name the same programme for every event.
void append_new(std::string& joined, std::string_view text) {
  for (const std::string_view known : text::split_trimmed(joined, ';')) {
    if (known == text) return;
  }
  append_bounded(joined, text, "; ");
}

}  // namespace

void append_bounded(std::string& joined, std::string_view text, std::string_view separator) {
  if (joined.size() + text.size() > OfacAdvancedTables::kMostJoinedBytes) return;
  text::append_joined(joined, text, separator);
}

PartialDate ofac_date(const XmlElement& element) {
  const int year = number(element.value("Year"));
  const int month = number(element.value("Month"));
  const int day = number(element.value("Day"));
  if (year < 1 || year > 9999 || month < 0 || month > 12 || day < 0 || day > 31) return {};
  const PartialDate date{static_cast<std::int16_t>(year), static_cast<std::uint8_t>(month),
                         static_cast<std::uint8_t>(month == 0 ? 0 : day)};
  return is_valid(date) ? date : PartialDate{};
}

void OfacAdvancedTables::take(const XmlElement& element, SourceRecorder& recorder) {
  if (element.name == "Location") {
    take_location(element);
  } else if (element.name == "IDRegDocument") {
    take_document(element);
  } else if (element.name == "SanctionsEntry") {
    take_measures(element);
  } else if (element.name.ends_with("Values")) {
    take_values(element, recorder);
  }
}

void OfacAdvancedTables::take_values(const XmlElement& values, SourceRecorder& recorder) {
  for (const XmlElement& value : values.children) {
    const std::string id(value.attribute("ID"));
    if (value.name == "PartySubType") party_types_.try_emplace(id, value.attribute("PartyTypeID"));
    std::string word = text::collapsed(value.text);
    if (word.size() > kMostWordBytes) {
      recorder.remark(Place{0, value.line},
                      fmt::format("a reference value of more than {} bytes", kMostWordBytes));
      continue;
    }
    words_.try_emplace(value.name + ' ' + id, std::move(word));
  }
}

void OfacAdvancedTables::take_location(const XmlElement& element) {
  Location location;
  element.each("LocationPart", [&](const XmlElement& part) {
    part.each("LocationPartValue", [&](const XmlElement& value) {
      if (value.attribute("Primary") != "false")
        append_bounded(location.text, value.value("Value"), ", ");
    });
  });
  element.each("LocationCountry", [&](const XmlElement& country) {
    location.country = word("Country", country.attribute("CountryID"));
    if (location.country == "undetermined") location.country = {};
    append_bounded(location.text, location.country, ", ");
  });
  locations_[std::string(element.attribute("ID"))] = std::move(location);
}

void OfacAdvancedTables::take_document(const XmlElement& element) {
  std::vector<Document>& documents = documents_[std::string(element.attribute("IdentityID"))];
  if (documents.size() > kMostDocuments) return;  // one more than kept: so that it can be told
  std::string_view country = element.attribute("IssuedBy-CountryID");
  if (const XmlElement* issued_by = element.child("IssuedBy");
      country.empty() && issued_by != nullptr) {
    country = issued_by->attribute("CountryID");
  }
  std::string_view issuer = word("Country", country);
  if (issuer == "undetermined") issuer = {};
  documents.push_back({word("IDRegDocType", element.attribute("IDRegDocTypeID")),
                       element.value("IDRegistrationNo"), issuer});
}

void OfacAdvancedTables::take_measures(const XmlElement& element) {
  Measures& measures = measures_[std::string(element.attribute("ProfileID"))];
  append_new(measures.lists, word("List", element.attribute("ListID")));
  element.each("EntryEvent", [&](const XmlElement& event) {
    append_new(measures.legal_basis, word("LegalBasis", event.attribute("LegalBasisID")));
    const XmlElement* date = event.child("Date");
    const PartialDate listed = date == nullptr ? PartialDate{} : ofac_date(*date);
    if (listed.known() && (!measures.listed.known() || listed < measures.listed))
      measures.listed = listed;
  });
  element.each("SanctionsMeasure", [&](const XmlElement& measure) {
    if (word("SanctionsType", measure.attribute("SanctionsTypeID")) == "Program") {
      append_new(measures.programs, measure.value("Comment"));
    }
  });
}

std::string_view OfacAdvancedTables::word(std::string_view set, std::string_view id) const {
  std::string key(set);
  key += ' ';
  key += id;
  const std::string* found = find(words_, key);
  return found == nullptr ? std::string_view() : *found;
}

std::string_view OfacAdvancedTables::party_type(std::string_view sub_type) const {
  const std::string_view own = word("PartySubType", sub_type);
  if (!own.empty() && text::lower_case(own) != "unknown") return own;
  const std::string* type = find(party_types_, sub_type);
  return type == nullptr ? own : word("PartyType", *type);
}

std::vector<OfacAdvancedTables::Document> OfacAdvancedTables::take_documents(
    std::string_view identity) {
  const auto found = documents_.find(std::string(identity));
  if (found == documents_.end()) return {};
  std::vector<Document> documents = std::move(found->second);
  documents_.erase(found);
  return documents;
}
const OfacAdvancedTables::Location* OfacAdvancedTables::location(std::string_view id) const {
  return find(locations_, id);
}
const OfacAdvancedTables::Measures* OfacAdvancedTables::measures(std::string_view profile) const {
  return find(measures_, profile);
}

}  // namespace darvaza::lists
