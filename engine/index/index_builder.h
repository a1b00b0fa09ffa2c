// Watchlist records in, one immutable index file out.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <string_view>

#include "darvaza/error.h"
#include "darvaza/watchlist_entry.h"
#include "index/index.h"

namespace darvaza::index {

/// Collects records in memory and writes the index in one go. The bytes written depend only on the
/// records, their order and the tables of this build, never on time, threads or addresses.
/// Not thread-safe; use one builder from one thread.
class IndexBuilder {
 public:
  /// `threads`: how many read names and sort; 0: one a processor.
  explicit IndexBuilder(unsigned threads = 0);
  ~IndexBuilder();
  IndexBuilder(IndexBuilder&&) noexcept;
  IndexBuilder& operator=(IndexBuilder&&) noexcept;

  /// Adds a listed person. Names without any letter are kept for display but cannot be found; how
  /// many those are is in `unsearchable_names()`. A person without any name gets an empty one.
  void add(const WatchlistEntry& entry);
  void add(const LostDocument& document);
  /// The terms on which the lost documents of a list are shared; those of entries stand in the entries.
  void add_list_terms(std::string_view list, const EntryTerms& terms);
  /// Says that older indexes of a set hold this and the list does so no longer (index_set.h).
  void add_removal(std::string_view list, std::string_view id);
  void add_removal(const LostDocument& document);
  /// Describes one source for `inspect`: free text, one JSON object, stored as it is.
  void add_source(std::string json);

  std::uint64_t unsearchable_names() const;

  /// Called now and then with the fraction done (0 to 1), from the thread that calls write().
  using Progress = std::function<void(double fraction)>;

  /// Writes to a temporary file beside `path`, syncs it, renames it over `path` and syncs the
  /// directory: after a crash at any instant `path` is the old file or the new one. On failure
  /// (ErrorCode::io, or input_refused when the lists are more than one index can hold) the temporary
  /// file is removed and `path` is untouched. Returns the size in bytes. The builder is used up either way:
  /// only unsearchable_names() may be asked afterwards.
  Result<std::uint64_t> write(const std::filesystem::path& path, const Progress& progress = {});
  /// The same index in memory, without a file. ErrorCode::input_refused when the lists are more than one index can hold.
  Result<Index> build();

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace darvaza::index
