// darvaza lists keygen, root, publish: what the owner of a list does.
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include <boost/json.hpp>
#include <fmt/core.h>

#include "input/duration.h"
#include "input/source_report.h"
#include "lists/snapshot_line.h"
#include "lists_commands/lists.h"
#include "output/exit_status.h"
#include "releases/publish_release.h"
#include "text/json_text.h"

namespace darvaza::tool {
namespace {

namespace json = boost::json;
using releases::KeySet;
using releases::Role;
using releases::SecretKey;

using Files = std::vector<std::filesystem::path>;

constexpr const char* kKeygenFooter = R"(
Writes NAME.key, which only its owner may read, and NAME.pub, which goes into the root note. Existing files are
never overwritten. Root keys belong in a safe; the timestamp key stays where timestamps are made.

Example:
  darvaza lists keygen root-1)";

constexpr const char* kRootFooter = R"(
Says who is trusted with a list. The first root is root.1: bring it to every post by a safe way. Run again with other
keys to make the root after it, signed by enough root keys of both.

Example:
  darvaza lists root --list un-sc --release mirror --root-key root-1.pub root-2.pub root-3.pub --threshold 2 \
    --list-key list.pub --timestamp-key time.pub --override-key override.pub --sign root-1.key root-3.key)";

constexpr const char* kPublishFooter = R"(
Reads lists in any format that `darvaza build` reads, and writes the next release into the mirror: a note, a snapshot
and a delta, then the timestamp. The index is built and the probes are asked first. Without SOURCE only the timestamp
is renewed: do so well before it expires.

A release that removes over 5 % of the entries or changes over 20 % needs the override key.

Examples:
  darvaza lists publish --release mirror --list-sign list.key --timestamp-sign time.key --owner UN un.xml
  darvaza lists publish --release mirror --timestamp-sign time.key)";

Result<std::vector<SecretKey>> read_secret_keys(const Files& files) {
  std::vector<SecretKey> keys;
  for (const auto& file : files) {
    const auto key = SecretKey::read(file);
    if (!key) return tl::unexpected(key.error());
    keys.push_back(*key);
  }
  return keys;
}

Result<KeySet> read_public_keys(const Files& files, std::size_t threshold) {
  KeySet keys;
  keys.threshold = threshold;
  for (const auto& file : files) {
    const auto key = releases::read_public_key(file);
    if (!key) return tl::unexpected(key.error());
    keys.keys.push_back(*key);
  }
  return keys;
}

int keygen(const std::string& name, bool as_json) {
  const SecretKey key = SecretKey::generate();
  if (const auto done = key.write(name + ".key"); !done) return report(done.error());
  if (const auto done = releases::write_public_key(key.public_key(), name + ".pub"); !done)
    return report(done.error());
  const std::string id = key.public_key().id();
  if (as_json) {
    fmt::print("{}\n",
               json::serialize(json::object{{"id", id},
                                            {"public_key", key.public_key().hex()},
                                            {"secret_file", text::json_text(name + ".key")},
                                            {"public_file", text::json_text(name + ".pub")}}));
  } else {
    fmt::print("{}  {}.key {}.pub\n", id, name, name);
  }
  return kDone;
}

struct RootOptions {
  std::string list;
  std::string release;
  std::string expires = "365d";
  std::size_t threshold = 1;
  std::array<Files, releases::kAllRoles.size()> keys;
  Files sign;
  Files& of(Role role) { return keys[static_cast<std::size_t>(role)]; }
};

/// Wrong values are told as what was typed, before they become lines of a note.
std::int64_t some_time(const char* option, const std::string& text) {
  const std::int64_t seconds = parse_duration(text);
  if (seconds == 0) throw WrongUsage(fmt::format("{}: expected a time longer than nothing", option));
  return seconds;
}

/// Review dates are days: a grace of hours would come to an end in the middle of one.
int whole_days(const char* option, const std::string& text) {
  constexpr std::int64_t kDay = 86'400;
  const std::int64_t seconds = parse_duration(text);
  if (seconds % kDay != 0) throw WrongUsage(fmt::format("{}: '{}': expected whole days, such as 90d", option, text));
  return static_cast<int>(seconds / kDay);
}

int root(const RootOptions& options) {
  if (!lists::is_list_id(options.list)) {
    complain("--list: expected an identifier of 1 to 64 small Latin letters, digits, '-', '_' and '.', such as un-sc");
    return kUsage;
  }
  releases::RootRequest request;
  request.list = options.list;
  request.now = releases::utc_now();
  request.valid_seconds = some_time("--expires", options.expires);
  for (const Role role : releases::kAllRoles) {
    const auto i = static_cast<std::size_t>(role);
    auto keys = read_public_keys(options.keys[i], role == Role::root ? options.threshold : 1);
    if (!keys) return report(keys.error());
    request.roles[i] = std::move(*keys);
  }
  auto signers = read_secret_keys(options.sign);
  if (!signers) return report(signers.error());
  request.signers = std::move(*signers);
  const auto version = releases::publish_root(options.release, request);
  if (!version) return report(version.error());
  fmt::print("{}: root {} of {}, until {}\n", options.release, *version, options.list,
             releases::to_text(request.now + request.valid_seconds));
  return kDone;
}

struct PublishOptions {
  std::string release;
  std::string owner;
  std::string expires = "7d";
  std::string timestamp_expires = "24h";
  std::string review_grace;  ///< empty: late records are only told
  Files list_keys;
  Files timestamp_keys;
  Files override_keys;
  std::vector<std::string> must_hit;
  std::vector<std::string> must_clear;
  Files sources;
  bool json = false;
};

json::object report_json(const releases::PublishReport& done) {
  const releases::ListNote& note = done.note;
  return {{"list", note.head.list},
          {"version", note.head.version},
          {"released", done.released},
          {"persons", note.persons},
          {"lost_documents", note.lost_documents},
          {"repeated", done.repeated},
          {"added", done.changes.added},
          {"removed", done.changes.removed},
          {"changed", done.changes.changed},
          {"snapshot_bytes", note.snapshot.bytes},
          {"snapshot_file_bytes", note.snapshot_file.bytes},
          {"delta_file_bytes", done.delta_file_bytes},
          {"expires", releases::to_text(note.head.expires)},
          {"root_expires", releases::to_text(done.root.expires)},
          {"past_review", done.past_review.total()},
          {"timestamp_expires", releases::to_text(done.timestamp_expires)}};
}

void print_report(const releases::PublishReport& done) {
  const releases::ListNote& note = done.note;
  if (!done.released) {
    fmt::print("{}: version {} confirmed until {}\n", note.head.list, note.head.version,
               releases::to_text(done.timestamp_expires));
    return;
  }
  fmt::print("{}: version {}, {} persons and {} lost documents, until {}\n", note.head.list,
             note.head.version, note.persons, note.lost_documents,
             releases::to_text(note.head.expires));
  fmt::print("{} added, {} removed, {} changed", done.changes.added, done.changes.removed,
             done.changes.changed);
  if (done.repeated > 0) fmt::print("; {} repeated records are kept once", done.repeated);
  fmt::print("\nsnapshot {} bytes, compressed {}; delta {}\n", note.snapshot.bytes,
             note.snapshot_file.bytes,
             done.delta_file_bytes == 0 ? "none" : fmt::format("{}", done.delta_file_bytes));
}

/// An option that a timestamp has no use for says that a release was meant, whose source somebody's script did not find.
bool means_a_release(const PublishOptions& options) {
  return !options.owner.empty() || !options.list_keys.empty() || !options.override_keys.empty() || !options.must_hit.empty() ||
         !options.must_clear.empty() || !options.review_grace.empty();
}

int publish(const PublishOptions& options) {
  if (options.sources.empty() && means_a_release(options)) {
    complain("SOURCE: expected the files of the list; to renew the timestamp alone leave out --owner, --list-sign, --override-sign, --must-hit, --must-clear and --review-grace");
    return kUsage;
  }
  constexpr std::size_t kLongestOwner = 256;
  if (!options.sources.empty() && (options.owner.empty() || options.owner.size() > kLongestOwner)) {
    complain("--owner: a release names who answers for the list, in 1 to 256 bytes");
    return kUsage;
  }
  releases::PublishRequest request;
  request.sources = options.sources;
  request.owner = options.owner;
  request.now = releases::utc_now();
  request.valid_seconds = some_time("--expires", options.expires);
  request.timestamp_valid_seconds = some_time("--timestamp-expires", options.timestamp_expires);
  request.must_hit = options.must_hit;
  if (!options.review_grace.empty()) request.review_grace_days = whole_days("--review-grace", options.review_grace);
  request.must_clear = options.must_clear;
  const std::pair<const Files&, std::vector<SecretKey>&> keys[] = {
      {options.list_keys, request.list_keys},
      {options.timestamp_keys, request.timestamp_keys},
      {options.override_keys, request.override_keys}};
  for (const auto& [files, target] : keys) {
    auto read = read_secret_keys(files);
    if (!read) return report(read.error());
    target = std::move(*read);
  }
  const auto done = releases::publish_release(options.release, request);
  if (!done) return report(done.error());
  tell_unread(done->sources, kShownReasons, "`darvaza build --verbose` shows all");
  tell_over(done->sources, kShownOver, "`darvaza build --verbose` shows all");
  if (!done->remark.empty()) complain(done->remark);
  if (const std::string warning = releases::root_warning(done->root, request.now); !warning.empty()) complain(warning);
  if (done->past_review.total() > 0) {
    complain(fmt::format("{} records are past their review date, the oldest since {}: their owners are to confirm or delete them",
                         done->past_review.total(), to_string(done->past_review.oldest)));
  }
  if (options.json) {
    fmt::print("{}\n", json::serialize(report_json(*done)));
  } else {
    print_report(*done);
  }
  return kDone;
}

void add_keygen(Command lists, int& status) {
  auto name = std::make_shared<std::string>();
  auto as_json = std::make_shared<bool>(false);
  Command command = lists.add_command("keygen", "Make a key pair");
  command.add_option("NAME", *name, "Where to write NAME.key and NAME.pub").required();
  command.add_flag("--json", *as_json, "Write one JSON object");
  command.footer(kKeygenFooter);
  command.callback([name, as_json, &status] { status = keygen(*name, *as_json); });
}

void add_root(Command lists, int& status) {
  auto options = std::make_shared<RootOptions>();
  Command command = lists.add_command("root", "Say who is trusted with a list");
  command.add_option("--list", options->list, "Identifier of the list")
      .required()
      .type_name("ID");
  command.add_option("--release", options->release, "Directory of the mirror")
      .required()
      .type_name("DIR");
  command.add_option("--root-key", options->of(Role::root), "Public root keys")
      .required()
      .type_name("FILE");
  command.add_option("--threshold", options->threshold, "How many root keys must sign a root")
      .default_shown();
  command.add_option("--list-key", options->of(Role::list), "Public keys that sign releases")
      .required()
      .type_name("FILE");
  command
      .add_option("--timestamp-key", options->of(Role::timestamp),
                  "Public keys that sign timestamps")
      .required()
      .type_name("FILE");
  command
      .add_option("--override-key", options->of(Role::override_gate),
                  "Public keys that lift the sanity gate")
      .type_name("FILE");
  command
      .add_option("--sign", options->sign,
                  "Secret root keys: enough of this root's and of the one's before")
      .required()
      .type_name("FILE");
  command.add_option("--expires", options->expires, "How long it holds")
      .default_shown()
      .type_name("TIME");
  command.footer(kRootFooter);
  command.callback([options, &status] { status = root(*options); });
}

void add_publish(Command lists, int& status) {
  auto options = std::make_shared<PublishOptions>();
  Command command =
      lists.add_command("publish", "Publish the next release of a list, or a new timestamp");
  command.add_option("--release", options->release, "Directory of the mirror")
      .required()
      .type_name("DIR");
  command.add_option("--owner", options->owner, "State or body that answers for the list; needed with SOURCE")
      .type_name("TEXT");
  command.add_option("--list-sign", options->list_keys, "Secret list keys")
      .type_name("FILE")
      .one_value_each();
  command.add_option("--timestamp-sign", options->timestamp_keys, "Secret timestamp keys")
      .required()
      .type_name("FILE")
      .one_value_each();
  command.add_option("--override-sign", options->override_keys, "Secret override keys")
      .type_name("FILE")
      .one_value_each();
  command.add_option("--expires", options->expires, "How long the release holds")
      .default_shown()
      .type_name("TIME");
  command
      .add_option("--timestamp-expires", options->timestamp_expires,
                  "How long the timestamp holds")
      .default_shown()
      .type_name("TIME");
  // One value an option, so that a source behind it is a source.
  command.add_option("--must-hit", options->must_hit, "Entries that every post's index must find")
      .type_name("ID")
      .one_value_each();
  command.add_option("--must-clear", options->must_clear, "Names that must find nobody")
      .type_name("NAME")
      .one_value_each();
  command.add_option("--review-grace", options->review_grace, "Refuse records that are longer than this past their review date: whole days, 90d")
      .type_name("TIME");
  command.add_option("SOURCE", options->sources, "Watchlist files, in any supported format");
  command.add_flag("--json", options->json, "Write one JSON object");
  command.footer(kPublishFooter);
  command.callback([options, &status] { status = publish(*options); });
}

}  // namespace

void add_lists_publisher(Command lists, int& status) {
  add_keygen(lists, status);
  add_root(lists, status);
  add_publish(lists, status);
}

}  // namespace darvaza::tool
