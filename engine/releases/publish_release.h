// A publisher's work: the root note, releases, timestamps. What is written is a mirror: a directory
// to be copied.
#pragma once

#include <array>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "darvaza/error.h"
#include "releases/list_changes.h"
#include "releases/notes.h"
#include "releases/past_review.h"
#include "releases/snapshot.h"

namespace darvaza::releases {

struct RootRequest {
  std::string list;  ///< must be the same in every version
  UtcSeconds now = 0;
  UtcSeconds valid_seconds = 0;
  std::array<KeySet, kAllRoles.size()> roles;
  std::vector<SecretKey> signers;  ///< root keys: enough of this version's and of the one before's
};

/// Writes root.1, or the root after the newest one in `directory`, and returns its version. Refused
/// when a post would refuse it.
Result<std::uint64_t> publish_root(const std::filesystem::path& directory,
                                   const RootRequest& request);

struct PublishRequest {
  std::vector<std::filesystem::path>
      sources;  ///< empty: only a new timestamp for the newest release
  std::string owner;
  UtcSeconds now = 0;
  UtcSeconds valid_seconds = 0;  ///< of the release
  UtcSeconds timestamp_valid_seconds = 0;
  std::vector<SecretKey> list_keys;
  std::vector<SecretKey> timestamp_keys;
  std::vector<SecretKey> override_keys;  ///< needed when more changes than the sanity gate allows
  std::vector<std::string> must_hit;
  std::vector<std::string> must_clear;
  /// Refused (rule review) when a record is more days than this past its review date; nothing: such records are only told.
  std::optional<int> review_grace_days;
};

struct PublishReport {
  ListNote note;
  bool released = false;  ///< false: a timestamp only
  UtcSeconds timestamp_expires = 0;
  std::uint64_t delta_file_bytes = 0;  ///< 0: none
  std::uint64_t repeated = 0;
  std::vector<SourceSummary> sources;
  ListChanges changes;  ///< from the release before, records left out
  NoteHead root;        ///< under which it was signed
  std::string remark;   ///< what the publisher must know besides; usually empty
  PastReview past_review;  ///< records that nobody reviewed in time, on the day of publication
};

/// Publishes the next release into `directory`, which must hold a root, or a new timestamp for the newest release, which
/// must not have expired and be signed by keys of the newest root. The index is built and the
/// probes are asked first; the sanity gate and the signatures are checked as a post would. The
/// timestamp is replaced last, by one rename: a crash before leaves files that nothing names, which
/// the next run overwrites, or goes on from when the note is whole.
Result<PublishReport> publish_release(const std::filesystem::path& directory,
                                      const PublishRequest& request);

}  // namespace darvaza::releases
