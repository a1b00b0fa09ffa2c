// Where answers go: a file or standard output, with every failed write noticed, and never over what the command reads.
#pragma once

#include <cstdio>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "darvaza/error.h"

namespace darvaza::tool {

/// The files that a command reads or keeps: inputs, indexes, keys, registers. None of them may be its output, under whatever name:
/// writing would destroy it, and emptying a mapped index kills its readers.
class InputFiles {
 public:
  InputFiles() = default;
  InputFiles(std::initializer_list<std::string> files) { add(files); }

  /// A directory stands for the index files that it may hold; "" and "-" for nothing.
  void add(const std::filesystem::path& file);
  template <typename Paths>
  void add(const Paths& files) {
    for (const auto& file : files) add(std::filesystem::path(file));
  }
  /// All files of a directory that the program keeps itself: a post.
  void add_below(const std::filesystem::path& directory);
  /// A register with what SQLite keeps beside it, and its key.
  void add_register(const std::string& file, const std::string& key);

  /// ErrorCode::usage if `output` is one of the files. Two outputs are never one file either: for those still to be written, add each to
  /// the inputs of the next.
  Result<void> refuse(const std::string& output) const;

 private:
  std::vector<std::filesystem::path> files_;
  std::vector<std::filesystem::path> directories_;
};

/// What refuse() says of each output, and of each two of them.
Result<void> refuse_outputs(const std::vector<std::string>& outputs, InputFiles inputs);

/// Not thread-safe. After a failed write the rest is dropped and close() tells the error.
class OutputFile {
 public:
  /// Opens `path` for writing; "" and "-" mean standard output. A file is emptied by the first write, or by close(): an
  /// error before leaves it as it was.
  static Result<OutputFile> open(const std::string& path, const InputFiles& inputs);
  static OutputFile standard_output() { return OutputFile(stdout, "standard output", false); }

  OutputFile(OutputFile&& other) noexcept;
  OutputFile& operator=(OutputFile&&) = delete;
  ~OutputFile();

  void write(std::string_view text);
  bool failed() const { return error_ != 0; }
  bool is_terminal() const;

  /// Flushes, closes and says whether everything was written (ErrorCode::io if not).
  Result<void> close();

 private:
  OutputFile(std::FILE* file, std::string name, bool to_be_emptied)
      : file_(file), name_(std::move(name)), to_be_emptied_(to_be_emptied) {}
  void empty();
  void note_error();

  std::FILE* file_ = nullptr;
  std::string name_;
  bool to_be_emptied_ = false;
  int error_ = 0;  ///< errno of the first failure
};

/// Writes a whole text to a file, or standard output.
Result<void> write_file(const std::string& path, std::string_view text, const InputFiles& inputs);

}  // namespace darvaza::tool
