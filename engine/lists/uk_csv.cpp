#include "lists/uk_csv.h"

#include <algorithm>
#include <deque>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include <fmt/core.h>

#include "documents/states.h"
#include "documents/written_date.h"
#include "lists/day_first_date.h"
#include "lists/entry_builder.h"
#include "lists/headed_table.h"
#include "text/words.h"
#include "records/trimmed.h"

namespace darvaza::lists {
namespace {

/// Rows beyond this many about one person are skipped: they are compared with each other. Real
/// persons have under 200.
constexpr std::size_t kMostRows = 2000;

/// "a" and "b" of "(1) a (2) b" and of "a|b"; the whole of any other text.
std::vector<std::string> items_of(std::string_view cell) {
  std::vector<std::string> items;
  if (cell.starts_with("(1)")) {
    for (int next = 2; !cell.empty(); ++next) {
      cell.remove_prefix(cell.find(')') + 1);
      const std::size_t end = std::min(cell.find(fmt::format("({})", next)), cell.size());
      if (std::string item = text::collapsed(cell.substr(0, end)); !item.empty())
        items.push_back(std::move(item));
      cell.remove_prefix(end);
    }
    return items;
  }
  for (const std::string_view item : text::split_trimmed(cell, '|')) items.emplace_back(item);
  return items;
}

/// "Male" in "… (Gender):Male …": OFSI keeps some facts as labels inside a text.
std::string labelled(std::string_view text, std::string_view label) {
  const auto at = text.find(label);
  if (at == std::string_view::npos) return {};
  text.remove_prefix(at + label.size());
  const auto begin = text.find_first_not_of(' ');
  if (begin == std::string_view::npos) return {};
  text.remove_prefix(begin);
  std::string_view word = text.substr(0, text.find_first_of(" .,;("));
  return std::string(word);
}

/// The issuer, where the words beside a number are but a State.
std::string_view issuer_in(std::string_view details) {
  return documents::parse_state(details) ? details : std::string_view();
}

class UkPersons {
 public:
  explicit UkPersons(SourceRecorder& recorder) : recorder_(recorder) {}

  void set_header(std::span<const std::string> headings) { header_.emplace(headings); }

  void add_row(std::span<const std::string> fields, Place place) {
    fields_ = fields;
    const std::string type =
        text::lower_case(get({"designation_type", "individual,_entity,_ship", "group_type"}));
    if (type == "entity" || type == "ship") {
      recorder_.not_person();
    } else if (type == "individual") {
      if (EntryBuilder* person = person_of(place)) add_facts(*person, place);
    } else {
      recorder_.skip(place, "neither an individual nor an entity nor a ship");
    }
  }

  void finish() {
    for (Held& held : persons_) {
      held.person.set_place(held.first_row);
      held.person.finish();
    }
  }

 private:
  struct Held {
    EntryBuilder person;
    Place first_row;
    std::size_t rows = 1;
  };

  std::string_view get(std::initializer_list<std::string_view> headings) const {
    return header_->get(fields_, headings);
  }

  /// The person whom the row is about; a row without an identifier is a person of its own. nullptr
  /// when there are too many.
  EntryBuilder* person_of(Place place) {
    const std::string id(get({"unique_id", "group_id"}));
    if (!id.empty()) {
      const auto [found, is_new] = by_id_.emplace(id, persons_.size());
      if (!is_new) return further_row(persons_[found->second], place);
    }
    persons_.push_back({EntryBuilder(recorder_, place), place});
    EntryBuilder& person = persons_.back().person;
    person.entry.id = id.empty() ? std::to_string(place.record) : id;
    return &person;
  }

  EntryBuilder* further_row(Held& held, Place place) {
    if (++held.rows > kMostRows) {
      recorder_.skip(place, fmt::format("more than {} rows about one person", kMostRows));
      return nullptr;
    }
    recorder_.attached();
    return &held.person;
  }

  void add_facts(EntryBuilder& person, Place place) {
    person.set_place(place);
    add_names(person);
    add_births(person);
    add_documents(person, get({"passport_number"}),
                  get({"passport_additional_information", "passport_details"}), "Passport");
    add_documents(
        person, get({"national_identifier_number", "national_identification_number"}),
        get({"national_identifier_additional_information", "national_identification_details"}),
        "National identification number");
    for (const std::string& state : items_of(get({"nationality(/ies)", "nationality"})))
      person.nationality(state);
    const std::string_view other = get({"other_information"});
    const std::string_view gender = get({"gender"});
    person.sex(gender.empty() ? labelled(other, "(Gender):") : std::string(gender));
    add_terms(person, other);
  }

  /// "Name 6" is the surname, or all of the name; "Name 1" to "Name 5" come before it.
  std::string name() const {
    std::string given;
    for (const std::string_view heading : {"name_1", "name_2", "name_3", "name_4", "name_5"}) {
      text::append_joined(given, text::collapsed(get({heading})), " ");
    }
    std::string name = text::collapsed(get({"name_6"}));
    text::append_joined(name, given, ", ");
    return name;
  }

  void add_names(EntryBuilder& person) {
    const bool weak = text::starts_with_words(get({"alias_strength", "alias_quality"}), "low");
    const std::string type = text::lower_case(get({"name_type", "alias_type"}));
    NameGrade grade = weak ? NameGrade::weak : NameGrade::strong;
    if (type == "primary name" && !has_primary(person)) grade = NameGrade::primary;
    add_name(person, name(), grade);
    add_name(person, text::collapsed(get({"name_non-latin_script"})), NameGrade::strong);
  }

  static bool has_primary(const EntryBuilder& person) {
    const auto& names = person.entry.names;
    return std::any_of(names.begin(), names.end(),
                       [](const ListedName& name) { return name.grade == NameGrade::primary; });
  }

  /// Rows repeat a name for every address and date: the best grade counts.
  static void add_name(EntryBuilder& person, const std::string& text, NameGrade grade) {
    auto& names = person.entry.names;
    const auto known = std::find_if(names.begin(), names.end(),
                                    [&](const ListedName& name) { return name.text == text; });
    if (known == names.end()) {
      person.name(text, grade);
    } else {
      known->grade = std::min(known->grade, grade);
    }
  }

  void add_births(EntryBuilder& person) {
    for (const std::string& date : items_of(get({"d.o.b", "dob"})))
      person.birth_date(day_first_date(date));
    const auto towns = items_of(get({"town_of_birth"}));
    const auto countries = items_of(get({"country_of_birth"}));
    for (std::size_t i = 0; i < std::max(towns.size(), countries.size()); ++i) {
      std::string place = i < towns.size() ? towns[i] : std::string();
      if (i < countries.size()) text::append_joined(place, countries[i], ", ");
      person.birth_place(place);
    }
  }

  static void add_documents(EntryBuilder& person, std::string_view numbers,
                            std::string_view details, std::string_view type) {
    const auto described = items_of(details);
    const auto items = items_of(numbers);
    const std::string_view issuer = issuer_in(details);
    for (std::size_t i = 0; i < items.size(); ++i) {
      const bool is_paired = described.size() == items.size();
      person.document(type, items[i], is_paired ? issuer_in(described[i]) : issuer);
    }
  }

  void add_terms(EntryBuilder& person, std::string_view other) {
    if (person.entry.category.empty()) person.entry.category = get({"regime_name", "regime"});
    EntryTerms& terms = person.entry.terms;
    if (terms.source_reference.empty()) terms.source_reference = get({"ofsi_group_id"});
    if (terms.source_reference.empty())
      terms.source_reference = labelled(other, "(UK Sanctions List Ref):");
    for (const std::string_view heading :
         {"date_designated", "uk_sanctions_list_date_designated", "listed_on"}) {
      person.listed_on(day_first_date(get({heading})));
    }
  }

  SourceRecorder& recorder_;
  std::optional<TableHeader> header_;
  std::span<const std::string> fields_;
  std::deque<Held> persons_;
  std::unordered_map<std::string, std::size_t> by_id_;
};

/// "23-Sep-2026", "23/09/2026" and "23/09/2026 10:15" as ISO; empty for anything else.
std::string list_date_of(std::span<const std::string> preamble) {
  std::string text;
  for (const std::string& field : preamble) text::append_joined(text, field, " ");
  for (const std::string_view label :
       {"Report Date:", "Report Date", "Last Updated:", "Last Updated"}) {
    if (text::starts_with_words(text, label)) {
      text.erase(0, label.size());
      break;
    }
  }
  text = std::string(records::trimmed(text));
  // Dates in words have blanks of their own.
  if (const auto blank = text.find(' '); blank != std::string::npos && text.find('/') < blank)
    text.erase(blank);
  text = day_first_date(text);
  if (auto date = documents::parse_written_date(text)) return to_string(*date);
  std::replace(text.begin(), text.end(), '-', ' ');
  const auto date = documents::parse_written_date(text);
  return date ? to_string(*date) : std::string();
}

}  // namespace

bool is_uk_preamble(std::span<const std::string> row) {
  if (row.empty()) return false;
  const auto filled = std::count_if(row.begin(), row.end(),
                                    [](const std::string& field) { return !field.empty(); });
  return filled <= 2 &&
         (text::starts_with_words(row[0], "Report Date") || text::starts_with_words(row[0], "Last Updated"));
}

bool is_uk_sanctions_header(std::span<const std::string> headings) {
  const TableHeader header(headings);
  return header.has("unique_id") && header.has("name_1") && header.has("name_6");
}

bool is_uk_ofsi_header(std::span<const std::string> headings) {
  const TableHeader header(headings);
  return header.has("group_id") && header.has("group_type") && header.has("name_1") &&
         header.has("name_6");
}

Result<void> read_uk_csv(std::istream& in, SourceRecorder& recorder) {
  UkPersons persons(recorder);
  const auto preamble = [&](std::span<const std::string> row) {
    if (!is_uk_preamble(row)) return false;
    recorder.set_list_date(list_date_of(row));
    return true;
  };
  const auto done = read_headed_table(
      in, recorder, [&](std::span<const std::string> headings) { persons.set_header(headings); },
      [&](std::span<const std::string> fields, Place place) { persons.add_row(fields, place); },
      preamble);
  if (done) persons.finish();
  return done;
}

}  // namespace darvaza::lists
