// Dates appended to a text in the making, as to_string (darvaza/partial_date.h) writes them.
#pragma once

#include <string>

#include "darvaza/partial_date.h"

namespace darvaza::records {

void append(const PartialDate& date, std::string& out);
void append(const BirthDate& date, std::string& out);

}  // namespace darvaza::records
