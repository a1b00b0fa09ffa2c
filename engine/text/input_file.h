// Files that are read: opened, or why not.
#pragma once

#include <fstream>
#include <string>

#include "darvaza/error.h"

namespace darvaza::text {

/// Opens a file for reading bytes. ErrorCode::input_refused for a directory, input_missing with the
/// system's reason for what cannot be opened.
Result<std::ifstream> open_input(const std::string& file);

}  // namespace darvaza::text
