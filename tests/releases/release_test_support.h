// A publisher with keys, a mirror that an attacker may write to, and a post: for one test.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include <gtest/gtest.h>

#include "lists/list_test_support.h"
#include "releases/durable_files.h"
#include "releases/install_release.h"
#include "releases/publish_release.h"
#include "releases/rules.h"

namespace darvaza::releases {

inline constexpr UtcSeconds kHour = 3600;
inline constexpr UtcSeconds kDay = 24 * kHour;
inline constexpr UtcSeconds kNow = 1'790'000'000;  ///< 2026-09-21

/// Files by name, for anybody to change. Never gives more than the bound, as every mirror.
class MemoryMirror : public Mirror {
 public:
  std::map<std::string, std::string> files;
  Result<std::string> fetch(const std::string& name, std::uint64_t max_bytes) override {
    const auto file = files.find(name);
    if (file == files.end()) return fail(ErrorCode::input_missing, "no such file", name);
    if (file->second.size() > max_bytes) return refuse(rule::kTooLong, "more than allowed", name);
    return file->second;
  }
};

/// Three root keys of which two must sign, one key for everything else, and strangers' keys.
struct Keys {
  SecretKey root_a = SecretKey::generate();
  SecretKey root_b = SecretKey::generate();
  SecretKey root_c = SecretKey::generate();
  SecretKey list = SecretKey::generate();
  SecretKey timestamp = SecretKey::generate();
  SecretKey override_gate = SecretKey::generate();
  SecretKey stranger = SecretKey::generate();
};

inline std::array<KeySet, kAllRoles.size()> usual_roles(const Keys& keys) {
  return {KeySet{{keys.root_a.public_key(), keys.root_b.public_key(), keys.root_c.public_key()}, 2},
          KeySet{{keys.list.public_key()}, 1}, KeySet{{keys.timestamp.public_key()}, 1},
          KeySet{{keys.override_gate.public_key()}, 1}};
}

template <typename T>
T value_of(Result<T> result) {
  EXPECT_TRUE(result) << to_string(result.error());
  return result ? std::move(*result) : T{};
}

/// The usual course of things, from which each attack departs.
class ReleaseTest : public testing::Test {
 protected:
  /// A list of `count` fictional persons, of whom number `renamed` has another name.
  std::filesystem::path list_of(int count, int renamed = -1) const {
    std::string csv = "id,name,birth_date,nationality\n";
    for (int i = 0; i < count; ++i) {
      const std::string id = std::to_string(100 + i);
      csv += "TX-" + id + (i == renamed ? ",Newname " : ",Oldname ") + names_[i % 5] +
             std::string(1, char('a' + i % 26)) + "ov,1970-01-" + std::to_string(10 + i % 18) +
             ",UZB\n";
    }
    return directory_.write("persons.csv", csv);
  }

  void make_root() {
    RootRequest request{
        "test-list", kNow - kDay, 300 * kDay, usual_roles(keys_), {keys_.root_a, keys_.root_b}};
    ASSERT_TRUE(publish_root(published(), request));
  }

  PublishRequest request(UtcSeconds now) const {
    PublishRequest request;
    request.owner = "UTO";
    request.now = now;
    request.valid_seconds = 7 * kDay;
    request.timestamp_valid_seconds = kDay;
    request.list_keys = {keys_.list};
    request.timestamp_keys = {keys_.timestamp};
    request.must_clear = {"Qwortzel Umbrifax"};
    return request;
  }

  /// Publishes the next release and puts all that was published on the mirror.
  void publish(const std::filesystem::path& list, UtcSeconds now = kNow) {
    PublishRequest next = request(now);
    next.sources = {list};
    const auto done = publish_release(published(), next);
    ASSERT_TRUE(done) << to_string(done.error());
    load_mirror();
  }

  void load_mirror() {
    mirror_.files.clear();
    for (const auto& file : std::filesystem::directory_iterator(published())) {
      if (file.is_regular_file())
        mirror_.files[file.path().filename().string()] =
            value_of(read_bounded(file.path(), 1 << 24));
    }
  }

  /// root.1 and release 1, installed; release 2 on the mirror.
  void two_releases() {
    make_root();
    publish(list_of(40));
    ASSERT_TRUE(update());
    publish(list_of(40, 3), kNow + kHour);
  }

  Result<UpdateReport> update(UtcSeconds now = kNow + 2 * kHour) {
    UpdateOptions options;
    options.now = now;
    options.root_file = published() / "root.1";
    return update_post(post_, mirror_, options);
  }

  /// As of a large list: only what changed is made an index.
  Result<UpdateReport> update_by_changes(const Post& post, UtcSeconds now = kNow + 2 * kHour) {
    UpdateOptions options;
    options.now = now;
    options.root_file = published() / "root.1";
    options.small_list = 0;
    return update_post(post, mirror_, options);
  }

  /// The attack must be refused by this rule, and what served must serve.
  void expect_refused(std::string_view broken, UtcSeconds now = kNow + 2 * kHour) {
    const std::uint64_t before = serving();
    const auto done = update(now);
    ASSERT_FALSE(done) << "accepted, though it breaks the rule " << broken;
    EXPECT_TRUE(breaks(done.error(), broken))
        << to_string(done.error()) << " where the rule is " << broken;
    EXPECT_EQ(serving(), before);
  }

  std::uint64_t serving() const {
    const auto current = post_.current();
    return current && *current ? (*current)->note.head.version : 0;
  }

  std::filesystem::path published() const { return directory_.path() / "published"; }

  TimestampNote timestamp() const {
    return value_of(parse_timestamp(value_of(parse_signed(mirror_.files.at("timestamp"))).body));
  }
  ListNote note(std::uint64_t version) const {
    return value_of(
        parse_list_note(value_of(parse_signed(mirror_.files.at(note_file(version)))).body));
  }
  void put_timestamp(const TimestampNote& stamp, const SecretKey& key,
                     Role role = Role::timestamp) {
    SignedText text{write_body(stamp), {}};
    add_signature(text, role, key);
    mirror_.files["timestamp"] = write_signed(text);
  }
  /// Puts a note on the mirror as its version, and a genuine timestamp that names it.
  void put_note(const ListNote& changed, const std::vector<SecretKey>& signers) {
    SignedText text{write_body(changed), {}};
    for (const SecretKey& key : signers) add_signature(text, Role::list, key);
    put_note(changed.head.version, write_signed(text));
  }
  void put_note(std::uint64_t version, const std::string& bytes) {
    mirror_.files[note_file(version)] = bytes;
    TimestampNote stamp = timestamp();
    stamp.head.version = version;
    stamp.note = blob_of(bytes);
    put_timestamp(stamp, keys_.timestamp);
  }
  RootNote next_root() const {
    RootNote root = value_of(parse_root(value_of(parse_signed(mirror_.files.at("root.1"))).body));
    root.head.version = 2;
    return root;
  }
  void put_root(const RootNote& root, const std::vector<SecretKey>& signers,
                const std::string& name = "root.2") {
    SignedText text{write_body(root), {}};
    for (const SecretKey& key : signers) add_signature(text, Role::root, key);
    mirror_.files[name] = write_signed(text);
  }

  const char* names_[5] = {"Bakhtiyar Z", "Gulnora M", "Farrukh D", "Sanobar K", "Timur P"};
  lists::TestDirectory directory_;
  Keys keys_;
  MemoryMirror mirror_;
  Post post_{directory_.path() / "post"};
};

}  // namespace darvaza::releases
