#include "lists/list_terms_csv.h"

#include <optional>
#include <set>

#include "lists/headed_table.h"
#include "lists/persons_csv.h"
#include "lists/terms_columns.h"

namespace darvaza::lists {

bool is_list_terms_header(std::span<const std::string> headings) {
  const TableHeader header(headings);
  return header.has("list") && TermsColumns(headings).any() && !header.has("document_number") &&
         !is_persons_header(headings);
}

Result<void> read_list_terms_csv(std::istream& in, SourceRecorder& recorder) {
  std::optional<TableHeader> header;
  std::optional<TermsColumns> columns;
  std::set<std::string, std::less<>> known;
  return read_headed_table(
      in, recorder,
      [&](std::span<const std::string> headings) {
        header.emplace(headings);
        columns.emplace(headings);
        remark_given_twice(headings, recorder);
        remark_unread(headings, [](const std::string& heading) { return TermsColumns::is_one(heading) || TableHeader(std::span(&heading, 1)).has("list"); }, recorder);
      },
      [&](std::span<const std::string> fields, Place place) {
        const std::string list(header->get(fields, {"list"}));
        if (list.empty()) return recorder.skip(place, "terms without the identifier of a list");
        if (!known.insert(list).second)
          return recorder.skip(place, "a list whose terms an earlier row states");
        EntryTerms terms = columns->read(fields, place, recorder);
        recorder.settle_validity(terms, place);
        recorder.list_terms(list, terms);
      });
}

}  // namespace darvaza::lists
