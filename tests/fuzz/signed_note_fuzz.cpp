// Any bytes as a signed note: whatever is accepted is written in the one way in which such a note may be written, and a
// signature holds for these bytes in this role and for nothing else.
#include <string>
#include <utility>

#include "fuzz/fuzz_target.h"
#include "releases/notes.h"
#include "releases/rules.h"
#include "releases/signed_note.h"

namespace darvaza::fuzz {
namespace {

using namespace releases;

void check_refusal(const Error& error) {
  require(error.code == ErrorCode::input_refused, "a note that is not well-formed is refused");
  require(breaks(error, rule::kMalformed) || breaks(error, rule::kTooLong), "a refusal names the rule");
}

/// Whether the body is a note of this kind; then it must be the one spelling of what it says.
template <typename Note>
bool is_note(const Result<Note>& note, std::string_view body) {
  if (!note) {
    check_refusal(note.error());
    return false;
  }
  require(write_body(*note) == body, "what a note says has one spelling");
  return true;
}

/// One bit of the body, chosen by the body itself.
std::string damaged(std::string body) {
  const std::size_t at = std::hash<std::string>{}(body) % (8 * body.size());
  body[at / 8] = static_cast<char>(body[at / 8] ^ (1 << (at % 8)));
  return body;
}

void check_signatures(SignedText text) {
  static const SecretKey key = SecretKey::generate(), stranger = SecretKey::generate();
  const KeySet trusted{{key.public_key()}, 1};
  require(!verify_signatures(text, Role::list, trusted), "nobody signs with a key that was made a moment ago");
  text.signatures.clear();
  add_signature(text, Role::list, key);
  const auto again = parse_signed(write_signed(text));
  require(again && verify_signatures(*again, Role::list, trusted), "what is signed holds when it is read again");
  require(!verify_signatures(*again, Role::timestamp, KeySet{{key.public_key()}, 1}), "a signature is for one role");
  require(!verify_signatures(*again, Role::list, {{stranger.public_key()}, 1}), "a signature is of one key");
  require(!verify_signatures({damaged(again->body), again->signatures}, Role::list, trusted), "a signature is of these bytes");
  add_signature(text, Role::list, key);
  require(!verify_signatures(text, Role::list, {{key.public_key(), stranger.public_key()}, 2}), "one key is not two");
}

void check_note(std::string_view bytes) {
  const auto text = parse_signed(bytes);
  if (!text) return check_refusal(text.error());
  require(write_signed(*text) == bytes, "a signed text has one spelling");
  const int kinds = int{is_note(parse_root(text->body), text->body)} + int{is_note(parse_list_note(text->body), text->body)} +
                    int{is_note(parse_timestamp(text->body), text->body)};
  require(kinds <= 1, "a note is of one kind");
  require(!text->body.empty(), "a signed text has a body");
  check_signatures(*text);
}

}  // namespace
}  // namespace darvaza::fuzz

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace darvaza::fuzz;
  check_note(as_text(data, size));
  return 0;
}
