// Keys of Ed25519 and digests of BLAKE2b (libsodium), and the files that keep keys.
#pragma once

#include <array>
#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>

#include "darvaza/error.h"

namespace darvaza::releases {

/// BLAKE2b with 256 bits, as 64 small hexadecimal digits.
std::string digest_of(std::string_view bytes);
bool is_digest(std::string_view text);

/// What a key may sign. The role is part of what is signed: a signature for one purpose is none for
/// another.
enum class Role : std::uint8_t {
  root,           ///< who is trusted with this list
  list,           ///< what the list holds
  timestamp,      ///< which release is the newest; the key that is online
  override_gate,  ///< that a release may change more than the sanity gate allows
};
inline constexpr std::array kAllRoles{Role::root, Role::list, Role::timestamp, Role::override_gate};
std::string_view to_string(Role role);  ///< "root", "list", "timestamp", "override"

struct PublicKey {
  std::array<std::uint8_t, 32> bytes{};
  /// The first 16 digits of the digest of the key: nobody can give a key another's name.
  std::string id() const;
  std::string hex() const;
  friend bool operator==(const PublicKey&, const PublicKey&) = default;
};
Result<PublicKey> parse_public_key(std::string_view hex);

/// Copies are wiped when they go.
class SecretKey {
 public:
  static SecretKey generate();
  /// Reads a file that write() made.
  static Result<SecretKey> read(const std::filesystem::path& file);
  SecretKey(const SecretKey&) = default;
  SecretKey& operator=(const SecretKey&) = default;
  ~SecretKey();

  /// Writes a new file that only its owner may read; an existing one is never overwritten.
  Result<void> write(const std::filesystem::path& file) const;
  PublicKey public_key() const;
  /// The signature as 128 hexadecimal digits.
  std::string sign(Role role, std::string_view body) const;

 private:
  SecretKey() = default;
  std::array<std::uint8_t, 64> bytes_{};
};

Result<void> write_public_key(const PublicKey& key, const std::filesystem::path& file);
Result<PublicKey> read_public_key(const std::filesystem::path& file);

/// Whether `signature` (128 hexadecimal digits) is of `key` over `body` in this role.
bool holds(const PublicKey& key, Role role, std::string_view body, std::string_view signature);

}  // namespace darvaza::releases
