// The alerts, in files of one line each, for as long as there is room.
#pragma once

#include <atomic>
#include <cstdint>
#include <filesystem>
#include <fstream>
#include <memory>
#include <optional>
#include <span>
#include <string>

#include "darvaza/error.h"

namespace darvaza::daemon {

/// Alerts are numbered from 1 as they come. Files are named by the number of their first:
/// "alerts-00000000000000000001.jsonl". One thread appends; `end` may be asked from any.
class Journal {
 public:
  struct Limits {
    std::uint64_t file_bytes;  ///< a file that is larger is followed by a new one
    std::uint64_t files;       ///< of which the oldest goes then
  };

  /// What a crash left of a line is cut off. Error: io.
  static Result<std::unique_ptr<Journal>> open(const std::filesystem::path& directory,
                                               const Limits& limits);
  Journal(const Journal&) = delete;
  Journal& operator=(const Journal&) = delete;
  ~Journal();

  /// Lines without line ends. They are on the disk when it returns, or, with an error (io), not in
  /// the journal at all.
  Result<void> append(std::span<const std::string> lines);

  /// The number that the next alert gets.
  std::uint64_t end() const { return end_; }
  const std::filesystem::path& directory() const { return directory_; }

 private:
  Journal(std::filesystem::path directory, const Limits& limits);
  Result<void> begin_file();
  Result<void> continue_file(std::uint64_t first);
  void remove_oldest() const;

  std::filesystem::path directory_;
  Limits limits_;
  std::atomic<std::uint64_t> end_ = 1;
  int descriptor_ = -1;
  std::uint64_t bytes_ = 0;  ///< of the file that is written
};

/// Reads along, from any thread, while the journal is written. Belongs to one thread.
class JournalReader {
 public:
  /// `next` is the number of the first alert wanted.
  JournalReader(const Journal& journal, std::uint64_t next) : journal_(journal), next_(next) {}

  /// The next line, whose number is then next() - 1; nothing when there is none yet. Numbers whose
  /// files are gone are passed over.
  std::optional<std::string> read();
  /// The last line once more, from the disk: a reader may have read ahead what was then taken back.
  std::optional<std::string> read_again();
  std::uint64_t next() const { return next_; }

 private:
  bool open_file();

  const Journal& journal_;
  std::uint64_t next_;
  std::ifstream file_;
};

}  // namespace darvaza::daemon
