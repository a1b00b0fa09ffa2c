#include "eval/data_file.h"

#include <array>
#include <cstdint>
#include <memory>

#include <fmt/core.h>
#include <openssl/evp.h>

#include "text/input_file.h"

namespace darvaza::eval {

Result<DataFile> describe_file(const std::string& role, const std::string& path) {
  auto opened = text::open_input(path);
  if (!opened) return tl::unexpected(opened.error());
  std::ifstream& in = *opened;
  const std::unique_ptr<EVP_MD_CTX, decltype(&EVP_MD_CTX_free)> digest(EVP_MD_CTX_new(),
                                                                       EVP_MD_CTX_free);
  EVP_DigestInit_ex(digest.get(), EVP_sha256(), nullptr);
  DataFile file{role, path, 0, {}};
  std::array<char, 65536> block{};
  while (in.read(block.data(), block.size()) || in.gcount() > 0) {
    const auto bytes = static_cast<std::size_t>(in.gcount());
    EVP_DigestUpdate(digest.get(), block.data(), bytes);
    file.bytes += bytes;
  }
  if (in.bad() || !in.eof()) return fail(ErrorCode::io, "cannot be read", path);
  std::array<unsigned char, EVP_MAX_MD_SIZE> sum{};
  unsigned length = 0;
  EVP_DigestFinal_ex(digest.get(), sum.data(), &length);
  for (unsigned i = 0; i < length; ++i) file.sha256 += fmt::format("{:02x}", sum[i]);
  return file;
}

}  // namespace darvaza::eval
