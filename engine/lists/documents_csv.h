// A plain table of lost, stolen and revoked documents, after the fields of INTERPOL's SLTD.
#pragma once

#include <istream>
#include <span>
#include <string>

#include "darvaza/error.h"
#include "lists/source_recorder.h"

namespace darvaza::lists {

/// Whether the headings describe documents: there are a document number and a status.
bool is_documents_header(std::span<const std::string> headings);

/// Reads every row into `recorder`: document_number, range_end, document_type, issuing_state, status, lost_on,
/// reported, review_date, reporting_state, reference, list. A row without number or with an unknown status is
/// skipped; a State or date that cannot be read is remarked upon and left empty.
Result<void> read_documents_csv(std::istream& in, SourceRecorder& recorder);

}  // namespace darvaza::lists
