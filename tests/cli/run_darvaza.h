// Runs the built command line and keeps what it said.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include <boost/json.hpp>

#include "temporary_directory.h"

namespace darvaza::test {

struct Outcome {
  int status = -1;  ///< exit status; 128 + n when signal n ended it
  std::string out;
  std::string err;
};

/// Runs `darvaza` with these arguments and this standard input.
Outcome run_darvaza(const std::vector<std::string>& arguments, std::string_view input = {});

/// The files of data-samples/`folder`, sorted.
std::vector<std::string> samples(const std::string& folder);
std::string sample(const std::string& file);

/// Builds an index of all sample lists in `directory` and returns its path. Expects nothing,
/// because GoogleTest skips the tests of a suite whose set-up fails: without an index they fail
/// themselves.
std::string sample_index(const TemporaryDirectory& directory);

std::vector<std::string> lines_of(std::string_view text);
std::string read_file(const std::filesystem::path& file);

/// The lines of `text`, each a JSON object; a line that is none fails the test.
std::vector<boost::json::object> json_lines(std::string_view text);

}  // namespace darvaza::test
