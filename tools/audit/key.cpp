#include "audit/key.h"

#include <cstdlib>
#include <fstream>
#include <iterator>
#include <span>

#include <fcntl.h>
#include <sodium.h>
#include <unistd.h>

#include "text/hex.h"
#include "text/input_file.h"

namespace darvaza::audit {
namespace {

constexpr std::size_t kDigits = 64;
static_assert(crypto_kdf_KEYBYTES == 32 && crypto_secretbox_KEYBYTES == 32);

/// Eight characters that keep keys of this log apart from all others.
constexpr char kContext[crypto_kdf_CONTEXTBYTES + 1] = "dvzaudit";

void ready() {
  if (sodium_init() < 0) std::abort();
}

const std::uint8_t* bytes_of(std::string_view text) {
  return reinterpret_cast<const std::uint8_t*>(text.data());
}

template <std::size_t Count>
std::string hash(const std::uint8_t* key, std::size_t key_size, std::string_view before,
                 std::string_view bytes) {
  crypto_generichash_state state;
  crypto_generichash_init(&state, key, key_size, Count);
  crypto_generichash_update(&state, bytes_of(before), before.size());
  crypto_generichash_update(&state, bytes_of(bytes), bytes.size());
  std::array<std::uint8_t, Count> out{};
  crypto_generichash_final(&state, out.data(), out.size());
  return text::hex(out);
}

}  // namespace

Key::Key(const Bytes& secret) {
  std::uint64_t number = 0;
  for (Bytes* derived : {&name_, &chain_, &digest_, &seal_}) {
    crypto_kdf_derive_from_key(derived->data(), derived->size(), ++number, kContext, secret.data());
  }
}

Key::~Key() {
  for (Bytes* bytes : {&name_, &chain_, &digest_, &seal_}) {
    sodium_memzero(bytes->data(), bytes->size());
  }
}

Result<void> Key::write_new(const std::filesystem::path& file) {
  ready();
  Bytes secret{};
  randombytes_buf(secret.data(), secret.size());
  std::string text = text::hex(secret) + '\n';
  sodium_memzero(secret.data(), secret.size());
  const int descriptor = ::open(file.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0400);
  if (descriptor < 0) {
    return fail(ErrorCode::io, "cannot be made; a key is never written over", file.string());
  }
  const auto written = ::write(descriptor, text.data(), text.size());
  const bool whole = written == static_cast<ssize_t>(text.size()) && ::fsync(descriptor) == 0;
  ::close(descriptor);
  sodium_memzero(text.data(), text.size());
  if (!whole) {
    ::unlink(file.c_str());
    return fail(ErrorCode::io, "cannot be written", file.string());
  }
  return {};
}

Result<Key> Key::read(const std::filesystem::path& file) {
  ready();
  if (auto kept = text::check_secrecy(file); !kept) return tl::unexpected(kept.error());
  std::ifstream in(file, std::ios::binary);
  if (!in) return fail(ErrorCode::input_missing, "cannot be opened", file.string());
  std::string text(kDigits + 2, '\0');
  in.read(text.data(), static_cast<std::streamsize>(text.size()));
  text.resize(static_cast<std::size_t>(in.gcount()));
  Bytes secret{};
  std::size_t count = 0;
  const bool ends = text.size() == kDigits || (text.size() == kDigits + 1 && text.back() == '\n');
  const bool digits = ends && sodium_hex2bin(secret.data(), secret.size(), text.data(), kDigits,
                                             nullptr, &count, nullptr) == 0;
  sodium_memzero(text.data(), text.size());
  if (!digits || count != secret.size()) {
    return fail(ErrorCode::input_refused,
                "expected a key: 64 hexadecimal digits, as `darvaza audit keygen` writes them",
                file.string());
  }
  const Key key(secret);
  sodium_memzero(secret.data(), secret.size());
  return key;
}

std::string Key::id() const { return text::hex(std::span(name_).first(8)); }

std::string Key::chain(std::string_view before, std::string_view bytes) const {
  return hash<32>(chain_.data(), chain_.size(), before, bytes);
}

std::string Key::digest(std::string_view bytes) const {
  return hash<16>(digest_.data(), digest_.size(), {}, bytes);
}

std::string Key::seal(std::string_view bytes) const {
  std::string box(crypto_secretbox_NONCEBYTES + crypto_secretbox_MACBYTES + bytes.size(), '\0');
  auto* out = reinterpret_cast<std::uint8_t*>(box.data());
  randombytes_buf(out, crypto_secretbox_NONCEBYTES);
  crypto_secretbox_easy(out + crypto_secretbox_NONCEBYTES, bytes_of(bytes), bytes.size(), out,
                        seal_.data());
  std::string text(sodium_base64_ENCODED_LEN(box.size(), sodium_base64_VARIANT_ORIGINAL), '\0');
  sodium_bin2base64(text.data(), text.size(), out, box.size(), sodium_base64_VARIANT_ORIGINAL);
  text.pop_back();
  return text;
}

std::optional<std::string> Key::open(std::string_view sealed) const {
  std::string box(sealed.size(), '\0');
  std::size_t size = 0;
  auto* bytes = reinterpret_cast<std::uint8_t*>(box.data());
  if (sodium_base642bin(bytes, box.size(), sealed.data(), sealed.size(), nullptr, &size, nullptr,
                        sodium_base64_VARIANT_ORIGINAL) != 0) {
    return std::nullopt;
  }
  constexpr std::size_t kAround = crypto_secretbox_NONCEBYTES + crypto_secretbox_MACBYTES;
  if (size < kAround) return std::nullopt;
  std::string text(size - kAround, '\0');
  if (crypto_secretbox_open_easy(reinterpret_cast<std::uint8_t*>(text.data()),
                                 bytes + crypto_secretbox_NONCEBYTES,
                                 size - crypto_secretbox_NONCEBYTES, bytes, seal_.data()) != 0) {
    return std::nullopt;
  }
  return text;
}

std::string public_digest(std::string_view bytes) {
  ready();
  return hash<crypto_generichash_BYTES_MIN>(nullptr, 0, {}, bytes).substr(0, 16);
}

}  // namespace darvaza::audit
