#include "records/person_columns.h"

#include <algorithm>
#include <utility>

#include "records/trimmed.h"

namespace darvaza::records {
namespace {

struct Heading {
  std::string_view text;  ///< lower case, words joined by '_'
  PersonColumn column;
};

/// DESIGN §5, with the spellings that UN, INTERPOL and OpenSanctions exports and airline systems
/// use for the same things.
constexpr Heading kHeadings[] = {
    {"id", PersonColumn::id},
    {"reference", PersonColumn::id},
    {"reference_number", PersonColumn::id},
    {"entity_id", PersonColumn::id},
    {"name", PersonColumn::name},
    {"full_name", PersonColumn::name},
    {"fullname", PersonColumn::name},
    {"whole_name", PersonColumn::name},
    {"surname", PersonColumn::surname},
    {"last_name", PersonColumn::surname},
    {"lastname", PersonColumn::surname},
    {"family_name", PersonColumn::surname},
    {"primary_identifier", PersonColumn::surname},
    {"given_names", PersonColumn::given_names},
    {"given_name", PersonColumn::given_names},
    {"first_name", PersonColumn::given_names},
    {"firstname", PersonColumn::given_names},
    {"forename", PersonColumn::given_names},
    {"forenames", PersonColumn::given_names},
    {"secondary_identifier", PersonColumn::given_names},
    {"middle_name", PersonColumn::middle_name},
    {"middle_names", PersonColumn::middle_name},
    {"patronymic", PersonColumn::middle_name},
    {"father_name", PersonColumn::father_name},
    {"fathers_name", PersonColumn::father_name},
    {"birth_date", PersonColumn::birth_date},
    {"birthdate", PersonColumn::birth_date},
    {"date_of_birth", PersonColumn::birth_date},
    {"dob", PersonColumn::birth_date},
    {"sex", PersonColumn::sex},
    {"gender", PersonColumn::sex},
    {"nationality", PersonColumn::nationality},
    {"nationalities", PersonColumn::nationality},
    {"citizenship", PersonColumn::nationality},
    {"birth_place", PersonColumn::birth_place},
    {"place_of_birth", PersonColumn::birth_place},
    {"pob", PersonColumn::birth_place},
    {"document_number", PersonColumn::document_number},
    {"document", PersonColumn::document_number},
    {"document_no", PersonColumn::document_number},
    {"passport", PersonColumn::document_number},
    {"passport_no", PersonColumn::document_number},
    {"passport_number", PersonColumn::document_number},
    {"document_type", PersonColumn::document_type},
    {"document_expires", PersonColumn::document_expires},
    {"document_expiry", PersonColumn::document_expires},
    {"expires", PersonColumn::document_expires},
    {"expiry_date", PersonColumn::document_expires},
    {"issuing_state", PersonColumn::issuing_state},
    {"issuing_country", PersonColumn::issuing_state},
    {"issuer", PersonColumn::issuing_state},
    {"mrz", PersonColumn::mrz},
    {"aliases", PersonColumn::aliases},
    {"alias", PersonColumn::aliases},
    {"weak_aliases", PersonColumn::weak_aliases},
    {"category", PersonColumn::category},
    {"programme", PersonColumn::category},
    {"program", PersonColumn::category},
    {"handling", PersonColumn::handling},
    {"list", PersonColumn::list},
};

/// "Date of Birth" as "date_of_birth"; apostrophes vanish ("Father's name").
std::string plain_heading(std::string_view heading) {
  std::string plain;
  for (const char c : trimmed(heading)) {
    if (c == '\'') continue;
    const bool upper = c >= 'A' && c <= 'Z';
    plain += c == ' ' || c == '-' ? '_' : (upper ? static_cast<char>(c - 'A' + 'a') : c);
  }
  return plain;
}

std::string joined(std::string_view first, std::string_view second) {
  std::string whole(first);
  if (!first.empty() && !second.empty()) whole += ' ';
  return whole += second;
}

/// Whether `whole` says no more than the parts, in one order or the other.
bool is_made_of(std::string_view whole, const TravellerName& parts) {
  return whole == joined(parts.secondary, parts.primary) ||
         whole == joined(parts.primary, parts.secondary);
}

}  // namespace

std::optional<PersonColumn> person_column(std::string_view heading) {
  const std::string plain = plain_heading(heading);
  const auto* found = std::find_if(std::begin(kHeadings), std::end(kHeadings),
                                   [&](const Heading& known) { return known.text == plain; });
  if (found == std::end(kHeadings)) return std::nullopt;
  return found->column;
}

std::string heading_list(std::span<const std::string> headings) {
  constexpr std::size_t kMostShown = 12, kLongest = 40;
  std::string list;
  for (std::size_t i = 0; i < std::min(headings.size(), kMostShown); ++i) {
    std::string_view heading = trimmed(headings[i]);
    std::size_t end = std::min(heading.size(), kLongest);
    while (end < heading.size() && (heading[end] & 0xC0) == 0x80) --end;  // not inside a character
    heading = heading.substr(0, end);
    list += list.empty() ? "" : ", ";
    if (heading.empty()) list += "(without a heading)";
    for (const char c : heading) list += static_cast<unsigned char>(c) < ' ' || c == 0x7F ? ' ' : c;
  }
  if (headings.size() > kMostShown) list += " and " + std::to_string(headings.size() - kMostShown) + " more";
  return list;
}

PersonColumns::PersonColumns(std::span<const std::string> headings) {
  for (std::size_t i = 0; i < headings.size(); ++i) {
    const auto column = person_column(headings[i]);
    if (!column) continue;
    positions_[static_cast<std::size_t>(*column)].push_back(i);
    ++recognised_;
  }
}

bool PersonColumns::describe_persons() const {
  return has(PersonColumn::name) || has(PersonColumn::surname) || has(PersonColumn::given_names) ||
         has(PersonColumn::mrz);
}

std::string_view PersonColumns::get(std::span<const std::string> fields,
                                    PersonColumn column) const {
  for (const std::size_t position : positions(column)) {
    if (position >= fields.size()) continue;
    if (const auto value = trimmed(fields[position]); !value.empty()) return value;
  }
  return {};
}

std::vector<TravellerName> PersonColumns::names(std::span<const std::string> fields) const {
  const std::string_view whole = get(fields, PersonColumn::name);
  const TravellerName parts{
      std::string(get(fields, PersonColumn::surname)),
      joined(get(fields, PersonColumn::given_names), get(fields, PersonColumn::middle_name))};
  const bool has_parts = !parts.primary.empty() || !parts.secondary.empty();

  std::vector<TravellerName> names;
  if (!whole.empty() && !(has_parts && is_made_of(whole, parts))) {
    names.push_back({std::string(whole), {}});
  }
  if (has_parts) names.push_back(parts);
  return names;
}

}  // namespace darvaza::records
