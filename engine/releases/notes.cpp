#include "releases/notes.h"

#include <algorithm>
#include <limits>

#include <fmt/core.h>

#include "releases/rules.h"

namespace darvaza::releases {
namespace {

constexpr std::string_view kRootMagic = "darvaza-root 1";
constexpr std::string_view kListMagic = "darvaza-list-note 1";
constexpr std::string_view kTimestampMagic = "darvaza-timestamp 1";
constexpr std::string_view kNone = "none";
constexpr std::size_t kMaxKeys = 32;
constexpr std::size_t kMaxProbes = 64;
constexpr std::size_t kMaxText = 256;

void write_head(NoteWriter& out, const NoteHead& head) {
  out.text("list", head.list);
  out.number("version", head.version);
  out.time("issued", head.issued);
  out.time("expires", head.expires);
}

NoteHead read_head(NoteReader& in, std::string_view magic) {
  in.expect(magic);
  NoteHead head;
  head.list = in.list_id("list");
  head.version = in.number("version");
  if (head.version == 0) in.wrong("a version from 1");
  head.issued = in.time("issued");
  head.expires = in.time("expires");
  if (head.expires <= head.issued) in.wrong("an expiry after the issue");
  return head;
}

std::string text_of(const Blob& blob) { return fmt::format("{} {}", blob.bytes, blob.digest); }

Blob parse_blob(NoteReader& in, std::string_view name, const std::string& text) {
  Blob blob;
  const auto blank = text.find(' ');
  const std::string digits = text.substr(0, blank);
  const bool number =
      !digits.empty() && digits.size() <= 18 &&
      std::all_of(digits.begin(), digits.end(), [](char c) { return c >= '0' && c <= '9'; });
  if (number && blank != std::string::npos) {
    blob.bytes = std::stoull(digits);
    blob.digest = text.substr(blank + 1);
  }
  if (text_of(blob) != text || !is_digest(blob.digest) || blob.bytes > kMaxSnapshotBytes) {
    in.wrong(fmt::format("'{}: BYTES DIGEST' of at most {} bytes", name, kMaxSnapshotBytes));
  }
  return blob;
}

Blob read_blob(NoteReader& in, std::string_view name) {
  return parse_blob(in, name, in.text(name));
}

/// Names and identifiers for people: no control characters, so that a line is a line.
bool is_plain(std::string_view text) {
  return !text.empty() && text.size() <= kMaxText &&
         std::all_of(text.begin(), text.end(),
                     [](char c) { return static_cast<unsigned char>(c) >= 0x20 && c != 0x7F; });
}

std::vector<std::string> read_probes(NoteReader& in, std::string_view name) {
  std::vector<std::string> probes;
  while (auto probe = in.maybe(name)) {
    if (!is_plain(*probe) || probes.size() == kMaxProbes)
      in.wrong("up to 64 probes of 1 to 256 bytes");
    probes.push_back(std::move(*probe));
  }
  return probes;
}

std::string key_line(Role role) { return fmt::format("{}-key", to_string(role)); }
std::string threshold_line(Role role) { return fmt::format("{}-threshold", to_string(role)); }

void read_keys(NoteReader& in, Role role, KeySet& keys) {
  while (const auto hex = in.maybe(key_line(role))) {
    const auto key = parse_public_key(*hex);
    if (!key || keys.keys.size() == kMaxKeys)
      return in.wrong("up to 32 keys of 64 hexadecimal digits");
    keys.keys.push_back(*key);
  }
}

void check_threshold(NoteReader& in, Role role, const KeySet& keys) {
  const bool may_lack = role == Role::override_gate && keys.keys.empty() && keys.threshold == 1;
  if (keys.threshold == 0 || (keys.threshold > keys.keys.size() && !may_lack)) {
    in.wrong(fmt::format("a threshold from 1 to the number of {} keys", to_string(role)));
  }
}

/// A key with two roles would make the one that is online as good as the one in the safe.
void check_distinct(NoteReader& in, const RootNote& root) {
  std::vector<std::string> ids;
  for (const KeySet& set : root.roles) {
    for (const PublicKey& key : set.keys) ids.push_back(key.id());
  }
  std::sort(ids.begin(), ids.end());
  if (std::adjacent_find(ids.begin(), ids.end()) != ids.end())
    in.wrong("every key once, in one role");
}

template <typename Note>
Result<Note> finished(NoteReader& in, Note&& note) {
  if (auto done = in.finish(); !done) return tl::unexpected(done.error());
  return std::forward<Note>(note);
}

}  // namespace

Blob blob_of(std::string_view bytes) { return {bytes.size(), digest_of(bytes)}; }

Result<void> check_blob(std::string_view bytes, const Blob& expected, std::string_view what) {
  if (bytes.size() != expected.bytes) {
    return refuse(rule::kWrongLength, fmt::format("the {} has {} bytes where its note says {}",
                                                  what, bytes.size(), expected.bytes));
  }
  if (digest_of(bytes) != expected.digest) {
    return refuse(rule::kWrongDigest, fmt::format("the {} is not what its note vouches for", what));
  }
  return {};
}

std::string write_body(const RootNote& note) {
  NoteWriter out(kRootMagic);
  write_head(out, note.head);
  for (const Role role : kAllRoles) {
    out.number(threshold_line(role), note.of(role).threshold);
    for (const PublicKey& key : note.of(role).keys) out.text(key_line(role), key.hex());
  }
  return out.take();
}

Result<RootNote> parse_root(std::string_view body) {
  NoteReader in(body);
  RootNote note;
  note.head = read_head(in, kRootMagic);
  for (const Role role : kAllRoles) {
    KeySet& keys = note.of(role);
    keys.threshold = in.number(threshold_line(role));
    read_keys(in, role, keys);
    check_threshold(in, role, keys);
  }
  check_distinct(in, note);
  return finished(in, std::move(note));
}

std::string write_body(const ListNote& note) {
  NoteWriter out(kListMagic);
  write_head(out, note.head);
  out.text("owner", note.owner);
  out.text("previous", note.previous.empty() ? kNone : std::string_view(note.previous));
  out.number("persons", note.persons);
  out.number("lost-documents", note.lost_documents);
  out.text("snapshot", text_of(note.snapshot));
  out.text("snapshot-file", text_of(note.snapshot_file));
  if (note.delta) {
    out.text("delta", text_of(*note.delta));
    out.text("delta-file", text_of(*note.delta_file));
  }
  for (const std::string& id : note.must_hit) out.text("must-hit", id);
  for (const std::string& name : note.must_clear) out.text("must-clear", name);
  return out.take();
}

Result<ListNote> parse_list_note(std::string_view body) {
  NoteReader in(body);
  ListNote note;
  note.head = read_head(in, kListMagic);
  note.owner = in.text("owner");
  if (!is_plain(note.owner)) in.wrong("an owner of 1 to 256 bytes");
  note.previous = in.text("previous");
  const bool first = note.head.version == 1;
  if (first ? note.previous != kNone : !is_digest(note.previous)) {
    in.wrong("the digest of the note before this one, 'none' for version 1");
  }
  if (first) note.previous.clear();
  note.persons = in.number("persons");
  note.lost_documents = in.number("lost-documents");
  note.snapshot = read_blob(in, "snapshot");
  note.snapshot_file = read_blob(in, "snapshot-file");
  if (auto delta = in.maybe("delta")) {
    note.delta = parse_blob(in, "delta", *delta);
    note.delta_file = read_blob(in, "delta-file");
    if (first) in.wrong("no delta beside version 1");
  }
  note.must_hit = read_probes(in, "must-hit");
  note.must_clear = read_probes(in, "must-clear");
  return finished(in, std::move(note));
}

std::string write_body(const TimestampNote& note) {
  NoteWriter out(kTimestampMagic);
  write_head(out, note.head);
  out.text("note", text_of(note.note));
  out.number("root", note.root);
  return out.take();
}

Result<TimestampNote> parse_timestamp(std::string_view body) {
  NoteReader in(body);
  TimestampNote note;
  note.head = read_head(in, kTimestampMagic);
  note.note = read_blob(in, "note");
  note.root = in.number("root");
  return finished(in, std::move(note));
}

Result<void> check_times(const NoteHead& head, UtcSeconds now, std::string_view what) {
  if (head.issued > now + kClockTolerance) {
    return refuse(rule::kFromTheFuture, fmt::format("the {} was issued {}, and it is {} here", what,
                                                    to_text(head.issued), to_text(now)));
  }
  if (head.expires <= now) {
    return refuse(rule::kExpired, fmt::format("the {} expired {}, and it is {} here", what,
                                              to_text(head.expires), to_text(now)));
  }
  return {};
}

std::string root_warning(const NoteHead& root, UtcSeconds now) {
  constexpr UtcSeconds kDay = 86'400, kEarly = 60 * kDay;
  const UtcSeconds left = root.expires - now;
  if (left > kEarly) return {};
  const std::string which = fmt::format("root {} of {}", root.version, root.list);
  const std::string date = to_text(root.expires);
  if (left <= 0)
    return fmt::format("{} expired {}: nothing new is installed or published until 'darvaza lists root' made its successor", which, date);
  return fmt::format("{} expires {}, in {} days: nothing new is installed or published from then on; make its successor before, with "
                     "'darvaza lists root'",
                     which, date, left / kDay);
}

}  // namespace darvaza::releases
