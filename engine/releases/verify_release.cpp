#include "releases/verify_release.h"

#include <algorithm>

#include <fmt/core.h>

#include "releases/compression.h"
#include "releases/delta.h"
#include "releases/durable_files.h"
#include "releases/rules.h"
#include "releases/snapshot.h"

namespace darvaza::releases {
namespace {

/// So many roots are followed in one update, and so many releases missed since the last.
constexpr std::uint64_t kMaxRoots = 64;
constexpr std::uint64_t kMaxMissed = 1024;

template <typename Note>
Result<Received<Note>> receive(std::string bytes, Result<Note> (*parse)(std::string_view),
                               const std::string& name) {
  auto text = parse_signed(bytes);
  if (!text) {
    text.error().file = name;
    return tl::unexpected(text.error());
  }
  auto note = parse(text->body);
  if (!note) {
    note.error().file = name;
    return tl::unexpected(note.error());
  }
  return Received<Note>{std::move(bytes), std::move(*text), std::move(*note)};
}

Result<void> check_list(const NoteHead& head, const std::string& list, std::string_view what) {
  if (head.list == list) return {};
  return refuse(rule::kWrongList,
                fmt::format("the {} of the list {} where {} is expected", what, head.list, list));
}

/// Keys of both roots: a root is signed by keys of the one before and by its own, and by nobody
/// else.
KeySet all_keys(const KeySet& before, const KeySet& after) {
  KeySet all = before;
  for (const PublicKey& key : after.keys) {
    if (std::find(all.keys.begin(), all.keys.end(), key) == all.keys.end()) all.keys.push_back(key);
  }
  all.threshold = 1;
  return all;
}

/// The signatures of these keys alone.
SignedText only_by(const SignedText& text, const KeySet& keys) {
  SignedText out{text.body, {}};
  for (const Signature& signature : text.signatures) {
    const bool known = std::any_of(keys.keys.begin(), keys.keys.end(), [&](const PublicKey& key) {
      return key.id() == signature.key_id;
    });
    if (known) out.signatures.push_back(signature);
  }
  return out;
}

/// A note holds signatures of its own roles only.
Result<void> check_roles(const SignedText& text, std::initializer_list<Role> allowed) {
  for (const Signature& signature : text.signatures) {
    if (std::find(allowed.begin(), allowed.end(), signature.role) == allowed.end()) {
      return refuse(rule::kUnknownKey,
                    fmt::format("a {} key has nothing to sign here", to_string(signature.role)));
    }
  }
  return {};
}

/// A note between what is installed and the newest: its successor, which is verified, vouches for
/// its bytes.
Result<Received<ListNote>> note_before(const Received<ListNote>& successor, Mirror& mirror) {
  const std::uint64_t version = successor.note.head.version - 1;
  const std::string name = note_file(version);
  auto bytes = mirror.fetch(name, kMaxNoteBytes);
  if (!bytes) return tl::unexpected(bytes.error());
  if (digest_of(*bytes) != successor.note.previous) {
    return refuse(rule::kBrokenChain,
                  fmt::format("version {} does not follow from this note", version + 1), name);
  }
  auto note = receive(std::move(*bytes), &parse_list_note, name);
  if (!note) return note;
  if (auto fine = check_list(note->note.head, successor.note.head.list, "note"); !fine)
    return tl::unexpected(fine.error());
  if (note->note.head.version != version)
    return refuse(rule::kWrongVersion, "a note of another version", name);
  return note;
}

Result<void> check_note_version(const Received<ListNote>& newest, const Seen& seen) {
  const std::uint64_t version = newest.note.head.version;
  if (version < seen.version) {
    return refuse(rule::kRollback,
                  fmt::format("version {} after version {} was seen here", version, seen.version));
  }
  if (version == seen.version && digest_of(newest.bytes) != seen.note) {
    return refuse(rule::kTwoNotes,
                  fmt::format("another note of version {} was seen here", version));
  }
  return {};
}

Result<std::string> fetch_compressed(Mirror& mirror, const std::string& name, const Blob& file,
                                     const Blob& content, std::string_view what) {
  const auto packed = mirror.fetch(name, file.bytes);
  if (!packed) return packed;
  if (auto fine = check_blob(*packed, file, what); !fine) return tl::unexpected(fine.error());
  auto bytes = decompress(*packed, content.bytes);
  if (!bytes) return bytes;
  if (auto fine = check_blob(*bytes, content, what); !fine) return tl::unexpected(fine.error());
  return bytes;
}

/// The notes whose deltas lead from what is installed to the newest, in that order; empty when one
/// is missing or all together are no smaller than the snapshot.
std::vector<const ListNote*> delta_steps(const NoteChain& chain) {
  std::vector<const ListNote*> steps;
  for (auto note = chain.between.rbegin(); note != chain.between.rend(); ++note)
    steps.push_back(&note->note);
  steps.push_back(&chain.newest.note);
  std::uint64_t bytes = 0;
  for (const ListNote* step : steps) {
    if (!step->delta) return {};
    bytes += step->delta_file->bytes;
  }
  return bytes < chain.newest.note.snapshot_file.bytes ? steps : std::vector<const ListNote*>{};
}

}  // namespace

std::string useless_deltas(const Error& error) {
  return "the whole snapshot was fetched, since the deltas were of no use: " + to_string(error);
}

Result<void> verify_successor(const RootNote& trusted, const Received<RootNote>& next) {
  if (auto fine = check_roles(next.text, {Role::root}); !fine) return fine;
  const KeySet& before = trusted.of(Role::root);
  const KeySet& after = next.note.of(Role::root);
  if (auto fine = verify_signatures(next.text, Role::root, all_keys(before, after)); !fine)
    return fine;
  if (auto fine = verify_signatures(only_by(next.text, before), Role::root, before); !fine)
    return fine;
  if (auto fine = verify_signatures(only_by(next.text, after), Role::root, after); !fine)
    return fine;
  if (auto fine = check_list(next.note.head, trusted.head.list, "root"); !fine) return fine;
  if (next.note.head.version != trusted.head.version + 1) {
    return refuse(
        rule::kWrongVersion,
        fmt::format("root {} where {} follows", next.note.head.version, trusted.head.version + 1));
  }
  return {};
}

Result<Received<RootNote>> trust_root(std::string bytes) {
  auto root = receive(std::move(bytes), &parse_root, "root");
  if (!root) return root;
  if (auto fine = check_roles(root->text, {Role::root}); !fine) return tl::unexpected(fine.error());
  // A successor carries signatures of its predecessor's keys, too, which nobody but the predecessor
  // can tell.
  const KeySet& keys = root->note.of(Role::root);
  if (auto fine = verify_signatures(only_by(root->text, keys), Role::root, keys); !fine) {
    return tl::unexpected(fine.error());
  }
  return root;
}

Result<Received<RootNote>> newest_root(const Received<RootNote>& trusted, Mirror& mirror,
                                       UtcSeconds now) {
  Received<RootNote> root = trusted;
  for (std::uint64_t step = 0; step < kMaxRoots; ++step) {
    const std::string name = root_file(root.note.head.version + 1);
    auto bytes = mirror.fetch(name, kMaxNoteBytes);
    if (!bytes && bytes.error().code == ErrorCode::input_missing) break;
    if (!bytes) return tl::unexpected(bytes.error());
    auto next = receive(std::move(*bytes), &parse_root, name);
    if (!next) return next;
    if (auto fine = verify_successor(root.note, *next); !fine) return tl::unexpected(fine.error());
    root = std::move(*next);
  }
  if (auto fine = check_times(root.note.head, now, "root"); !fine)
    return tl::unexpected(fine.error());
  return root;
}

Result<Received<TimestampNote>> newest_timestamp(const RootNote& root, std::string_view known,
                                                 const Seen& seen, Mirror& mirror, UtcSeconds now) {
  auto bytes = mirror.fetch(kTimestampFile, kMaxNoteBytes);
  if (!bytes) return tl::unexpected(bytes.error());
  auto stamp = receive(std::move(*bytes), &parse_timestamp, kTimestampFile);
  if (!stamp) return stamp;
  if (auto fine = check_roles(stamp->text, {Role::timestamp}); !fine)
    return tl::unexpected(fine.error());
  if (auto fine = verify_signatures(stamp->text, Role::timestamp, root.of(Role::timestamp));
      !fine) {
    return tl::unexpected(fine.error());
  }
  const NoteHead& head = stamp->note.head;
  if (auto fine = check_list(head, root.head.list, "timestamp"); !fine)
    return tl::unexpected(fine.error());
  if (stamp->note.root > root.head.version) {
    return refuse(rule::kRootWithheld,
                  fmt::format("root {} is announced, the mirror has {} at most", stamp->note.root,
                              root.head.version));
  }
  if (head.version < seen.version) {
    return refuse(rule::kRollback, fmt::format("version {} after version {} was seen here",
                                               head.version, seen.version));
  }
  if (!known.empty()) {
    const auto last = receive(std::string(known), &parse_timestamp, "the last timestamp");
    if (last && head.issued < last->note.head.issued) {
      return refuse(rule::kReplay,
                    fmt::format("a timestamp of {} after one of {}", to_text(head.issued),
                                to_text(last->note.head.issued)));
    }
  }
  if (auto fine = check_times(head, now, "timestamp"); !fine) return tl::unexpected(fine.error());
  return stamp;
}

Result<NoteChain> newest_note(const RootNote& root, const TimestampNote& timestamp,
                              const std::optional<Generation>& installed, const Seen& seen,
                              Mirror& mirror, UtcSeconds now) {
  const std::string name = note_file(timestamp.head.version);
  auto bytes = mirror.fetch(name, std::min<std::uint64_t>(timestamp.note.bytes, kMaxNoteBytes));
  if (!bytes) return tl::unexpected(bytes.error());
  if (auto fine = check_blob(*bytes, timestamp.note, "note"); !fine)
    return tl::unexpected(fine.error());
  auto newest = receive(std::move(*bytes), &parse_list_note, name);
  if (!newest) return tl::unexpected(newest.error());
  if (auto fine = check_roles(newest->text, {Role::list, Role::override_gate}); !fine)
    return tl::unexpected(fine.error());
  if (auto fine = verify_signatures(newest->text, Role::list, root.of(Role::list)); !fine) {
    return tl::unexpected(fine.error());
  }
  const NoteHead& head = newest->note.head;
  if (auto fine = check_list(head, root.head.list, "note"); !fine)
    return tl::unexpected(fine.error());
  if (head.version != timestamp.head.version) {
    return refuse(rule::kWrongVersion, fmt::format("a note of version {} where {} is announced",
                                                   head.version, timestamp.head.version));
  }
  if (auto fine = check_note_version(*newest, seen); !fine) return tl::unexpected(fine.error());

  NoteChain chain{std::move(*newest), {}};
  if (installed && installed->note.head.version < head.version) {
    const std::uint64_t last = installed->note.head.version;
    if (head.version - last > kMaxMissed) {
      return refuse(rule::kBrokenChain,
                    fmt::format("{} releases were missed: more than {}, begin with a new post",
                                head.version - last, kMaxMissed));
    }
    const Received<ListNote>* oldest = &chain.newest;
    chain.between.reserve(static_cast<std::size_t>(head.version - last));
    while (oldest->note.head.version > last + 1) {
      auto before = note_before(*oldest, mirror);
      if (!before) return tl::unexpected(before.error());
      oldest = &chain.between.emplace_back(std::move(*before));
    }
    if (oldest->note.previous != installed->note_digest) {
      return refuse(rule::kBrokenChain,
                    fmt::format("version {} does not follow from the version {} installed here",
                                last + 1, last));
    }
  }
  if (auto fine = check_times(head, now, "note"); !fine) return tl::unexpected(fine.error());
  return chain;
}

Result<std::string> read_snapshot(const Generation& generation) {
  auto snapshot = read_bounded(generation.snapshot(), generation.note.snapshot.bytes);
  if (!snapshot) return snapshot;
  if (auto fine = check_blob(*snapshot, generation.note.snapshot, "installed snapshot"); !fine)
    return tl::unexpected(fine.error());
  return snapshot;
}

Result<std::string> fetch_snapshot(const ListNote& note, Mirror& mirror) {
  return fetch_compressed(mirror, snapshot_file(note.head.version), note.snapshot_file,
                          note.snapshot, "snapshot");
}

Result<FetchedContent> fetch_content(const NoteChain& chain, bool with_deltas, Mirror& mirror,
                                     std::string& remark) {
  FetchedContent content;
  const auto steps = with_deltas ? delta_steps(chain) : std::vector<const ListNote*>{};
  for (const ListNote* step : steps) {
    auto delta = fetch_compressed(mirror, delta_file(step->head.version), *step->delta_file,
                                  *step->delta, "delta");
    if (!delta) {
      remark = useless_deltas(delta.error());
      content.deltas.clear();
      break;
    }
    content.deltas.push_back(std::move(*delta));
  }
  if (!content.deltas.empty()) return content;
  auto snapshot = fetch_snapshot(chain.newest.note, mirror);
  if (!snapshot) return tl::unexpected(snapshot.error());
  content.snapshot = std::move(*snapshot);
  return content;
}

Result<UnprovenSnapshot> apply_deltas(const NoteChain& chain, std::string_view installed,
                                      std::span<const std::string> deltas) {
  const auto steps = delta_steps(chain);
  UnprovenSnapshot result;
  std::string_view before = installed;
  for (std::size_t i = 0; i < deltas.size(); ++i) {
    const ListNote& step = *steps[i];
    const DeltaStep from{step.head.list, step.head.version - 1};
    std::string digest;
    if (i + 1 < deltas.size()) {
      auto applied = apply_delta(from, before, deltas[i]);
      if (!applied) return tl::unexpected(applied.error());
      digest = std::move(applied->digest);
      result.between = std::make_unique<std::string>(std::move(applied->snapshot));
      before = *result.between;
    } else {
      auto applied = apply_delta_unproven(from, before, deltas[i]);
      if (!applied) return tl::unexpected(applied.error());
      digest = std::move(applied->digest);
      result.pieces = std::move(applied->pieces);
    }
    if (digest != step.snapshot.digest)
      return refuse(rule::kWrongDigest, "the result of the delta is another than the note says");
  }
  return result;
}

}  // namespace darvaza::releases
