// A table of the terms on which whole lists are shared.
#pragma once

#include <istream>
#include <span>
#include <string>

#include "darvaza/error.h"
#include "lists/source_recorder.h"

namespace darvaza::lists {

/// Whether these headings are those of such a table: `list` and some of TermsColumns, and neither
/// persons nor documents.
bool is_list_terms_header(std::span<const std::string> headings);

/// Delivers the terms of each row's list. A row without a list, or with one that an earlier row of
/// the file has, is skipped.
Result<void> read_list_terms_csv(std::istream& in, SourceRecorder& recorder);

}  // namespace darvaza::lists
