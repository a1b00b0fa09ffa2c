// A run as JSON and back: what `--json` writes, `darvaza eval compare` reads and docs/eval-json.md
// describes.
#pragma once

#include <string>
#include <string_view>

#include "darvaza/error.h"
#include "eval/run.h"

namespace darvaza::eval {

/// One JSON object, with line breaks between the members of the run and of each matcher; ends in a
/// line end. Numbers are written so that reading gives the same ones; ill-formed UTF-8 is replaced.
std::string to_json(const Run& run);

/// The reverse. `file` is what errors call the text. Members that it does not know are ignored;
/// those that are missing keep their defaults. ErrorCode::input_refused for text that is no JSON,
/// another format, or a member of another type, whose path the message says.
Result<Run> run_from_json(std::string_view text, const std::string& file);

}  // namespace darvaza::eval
