// The lists that serve, and how they are replaced.
#pragma once

#include <filesystem>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "api/entries.h"
#include "api/held_files.h"
#include "darvaza/error.h"
#include "darvaza/screener.h"

namespace darvaza::daemon {

/// Where lists come from whose newest edition cannot be opened: the one before it goes on serving.
struct HeldBack {
  std::string source;  ///< "lists.index", or the directory of a post
  Error reason;
  std::string since;  ///< UTC, ISO
};

/// Thread-safe.
class ListsInUse {
 public:
  /// One edition of all sources, in their order.
  using Editions = std::vector<std::shared_ptr<const HeldFiles>>;

  /// One version of the lists: whatever answers one question comes from one of these.
  struct Version {
    std::shared_ptr<const Screener> screener;
    std::string digest;     ///< of the index
    std::string opened_on;  ///< the day, UTC, since which it answers questions; ISO
    std::shared_ptr<const Editions> editions;
  };

  /// What is opened, and opened again: as Screener::open takes it. Indexes change at once, and each
  /// post (`darvaza lists update --post`) by itself.
  struct Files {
    std::vector<std::filesystem::path> indexes;
    std::vector<std::string> required_lists;
    std::vector<std::filesystem::path> posts;
  };

  /// What became of loading the lists anew.
  struct Reloaded {
    bool swapped = false;  ///< a new version serves
    std::vector<HeldBack> held_back;
    /// One sentence about those; empty: all is as new as can be.
    std::string complaint() const;
  };

  /// Errors: those of Screener::open.
  static Result<std::unique_ptr<ListsInUse>> open(Files files);

  Version current() const;

  /// How what serves stands on this day (UTC).
  struct Standing {
    std::vector<ListInUse> lists;  ///< of signed releases, as answers tell of them
    std::string in_the_future;     ///< the day that the files know of, where a clock is behind it
    std::vector<Problem> unmet;    ///< why no answer can be complete: required lists that are missing, expired or of a wrong clock
  };
  /// Costs an answer about nobody: microseconds.
  Standing standing() const;

  /// The persons of this version of the lists: opened by whoever asks first, kept until another
  /// version is asked for. Errors: those of Entries::open, and input_refused when a file was
  /// written to in place. What failed is not tried again until lists are loaded anew: questions
  /// wait for it in line.
  Result<std::shared_ptr<const Entries>> entries(const Version& version) const;

  /// Opens all files again. What cannot be opened, alone or beside the others, is held back: its
  /// edition before goes on serving, though its files be gone, and the others are replaced. Takes
  /// as long as verifying the files, once more each that moved when one is refused: not for the
  /// server's thread.
  Reloaded reload();
  /// What was held back the last time.
  std::vector<HeldBack> held_back() const;
  /// All sources by name, and whether they are held back.
  std::vector<std::pair<std::string, bool>> sources() const;

  /// What is in use as one JSON object: docs/daemon.md.
  std::string description() const;

 private:
  struct Source {
    std::string name;
    std::vector<std::filesystem::path> paths;
  };
  using Refused = std::vector<std::optional<Error>>;

  ListsInUse(std::vector<Source> sources, std::vector<std::string> required_lists);
  static std::vector<Source> sources_of(const Files& files);
  Result<Screener> open_all(const Editions& editions) const;
  Editions newest(const Editions& serving, Refused& refused) const;
  std::optional<Screener> take_one_by_one(Editions& taken, const Editions& newest,
                                          Refused& refused) const;
  void blame(const Editions& editions, const Error& error, Refused& refused) const;
  void serve(Screener screener, Editions editions);
  std::vector<HeldBack> keep_held_back(const Refused& refused);

  const std::vector<Source> sources_;
  const std::vector<std::string> required_lists_;
  std::mutex reload_mutex_;   ///< one after another
  mutable std::mutex mutex_;  ///< of the two below
  Version serving_;
  std::map<std::size_t, HeldBack> held_back_;  ///< by source
  mutable std::mutex entries_mutex_;
  mutable std::shared_ptr<const Entries> entries_;
  mutable std::map<std::string, Error> missing_;  ///< why not, by digest
};

}  // namespace darvaza::daemon
