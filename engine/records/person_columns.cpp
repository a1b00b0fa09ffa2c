#include "records/person_columns.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "records/name_cell.h"
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
    {"names", PersonColumn::name},
    {"surname", PersonColumn::surname},
    {"last_name", PersonColumn::surname},
    {"lastname", PersonColumn::surname},
    {"family_name", PersonColumn::surname},
    {"familyname", PersonColumn::surname},
    {"lname", PersonColumn::surname},
    {"surname(s)", PersonColumn::surname},
    {"surnames", PersonColumn::surname},
    {"primary_identifier", PersonColumn::surname},
    {"given_names", PersonColumn::given_names},
    {"given_name", PersonColumn::given_names},
    {"first_name", PersonColumn::given_names},
    {"firstname", PersonColumn::given_names},
    {"forename", PersonColumn::given_names},
    {"forenames", PersonColumn::given_names},
    {"givenname", PersonColumn::given_names},
    {"givennames", PersonColumn::given_names},
    {"given_name(s)", PersonColumn::given_names},
    {"fname", PersonColumn::given_names},
    {"first_names", PersonColumn::given_names},
    {"forename(s)", PersonColumn::given_names},
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

std::vector<std::string_view> PersonColumns::values(std::span<const std::string> fields, PersonColumn column) const {
  std::vector<std::string_view> all;
  for (const std::size_t position : positions(column)) {
    if (position >= fields.size()) continue;
    const auto value = trimmed(fields[position]);
    if (!value.empty() && std::find(all.begin(), all.end(), value) == all.end()) all.push_back(value);
  }
  return all;
}

std::string_view PersonColumns::beside(std::span<const std::string> fields, PersonColumn column, std::string_view value, PersonColumn other) const {
  const auto& mine = positions(column);
  const auto& others = positions(other);
  if (mine.size() != others.size()) return get(fields, other);
  for (std::size_t i = 0; i < mine.size(); ++i) {
    if (mine[i] < fields.size() && others[i] < fields.size() && trimmed(fields[mine[i]]) == value) return trimmed(fields[others[i]]);
  }
  return {};
}

std::vector<TravellerName> PersonColumns::names(std::span<const std::string> fields) const {
  std::vector<std::string> wholes;  // others below are views of them
  for (const std::string_view cell : values(fields, PersonColumn::name)) {
    NameCell read = read_name_cell(cell);
    std::move(read.names.begin(), read.names.end(), std::back_inserter(wholes));
  }
  auto surnames = values(fields, PersonColumn::surname);
  auto given = values(fields, PersonColumn::given_names);
  std::string middle;
  for (const std::string_view value : values(fields, PersonColumn::middle_name)) middle = joined(middle, value);

  const auto is_whole_of = [](std::string_view whole, const std::vector<TravellerName>& spellings) {
    return std::any_of(spellings.begin(), spellings.end(), [&](const TravellerName& name) { return is_made_of(whole, name); });
  };

  std::vector<TravellerName> whole_names, parts;
  const bool name_is_given = given.empty() && !surnames.empty(), name_is_surname = surnames.empty() && !given.empty();
  std::vector<std::string_view> kept;
  for (const std::string_view whole : wholes) {
    const std::vector<std::string_view>& others = name_is_given ? surnames : given;
    const bool holds_other = std::any_of(others.begin(), others.end(), [&](std::string_view other) { return whole.find(other) != whole.npos; });
    constexpr std::size_t kMostGiven = 16;
    const bool is_given = name_is_given && !holds_other && given.size() < kMostGiven;
    const bool is_surname = name_is_surname && !holds_other && surnames.size() < kMostGiven;
    if (is_given) given.push_back(whole);
    if (is_surname) surnames.push_back(whole);
    if (!(is_given || is_surname) || whole.find(' ') != whole.npos) kept.push_back(whole);
  }
  const bool patronymic_of_whole = given.empty() && surnames.empty() && !kept.empty();
  const std::size_t pairs = std::max({surnames.size(), given.size(), std::size_t{middle.empty() || patronymic_of_whole ? 0U : 1U}});
  const auto add_parts = [&](std::size_t surname, std::size_t given_name) {
    TravellerName name{surname < surnames.size() ? std::string(surnames[surname]) : std::string(),
                       joined(given_name < given.size() ? given[given_name] : std::string_view(), middle)};
    const bool known = std::any_of(parts.begin(), parts.end(), [&](const TravellerName& n) { return n.primary == name.primary && n.secondary == name.secondary; });
    if (!known) parts.push_back(std::move(name));
  };
  for (std::size_t i = 0; i < pairs; ++i) {  // each with the first of the other kind, and with its neighbour
    const std::size_t surname = surnames.empty() ? 0 : std::min(i, surnames.size() - 1);
    const std::size_t given_name = given.empty() ? 0 : std::min(i, given.size() - 1);
    add_parts(surname, 0);
    add_parts(0, given_name);
    add_parts(surname, given_name);
  }
  for (const std::string_view whole : kept) {
    if (!is_whole_of(whole, parts)) whole_names.push_back({patronymic_of_whole ? joined(whole, middle) : std::string(whole), {}});
  }
  std::vector<TravellerName>& first = name_is_given ? parts : whole_names;
  std::vector<TravellerName>& second = name_is_given ? whole_names : parts;
  std::move(second.begin(), second.end(), std::back_inserter(first));
  return std::move(first);
}

}  // namespace darvaza::records
