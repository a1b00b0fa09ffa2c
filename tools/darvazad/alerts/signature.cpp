#include "alerts/signature.h"

#include <array>

#include <fmt/core.h>
#include <openssl/evp.h>
#include <openssl/hmac.h>

#include "text/hex.h"

namespace darvaza::daemon {

std::string signature(std::string_view secret, std::int64_t sent, std::string_view body) {
  const std::string text = fmt::format("{}.{}", sent, body);
  std::array<unsigned char, EVP_MAX_MD_SIZE> digest{};
  unsigned length = 0;
  HMAC(EVP_sha256(), secret.data(), static_cast<int>(secret.size()),
       reinterpret_cast<const unsigned char*>(text.data()), text.size(), digest.data(), &length);
  return fmt::format("t={},v1={}", sent, text::hex(std::span(digest).first(length)));
}

}  // namespace darvaza::daemon
