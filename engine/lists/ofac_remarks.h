// The remarks of OFAC's classic files: facts in a line of clauses.
#pragma once

#include <string_view>

#include "lists/entry_builder.h"

namespace darvaza::lists {

/// Reads "DOB 10 Dec 1958; alt. DOB 1959; POB Egypt; nationality Egypt; Gender Male; Passport
/// X0000001 (Egypt) issued 18 Jan 1999; a.k.a. 'ABU X'." into `person`. Names in quotation marks
/// are weak aliases (OFAC's FAQ on weak a.k.a.s). Clauses that state none of these facts are prose
/// and are ignored. Remarks that OFAC's form cuts at 1000 characters lose their last, incomplete
/// clause, which is remarked upon.
void add_ofac_remarks(std::string_view remarks, EntryBuilder& person);

}  // namespace darvaza::lists
