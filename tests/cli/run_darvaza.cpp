#include "cli/run_darvaza.h"

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <sstream>

#include <fcntl.h>
#include <gtest/gtest.h>
#include <sys/wait.h>
#include <unistd.h>

namespace darvaza::test {
namespace {

namespace fs = std::filesystem;

/// In the child: standard streams from and to files, then the program.
[[noreturn]] void become_darvaza(const fs::path& directory, std::vector<char*> arguments) {
  const auto redirect = [&](const char* name, int flags, int descriptor) {
    const int file = open((directory / name).c_str(), flags, 0600);
    if (file < 0 || dup2(file, descriptor) < 0) _exit(127);
  };
  redirect("in", O_RDONLY, STDIN_FILENO);
  redirect("out", O_WRONLY | O_CREAT | O_TRUNC, STDOUT_FILENO);
  redirect("err", O_WRONLY | O_CREAT | O_TRUNC, STDERR_FILENO);
  execv(DARVAZA_PROGRAM, arguments.data());
  _exit(127);
}

int wait_for(pid_t child) {
  int status = 0;
  if (waitpid(child, &status, 0) != child) return -1;
  return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}

}  // namespace

Outcome run_darvaza(const std::vector<std::string>& arguments, std::string_view input) {
  const TemporaryDirectory streams;
  streams.file("in", input);
  std::vector<std::string> words = {"darvaza"};
  words.insert(words.end(), arguments.begin(), arguments.end());
  std::vector<char*> pointers;
  for (std::string& word : words) pointers.push_back(word.data());
  pointers.push_back(nullptr);

  const pid_t child = fork();
  if (child == 0) become_darvaza(streams.path(), pointers);
  Outcome run;
  run.status = wait_for(child);
  run.out = read_file(streams.path() / "out");
  run.err = read_file(streams.path() / "err");
  return run;
}

std::string sample(const std::string& file) {
  return fs::path(DARVAZA_SOURCE_DIR) / "data-samples" / file;
}

std::vector<std::string> samples(const std::string& folder) {
  std::vector<std::string> files;
  for (const auto& entry : fs::directory_iterator(sample(folder))) files.push_back(entry.path());
  std::sort(files.begin(), files.end());
  return files;
}

std::string sample_index(const TemporaryDirectory& directory) {
  const std::string index = directory.path() / "samples.dvz";
  std::vector<std::string> arguments = {"build", "--output", index};
  for (const std::string& list : samples("lists")) arguments.push_back(list);
  run_darvaza(arguments);
  return index;
}

std::vector<std::string> lines_of(std::string_view text) {
  std::istringstream in{std::string(text)};
  std::vector<std::string> lines;
  for (std::string line; std::getline(in, line);) lines.push_back(line);
  return lines;
}

std::string read_file(const fs::path& file) {
  std::ifstream in(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

std::vector<boost::json::object> json_lines(std::string_view text) {
  std::vector<boost::json::object> objects;
  for (const std::string& line : lines_of(text)) {
    boost::json::error_code error;
    const boost::json::value value = boost::json::parse(line, error);
    EXPECT_TRUE(!error && value.is_object()) << "not a JSON object: " << line;
    if (!error && value.is_object()) objects.push_back(value.get_object());
  }
  return objects;
}

}  // namespace darvaza::test
