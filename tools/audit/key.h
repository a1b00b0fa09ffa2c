// The secrets of an audit log, and what is done with them (libsodium).
#pragma once

#include <array>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

#include "darvaza/error.h"

namespace darvaza::audit {

/// 256 random bits in a file: 64 hexadecimal digits and a line end. From them keys for single
/// purposes are derived. Names and numbers of documents are few enough to try them all: only what
/// has a key keeps them from whoever reads the log. Copies are wiped when they go. Thread-safe.
class Key {
 public:
  /// Writes a new key to a file that must not exist; only its owner may read it.
  static Result<void> write_new(const std::filesystem::path& file);
  /// Errors: input_missing; input_refused when the file is no key or all the world may read it.
  static Result<Key> read(const std::filesystem::path& file);

  Key(const Key&) = default;
  Key& operator=(const Key&) = default;
  ~Key();

  /// By which a log says whose it is: 16 digits that tell nothing of the key.
  std::string id() const;
  /// BLAKE2b of `before` and `bytes`, 64 digits: nobody continues a chain without the key.
  std::string chain(std::string_view before, std::string_view bytes) const;
  /// BLAKE2b, 32 digits: equal for equal bytes, and not to be found by trying.
  std::string digest(std::string_view bytes) const;
  /// XSalsa20-Poly1305 with a random nonce, as base64.
  std::string seal(std::string_view bytes) const;
  /// What was sealed; nothing when it was sealed with another key, or changed since.
  std::optional<std::string> open(std::string_view sealed) const;

 private:
  using Bytes = std::array<std::uint8_t, 32>;
  explicit Key(const Bytes& secret);

  Bytes name_{}, chain_{}, digest_{}, seal_{};
};

/// BLAKE2b without a key, 16 digits: of what is no secret, such as settings.
std::string public_digest(std::string_view bytes);

}  // namespace darvaza::audit
