#include "lists/eu_fsf_xml.h"

#include <string>

#include <fmt/core.h>

#include "documents/document_number.h"
#include "lists/entry_builder.h"
#include "text/words.h"
#include "lists/xml_records.h"

namespace darvaza::lists {
namespace {

/// export / sanctionEntity.
constexpr std::size_t kRecordDepth = 2;

bool is_true(std::string_view word) { return word == "true" || word == "1"; }

/// The name as it is listed; where it is given in parts alone, in the form that says which part is
/// which.
std::string name_of(const XmlElement& alias) {
  std::string name = text::collapsed(alias.attribute("wholeName"));
  if (!name.empty()) return name;
  std::string given = text::collapsed(alias.attribute("firstName"));
  text::append_joined(given, text::collapsed(alias.attribute("middleName")), " ");
  name = text::collapsed(alias.attribute("lastName"));
  text::append_joined(name, given, ", ");
  return name;
}

/// `strong` says how good a name is, unless a remark says it in words.
bool is_weak(const XmlElement& alias) {
  bool weak = !alias.attribute("strong").empty() && !is_true(alias.attribute("strong"));
  alias.each("remark", [&](const XmlElement& remark) {
    const std::string text = text::lower_case(remark.text);
    if (text.find("low quality") != std::string::npos) weak = true;
    if (text.find("good quality") != std::string::npos) weak = false;
  });
  return weak;
}

/// The first strong name is the one under which the person is listed.
void add_names(const XmlElement& entity, EntryBuilder& person) {
  bool has_primary = false;
  entity.each("nameAlias", [&](const XmlElement& alias) {
    const std::string name = name_of(alias);
    if (is_weak(alias)) {
      person.name(name, NameGrade::weak);
    } else {
      person.name(name, has_primary ? NameGrade::strong : NameGrade::primary);
      has_primary = has_primary || !name.empty();
    }
    if (const auto sex = alias.attribute("gender"); !sex.empty() && sex != "?") person.sex(sex);
  });
}

/// "1960-05-17", "1960-05", "1960" from the parts; empty when the year is not there.
std::string date_of_parts(const XmlElement& birth) {
  const auto number = [&](std::string_view name) {
    const std::string_view digits = birth.attribute(name);
    return digits == "0" ? std::string_view() : digits;
  };
  std::string date(number("year"));
  if (date.empty() || number("monthOfYear").empty()) return date;
  date += fmt::format("-{:0>2}", number("monthOfYear"));
  if (!number("dayOfMonth").empty()) date += fmt::format("-{:0>2}", number("dayOfMonth"));
  return date;
}

void add_birth(const XmlElement& birth, EntryBuilder& person) {
  std::string place;
  for (const auto* part : {"city", "place", "region"})
    text::append_joined(place, text::collapsed(birth.attribute(part)), ", ");
  if (birth.attribute("countryIso2Code") != "00")
    text::append_joined(place, text::collapsed(birth.attribute("countryDescription")), ", ");
  person.birth_place(place);

  const std::string_view calendar = birth.attribute("calendarType");
  if (!calendar.empty() && calendar != "GREGORIAN" && calendar != "ISLAMIC") {
    person.remark("a date of birth in a calendar that is neither Gregorian nor Islamic");
    return;
  }
  std::string date(birth.attribute("birthdate"));
  if (date.empty()) date = date_of_parts(birth);
  const std::string_view from = birth.attribute("yearRangeFrom");
  const std::string_view to = birth.attribute("yearRangeTo");
  // One end alone: the other is anybody's guess.
  const bool half = date.empty() && from.empty() != to.empty();
  if (half) date = fmt::format("{}{}", from, to);
  const std::string circa = half || is_true(birth.attribute("circa")) ? "circa " : "";
  if (!date.empty()) person.birth_date(circa + date);
  if (!from.empty() && !to.empty()) person.birth_date(fmt::format("{}{} to {}", circa, from, to));  // beside a date, too
}

void add_document(const XmlElement& document, EntryBuilder& person) {
  std::string_view type = document.attribute("identificationTypeDescription");
  if (type.empty()) type = document.attribute("identificationTypeCode");
  const std::string_view latin = document.attribute("latinNumber");
  const std::string_view stated = document.attribute("number");
  if (latin.empty() && stated.empty()) {
    person.remark("a document without a number");
    return;
  }
  // "00" is the EU's code for an unknown country.
  const std::string_view issuer = document.attribute("countryIso2Code");
  const std::string_view state = issuer == "00" ? std::string_view() : issuer;
  person.document(type, latin.empty() ? stated : latin, state);
  // In other letters, or an earlier one: the traveller may present either.
  if (!latin.empty() && documents::normalise_number(stated) != documents::normalise_number(latin)) person.document(type, stated, state);
}

/// The programme is the category; the regulation is the law.
void add_regulation(const XmlElement& regulation, EntryBuilder& person) {
  text::append_joined(person.entry.category, text::collapsed(regulation.attribute("programme")), "; ");
  text::append_joined(person.entry.terms.legal_basis, text::collapsed(regulation.attribute("numberTitle")),
                "; ");
}

void add_person(const XmlElement& entity, SourceRecorder& recorder, Place place) {
  EntryBuilder person(recorder, place);
  person.entry.id = text::collapsed(entity.attribute("euReferenceNumber"));
  if (person.entry.id.empty()) person.entry.id = text::collapsed(entity.attribute("logicalId"));
  person.entry.terms.source_reference = text::collapsed(entity.attribute("unitedNationId"));
  add_names(entity, person);
  entity.each("regulation",
              [&](const XmlElement& regulation) { add_regulation(regulation, person); });
  entity.each("citizenship", [&](const XmlElement& citizenship) {
    const std::string_view code = citizenship.attribute("countryIso2Code");
    if (code != "00")
      person.nationality(code.empty() ? citizenship.attribute("countryDescription") : code);
  });
  entity.each("birthdate", [&](const XmlElement& birth) { add_birth(birth, person); });
  entity.each("identification",
              [&](const XmlElement& document) { add_document(document, person); });
  person.listed_on(entity.attribute("designationDate"));
  person.delisted_on(entity.attribute("delistingDate"));
  person.finish();
}

/// "person" or class "P"; enterprises are "enterprise" and "E". Anything else may be a person whom
/// a changed format hides.
void add_entity(const XmlElement& entity, SourceRecorder& recorder, Place place) {
  const XmlElement* subject = entity.child("subjectType");
  const std::string_view code =
      subject == nullptr ? std::string_view() : subject->attribute("code");
  const std::string_view kind =
      subject == nullptr ? std::string_view() : subject->attribute("classificationCode");
  if (kind == "P" || (kind.empty() && code == "person")) {
    add_person(entity, recorder, place);
  } else if (kind == "E" || (kind.empty() && code == "enterprise")) {
    recorder.not_person();
  } else {
    recorder.skip(place, "a subjectType that is neither a person nor an enterprise");
  }
}

}  // namespace

Result<void> read_eu_fsf_xml(std::istream& in, SourceRecorder& recorder) {
  const auto root = [&](const XmlElement& list) -> Result<void> {
    recorder.set_list_date(std::string(list.attribute("generationDate").substr(0, 10)));
    return {};
  };
  const auto record = [&](const XmlElement& element) -> Result<void> {
    const Place place = recorder.next_record(element.line);
    if (element.name == "sanctionEntity") {
      add_entity(element, recorder, place);
    } else {
      recorder.skip(place, "not a sanctionEntity");
    }
    return {};
  };
  return read_xml_records(in, recorder.file(), kRecordDepth, root, record);
}

}  // namespace darvaza::lists
