#include "text/foreign_form.h"

namespace darvaza::text {
namespace {

using namespace std::string_view_literals;

struct Form {
  std::string_view magic;
  std::string_view name;
};

/// The formats' own specifications: RFC 1952, RFC 8878, the .xz format 2.1.1.1, APPNOTE 4.3.7 (spreadsheets
/// are such archives), ISO 32000, the Unicode Standard's byte order marks.
constexpr Form kForms[] = {
    {"\x1F\x8B"sv, "a gzip file"},           {"\x28\xB5\x2F\xFD"sv, "a zstd file"},
    {"\xFD\x37\x7A\x58\x5A\x00"sv, "an xz file"}, {"PK\x03\x04"sv, "a ZIP archive or spreadsheet"},
    {"%PDF-"sv, "a PDF file"},               {"\xFF\xFE"sv, "text in UTF-16"},
    {"\xFE\xFF"sv, "text in UTF-16"},
};

bool is_ascii_text(char c) { return c >= '\t' && c <= '~'; }

}  // namespace

std::string_view foreign_form(std::string_view beginning) {
  for (const Form& form : kForms) {
    if (beginning.substr(0, form.magic.size()) == form.magic) return form.name;
  }
  // Without a byte order mark, every other byte of what we read is NUL.
  if (beginning.size() < 4) return {};
  const bool first = beginning[0] == '\0' && beginning[2] == '\0', second = beginning[1] == '\0' && beginning[3] == '\0';
  if (first && is_ascii_text(beginning[1]) && is_ascii_text(beginning[3])) return "text in UTF-16";
  if (second && is_ascii_text(beginning[0]) && is_ascii_text(beginning[2])) return "text in UTF-16";
  return {};
}

std::string_view other_separator(std::string_view first_line) {
  if (first_line.find(',') != std::string_view::npos) return {};
  if (first_line.find(';') != std::string_view::npos) return "columns separated by semicolons";
  return first_line.find('\t') != std::string_view::npos ? "columns separated by tabs" : "";
}

}  // namespace darvaza::text
