// Where a manifest's bytes come from.
#pragma once

#include <cstddef>
#include <memory>
#include <string>

#include "darvaza/error.h"
#include "manifest_reader.h"

namespace darvaza::c {

/// Errors: input_missing.
Result<std::unique_ptr<StoppableInput>> open_file(const std::string& path);
std::unique_ptr<StoppableInput> copy_of(const char* bytes, std::size_t size);

}  // namespace darvaza::c
