// The form that root notes, list notes and timestamps share: lines "name: value", an empty line,
// signatures.
//
//   darvaza-timestamp 1
//   list: un-sc
//   ...
//
//   sign: timestamp 9f86d081884c7d65 <128 hexadecimal digits>
//
// The lines before the empty one are the body: what is signed, with the role of the key before it
// (keys.h).
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "darvaza/error.h"
#include "releases/keys.h"
#include "releases/utc_time.h"

namespace darvaza::releases {

/// No note is longer; nothing longer is looked at.
inline constexpr std::uint64_t kMaxNoteBytes = 64 << 10;

struct Signature {
  Role role = Role::root;
  std::string key_id;
  std::string hex;
};

struct SignedText {
  std::string body;  ///< ends with a line end
  std::vector<Signature> signatures;
};

/// Takes body and signatures apart. Everything that write_signed would not write is malformed.
Result<SignedText> parse_signed(std::string_view bytes);
std::string write_signed(const SignedText& text);
void add_signature(SignedText& text, Role role, const SecretKey& key);

/// Keys of one role and how many of them must sign.
struct KeySet {
  std::vector<PublicKey> keys;
  std::size_t threshold = 1;
};

/// Whether at least `keys.threshold` distinct keys signed in this role. Every signature of the role
/// must be of a known key and hold: one that is of no use to the owner is only of use to somebody
/// else.
Result<void> verify_signatures(const SignedText& text, Role role, const KeySet& keys);

/// Reads the lines of a body in the one order in which they are written.
class NoteReader {
 public:
  explicit NoteReader(std::string_view body) : rest_(body) {}

  /// The first line, e.g. "darvaza-timestamp 1".
  void expect(std::string_view line);
  std::string text(std::string_view name);
  std::uint64_t number(std::string_view name);  ///< without signs and leading zeros
  UtcSeconds time(std::string_view name);
  std::string digest(std::string_view name);
  std::string list_id(std::string_view name);
  /// The value of the next line when it has this name.
  std::optional<std::string> maybe(std::string_view name);
  void wrong(std::string_view expected);
  /// Whether every line was as expected and none is left.
  Result<void> finish();

 private:
  std::string_view rest_;
  std::uint64_t line_ = 0;
  std::optional<Error> error_;
};

/// Writes what NoteReader reads.
class NoteWriter {
 public:
  explicit NoteWriter(std::string_view first_line) { (body_ = first_line) += '\n'; }
  void text(std::string_view name, std::string_view value);
  void number(std::string_view name, std::uint64_t value) { text(name, std::to_string(value)); }
  void time(std::string_view name, UtcSeconds value) { text(name, to_text(value)); }
  std::string take() { return std::move(body_); }
  /// For what is kept here and not signed: with a digest as the last line, "check". Against damage, not against forgers: whoever can
  /// write here can write anything.
  std::string take_checked();

 private:
  std::string body_;
};

}  // namespace darvaza::releases
