// The lists that serve, and how they are replaced.
#pragma once

#include <filesystem>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

#include "api/entries.h"
#include "darvaza/error.h"
#include "darvaza/live_screener.h"

namespace darvaza::daemon {

/// Thread-safe.
class ListsInUse {
 public:
  /// One version of the lists: whatever answers one question comes from one of these.
  struct Version {
    std::shared_ptr<const Screener> screener;
    std::string digest;     ///< of the index
    std::string opened_on;  ///< the day, UTC, since which it answers questions; ISO
  };

  /// What is opened, and opened again: as Screener::open takes it.
  struct Files {
    std::vector<std::filesystem::path> indexes;
    std::vector<std::string> required_lists;
  };

  /// Errors: those of Screener::open.
  static Result<std::unique_ptr<ListsInUse>> open(Files files);

  Version current() const;

  /// The persons of this version of the lists: opened by whoever asks first, kept until another
  /// version is asked for. Error: input_refused when the file has been replaced meanwhile, and
  /// those of Entries::open. What failed is not tried again until lists are loaded anew: questions
  /// wait for it in line.
  Result<std::shared_ptr<const Entries>> entries(const Version& version) const;

  /// Opens all files again; after an error the old lists go on serving. Takes as long as
  /// verifying the file: not for the server's thread.
  Result<void> reload();

  /// What is in use as one JSON object: docs/daemon.md.
  std::string description() const;

 private:
  ListsInUse(Files files, Screener first);

  Files files_;
  LiveScreener live_;
  mutable std::mutex mutex_;                         ///< of the three below
  mutable std::weak_ptr<const Screener> described_;  ///< the one whose digest this is
  mutable std::string digest_, opened_on_;
  mutable std::mutex entries_mutex_;
  mutable std::shared_ptr<const Entries> entries_;
  mutable std::map<std::string, Error> missing_;  ///< why not, by digest
};

}  // namespace darvaza::daemon
