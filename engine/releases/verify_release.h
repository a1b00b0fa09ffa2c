// From what a mirror holds to a snapshot that may be trusted: the checks, in their order.
//
//   size cap → parse → signatures → list → version above the highest ever seen → chain to the note
//   before → not expired → fetch, bounded → digest → delta in memory → digest of the result
//
// Building the index, asking the probes and the sanity gate come after: install_release.h.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "darvaza/error.h"
#include "releases/mirror.h"
#include "releases/notes.h"
#include "releases/post.h"

namespace darvaza::releases {

/// A note as it came and what it says.
template <typename Note>
struct Received {
  std::string bytes;
  SignedText text;
  Note note;
};

/// Parses a root that somebody chose to trust: it must be signed by enough of its own root keys.
Result<Received<RootNote>> trust_root(std::string bytes);

/// Whether `next` follows `trusted`: the next version of the same list, signed by enough root keys
/// of both.
Result<void> verify_successor(const RootNote& trusted, const Received<RootNote>& next);

/// The newest root that the mirror has, reached from `trusted` one version at a time, each signed
/// by enough root keys of the one before and of itself. Not expired at `now`.
Result<Received<RootNote>> newest_root(const Received<RootNote>& trusted, Mirror& mirror,
                                       UtcSeconds now);

/// Which release is the newest, by a timestamp that holds under `root` and neither is older than
/// `known` (the bytes of the last one here, may be empty) nor expired.
Result<Received<TimestampNote>> newest_timestamp(const RootNote& root, std::string_view known,
                                                 const Seen& seen, Mirror& mirror, UtcSeconds now);

/// The note that the timestamp names, and those between it and `installed` (the newest first,
/// without it), each the one that its successor chains to.
struct NoteChain {
  Received<ListNote> newest;
  std::vector<Received<ListNote>> between;
};
Result<NoteChain> newest_note(const RootNote& root, const TimestampNote& timestamp,
                              const std::optional<Generation>& installed, const Seen& seen,
                              Mirror& mirror, UtcSeconds now);

/// The snapshot of a generation, which has the digest that its note says.
Result<std::string> read_snapshot(const Generation& generation);

/// What leads to a newer snapshot, fetched and checked.
struct FetchedContent {
  std::string snapshot;             ///< whole; empty where there are deltas
  std::vector<std::string> deltas;  ///< from the installed snapshot on, in their order
};

/// What of the newest release is not installed yet: the deltas when they are there and smaller,
/// otherwise the snapshot. `remark` receives why deltas were not used, when they should have been.
Result<FetchedContent> fetch_content(const NoteChain& chain, bool with_deltas, Mirror& mirror,
                                     std::string& remark);

/// The snapshot of the newest note, whole.
Result<std::string> fetch_snapshot(const ListNote& note, Mirror& mirror);

/// What a user is told of it.
std::string useless_deltas(const Error& error);

/// The newest snapshot by `deltas` from the installed one. Each result has the digest that its note
/// says, but for the last, whose digest the caller holds against the newest note (check_blob).
struct UnprovenSnapshot {
  std::unique_ptr<std::string> between;  ///< what the last of several deltas starts from
  std::vector<std::string_view>
      pieces;  ///< one after another; of that, of `installed` and `deltas`
};
Result<UnprovenSnapshot> apply_deltas(const NoteChain& chain, std::string_view installed,
                                      std::span<const std::string> deltas);

}  // namespace darvaza::releases
