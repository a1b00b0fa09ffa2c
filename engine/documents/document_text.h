// Document numbers inside the free text that lists write around them.
#pragma once

#include <string>
#include <string_view>

#include "darvaza/watchlist_entry.h"

namespace darvaza::documents {

/// "National ID No. CNIC: 35202-0000000-9 (Pakistan) issued 1999", taken apart.
struct DocumentText {
  std::string kind;    ///< the words before the number ("National ID No. CNIC:"); may be empty
  std::string number;  ///< empty when the text holds no digit after its words
  std::string rest;    ///< what follows the number ("(Pakistan) issued 1999"); may be empty
};

/// Finds the number: it begins with, or shortly before, the first word with a digit. Words before
/// it that hold a lower-case letter, or end in '.', ':' or '#', or are kinds written in capitals
/// ("SSN") belong to the kind; other words in capitals ("RL 1000001", "TR-P 000 001") belong to the
/// number. It ends before a parenthesis, after a comma, or before a word with lower-case letters
/// ("issued").
DocumentText split_document_text(std::string_view text);

/// The State named at the beginning of `rest`: "(Korea, North) expires …", ", South Sudan". Empty
/// when there is none that is known.
StateCode issuing_state_in(std::string_view rest);

/// Whether `kind` says that the number after it identifies a document of a person: "Passport",
/// "Cedula No.", "Tax ID No.". Decided by the table in document_kinds.cpp.
bool is_document_kind(std::string_view kind);

/// Whether lists use `kind` before things that are known not to be documents: "Phone Number",
/// "Secondary sanctions risk:".
bool is_other_kind(std::string_view kind);

/// Whether `word` is a kind of document that is written in capitals ("SSN").
bool is_capital_kind(std::string_view word);

}  // namespace darvaza::documents
