#include "manifests/person_row.h"

#include <algorithm>
#include <iterator>
#include <string_view>
#include <utility>
#include <vector>

#include "darvaza/mrz.h"
#include "manifests/manifest_sink.h"
#include "manifests/traveller_facts.h"
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
    set_written_birth_date(traveller_, get(PersonColumn::birth_date), reference_year_, where_);
    set_sex(traveller_, get(PersonColumn::sex), where_);
    add_nationalities(traveller_, get(PersonColumn::nationality), where_);
    read_document();
    read_mrz();
    return std::move(traveller_);
  }

 private:
  std::string_view get(PersonColumn column) const { return columns_.get(fields_, column); }
  std::string text(PersonColumn column) { return checked_text(traveller_, get(column), where_); }

  void read_names() {
    for (const TravellerName& name : columns_.names(fields_)) {
      add_name(traveller_,
               {checked_text(traveller_, name.primary, where_),
                checked_text(traveller_, name.secondary, where_)},
               where_);
    }
    // Alternative spellings, as tables exported from watchlist tools have them.
    std::string_view aliases = get(PersonColumn::aliases);
    while (!aliases.empty()) {
      const auto end = std::min(aliases.find(';'), aliases.size());
      add_name(traveller_, {checked_text(traveller_, aliases.substr(0, end), where_), {}}, where_);
      aliases.remove_prefix(std::min(end + 1, aliases.size()));
    }
  }

  void read_document() {
    TravelDocument document;
    document.number = text(PersonColumn::document_number);
    document.type = text(PersonColumn::document_type);
    set_issuing_state(traveller_, document, get(PersonColumn::issuing_state), where_);
    set_written_expiry(traveller_, document, get(PersonColumn::document_expires), where_);
    add_document(traveller_, std::move(document), where_);
  }

  void read_mrz() {
    const std::string_view lines = get(PersonColumn::mrz);
    if (lines.empty()) return;
    MrzOptions options;
    options.reference_year = reference_year_;
    const std::string where = where_ + ", mrz";
    if (auto zone = parse_mrz(lines, options)) {
      merge(traveller_, to_traveller(*zone), where);
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
