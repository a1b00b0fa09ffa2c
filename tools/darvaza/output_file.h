// Where answers go: a file or standard output, with every failed write noticed.
#pragma once

#include <cstdio>
#include <string>
#include <string_view>

#include "darvaza/error.h"

namespace darvaza::tool {

/// Not thread-safe. After a failed write the rest is dropped and close() tells the error.
class OutputFile {
 public:
  /// Opens `path` for writing, emptying it; "" and "-" mean standard output.
  static Result<OutputFile> open(const std::string& path);

  OutputFile(OutputFile&& other) noexcept;
  OutputFile& operator=(OutputFile&&) = delete;
  ~OutputFile();

  void write(std::string_view text);
  bool failed() const { return error_ != 0; }
  bool is_terminal() const;

  /// Flushes, closes and says whether everything was written (ErrorCode::io if not).
  Result<void> close();

 private:
  OutputFile(std::FILE* file, std::string name) : file_(file), name_(std::move(name)) {}
  void note_error();

  std::FILE* file_ = nullptr;
  std::string name_;
  int error_ = 0;  ///< errno of the first failure
};

/// Writes a whole text to a file, or standard output.
Result<void> write_file(const std::string& path, std::string_view text);

}  // namespace darvaza::tool
