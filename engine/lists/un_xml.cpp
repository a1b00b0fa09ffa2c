#include "lists/un_xml.h"

#include <algorithm>
#include <set>
#include <string>

#include "lists/birth_dates.h"
#include "documents/document_text.h"
#include "lists/entry_builder.h"
#include "text/words.h"
#include "lists/xml_records.h"

namespace darvaza::lists {
namespace {

/// CONSOLIDATED_LIST / INDIVIDUALS / INDIVIDUAL.
constexpr std::size_t kRecordDepth = 3;

/// Every element that any edition is known to have below INDIVIDUAL, those that are not read among
/// them: the list's schema of 2012 and later (sc-sanctions.xsd), and the files themselves.
constexpr std::string_view kKnownElements[] = {"ALIAS_NAME",
                                               "CITY",
                                               "CITY_OF_BIRTH",
                                               "CITY_OF_ISSUE",
                                               "COMMENTS1",
                                               "COUNTRY",
                                               "COUNTRY_OF_BIRTH",
                                               "COUNTRY_OF_ISSUE",
                                               "DATAID",
                                               "DATE",
                                               "DATE_OF_BIRTH",
                                               "DATE_OF_ISSUE",
                                               "DELISTED_ON",
                                               "DESIGNATION",
                                               "FIRST_NAME",
                                               "FOURTH_NAME",
                                               "FROM_YEAR",
                                               "GENDER",
                                               "INDIVIDUAL_ADDRESS",
                                               "INDIVIDUAL_ALIAS",
                                               "INDIVIDUAL_DATE_OF_BIRTH",
                                               "INDIVIDUAL_DOCUMENT",
                                               "INDIVIDUAL_PLACE_OF_BIRTH",
                                               "ISSUING_COUNTRY",
                                               "LAST_DAY_UPDATED",
                                               "LISTED_ON",
                                               "LIST_TYPE",
                                               "NAME_ORIGINAL_SCRIPT",
                                               "NATIONALITY",
                                               "NATIONALITY2",
                                               "NOTE",
                                               "NUMBER",
                                               "QUALITY",
                                               "REFERENCE_NUMBER",
                                               "SECOND_NAME",
                                               "SORT_KEY",
                                               "SORT_KEY_LAST_MOD",
                                               "STATE_PROVINCE",
                                               "STREET",
                                               "SUBMITTED_BY",
                                               "SUBMITTED_ON",
                                               "THIRD_NAME",
                                               "TITLE",
                                               "TO_YEAR",
                                               "TYPE_OF_DATE",
                                               "TYPE_OF_DOCUMENT",
                                               "TYPE_OF_DOCUMENT2",
                                               "UN_LIST_TYPE",
                                               "VALUE",
                                               "VERSIONNUM",
                                               "YEAR",
                                               "ZIP_CODE"};

/// Of these, all are read.
constexpr std::string_view kSeveral[] = {"NAME_ORIGINAL_SCRIPT", "VALUE"};

/// Tells of elements that no known edition has, each name once a file: a new one may hold a fact
/// that nobody reads yet.
class NewElements {
 public:
  void tell(const XmlElement& element, SourceRecorder& recorder, Place place) {
    for (const XmlElement& child : element.children) {
      const bool known = std::find(std::begin(kKnownElements), std::end(kKnownElements),
                                   child.name) != std::end(kKnownElements);
      if (!known && told_.size() < kMostTold && told_.insert(child.name).second) {
        recorder.remark(place, "an element that is not known and is not read: " +
                                   child.name.substr(0, kMostShown));
      }
      tell(child, recorder, place);
    }
  }

 private:
  static constexpr std::size_t kMostTold = 20;
  static constexpr std::size_t kMostShown = 40;
  std::set<std::string> told_;
};

/// FIRST_NAME to FOURTH_NAME are parts in order, not given name and surname: the fourth may be a
/// grandfather's name or a tribe. Older exports fill absent parts with "na".
std::string primary_name(const XmlElement& individual) {
  std::string name;
  for (const auto* part : {"FIRST_NAME", "SECOND_NAME", "THIRD_NAME", "FOURTH_NAME"}) {
    const std::string value = individual.value(part);
    if (value != "na") text::append_joined(name, value, " ");
  }
  return name;
}

/// A date as it is written, whatever TYPE_OF_DATE says: EXACT often comes with a year only.
void add_birth_date(const XmlElement& date, EntryBuilder& person) {
  const bool circa = text::starts_with_words(date.value("TYPE_OF_DATE"), "approximately");
  const std::string prefix = circa ? "circa " : "";
  const std::string from = date.value("FROM_YEAR");
  const std::string to = date.value("TO_YEAR");
  std::string stated = date.value("DATE");
  if (stated.empty()) stated = date.value("YEAR");
  if (!stated.empty()) person.birth_date(prefix + stated);
  if (!from.empty() && !to.empty()) {
    person.birth_date(prefix + from + " to " + to);  // beside a date, too
  } else if (!stated.empty()) {
    return;
  } else if (!from.empty() || !to.empty()) {
    person.birth_date("circa " + from + to);
  } else if (!date.value("NOTE").empty()) {
    person.remark("a date of birth that is only described in words");
  }
}

std::string place_of(const XmlElement& place, std::string_view city, std::string_view state,
                     std::string_view country) {
  std::string text;
  for (const auto part : {city, state, country}) text::append_joined(text, place.value(part), ", ");
  return text;
}

/// "Good" is strong, "Low" is weak; names without a grade count as strong, because a name that is
/// taken too seriously costs an alarm, and one that is not may cost a match.
void add_alias(const XmlElement& alias, EntryBuilder& person) {
  const bool weak = text::starts_with_words(alias.value("QUALITY"), "low");
  person.name(alias.value("ALIAS_NAME"), weak ? NameGrade::weak : NameGrade::strong);
  person.birth_date(alias.value("DATE_OF_BIRTH"));
  person.birth_place(place_of(alias, "CITY_OF_BIRTH", "", "COUNTRY_OF_BIRTH"));
}

/// The number, or where a text stands in its stead ("tazkira number 10001"), the number in that.
std::string document_number(const XmlElement& document) {
  if (std::string number = document.value("NUMBER"); !number.empty()) return number;
  for (const auto* field : {"TYPE_OF_DOCUMENT2", "NOTE"}) {
    const documents::DocumentText parts = documents::split_document_text(document.value(field));
    if (!parts.number.empty() && documents::is_document_kind(parts.kind)) return parts.number;
  }
  return {};
}

void add_document(const XmlElement& document, EntryBuilder& person) {
  const std::string number = document_number(document);
  std::string type = document.value("TYPE_OF_DOCUMENT");
  if (type.empty()) type = document.value("TYPE_OF_DOCUMENT2");
  if (number.empty()) {
    // Empty elements stand for "none"; one that says something deserves a word.
    if (!type.empty()) person.remark("a document without a number");
    return;
  }
  std::string issuer = document.value("ISSUING_COUNTRY");
  if (issuer.empty()) issuer = document.value("COUNTRY_OF_ISSUE");
  person.document(type, number, issuer);
}

void add_individual(const XmlElement& individual, SourceRecorder& recorder, Place place) {
  EntryBuilder person(recorder, place);
  person.entry.id = individual.value("REFERENCE_NUMBER");
  if (person.entry.id.empty()) person.entry.id = individual.value("DATAID");
  person.entry.category = individual.value("UN_LIST_TYPE");
  person.name(primary_name(individual), NameGrade::primary);
  individual.each("NAME_ORIGINAL_SCRIPT", [&](const XmlElement& name) {
    person.name(text::collapsed(name.text), NameGrade::strong);
  });
  individual.each("INDIVIDUAL_DATE_OF_BIRTH",
                  [&](const XmlElement& date) { add_birth_date(date, person); });
  individual.each("INDIVIDUAL_ALIAS", [&](const XmlElement& alias) { add_alias(alias, person); });
  person.sex(individual.value("GENDER"));
  individual.each("NATIONALITY", [&](const XmlElement& nationality) {
    nationality.each("VALUE",
                     [&](const XmlElement& value) { person.nationality(text::collapsed(value.text)); });
  });
  person.nationality(individual.value("NATIONALITY2"));
  individual.each("INDIVIDUAL_PLACE_OF_BIRTH", [&](const XmlElement& born) {
    person.birth_place(place_of(born, "CITY", "STATE_PROVINCE", "COUNTRY"));
  });
  individual.each("INDIVIDUAL_DOCUMENT",
                  [&](const XmlElement& document) { add_document(document, person); });
  person.delisted_on(individual.value("DELISTED_ON"));
  each_repeated_value(individual, kSeveral, [&](std::string_view name) { person.remark(repeated_value_remark(name)); });
  person.finish();
}

}  // namespace

Result<void> read_un_xml(std::istream& in, SourceRecorder& recorder) {
  NewElements new_elements;
  const auto root = [&](const XmlElement& list) -> Result<void> {
    recorder.set_list_date(std::string(list.attribute("dateGenerated").substr(0, 10)));
    return {};
  };
  const auto record = [&](const XmlElement& element) -> Result<void> {
    const Place place = recorder.next_record(element.line);
    if (element.name == "INDIVIDUAL") {
      add_individual(element, recorder, place);
      new_elements.tell(element, recorder, place);
    } else if (element.name == "ENTITY") {
      recorder.not_person();
    } else {
      recorder.skip(place, "neither INDIVIDUAL nor ENTITY");
    }
    return {};
  };
  return read_xml_records(in, recorder.file(), kRecordDepth, root, record);
}

}  // namespace darvaza::lists
