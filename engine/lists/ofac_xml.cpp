#include "lists/ofac_xml.h"

#include <string>

#include <fmt/core.h>

#include "documents/document_text.h"
#include "lists/entry_builder.h"
#include "lists/ofac_terms.h"
#include "text/words.h"
#include "lists/xml_records.h"

namespace darvaza::lists {
namespace {

/// sdnList / sdnEntry.
constexpr std::size_t kRecordDepth = 2;
/// Of these values, all are read.
constexpr std::string_view kSeveral[] = {"program"};

/// Calls `visit` for every `item` in the child `list`.
template <typename Visitor>
void each_in(const XmlElement& entry, std::string_view list, std::string_view item, Visitor visit) {
  entry.each(list, [&](const XmlElement& items) { items.each(item, visit); });
}

/// "SURNAME, Given", as in the classic files.
std::string name_of(const XmlElement& element) {
  std::string name = element.value("lastName");
  text::append_joined(name, element.value("firstName"), ", ");
  return name;
}

std::string programs_of(const XmlElement& entry) {
  std::string programs;
  each_in(entry, "programList", "program", [&](const XmlElement& program) {
    text::append_joined(programs, text::collapsed(program.text), "; ");
  });
  return programs;
}

void add_alias(const XmlElement& alias, EntryBuilder& person) {
  const bool weak = text::starts_with_words(alias.value("category"), "weak");
  person.name(name_of(alias), weak ? NameGrade::weak : NameGrade::strong);
}

/// The ID list holds documents, but also the sex, telephone numbers and legal notes.
void add_id(const XmlElement& id, EntryBuilder& person) {
  const std::string type = id.value("idType");
  const std::string number = id.value("idNumber");
  if (text::starts_with_words(type, "gender")) {
    person.sex(number);
  } else if (documents::is_document_kind(type)) {
    if (number.empty()) person.remark("a document without a number");
    person.document(type, number, id.value("idCountry"));
  } else if (!documents::is_other_kind(type)) {
    person.remark("an ID type that is not known");
  }
}

void add_individual(const XmlElement& entry, SourceRecorder& recorder, Place place) {
  EntryBuilder person(recorder, place);
  person.entry.id = entry.value("uid");
  person.entry.category = programs_of(entry);
  person.name(name_of(entry), NameGrade::primary);
  each_in(entry, "akaList", "aka", [&](const XmlElement& alias) { add_alias(alias, person); });
  each_in(entry, "dateOfBirthList", "dateOfBirthItem",
          [&](const XmlElement& item) { person.birth_date(item.value("dateOfBirth")); });
  each_in(entry, "placeOfBirthList", "placeOfBirthItem",
          [&](const XmlElement& item) { person.birth_place(item.value("placeOfBirth")); });
  each_in(entry, "nationalityList", "nationality",
          [&](const XmlElement& item) { person.nationality(item.value("country")); });
  each_in(entry, "citizenshipList", "citizenship",
          [&](const XmlElement& item) { person.nationality(item.value("country")); });
  each_in(entry, "idList", "id", [&](const XmlElement& id) { add_id(id, person); });
  each_repeated_value(entry, kSeveral, [&](std::string_view name) { person.remark(repeated_value_remark(name)); });
  person.finish();
}

/// "03/28/2025" as "2025-03-28"; anything else as it is.
std::string iso_date(const std::string& date) {
  if (date.size() != 10 || date[2] != '/' || date[5] != '/') return date;
  return fmt::format("{}-{}-{}", date.substr(6), date.substr(0, 2), date.substr(3, 2));
}

}  // namespace

Result<void> read_ofac_xml(std::istream& in, SourceRecorder& recorder) {
  const auto entry = [&](const XmlElement& element) -> Result<void> {
    if (element.name == "publshInformation") {
      recorder.set_list_date(iso_date(element.value("Publish_Date")));
      return {};
    }
    const Place place = recorder.next_record(element.line);
    if (element.name != "sdnEntry") {
      recorder.skip(place, "not an sdnEntry");
      return {};
    }
    if (place.record == 1) recorder.set_list(ofac_list(programs_of(element)));
    switch (ofac_party(element.value("sdnType"))) {
      case OfacParty::person:
        add_individual(element, recorder, place);
        break;
      case OfacParty::not_person:
        recorder.not_person();
        break;
      case OfacParty::unknown:
        recorder.skip(place, "an sdnType that is not known");
        break;
    }
    return {};
  };
  const auto root = [](const XmlElement&) { return Result<void>{}; };
  return read_xml_records(in, recorder.file(), kRecordDepth, root, entry);
}

}  // namespace darvaza::lists
