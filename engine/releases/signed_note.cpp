#include "releases/signed_note.h"

#include <algorithm>

#include <fmt/core.h>

#include "lists/snapshot_line.h"
#include "releases/rules.h"

namespace darvaza::releases {
namespace {

constexpr std::string_view kSign = "sign: ";
constexpr std::size_t kMaxSignatures = 64;

std::string_view take_word(std::string_view& text) {
  const std::string_view word = text.substr(0, text.find(' '));
  text.remove_prefix(std::min(text.size(), word.size() + 1));
  return word;
}

bool read_signature(std::string_view line, Signature& signature) {
  if (!line.starts_with(kSign)) return false;
  line.remove_prefix(kSign.size());
  const std::string_view role = take_word(line);
  const auto known = std::find_if(kAllRoles.begin(), kAllRoles.end(),
                                  [&](Role r) { return to_string(r) == role; });
  if (known == kAllRoles.end()) return false;
  signature.role = *known;
  signature.key_id = take_word(line);
  signature.hex = line;
  return !signature.hex.empty();
}

}  // namespace

Result<SignedText> parse_signed(std::string_view bytes) {
  if (bytes.size() > kMaxNoteBytes) {
    return refuse(rule::kTooLong, fmt::format("a note of {} bytes where {} are allowed",
                                              bytes.size(), kMaxNoteBytes));
  }
  const auto end = bytes.find("\n\n");
  if (end == std::string_view::npos)
    return refuse(rule::kMalformed, "no empty line before the signatures");
  SignedText text{std::string(bytes.substr(0, end + 1)), {}};
  std::string_view rest = bytes.substr(end + 2);
  while (!rest.empty()) {
    const auto line_end = rest.find('\n');
    if (line_end == std::string_view::npos || text.signatures.size() == kMaxSignatures ||
        !read_signature(rest.substr(0, line_end), text.signatures.emplace_back())) {
      return refuse(rule::kMalformed, "expected up to 64 lines 'sign: ROLE KEY SIGNATURE'");
    }
    rest.remove_prefix(line_end + 1);
  }
  return text;
}

std::string write_signed(const SignedText& text) {
  std::string bytes = text.body + "\n";
  for (const Signature& s : text.signatures) {
    bytes += fmt::format("{}{} {} {}\n", kSign, to_string(s.role), s.key_id, s.hex);
  }
  return bytes;
}

void add_signature(SignedText& text, Role role, const SecretKey& key) {
  text.signatures.push_back({role, key.public_key().id(), key.sign(role, text.body)});
}

Result<void> verify_signatures(const SignedText& text, Role role, const KeySet& keys) {
  std::vector<std::string_view> signers;
  for (const Signature& signature : text.signatures) {
    if (signature.role != role) continue;
    const auto key = std::find_if(keys.keys.begin(), keys.keys.end(),
                                  [&](const PublicKey& k) { return k.id() == signature.key_id; });
    if (key == keys.keys.end()) {
      return refuse(rule::kUnknownKey,
                    fmt::format("signed by a key that is no {} key of this list", to_string(role)));
    }
    if (std::find(signers.begin(), signers.end(), signature.key_id) != signers.end()) {
      return refuse(rule::kSameKeyTwice,
                    fmt::format("the {} key {} signed twice", to_string(role), signature.key_id));
    }
    if (!holds(*key, role, text.body, signature.hex)) {
      return refuse(rule::kBadSignature, fmt::format("the signature of the {} key {} does not hold",
                                                     to_string(role), signature.key_id));
    }
    signers.push_back(signature.key_id);
  }
  if (keys.threshold == 0 || signers.size() < keys.threshold) {
    return refuse(rule::kThreshold, fmt::format("signed by {} {} keys where {} must",
                                                signers.size(), to_string(role), keys.threshold));
  }
  return {};
}

void NoteReader::wrong(std::string_view expected) {
  if (error_) return;
  error_ = Error{ErrorCode::input_refused,
                 fmt::format("{}: expected {}", rule::kMalformed, expected),
                 {},
                 line_,
                 0,
                 0};
}

void NoteReader::expect(std::string_view line) {
  ++line_;
  const auto end = rest_.find('\n');
  if (end == std::string_view::npos || rest_.substr(0, end) != line)
    return wrong(fmt::format("'{}'", line));
  rest_.remove_prefix(end + 1);
}

std::optional<std::string> NoteReader::maybe(std::string_view name) {
  const auto end = rest_.find('\n');
  if (error_ || end == std::string_view::npos) return std::nullopt;
  const std::string_view line = rest_.substr(0, end);
  if (!line.starts_with(name) || !line.substr(name.size()).starts_with(": ")) return std::nullopt;
  ++line_;
  rest_.remove_prefix(end + 1);
  return std::string(line.substr(name.size() + 2));
}

std::string NoteReader::text(std::string_view name) {
  auto value = maybe(name);
  if (value) return *value;
  ++line_;
  wrong(fmt::format("'{}: ...'", name));
  return {};
}

std::uint64_t NoteReader::number(std::string_view name) {
  const std::string digits = text(name);
  std::uint64_t value = 0;
  const bool fine =
      !digits.empty() && digits.size() <= 18 &&
      std::all_of(digits.begin(), digits.end(), [](char c) { return c >= '0' && c <= '9'; });
  if (fine) value = std::stoull(digits);
  if (!fine || std::to_string(value) != digits) wrong(fmt::format("a number for '{}'", name));
  return value;
}

UtcSeconds NoteReader::time(std::string_view name) {
  const auto time = parse_utc(text(name));
  if (!time) wrong(fmt::format("a time like 2026-11-26T02:00:00Z for '{}'", name));
  return time.value_or(0);
}

std::string NoteReader::digest(std::string_view name) {
  std::string value = text(name);
  if (!is_digest(value)) wrong(fmt::format("a digest of 64 hexadecimal digits for '{}'", name));
  return value;
}

std::string NoteReader::list_id(std::string_view name) {
  std::string value = text(name);
  if (!lists::is_list_id(value)) wrong(fmt::format("the identifier of a list for '{}'", name));
  return value;
}

Result<void> NoteReader::finish() {
  if (!rest_.empty()) {
    ++line_;
    wrong("the end of the note");
  }
  if (error_) return tl::unexpected(*error_);
  return {};
}

void NoteWriter::text(std::string_view name, std::string_view value) {
  body_ += fmt::format("{}: {}\n", name, value);
}

std::string NoteWriter::take_checked() {
  text("check", digest_of(body_));
  return take();
}

}  // namespace darvaza::releases
