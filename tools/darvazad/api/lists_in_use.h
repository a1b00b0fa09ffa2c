// The lists that serve, and how they are replaced.
#pragma once

#include <filesystem>
#include <memory>
#include <mutex>
#include <string>

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
    std::string digest;  ///< of the index
  };

  /// Errors: those of Screener::open.
  static Result<std::unique_ptr<ListsInUse>> open(const std::filesystem::path& index);

  Version current() const;

  /// The persons of this version of the lists: opened by whoever asks first, kept until another
  /// version is asked for. Error: input_refused when the file has been replaced meanwhile, and
  /// those of Entries::open.
  Result<std::shared_ptr<const Entries>> entries(const Version& version) const;

  /// Opens the index file again; after an error the old lists go on serving. Takes as long as
  /// verifying the file: not for the server's thread.
  Result<void> reload();

  /// What is in use as one JSON object: docs/daemon.md.
  std::string description() const;

 private:
  ListsInUse(std::filesystem::path index, Screener first);

  std::filesystem::path index_;
  LiveScreener live_;
  mutable std::mutex mutex_;                         ///< of the two below
  mutable std::weak_ptr<const Screener> described_;  ///< the one whose digest this is
  mutable std::string digest_;
  mutable std::mutex entries_mutex_;
  mutable std::shared_ptr<const Entries> entries_;
};

}  // namespace darvaza::daemon
