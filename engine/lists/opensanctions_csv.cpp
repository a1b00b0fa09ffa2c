#include "lists/opensanctions_csv.h"

#include <optional>

#include "lists/entry_builder.h"
#include "lists/ftm_schemata.h"
#include "lists/headed_table.h"
#include "text/quoted_list.h"

namespace darvaza::lists {
namespace {

void add_person(const TableHeader& header, std::span<const std::string> fields,
                SourceRecorder& recorder, Place place) {
  EntryBuilder person(recorder, place);
  person.entry.id = header.get(fields, {"id"});
  person.entry.category = header.get(fields, {"program_ids", "sanctions"});
  person.name(header.get(fields, {"name"}), NameGrade::primary);
  for (const text::ListItem& alias : text::split_quoted_list(header.get(fields, {"aliases"}))) {
    // Quotation marks that the separator does not require are the publisher's sign for a weak
    // a.k.a.
    person.name(alias.text, alias.needlessly_quoted ? NameGrade::weak : NameGrade::strong);
  }
  for (const text::ListItem& date : text::split_quoted_list(header.get(fields, {"birth_date"}))) {
    person.birth_date(date.text);
  }
  for (const text::ListItem& country : text::split_quoted_list(header.get(fields, {"countries"}))) {
    person.nationality(country.text);
  }
  for (const text::ListItem& number : text::split_quoted_list(header.get(fields, {"identifiers"}))) {
    person.document({}, number.text, {});
  }
  person.finish();
}

}  // namespace

bool is_opensanctions_header(std::span<const std::string> headings) {
  const TableHeader header(headings);
  return header.has("id") && header.has("schema") && header.has("name");
}

Result<void> read_opensanctions_csv(std::istream& in, SourceRecorder& recorder) {
  std::optional<TableHeader> header;
  FtmKinds kinds;
  return read_headed_table(
      in, recorder, [&](std::span<const std::string> headings) {
        header.emplace(headings);
        remark_given_twice(headings, recorder);
      },
      [&](std::span<const std::string> fields, Place place) {
        const bool has_birth_date = !header->get(fields, {"birth_date"}).empty();
        if (kinds.of(header->get(fields, {"schema"}), has_birth_date, recorder, place) == FtmKind::person) {
          add_person(*header, fields, recorder, place);
        } else {
          recorder.not_person();
        }
      });
}

}  // namespace darvaza::lists
