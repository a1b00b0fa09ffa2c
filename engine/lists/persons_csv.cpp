#include "lists/persons_csv.h"

#include <algorithm>
#include <iterator>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "lists/entry_builder.h"
#include "lists/headed_table.h"
#include "text/quoted_list.h"
#include "lists/terms_columns.h"
#include "names/two_scripts.h"
#include "text/words.h"
#include "records/name_cell.h"
#include "records/person_columns.h"

namespace darvaza::lists {
namespace {

using records::PersonColumn;
using records::PersonColumns;

/// "Surname, Given Middle", the form that says which part is which.
std::string text_of(const TravellerName& name) {
  std::string text = name.primary;
  text::append_joined(text, name.secondary, ", ");
  return text;
}

/// One row on its way into an entry.
class PersonRow {
 public:
  PersonRow(const PersonColumns& columns, std::span<const std::string> fields, EntryBuilder& person)
      : columns_(columns), fields_(fields), person_(person) {}

  void read() {
    read_names();
    each(PersonColumn::birth_date, [&](std::string_view date) { person_.birth_date(date); });
    each(PersonColumn::nationality, [&](std::string_view text) { person_.nationality(text); });
    each(PersonColumn::birth_place, [&](std::string_view text) { person_.birth_place(text); });
    each(PersonColumn::father_name, [&](std::string_view text) { person_.father_name(text); });
    for (const std::string_view cell : columns_.values(fields_, PersonColumn::document_number)) {
      const auto of_it = [&](PersonColumn other) { return columns_.beside(fields_, PersonColumn::document_number, cell, other); };
      person_.document(of_it(PersonColumn::document_type), cell, of_it(PersonColumn::issuing_state));
    }
    person_.sex(get(PersonColumn::sex));
    person_.entry.list = get(PersonColumn::list);
    person_.entry.category = get(PersonColumn::category);
    person_.entry.handling = get(PersonColumn::handling);
  }

 private:
  std::string_view get(PersonColumn column) const { return columns_.get(fields_, column); }

  template <typename Use>
  void each(PersonColumn column, Use use) const {
    for (const std::string_view cell : columns_.values(fields_, column)) {
      for (const text::ListItem& item : text::split_quoted_list(cell)) use(item.text);
    }
  }

  void read_names() {
    NameGrade grade = NameGrade::primary;
    for (const TravellerName& name : columns_.names(fields_)) {
      person_.name(text_of(name), grade);
      grade = NameGrade::strong;
    }
    each(PersonColumn::aliases, [&](std::string_view cell) { add_aliases(cell, NameGrade::strong); });
    each(PersonColumn::weak_aliases, [&](std::string_view cell) { add_aliases(cell, NameGrade::weak); });
    const auto wholes = columns_.values(fields_, PersonColumn::name);
    if (std::any_of(wholes.begin(), wholes.end(), holds_doubtful)) person_.remark("a name that may be several: taken as one, expected ';' between several");
  }

  /// Whether a name of the cell may be several, and is not because its parts are one in two scripts.
  static bool holds_doubtful(std::string_view cell) {
    const std::vector<std::string> doubtful = records::read_name_cell(cell).doubtful;
    return std::any_of(doubtful.begin(), doubtful.end(), [](const std::string& name) { return !names::names_in_two_scripts(name).are_one; });
  }

  void add_aliases(std::string_view cell, NameGrade grade) {
    if (cell.find(';') != cell.npos) return person_.name(cell, grade);  // it stood in quotation marks of its own
    for (const std::string& name : records::read_name_cell(cell).names) person_.name(name, grade);
  }

  const PersonColumns& columns_;
  std::span<const std::string> fields_;
  EntryBuilder& person_;
};

/// Zones and days of expiry are for passenger lists alone.
bool is_read(const std::string& heading) {
  const auto column = records::person_column(heading);
  return column ? *column != PersonColumn::mrz && *column != PersonColumn::document_expires : TermsColumns::is_one(heading);
}

}  // namespace

bool is_persons_header(std::span<const std::string> headings) {
  const PersonColumns columns(headings);
  return columns.has(PersonColumn::name) || columns.has(PersonColumn::surname) ||
         columns.has(PersonColumn::given_names);
}

Result<void> read_persons_csv(std::istream& in, SourceRecorder& recorder) {
  PersonColumns columns;
  std::optional<TermsColumns> terms;
  return read_headed_table(
      in, recorder,
      [&](std::span<const std::string> headings) {
        columns = PersonColumns(headings);
        if (TermsColumns found(headings); found.any()) terms.emplace(std::move(found));
        remark_unread(headings, is_read, recorder);
        std::vector<std::string> of_terms;
        std::copy_if(headings.begin(), headings.end(), std::back_inserter(of_terms), TermsColumns::is_one);
        remark_given_twice(of_terms, recorder);
      },
      [&](std::span<const std::string> fields, Place place) {
        EntryBuilder person(recorder, place);
        person.entry.id = columns.get(fields, PersonColumn::id);
        if (person.entry.id.empty()) person.entry.id = std::to_string(place.record);
        PersonRow(columns, fields, person).read();
        if (terms) person.entry.terms = terms->read(fields, place, recorder);
        person.finish();
      });
}

}  // namespace darvaza::lists
