// What the three notes of a release say: whom to trust (root), what the list holds (list note) and
// which release is the newest (timestamp). docs/list-releases.md shows each.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "releases/signed_note.h"

namespace darvaza::releases {

/// What every note begins with.
struct NoteHead {
  std::string list;
  std::uint64_t version = 0;  ///< of the root, or of the release; from 1
  UtcSeconds issued = 0;
  UtcSeconds expires = 0;
};

/// Whom a list's owner trusts with what. Version N + 1 is signed by enough root keys of N and of
/// itself.
struct RootNote {
  NoteHead head;
  std::array<KeySet, kAllRoles.size()>
      roles;  ///< override keys may be missing: then nothing overrides
  const KeySet& of(Role role) const { return roles[static_cast<std::size_t>(role)]; }
  KeySet& of(Role role) { return roles[static_cast<std::size_t>(role)]; }
};

/// Bytes that a note vouches for.
struct Blob {
  std::uint64_t bytes = 0;
  std::string digest;
  friend bool operator==(const Blob&, const Blob&) = default;
};
Blob blob_of(std::string_view bytes);
/// Rules wrong-length and wrong-digest.
Result<void> check_blob(std::string_view bytes, const Blob& expected, std::string_view what);

/// One release of a list.
struct ListNote {
  NoteHead head;
  std::string owner;     ///< the State or body that answers for the list
  std::string previous;  ///< digest of the whole note of the version before; empty for version 1
  std::uint64_t persons = 0;
  std::uint64_t lost_documents = 0;
  Blob snapshot;                        ///< the canonical lines
  Blob snapshot_file;                   ///< the same, compressed: what a mirror holds
  std::optional<Blob> delta;            ///< from the version before
  std::optional<Blob> delta_file;       ///< with `delta`
  std::vector<std::string> must_hit;    ///< identifiers of entries that a new index must find
  std::vector<std::string> must_clear;  ///< names of nobody: a new index must find nobody
};

/// Which release is the newest, said anew every few hours by a key that is online.
struct TimestampNote {
  NoteHead head;           ///< version: of the newest release
  Blob note;               ///< the whole file of its note
  std::uint64_t root = 0;  ///< version of the newest root
};

std::string write_body(const RootNote& note);
std::string write_body(const ListNote& note);
std::string write_body(const TimestampNote& note);

/// All three refuse what write_body would not write (rule malformed). Signatures are the caller's
/// business.
Result<RootNote> parse_root(std::string_view body);
Result<ListNote> parse_list_note(std::string_view body);
Result<TimestampNote> parse_timestamp(std::string_view body);

/// Snapshots and deltas of more than 4 GiB are refused whoever signed them.
inline constexpr std::uint64_t kMaxSnapshotBytes = std::uint64_t{4} << 30;
/// How far the clocks of publisher and post may be apart.
inline constexpr UtcSeconds kClockTolerance = 3600;

/// Rules expired and from-the-future.
Result<void> check_times(const NoteHead& head, UtcSeconds now, std::string_view what);

/// What to tell about a root that has expired, or will within 60 days: its successor needs people with keys from safes.
/// Empty: nothing.
std::string root_warning(const NoteHead& root, UtcSeconds now);

}  // namespace darvaza::releases
