// In which forms a State numbers its documents. A hint beside an answer, never a reason to leave
// one out: series change, sources contradict each other, and documents lost decades ago bear older
// forms.
#pragma once

#include <string_view>

#include "darvaza/screening_result.h"
#include "darvaza/state_code.h"

namespace darvaza::documents {

/// Whether a normalised number has a form in which the State numbers or numbered passports,
/// identity cards or persons. `unknown` for a State without known forms, and for no number.
/// Thread-safe; the patterns are compiled once, at the first call.
NumberFormat number_format(StateCode issuer, std::string_view normalised);

/// Whether documents of two States hardly bear one number of this form: eight characters and more with a letter, or twelve and more
/// digits. Of nine digits or fewer many States have issued millions (measured: docs/decisions/0043-documents-of-another-state.md).
bool is_rare_number(std::string_view normalised);

}  // namespace darvaza::documents
