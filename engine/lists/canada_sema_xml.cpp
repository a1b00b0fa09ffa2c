#include "lists/canada_sema_xml.h"

#include <algorithm>
#include <string>

#include "lists/day_first_date.h"
#include "lists/entry_builder.h"
#include "text/words.h"
#include "lists/xml_records.h"
#include "records/trimmed.h"

namespace darvaza::lists {
namespace {

/// data-set / record.
constexpr std::size_t kRecordDepth = 2;

/// The text of the first child whose English name is one of `names`; "N/A" stands for none.
std::string value(const XmlElement& record, std::initializer_list<std::string_view> names) {
  for (const std::string_view name : names) {
    for (const XmlElement& child : record.children) {
      if (std::string_view(child.name).substr(0, child.name.find('-')) != name) continue;
      std::string text = text::collapsed(child.text);
      if (!text.empty() && text != "N/A") return text;
    }
  }
  return {};
}

/// "Russia" of "Russia / Russie".
std::string english(const std::string& text) {
  return text.substr(0, std::min(text.find(" / "), text.size()));
}

/// The list numbers its records within schedules, and these within countries: together they name
/// one.
std::string reference_of(const XmlElement& record) {
  std::string reference;
  if (const std::string schedule = value(record, {"Schedule"}); !schedule.empty())
    reference = "Schedule " + schedule;
  if (const std::string item = value(record, {"Item"}); !item.empty())
    text::append_joined(reference, "item " + item, ", ");
  return reference;
}

bool is_one_word(std::string_view text) { return text.find(' ') == std::string_view::npos; }

/// "Tuvin Orday" of "ALIAS: Tuvin Orday" and of "a.k.a. Tuvin Orday".
std::string_view without_label(std::string_view alias) {
  for (const std::string_view label : {"a.k.a.", "ALIAS:"}) {
    if (text::starts_with_words(alias, label)) alias = records::trimmed(alias.substr(label.size()));
  }
  return alias;
}

/// One word is a part of a name: many share it. "Orday (a.k.a. Tuvin)" is two names.
void add_alias(std::string_view alias, EntryBuilder& person) {
  constexpr std::string_view kOther = " (a.k.a.";
  if (const auto at = text::lower_case(alias).find(kOther); at != std::string::npos) {
    const std::string_view other = alias.substr(at + kOther.size());
    add_alias(alias.substr(0, at), person);
    alias = records::trimmed(other.substr(0, other.find(')')));
  }
  alias = without_label(alias);
  person.name(alias, is_one_word(alias) ? NameGrade::weak : NameGrade::strong);
}

/// Separated by ';', or where there is none by ','. Nobody says whether "Ordai, Tuvan" is two
/// nicknames or surname and given name of one alias: it is taken as both.
void add_aliases(std::string_view aliases, EntryBuilder& person) {
  const char separator = aliases.find(';') == std::string_view::npos ? ',' : ';';
  const auto parts = text::split_trimmed(without_label(aliases), separator);
  if (separator == ',' && parts.size() > 1 && std::all_of(parts.begin(), parts.end(), is_one_word))
    person.name(without_label(aliases), NameGrade::strong);
  for (const std::string_view alias : parts) add_alias(alias, person);
}

void add_person(const XmlElement& record, const std::string& name, SourceRecorder& recorder,
                Place place) {
  EntryBuilder person(recorder, place);
  person.name(name, NameGrade::primary);
  add_aliases(value(record, {"Aliases"}), person);
  person.birth_date(day_first_date(value(record, {"DateOfBirth", "DateOfBirthOrShipBuildDate"})));
  person.entry.category = english(value(record, {"Country"}));
  const std::string reference = reference_of(record);
  person.entry.terms.source_reference = reference;
  person.entry.id = person.entry.category;
  text::append_joined(person.entry.id, reference, ", ");
  if (reference.empty()) person.entry.id = std::to_string(place.record);
  person.listed_on(value(record, {"DateOfListing"}));
  each_repeated_value(record, {}, [&](std::string_view repeated) { person.remark(repeated_value_remark(repeated)); });
  person.finish();
}

void add_record(const XmlElement& record, SourceRecorder& recorder, Place place) {
  std::string name = value(record, {"LastName"});
  text::append_joined(name, value(record, {"GivenName"}), ", ");
  if (!name.empty()) {
    add_person(record, name, recorder, place);
  } else if (!value(record, {"EntityOrShip", "Entity"}).empty()) {
    recorder.not_person();
  } else {
    recorder.skip(place, "neither a person's name nor an entity's");
  }
}

}  // namespace

Result<void> read_canada_sema_xml(std::istream& in, SourceRecorder& recorder) {
  const auto root = [](const XmlElement&) { return Result<void>{}; };
  const auto record = [&](const XmlElement& element) -> Result<void> {
    const Place place = recorder.next_record(element.line);
    if (element.name == "record") {
      add_record(element, recorder, place);
    } else {
      recorder.skip(place, "not a record");
    }
    return {};
  };
  return read_xml_records(in, recorder.file(), kRecordDepth, root, record);
}

}  // namespace darvaza::lists
