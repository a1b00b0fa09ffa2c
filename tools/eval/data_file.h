// A file as the report names it: which bytes were measured.
#pragma once

#include <string>

#include "darvaza/error.h"
#include "eval/run.h"

namespace darvaza::eval {

/// Reads the whole file for its length and SHA-256. ErrorCode::input_missing when it cannot be
/// opened, io when reading fails.
Result<DataFile> describe_file(const std::string& role, const std::string& path);

}  // namespace darvaza::eval
