#include "lists/ofac_advanced_xml.h"

#include <string>
#include <unordered_map>

#include <fmt/core.h>

#include "documents/document_text.h"
#include "lists/entry_builder.h"
#include "lists/ofac_advanced_tables.h"
#include "lists/ofac_terms.h"
#include "text/words.h"
#include "lists/xml_records.h"

namespace darvaza::lists {
namespace {

/// Sanctions / a section / an element.
constexpr std::size_t kRecordDepth = 3;

using Tables = OfacAdvancedTables;
using Groups = std::unordered_map<std::string, std::string_view>;  ///< NamePartGroup → "Last Name"

Groups groups_of(const XmlElement& identity, const Tables& tables) {
  Groups groups;
  identity.each("NamePartGroups", [&](const XmlElement& all) {
    all.each("MasterNamePartGroup", [&](const XmlElement& master) {
      master.each("NamePartGroup", [&](const XmlElement& group) {
        groups[std::string(group.attribute("ID"))] =
            tables.word("NamePartType", group.attribute("NamePartTypeID"));
      });
    });
  });
  return groups;
}

/// "SURNAME, Given", as in OFAC's other files. A mother's name stands behind the surname in
/// Spanish.
std::string name_of(const XmlElement& documented, const Groups& groups) {
  std::string surname, others;
  documented.each("DocumentedNamePart", [&](const XmlElement& part) {
    part.each("NamePartValue", [&](const XmlElement& value) {
      const auto group = groups.find(std::string(value.attribute("NamePartGroupID")));
      const std::string type = group == groups.end() ? std::string() : text::lower_case(group->second);
      const bool is_surname = type == "last name" || type == "matronymic" || type == "maiden name";
      text::append_joined(is_surname ? surname : others, text::collapsed(value.text), " ");
    });
  });
  text::append_joined(surname, others, ", ");
  return surname;
}

/// The first name of the first primary alias is the one under which the person is listed; others of
/// it are the same in other scripts.
void add_names(const XmlElement& identity, const Tables& tables, EntryBuilder& person) {
  const Groups groups = groups_of(identity, tables);
  identity.each("Alias", [&](const XmlElement& alias) {
    const bool weak = alias.attribute("LowQuality") == "true";
    bool primary = !weak && alias.attribute("Primary") == "true";
    for (const ListedName& name : person.entry.names)
      primary = primary && name.grade != NameGrade::primary;
    alias.each("DocumentedName", [&](const XmlElement& documented) {
      const NameGrade grade = weak      ? NameGrade::weak
                              : primary ? NameGrade::primary
                                        : NameGrade::strong;
      const std::string name = name_of(documented, groups);
      person.name(name, grade);
      primary = primary && name.empty();
    });
  });
}

void add_documents(const XmlElement& identity, Tables& tables, EntryBuilder& person) {
  std::size_t taken = 0;
  for (const Tables::Document& document : tables.take_documents(identity.attribute("ID"))) {
    if (++taken > Tables::kMostDocuments) {
      person.remark(fmt::format("more than {} documents", Tables::kMostDocuments));
    } else if (documents::is_document_kind(document.type)) {
      if (document.number.empty()) person.remark("a document without a number");
      person.document(document.type, document.number, document.country);
    } else if (!documents::is_other_kind(document.type)) {
      person.remark("an ID type that is not known");
    }
  }
}

/// The whole year from 1 January to 31 December is OFAC's way of saying that only the year is
/// known; the same holds of months.
std::string text_of(PartialDate first, PartialDate last) {
  const bool whole_years = first.month == 1 && first.day == 1 && last.month == 12 && last.day == 31;
  PartialDate month_end = last;
  ++month_end.day;
  const bool whole_month = first.year == last.year && first.month == last.month && first.day == 1 &&
                           last.day > 27 && !is_valid(month_end);
  if (whole_years) {
    first = {first.year, 0, 0};
    last = {last.year, 0, 0};
  } else if (whole_month) {
    first.day = last.day = 0;
  }
  if (!last.known() || first == last) return to_string(first);
  if (!first.known()) return to_string(last);
  return fmt::format("{} to {}", to_string(first), to_string(last));
}

void add_birth_date(const XmlElement& period, EntryBuilder& person) {
  bool circa = false;
  PartialDate first, last;
  for (const auto* name : {"Start", "End"}) {
    const XmlElement* boundary = period.child(name);
    if (boundary == nullptr) continue;
    circa = circa || boundary->attribute("Approximate") == "true";
    for (const auto* side : {"From", "To"}) {
      const XmlElement* point = boundary->child(side);
      const PartialDate date = point == nullptr ? PartialDate{} : ofac_date(*point);
      if (!date.known()) continue;
      if (!first.known() || date < first) first = date;
      if (!last.known() || date > last) last = date;
    }
  }
  if (!first.known()) {
    person.remark("a date of birth that cannot be read");
  } else {
    person.birth_date((circa ? "circa " : "") + text_of(first, last));
  }
}

/// What a version of a feature says in words: its own, or one of the reference values; at most
/// Tables::kMostJoinedBytes.
std::string detail_of(const XmlElement& version, const Tables& tables) {
  std::string text;
  version.each("VersionDetail", [&](const XmlElement& detail) {
    std::string own = text::collapsed(detail.text);
    if (own.empty()) own = tables.word("DetailReference", detail.attribute("DetailReferenceID"));
    append_bounded(text, own, ", ");
  });
  return text;
}

void add_version(std::string_view type, const XmlElement& version, const Tables& tables,
                 EntryBuilder& person) {
  const bool is_birth_date = type == "birthdate" || type == "date of birth";
  const bool is_birth_place = type == "place of birth";
  const bool is_nationality = type == "nationality country" || type == "nationality" ||
                              type == "citizenship country" || type == "citizenship";
  if (is_birth_date) {
    version.each("DatePeriod", [&](const XmlElement& period) { add_birth_date(period, person); });
  }
  if (type == "gender") person.sex(detail_of(version, tables));
  if (is_birth_place) person.birth_place(detail_of(version, tables));
  if (is_nationality) person.nationality(detail_of(version, tables));
  version.each("VersionLocation", [&](const XmlElement& reference) {
    const Tables::Location* location = tables.location(reference.attribute("LocationID"));
    if (location == nullptr) return;
    if (is_birth_place) person.birth_place(location->text);
    if (is_nationality) person.nationality(location->country);
  });
}

void add_person(const XmlElement& profile, Tables& tables, SourceRecorder& recorder, Place place) {
  EntryBuilder person(recorder, place);
  person.entry.id = profile.attribute("ID");
  profile.each("Identity", [&](const XmlElement& identity) {
    add_names(identity, tables, person);
    add_documents(identity, tables, person);
  });
  profile.each("Feature", [&](const XmlElement& feature) {
    const std::string type =
        text::lower_case(tables.word("FeatureType", feature.attribute("FeatureTypeID")));
    feature.each("FeatureVersion",
                 [&](const XmlElement& version) { add_version(type, version, tables, person); });
  });
  if (const Tables::Measures* measures = tables.measures(person.entry.id)) {
    person.entry.category = measures->programs;
    person.entry.terms.legal_basis = measures->legal_basis;
    person.listed_on(to_string(measures->listed));
    const bool is_sdn = measures->lists.empty() || measures->lists.find("SDN List") == 0 ||
                        measures->lists.find("; SDN List") != std::string::npos;
    person.entry.list = is_sdn ? "ofac-sdn" : "ofac-cons";
    if (recorder.summary().entries == 0) recorder.set_list(person.entry.list);
  }
  person.finish();
}

void add_profile(const XmlElement& profile, Tables& tables, SourceRecorder& recorder, Place place) {
  const std::string type = text::lower_case(tables.party_type(profile.attribute("PartySubTypeID")));
  if (type == "transport" || type == "location") return recorder.not_person();
  switch (type.empty() ? OfacParty::unknown : ofac_party(type)) {
    case OfacParty::person:
      return add_person(profile, tables, recorder, place);
    case OfacParty::not_person:
      return recorder.not_person();
    case OfacParty::unknown:
      return recorder.skip(place, "a type of party that is not known");
  }
}

}  // namespace

Result<void> read_ofac_advanced_xml(std::istream& in, SourceRecorder& recorder) {
  Tables tables;
  XmlElement issued;
  const auto root = [](const XmlElement&) { return Result<void>{}; };
  const auto collect = [&](const XmlElement& element) -> Result<void> {
    tables.take(element, recorder);
    // Elements directly below the date of issue, the only section that is a value itself.
    const bool is_date = element.name == "Year" || element.name == "Month" || element.name == "Day";
    if (is_date && issued.children.size() < 3) issued.children.push_back(element);
    return {};
  };
  if (const auto done = read_xml_records(in, recorder.file(), kRecordDepth, root, collect); !done)
    return done;
  if (const PartialDate date = ofac_date(issued); date.known())
    recorder.set_list_date(to_string(date));

  in.clear();
  in.seekg(0);
  if (!in) return fail(ErrorCode::io, "the file cannot be read twice", recorder.file());
  const auto party = [&](const XmlElement& element) -> Result<void> {
    if (element.name != "DistinctParty") return {};
    std::uint64_t profiles = 0;
    element.each("Profile", [&](const XmlElement& profile) {
      ++profiles;
      add_profile(profile, tables, recorder, recorder.next_record(profile.line));
    });
    if (profiles == 0) recorder.skip(recorder.next_record(element.line), "a party without a profile");
    return {};
  };
  return read_xml_records(in, recorder.file(), kRecordDepth, root, party);
}

}  // namespace darvaza::lists
