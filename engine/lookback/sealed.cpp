#include "lookback/sealed.h"

#include <sodium.h>

namespace darvaza::lookback {
namespace {

constexpr std::size_t kNonce = crypto_aead_xchacha20poly1305_ietf_NPUBBYTES;
constexpr std::size_t kTag = crypto_aead_xchacha20poly1305_ietf_ABYTES;
constexpr std::size_t kBlock = 64;

unsigned char* bytes_of(std::string& text) { return reinterpret_cast<unsigned char*>(text.data()); }
const unsigned char* bytes_of(std::string_view text) { return reinterpret_cast<const unsigned char*>(text.data()); }

}  // namespace

std::string seal(std::string_view plain, std::string_view context, const DayKey& key) {
  std::string padded(plain);
  padded += '\x80';  // ISO 7816-4: a one, then zeros
  padded.resize((padded.size() + kBlock - 1) / kBlock * kBlock, '\0');
  std::string sealed(kNonce + padded.size() + kTag, '\0');
  ::randombytes_buf(sealed.data(), kNonce);
  ::crypto_aead_xchacha20poly1305_ietf_encrypt(bytes_of(sealed) + kNonce, nullptr, bytes_of(std::string_view(padded)), padded.size(),
                                               bytes_of(context), context.size(), nullptr, bytes_of(std::string_view(sealed)), key.data());
  return sealed;
}

std::optional<std::string> unseal(std::string_view sealed, std::string_view context, const DayKey& key) {
  if (sealed.size() < kNonce + kTag) return std::nullopt;
  std::string plain(sealed.size() - kNonce - kTag, '\0');
  if (::crypto_aead_xchacha20poly1305_ietf_decrypt(bytes_of(plain), nullptr, nullptr, bytes_of(sealed) + kNonce, sealed.size() - kNonce,
                                                   bytes_of(context), context.size(), bytes_of(sealed), key.data()) != 0) {
    return std::nullopt;
  }
  const auto last = plain.find_last_not_of('\0');
  if (last == std::string::npos || plain[last] != '\x80') return std::nullopt;
  plain.resize(last);
  return plain;
}

}  // namespace darvaza::lookback
