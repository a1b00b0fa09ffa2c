// Files that are read: opened, or why not.
#pragma once

#include <filesystem>
#include <fstream>
#include <string>

#include "darvaza/error.h"

namespace darvaza::text {

/// Opens a file for reading bytes. ErrorCode::input_refused for a directory, input_missing with the
/// system's reason for what cannot be opened.
Result<std::ifstream> open_input(const std::string& file);

/// Whether a file that holds a key is kept from strangers: ErrorCode::input_refused where everybody may read it, input_missing where there is none.
Result<void> check_secrecy(const std::filesystem::path& file);

/// The same file under two names, links among them; of files that are not there yet, the same place. For who is about to write: never over
/// what is read. Devices and pipes lose nothing by being written to: false.
bool is_same_file(const std::filesystem::path& a, const std::filesystem::path& b);

}  // namespace darvaza::text
