// Which format a file is in, by what it holds.
#pragma once

#include <istream>
#include <string>

#include "darvaza/error.h"
#include "darvaza/read_lists.h"

namespace darvaza::lists {

/// Looks at the beginning of `in`: the root element of XML, the first character of JSON, the first
/// row of CSV. Leaves the stream at an undefined position. Input of no known format is refused with
/// the list of what is known.
Result<ListFormat> recognise_format(std::istream& in, const std::string& name);

}  // namespace darvaza::lists
