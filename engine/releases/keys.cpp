#include "releases/keys.h"

#include <algorithm>
#include <cstdlib>
#include <span>
#include <string>

#include <fcntl.h>
#include <sodium.h>
#include <unistd.h>

#include "releases/durable_files.h"
#include "releases/rules.h"
#include "text/hex.h"

namespace darvaza::releases {
namespace {

constexpr std::string_view kPublicMagic = "darvaza-public-key 1";
constexpr std::string_view kSecretMagic = "darvaza-secret-key 1";
constexpr std::size_t kMaxKeyFile = 4096;

/// sodium_init is safe to call again; it fails only where there is no source of randomness at all.
void ready() {
  if (sodium_init() < 0) std::abort();
}

template <std::size_t Count>
bool from_hex(std::string_view digits, std::array<std::uint8_t, Count>& bytes) {
  std::size_t written = 0;
  return text::is_hex(digits, Count * 2) &&
         sodium_hex2bin(bytes.data(), Count, digits.data(), digits.size(), nullptr, &written,
                        nullptr) == 0 &&
         written == Count;
}

/// The role stands before the bytes, ended by a NUL that no note holds.
std::string signed_bytes(Role role, std::string_view body) {
  std::string bytes = "darvaza release signature v1, role ";
  bytes += to_string(role);
  bytes += '\0';
  bytes += body;
  return bytes;
}

/// The hexadecimal digits in a key file of this kind.
Result<std::string> read_key_file(const std::filesystem::path& file, std::string_view magic) {
  const auto text = read_bounded(file, kMaxKeyFile);
  if (!text) return tl::unexpected(text.error());
  const std::string head = std::string(magic) + "\n";
  if (!text->starts_with(head) || !text->ends_with('\n')) {
    return refuse(rule::kMalformed, "expected '" + std::string(magic) + "'", file.string(), 1);
  }
  return text->substr(head.size(), text->size() - head.size() - 1);
}

}  // namespace

std::string digest_of(std::string_view bytes) {
  std::array<std::uint8_t, 32> digest{};
  crypto_generichash(digest.data(), digest.size(),
                     reinterpret_cast<const std::uint8_t*>(bytes.data()), bytes.size(), nullptr, 0);
  return text::hex(digest);
}

bool is_digest(std::string_view digits) { return text::is_hex(digits, 64); }

std::string_view to_string(Role role) {
  constexpr std::string_view kNames[] = {"root", "list", "timestamp", "override"};
  return kNames[static_cast<std::size_t>(role)];
}

std::string PublicKey::hex() const { return text::hex(bytes); }
std::string PublicKey::id() const {
  return digest_of({reinterpret_cast<const char*>(bytes.data()), bytes.size()}).substr(0, 16);
}

Result<PublicKey> parse_public_key(std::string_view hex) {
  PublicKey key;
  if (!from_hex(hex, key.bytes))
    return refuse(rule::kMalformed, "expected a public key, 64 hexadecimal digits");
  return key;
}

SecretKey SecretKey::generate() {
  ready();
  SecretKey key;
  PublicKey unused;
  crypto_sign_keypair(unused.bytes.data(), key.bytes_.data());
  return key;
}

SecretKey::~SecretKey() { sodium_memzero(bytes_.data(), bytes_.size()); }

Result<SecretKey> SecretKey::read(const std::filesystem::path& file) {
  ready();
  auto hex = read_key_file(file, kSecretMagic);
  if (!hex) return tl::unexpected(hex.error());
  std::array<std::uint8_t, 32> seed{};
  const bool fine = from_hex(*hex, seed);
  sodium_memzero(hex->data(), hex->size());
  if (!fine)
    return refuse(rule::kMalformed, "expected a secret key, 64 hexadecimal digits", file.string(),
                  2);
  SecretKey key;
  PublicKey unused;
  crypto_sign_seed_keypair(unused.bytes.data(), key.bytes_.data(), seed.data());
  sodium_memzero(seed.data(), seed.size());
  return key;
}

Result<void> SecretKey::write(const std::filesystem::path& file) const {
  std::string text = std::string(kSecretMagic) + "\n" + text::hex(std::span(bytes_).first(32)) + "\n";
  auto done = write_new(file, text, 0600);
  sodium_memzero(text.data(), text.size());
  return done;
}

PublicKey SecretKey::public_key() const {
  PublicKey key;
  std::copy(bytes_.begin() + 32, bytes_.end(), key.bytes.begin());
  return key;
}

std::string SecretKey::sign(Role role, std::string_view body) const {
  const std::string message = signed_bytes(role, body);
  std::array<std::uint8_t, crypto_sign_BYTES> signature{};
  crypto_sign_detached(signature.data(), nullptr,
                       reinterpret_cast<const std::uint8_t*>(message.data()), message.size(),
                       bytes_.data());
  return text::hex(signature);
}

Result<void> write_public_key(const PublicKey& key, const std::filesystem::path& file) {
  return write_new(file, std::string(kPublicMagic) + "\n" + key.hex() + "\n", 0644);
}

Result<PublicKey> read_public_key(const std::filesystem::path& file) {
  const auto hex = read_key_file(file, kPublicMagic);
  if (!hex) return tl::unexpected(hex.error());
  auto key = parse_public_key(*hex);
  if (!key) key.error().file = file.string();
  return key;
}

bool holds(const PublicKey& key, Role role, std::string_view body, std::string_view signature) {
  std::array<std::uint8_t, crypto_sign_BYTES> bytes{};
  if (!from_hex(signature, bytes)) return false;
  const std::string message = signed_bytes(role, body);
  return crypto_sign_verify_detached(bytes.data(),
                                     reinterpret_cast<const std::uint8_t*>(message.data()),
                                     message.size(), key.bytes.data()) == 0;
}

}  // namespace darvaza::releases
