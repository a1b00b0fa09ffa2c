// What is no text in UTF-8, known by its first bytes: for errors that say what to do.
#pragma once

#include <string_view>

namespace darvaza::text {

/// "a gzip file", "text in UTF-16", ...; empty when nothing speaks against text in UTF-8. The first
/// 8 bytes are enough.
std::string_view foreign_form(std::string_view beginning);

/// "columns separated by semicolons" (or tabs): what spreadsheets of many languages save as CSV. Empty when the first line has no
/// such separator, or a comma.
std::string_view other_separator(std::string_view first_line);

}  // namespace darvaza::text
