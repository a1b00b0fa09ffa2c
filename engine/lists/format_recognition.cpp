#include "lists/format_recognition.h"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>

#include <fmt/core.h>

#include "lists/documents_csv.h"
#include "lists/interpol_json.h"
#include "lists/list_terms_csv.h"
#include "lists/ofac_csv.h"
#include "lists/opensanctions_csv.h"
#include "lists/persons_csv.h"
#include "lists/snapshot_line.h"
#include "lists/uk_csv.h"
#include "lists/xml_records.h"
#include "records/person_columns.h"
#include "text/csv_rows.h"
#include "text/foreign_form.h"
#include "text/utf8.h"

namespace darvaza::lists {
namespace {

using Row = std::vector<std::string>;

struct CsvShape {
  ListFormat format;
  bool (*fits)(const Row& first_row);
};

/// In the order of asking: what is more particular comes first.
constexpr CsvShape kCsvShapes[] = {
    {ListFormat::ofac_sdn_csv, &is_ofac_sdn_row},
    {ListFormat::ofac_alt_csv, &is_ofac_alt_row},
    {ListFormat::ofac_add_csv, &is_ofac_add_row},
    {ListFormat::uk_sanctions_csv, [](const Row& row) { return is_uk_sanctions_header(row); }},
    {ListFormat::uk_ofsi_csv, [](const Row& row) { return is_uk_ofsi_header(row); }},
    {ListFormat::opensanctions_csv, [](const Row& row) { return is_opensanctions_header(row); }},
    {ListFormat::list_terms_csv, [](const Row& row) { return is_list_terms_header(row); }},
    {ListFormat::persons_csv, [](const Row& row) { return is_persons_header(row); }},
    {ListFormat::documents_csv, [](const Row& row) { return is_documents_header(row); }},
};

Result<ListFormat> unknown(const std::string& name, std::string_view found) {
  return fail(ErrorCode::input_refused,
              fmt::format("{}: expected a list of the UN, EU, UK, OFAC, Canada or INTERPOL, OpenSanctions', or a CSV with headings such as name, "
                          "birth_date, document_number (all: docs/list-formats.md)",
                          found),
              name, 1);
}

Result<ListFormat> recognise_xml(std::istream& in, const std::string& name) {
  const auto root = read_xml_root_name(in, name);
  if (!root) return tl::unexpected(root.error());
  if (*root == "CONSOLIDATED_LIST") return ListFormat::un_xml;
  if (*root == "sdnList") return ListFormat::ofac_sdn_xml;
  if (*root == "Sanctions") return ListFormat::ofac_advanced_xml;
  if (*root == "export") return ListFormat::eu_fsf_xml;
  if (*root == "data-set") return ListFormat::canada_sema_xml;
  return unknown(name, "XML of an unknown kind");
}

bool is_snapshot(std::istream& in) {
  std::string beginning(kSnapshotMagic.size(), '\0');
  in.read(beginning.data(), static_cast<std::streamsize>(beginning.size()));
  const bool is_one = in.good() && beginning == kSnapshotMagic;
  in.clear();
  in.seekg(0);
  return is_one;
}

/// What the first row says, where it may be one of headings: a row of facts has digits, and is nobody's business.
std::string headings_seen(const Row& first_row) {
  const bool has_digits = std::any_of(first_row.begin(), first_row.end(), [](const std::string& field) { return field.find_first_of("0123456789") != std::string::npos; });
  if (has_digits) return ", whose first row are no headings";
  return first_row.size() < 2 ? ", whose first row is one cell: a title?" : ", none of whose headings is known: " + text::to_valid_utf8(records::heading_list(first_row));
}

Result<ListFormat> recognise_csv(std::istream& in, const std::string& name) {
  text::CsvRows rows(in, name);
  text::CsvRow row;
  auto more = rows.next(row);
  if (more && *more && is_uk_preamble(row.fields)) {
    more = rows.next(row);
    if (more && *more && is_uk_sanctions_header(row.fields)) return ListFormat::uk_sanctions_csv;
    if (more && *more && is_uk_ofsi_header(row.fields)) return ListFormat::uk_ofsi_csv;
    if (more) return unknown(name, "a table of an unknown kind");
  }
  if (!more) return tl::unexpected(more.error());
  for (const CsvShape& shape : kCsvShapes) {
    if (*more && shape.fits(row.fields)) return shape.format;
  }
  if (!*more) return unknown(name, "an empty file");
  const std::string_view separator = row.fields.size() == 1 ? text::other_separator(row.fields[0]) : "";
  return unknown(name, separator.empty() ? fmt::format("a file of an unknown kind{}", headings_seen(row.fields)) : std::string(separator));
}

/// The first character that is neither blank nor part of a byte order mark, in UTF-8 or UTF-16. 0 at
/// the end of the stream.
char first_character(std::istream& in) {
  for (int c = in.get(); c != std::char_traits<char>::eof(); c = in.get()) {
    const bool is_mark = c == 0xEF || c == 0xBB || c == 0xBF || c == 0xFE || c == 0xFF;
    if (is_mark || c == '\0' || c == ' ' || (c >= '\t' && c <= '\r')) continue;
    return static_cast<char>(c);
  }
  return '\0';
}

/// What the first bytes say that the file is instead of text in UTF-8; empty if nothing.
std::string_view foreign_form(std::istream& in) {
  std::array<char, 8> beginning{};
  in.read(beginning.data(), beginning.size());
  return text::foreign_form({beginning.data(), static_cast<std::size_t>(in.gcount())});
}

}  // namespace

Result<ListFormat> recognise_format(std::istream& in, const std::string& name) {
  const std::string_view form = foreign_form(in);
  in.clear();
  in.seekg(0);
  const char first = first_character(in);
  in.clear();
  in.seekg(0);
  if (!in) return fail(ErrorCode::io, "the file cannot be read from its beginning again", name);
  if (first == '<') return recognise_xml(in, name);  // UTF-16, too
  if (!form.empty()) return unknown(name, form);
  if (first == '{') return is_interpol_json(in) ? ListFormat::interpol_json : ListFormat::ftm_json;
  if (first == '[') return unknown(name, "a JSON array");
  if (first == kSnapshotMagic.front() && is_snapshot(in)) return ListFormat::snapshot;
  return recognise_csv(in, name);
}

}  // namespace darvaza::lists
