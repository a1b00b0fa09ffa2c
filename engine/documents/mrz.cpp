#include "darvaza/mrz.h"

#include <algorithm>

#include "documents/mrz_layout.h"
#include "documents/mrz_lines.h"
#include "documents/mrz_reader.h"
#include "documents/states.h"
#include "records/not_text.h"

namespace darvaza {
namespace {

constexpr std::size_t kPrincipalCharacters = 9;  // Doc 9303-5 §4.2.2 note j

// What a State is called elsewhere in the engine ("DEU" becomes "D"); a code nobody knows stays.
StateCode usual_code(const StateCode& printed) {
  return documents::parse_state(printed.text()).value_or(printed);
}

bool holds(const Mrz& zone, std::string_view field) {
  return std::all_of(zone.checks.begin(), zone.checks.end(), [&](const MrzCheck& check) {
    return check.holds || check.repaired || check.field != field;
  });
}

void add_documents(const Mrz& zone, Traveller& traveller) {
  if (zone.document_number.empty()) return;
  TravelDocument document{zone.document_number, zone.document_code, usual_code(zone.issuing_state),
                          zone.expires};
  traveller.documents.push_back(document);
  if (!zone.printed_number.empty()) {
    document.number = zone.printed_number;
    traveller.documents.push_back(document);
  }
  // A long number that does not check may be a short one beside a misread check digit.
  if (document.number.size() > kPrincipalCharacters && !holds(zone, "document number")) {
    document.number.resize(kPrincipalCharacters);
    traveller.documents.push_back(std::move(document));
  }
}

void add_personal_number(const Mrz& zone, Traveller& traveller) {
  if (zone.personal_number.empty()) return;
  traveller.documents.push_back(
      {zone.personal_number, "personal number", usual_code(zone.issuing_state), {}});
}

/// A name or number with a character that nobody can read is not the holder's: the answer about them is not complete.
void add_what_was_not_read(const Mrz& zone, Traveller& traveller) {
  const auto tells = [&](std::string_view what) {
    return std::any_of(zone.problems.begin(), zone.problems.end(), [&](const Problem& problem) { return problem.text == what; });
  };
  if (tells(documents::kNameCut)) traveller.names.push_back({std::string(records::kNotText), {}});
  if (tells(documents::kNumberChanged)) traveller.documents.push_back({std::string(records::kNotText), {}, {}, {}});
}

}  // namespace

std::string_view to_string(MrzFormat format) {
  constexpr std::string_view kNames[] = {"TD1", "TD2", "TD3", "MRV-A", "MRV-B"};
  return kNames[static_cast<std::size_t>(format)];
}

bool Mrz::checks_hold() const {
  return std::all_of(checks.begin(), checks.end(),
                     [](const MrzCheck& check) { return check.holds; });
}

Result<Mrz> parse_mrz(std::string_view lines, const MrzOptions& options) {
  const Result<documents::MrzLines> zone = documents::split_mrz(lines);
  if (!zone) return tl::unexpected<Error>(zone.error());
  return documents::read_mrz(*zone, options);
}

Traveller to_traveller(const Mrz& zone) {
  Traveller traveller;
  if (!zone.name.primary.empty()) traveller.names.push_back(zone.name);
  if (!zone.arabic_name.primary.empty()) traveller.names.push_back(zone.arabic_name);
  traveller.birth_date = zone.birth_date;
  traveller.birth_date_doubtful = zone.birth_date.known() && !holds(zone, "birth date");
  traveller.sex = zone.sex;
  if (!zone.nationality.empty()) traveller.nationalities.push_back(usual_code(zone.nationality));
  add_documents(zone, traveller);
  add_personal_number(zone, traveller);
  traveller.problems = zone.problems;
  add_what_was_not_read(zone, traveller);
  return traveller;
}

}  // namespace darvaza
