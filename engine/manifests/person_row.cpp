#include "manifests/person_row.h"

#include <algorithm>
#include <iterator>
#include <string_view>
#include <utility>
#include <vector>

#include "darvaza/mrz.h"
#include "documents/document_number.h"
#include "documents/number_cell.h"
#include "manifests/manifest_sink.h"
#include "manifests/traveller_facts.h"
#include "records/name_cell.h"
#include "text/utf8.h"

namespace darvaza::manifests {
namespace {

using records::PersonColumn;

class RowReader {
 public:
  RowReader(const records::PersonColumns& columns, std::span<const std::string> fields,
            int reference_year, const std::string& where)
      : columns_(columns), fields_(fields), reference_year_(reference_year), where_(where) {}

  Traveller read() {
    traveller_.id = text(PersonColumn::id);
    read_names();
    traveller_.father_name = text(PersonColumn::father_name);
    traveller_.birth_place = text(PersonColumn::birth_place);
    for (const auto column : {PersonColumn::father_name, PersonColumn::birth_place}) {
      if (all(column).size() > 1) add_problem(traveller_.problems, where_, "a second father's name or birth place differs from the first");
    }
    for (const std::string_view date : all(PersonColumn::birth_date)) set_written_birth_date(traveller_, date, reference_year_, where_);
    for (const std::string_view sex : all(PersonColumn::sex)) set_sex(traveller_, sex, where_);
    for (const std::string_view cell : all(PersonColumn::nationality)) add_nationalities(traveller_, cell, where_);
    for (const std::string_view cell : all(PersonColumn::document_number)) read_documents(cell);
    read_zones();
    return std::move(traveller_);
  }

 private:
  std::string_view get(PersonColumn column) const { return columns_.get(fields_, column); }
  std::vector<std::string_view> all(PersonColumn column) const { return columns_.values(fields_, column); }
  std::string text(PersonColumn column) { return checked_text(traveller_, get(column), where_); }

  void read_names() {
    for (const TravellerName& name : columns_.names(fields_)) {
      add_name(traveller_,
               {checked_text(traveller_, name.primary, where_),
                checked_text(traveller_, name.secondary, where_)},
               where_);
    }
    // Alternative spellings, as tables exported from watchlist tools have them.
    for (const std::string_view cell : all(PersonColumn::aliases)) {
      for (const std::string& name : records::read_name_cell(cell).names) add_name(traveller_, {checked_text(traveller_, name, where_), {}}, where_);
    }
  }

  void read_documents(std::string_view cell) {
    const auto of_it = [&](PersonColumn other) { return columns_.beside(fields_, PersonColumn::document_number, cell, other); };
    TravelDocument facts;
    facts.type = checked_text(traveller_, of_it(PersonColumn::document_type), where_);
    set_issuing_state(traveller_, facts, of_it(PersonColumn::issuing_state), where_);
    set_written_expiry(traveller_, facts, of_it(PersonColumn::document_expires), where_);
    add_written_documents(traveller_, checked_text(traveller_, cell, where_), facts, where_);
  }

  Result<Mrz> zone_of(std::string_view lines) const {
    MrzOptions options;
    options.reference_year = reference_year_;
    return parse_mrz(lines, options);
  }

  /// Several values are several zones, or the two or three lines of one.
  void read_zones() {
    constexpr std::size_t kMostLines = 3;
    const auto values = all(PersonColumn::mrz);
    const bool are_zones = std::any_of(values.begin(), values.end(), [this](std::string_view value) { return zone_of(value).has_value(); });
    if (!are_zones && values.size() > 1 && values.size() <= kMostLines) {
      std::string together;
      for (const std::string_view line : values) together += std::string(line) + '\n';
      if (zone_of(together)) return read_mrz(together);
    }
    for (const std::string_view lines : values) read_mrz(lines);
  }

  void read_mrz(std::string_view lines) {
    const std::string where = where_ + ", mrz";
    if (auto zone = zone_of(lines)) {
      merge(traveller_, to_traveller(*zone), where);
    } else if (traveller_.documents.empty() && !documents::says_no_number(lines) && !documents::normalise_number(lines).empty()) {
      add_unread_document(traveller_, where, zone.error().message);  // the zone may have been the only place where it stands
    } else {
      add_problem(traveller_.problems, where, zone.error().message);
    }
  }

  const records::PersonColumns& columns_;
  std::span<const std::string> fields_;
  int reference_year_;
  const std::string& where_;
  Traveller traveller_;
};

}  // namespace

bool is_of_travellers(std::optional<PersonColumn> column) { return column && *column < PersonColumn::weak_aliases; }

std::string unread_headings(std::span<const std::string> headings) {
  std::vector<std::string> unread;
  std::copy_if(headings.begin(), headings.end(), std::back_inserter(unread),
               [](const std::string& heading) { return !is_of_travellers(records::person_column(heading)); });
  if (unread.empty()) return {};
  return "not read, because these headings are not known here: " + text::to_valid_utf8(records::heading_list(unread));
}

Traveller read_person_row(const records::PersonColumns& columns,
                          std::span<const std::string> fields, int reference_year,
                          const std::string& where) {
  return RowReader(columns, fields, reference_year, where).read();
}

}  // namespace darvaza::manifests
