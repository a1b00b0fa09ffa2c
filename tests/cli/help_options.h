// The options that a subcommand's help lists, for what must name the same ones.
#pragma once

#include <algorithm>
#include <iterator>
#include <set>
#include <sstream>
#include <string>
#include <vector>

#include "cli/run_darvaza.h"

namespace darvaza::test {

inline std::set<std::string> long_options(const std::string& text) {
  constexpr const char* kLetters = "abcdefghijklmnopqrstuvwxyz-";
  std::set<std::string> found;
  for (auto begin = text.find("--"); begin != std::string::npos;) {
    const auto end = std::min(text.find_first_not_of(kLetters, begin), text.size());
    found.insert(text.substr(begin, end - begin));
    begin = text.find("--", end);
  }
  return found;
}

/// The first word of lines in the options block, such
/// as "  -o,--output FILE   …" or "  --json   …". A subcommand may be two words, `eval pairs`.
inline std::set<std::string> options_in_help(const std::string& subcommand) {
  std::string listed;
  std::istringstream words(subcommand);
  std::vector<std::string> command{std::istream_iterator<std::string>(words), {}};
  command.emplace_back("--help");
  for (const std::string& line : lines_of(run_darvaza(command).out)) {
    const auto word = line.find_first_not_of(' ');
    if (word == std::string::npos || line[word] != '-') continue;
    listed += line.substr(word, line.find(' ', word) - word) + " ";
  }
  return long_options(listed);
}

}  // namespace darvaza::test
