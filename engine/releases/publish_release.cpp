#include "releases/publish_release.h"

#include <optional>
#include <system_error>

#include <fmt/core.h>

#include "darvaza/build_index.h"
#include "darvaza/screener.h"
#include "releases/compression.h"
#include "releases/delta.h"
#include "releases/durable_files.h"
#include "releases/mirror.h"
#include "releases/post.h"
#include "releases/probes.h"
#include "releases/rules.h"
#include "releases/sanity_gate.h"
#include "releases/verify_release.h"

namespace darvaza::releases {
namespace {

/// The root of the highest number in a directory, each followed from the one before.
Result<std::optional<Received<RootNote>>> own_root(const fs::path& directory) {
  std::optional<Received<RootNote>> newest;
  for (std::uint64_t version = 1;; ++version) {
    auto bytes = read_bounded(directory / root_file(version), kMaxNoteBytes);
    if (!bytes && bytes.error().code == ErrorCode::input_missing) return newest;
    if (!bytes) return tl::unexpected(bytes.error());
    auto root = trust_root(std::move(*bytes));
    if (!root) return tl::unexpected(root.error());
    newest = std::move(*root);
  }
}

Result<Received<RootNote>> required_root(const fs::path& directory) {
  auto root = own_root(directory);
  if (!root) return tl::unexpected(root.error());
  if (!*root)
    return fail(ErrorCode::input_missing, "no root note: make one with 'darvaza lists root'",
                directory.string());
  return std::move(**root);
}

/// A timestamp that was lost, or brought back from an old copy, must not make versions anew that posts have seen: they would
/// refuse those and all that follow. More than one later version is nothing that a crash leaves.
Result<void> check_is_newest(const fs::path& directory, std::uint64_t version) {
  const fs::path later = directory / note_file(version + 2);
  std::error_code error;
  if (!fs::exists(later, error)) {
    if (!error) return {};
    return fail(ErrorCode::io, fmt::format("nobody can say whether there is a newer note: {}", error.message()), later.string());
  }
  const std::string named = version == 0 ? "is missing" : fmt::format("names version {}", version);
  return fail(ErrorCode::input_refused, fmt::format("the timestamp {}, and there is {}: bring the newest timestamp back from a mirror", named, note_file(version + 2)),
              (directory / kTimestampFile).string());
}

struct Released {
  Received<ListNote> note;
  std::string snapshot;
};

Result<Received<ListNote>> received_note(std::string bytes, const RootNote& root, const std::string& name) {
  auto text = parse_signed(bytes);
  if (!text) return tl::unexpected(text.error());
  auto note = parse_list_note(text->body);
  if (!note) return tl::unexpected(note.error());
  if (note->head.list != root.head.list) return refuse(rule::kWrongList, "the releases here are of another list", name);
  return Received<ListNote>{std::move(bytes), std::move(*text), std::move(*note)};
}

Result<std::optional<TimestampNote>> own_timestamp(const fs::path& directory) {
  const auto bytes = read_bounded(directory / kTimestampFile, kMaxNoteBytes);
  if (!bytes && bytes.error().code == ErrorCode::input_missing) return std::nullopt;
  if (!bytes) return tl::unexpected(bytes.error());
  const auto text = parse_signed(*bytes);
  if (!text) return tl::unexpected(text.error());
  auto stamp = parse_timestamp(text->body);
  if (!stamp) return tl::unexpected(stamp.error());
  return std::move(*stamp);
}

/// The note after the one that the timestamp names, if it is whole. A crash left it before the timestamp was replaced, or the timestamp
/// was brought back from an old copy and posts have seen it: who goes on from it is right either way.
Result<std::optional<Received<ListNote>>> note_after(const fs::path& directory, const RootNote& root, const std::optional<TimestampNote>& stamp) {
  const std::string name = note_file(stamp ? stamp->head.version + 1 : 1);
  auto bytes = read_bounded(directory / name, kMaxNoteBytes);
  if (!bytes && bytes.error().code == ErrorCode::input_missing) return std::nullopt;
  if (!bytes) return tl::unexpected(bytes.error());
  auto note = received_note(std::move(*bytes), root, name);
  if (!note) return std::nullopt;  // no post takes it
  if (note->note.previous != (stamp ? stamp->note.digest : "")) {
    return refuse(rule::kBrokenChain, "does not follow from the note that the timestamp names: bring notes and timestamp back from a mirror", name);
  }
  return std::move(*note);
}

/// The newest release, with its snapshot; nothing before the first.
Result<std::optional<Released>> newest_release(const fs::path& directory, const RootNote& root) {
  const auto stamp = own_timestamp(directory);
  if (!stamp) return tl::unexpected(stamp.error());
  if (auto newest = check_is_newest(directory, *stamp ? (*stamp)->head.version : 0); !newest) return tl::unexpected(newest.error());
  auto note = note_after(directory, root, *stamp);
  if (!note) return tl::unexpected(note.error());
  if (!*note && !*stamp) return std::nullopt;
  const auto mirror = open_mirror(directory.string());
  if (!mirror) return tl::unexpected(mirror.error());
  if (!*note) {
    const std::string name = note_file((*stamp)->head.version);
    auto bytes = (*mirror)->fetch(name, kMaxNoteBytes);
    if (!bytes) return tl::unexpected(bytes.error());
    if (auto fine = check_blob(*bytes, (*stamp)->note, "note"); !fine) return tl::unexpected(fine.error());
    auto named = received_note(std::move(*bytes), root, name);
    if (!named) return tl::unexpected(named.error());
    *note = std::move(*named);
  }
  auto snapshot = fetch_snapshot((*note)->note, **mirror);
  if (!snapshot) return tl::unexpected(snapshot.error());
  return Released{std::move(**note), std::move(*snapshot)};
}

/// Builds the index in a directory that goes afterwards, and asks.
Result<void> try_index(const fs::path& directory, const MadeSnapshot& made, const ListNote& note) {
  const fs::path work = directory / ".probe.new";
  std::error_code ignored;
  fs::remove_all(work, ignored);
  if (auto done = make_directories(work); !done) return done;
  const auto result = [&]() -> Result<void> {
    const fs::path snapshot = work / "snapshot";
    if (auto done = write_new(snapshot, made.text); !done) return done;
    BuildOptions options;
    options.allow_empty = true;  // whoever publishes has seen how many records there are
    const auto built = build_index(std::array{snapshot}, work / "index.dvz", options);
    if (!built) return tl::unexpected(built.error());
    const auto screener = Screener::open(work / "index.dvz");
    if (!screener) return tl::unexpected(screener.error());
    return ask_probes(*screener, made.text, note);
  }();
  fs::remove_all(work, ignored);
  return result;
}

SignedText sign(std::string body, Role role, const std::vector<SecretKey>& keys) {
  SignedText text{std::move(body), {}};
  for (const SecretKey& key : keys) add_signature(text, role, key);
  return text;
}

Result<UtcSeconds> publish_timestamp(const fs::path& directory, const RootNote& root,
                                     const ListNote& note, std::string_view note_bytes,
                                     const PublishRequest& request) {
  TimestampNote stamp;
  stamp.head = {root.head.list, note.head.version, request.now,
                request.now + request.timestamp_valid_seconds};
  stamp.note = blob_of(note_bytes);
  stamp.root = root.head.version;
  const SignedText text = sign(write_body(stamp), Role::timestamp, request.timestamp_keys);
  if (auto fine = parse_timestamp(text.body); !fine) return tl::unexpected(fine.error());
  if (auto fine = verify_signatures(text, Role::timestamp, root.of(Role::timestamp)); !fine) {
    return tl::unexpected(fine.error());
  }
  if (auto done = replace_file(directory / kTimestampFile, write_signed(text)); !done)
    return tl::unexpected(done.error());
  return stamp.head.expires;
}

/// Whether posts take the release for which a timestamp is to vouch anew. Otherwise whoever renews it would be told every
/// hour that all is well.
Result<void> check_holds(const RootNote& root, const Received<ListNote>& release, UtcSeconds now) {
  const NoteHead& head = release.note.head;
  auto is_signed = verify_signatures(release.text, Role::list, root.of(Role::list));
  if (!is_signed) {
    is_signed.error().message += ": publish the list anew, by a key of the newest root";
    is_signed.error().file = note_file(head.version);
    return is_signed;
  }
  if (head.expires > now) return {};
  return refuse(rule::kExpired, fmt::format("the release expired {}: publish the next one", to_text(head.expires)), note_file(head.version));
}

/// What a clock that ran ahead left behind: posts that saw it take nothing that was issued before it.
std::string remark_on(const std::optional<Released>& before, UtcSeconds now) {
  if (!before) return {};
  const NoteHead& head = before->note.note.head;
  if (head.issued <= now + kClockTolerance) return {};
  return fmt::format("version {} was issued {}, and it is {} here: posts that have seen it take nothing before then (see \"When a clock was wrong\" "
                     "in docs/list-releases.md)",
                     head.version, to_text(head.issued), to_text(now));
}

ListNote note_of(const PublishRequest& request, const RootNote& root, const MadeSnapshot& made,
                 const std::optional<Released>& before) {
  ListNote note;
  note.head = {root.head.list, before ? before->note.note.head.version + 1 : 1, request.now,
               request.now + request.valid_seconds};
  note.owner = request.owner;
  if (before) note.previous = digest_of(before->note.bytes);
  note.persons = made.persons;
  note.lost_documents = made.lost_documents;
  note.snapshot = blob_of(made.text);
  note.must_hit = request.must_hit;
  note.must_clear = request.must_clear;
  return note;
}

Result<ListChanges> changes_between(const std::optional<Released>& before, const MadeSnapshot& made,
                                    const std::string& list) {
  const auto after = snapshot_lines(made.text, list);
  if (!after) return tl::unexpected(after.error());
  if (!before) return list_changes({}, *after);
  const auto lines = snapshot_lines(before->snapshot, list);
  if (!lines) return tl::unexpected(lines.error());
  return list_changes(*lines, *after);
}

/// Who was not reviewed in time; refused when the publisher's patience is over.
Result<PastReview> check_reviews(const MadeSnapshot& made, const std::string& list, const PublishRequest& request) {
  const auto lines = snapshot_lines(made.text, list);
  if (!lines) return tl::unexpected(lines.error());
  if (request.review_grace_days) {
    constexpr UtcSeconds kDay = 86'400;
    const auto late = past_review(*lines, day_of(request.now - *request.review_grace_days * kDay));
    if (!late) return late;
    if (late->total() > 0) {
      return refuse(rule::kReview, fmt::format("{} records are more than {} days past their review date, the oldest since {}", late->total(),
                                               *request.review_grace_days, darvaza::to_string(late->oldest)));
    }
  }
  return past_review(*lines, day_of(request.now));
}

/// Writes the delta from the release before and says so in `note`.
Result<void> publish_delta(const fs::path& directory, const std::optional<Released>& before,
                           const MadeSnapshot& made, ListNote& note) {
  if (!before) return {};
  const auto delta =
      make_delta({note.head.list, before->note.note.head.version}, before->snapshot, made.text);
  if (!delta) return tl::unexpected(delta.error());
  const auto packed = compress(*delta);
  if (!packed) return tl::unexpected(packed.error());
  note.delta = blob_of(*delta);
  note.delta_file = blob_of(*packed);
  return replace_file(directory / delta_file(note.head.version), *packed);
}

}  // namespace

Result<std::uint64_t> publish_root(const fs::path& directory, const RootRequest& request) {
  if (auto done = make_directories(directory); !done) return tl::unexpected(done.error());
  const auto before = own_root(directory);
  if (!before) return tl::unexpected(before.error());
  RootNote root;
  root.head = {request.list, *before ? (*before)->note.head.version + 1 : 1, request.now,
               request.now + request.valid_seconds};
  root.roles = request.roles;
  const SignedText text = sign(write_body(root), Role::root, request.signers);
  if (auto fine = parse_root(text.body); !fine) return tl::unexpected(fine.error());
  const Received<RootNote> made{write_signed(text), text, root};
  if (*before) {
    if (auto fine = verify_successor((*before)->note, made); !fine)
      return tl::unexpected(fine.error());
  } else if (auto fine = trust_root(made.bytes); !fine) {
    return tl::unexpected(fine.error());
  }
  if (auto done = replace_file(directory / root_file(root.head.version), made.bytes); !done) {
    return tl::unexpected(done.error());
  }
  return root.head.version;
}

Result<PublishReport> publish_release(const fs::path& directory, const PublishRequest& request) {
  const auto root = required_root(directory);
  if (!root) return tl::unexpected(root.error());
  // No post would take what is signed under it.
  if (auto fine = check_times(root->note.head, request.now, "root"); !fine) return tl::unexpected(fine.error());
  const auto lock = FileLock::take(directory / ".lock");
  if (!lock) return tl::unexpected(lock.error());
  const auto before = newest_release(directory, root->note);
  if (!before) return tl::unexpected(before.error());
  PublishReport report;
  report.root = root->note.head;
  report.remark = remark_on(*before, request.now);
  if (request.sources.empty()) {
    if (!*before)
      return fail(ErrorCode::usage, "nothing was published yet: expected sources",
                  directory.string());
    if (auto fine = check_holds(root->note, (*before)->note, request.now); !fine) return tl::unexpected(fine.error());
    report.note = (*before)->note.note;
    const auto expires =
        publish_timestamp(directory, root->note, report.note, (*before)->note.bytes, request);
    if (!expires) return tl::unexpected(expires.error());
    report.timestamp_expires = *expires;
    return report;
  }

  auto made = make_snapshot(root->note.head.list, request.sources);
  if (!made) return tl::unexpected(made.error());
  ListNote note = note_of(request, root->note, *made, *before);
  auto reviews = check_reviews(*made, note.head.list, request);
  if (!reviews) return tl::unexpected(reviews.error());
  auto changes = changes_between(*before, *made, note.head.list);
  if (!changes) return tl::unexpected(changes.error());
  if (auto fine = try_index(directory, *made, note); !fine) return tl::unexpected(fine.error());

  const auto packed = compress(made->text);
  if (!packed) return tl::unexpected(packed.error());
  note.snapshot_file = blob_of(*packed);
  if (auto done = publish_delta(directory, *before, *made, note); !done)
    return tl::unexpected(done.error());
  SignedText text = sign(write_body(note), Role::list, request.list_keys);
  for (const SecretKey& key : request.override_keys) add_signature(text, Role::override_gate, key);
  if (auto fine = parse_list_note(text.body); !fine) return tl::unexpected(fine.error());
  if (auto fine = verify_signatures(text, Role::list, root->note.of(Role::list)); !fine)
    return tl::unexpected(fine.error());
  if (*before) {
    if (auto fine = check_sanity(*changes, 1, root->note, {&text}); !fine)
      return tl::unexpected(fine.error());
  }

  const std::uint64_t version = note.head.version;
  const std::string bytes = write_signed(text);
  if (auto done = replace_file(directory / snapshot_file(version), *packed); !done)
    return tl::unexpected(done.error());
  if (auto done = replace_file(directory / note_file(version), bytes); !done)
    return tl::unexpected(done.error());
  const auto expires = publish_timestamp(directory, root->note, note, bytes, request);
  if (!expires) return tl::unexpected(expires.error());
  report.note = std::move(note);
  report.released = true;
  report.timestamp_expires = *expires;
  report.delta_file_bytes = report.note.delta_file ? report.note.delta_file->bytes : 0;
  report.repeated = made->repeated;
  report.sources = std::move(made->sources);
  report.changes = std::move(*changes);
  report.changes.records.clear();
  report.past_review = std::move(*reviews);
  return report;
}

}  // namespace darvaza::releases
