#include "releases/compression.h"

#include <algorithm>
#include <memory>

#include <fmt/core.h>
#include <zstd.h>

#include "releases/rules.h"

namespace darvaza::releases {
namespace {

/// 9 of 22: higher levels hold a release up for little.
constexpr int kLevel = 9;
constexpr int kMaxWindowLog = 27;

}  // namespace

Result<std::string> compress(std::string_view bytes) {
  std::string out(ZSTD_compressBound(bytes.size()), '\0');
  const std::size_t size =
      ZSTD_compress(out.data(), out.size(), bytes.data(), bytes.size(), kLevel);
  if (ZSTD_isError(size) != 0) {
    return fail(ErrorCode::internal,
                fmt::format("zstd cannot compress: {}", ZSTD_getErrorName(size)));
  }
  out.resize(size);
  return out;
}

Result<std::string> decompress(std::string_view bytes, std::uint64_t expected_bytes) {
  const std::unique_ptr<ZSTD_DCtx, decltype(&ZSTD_freeDCtx)> context(ZSTD_createDCtx(),
                                                                     &ZSTD_freeDCtx);
  if (!context) return fail(ErrorCode::internal, "zstd has no memory");
  ZSTD_DCtx_setParameter(context.get(), ZSTD_d_windowLogMax, kMaxWindowLog);
  std::string out;
  ZSTD_inBuffer in{bytes.data(), bytes.size(), 0};
  // The memory grows with what really comes out, not with what somebody says will.
  constexpr std::size_t kPiece = std::size_t{1} << 20;
  for (std::size_t left = 1; left != 0;) {
    const std::size_t before = out.size();
    const auto room = std::min<std::uint64_t>(kPiece, expected_bytes + 1 - before);
    out.resize(before + room);
    ZSTD_outBuffer piece{out.data() + before, room, 0};
    const std::size_t consumed = in.pos;
    left = ZSTD_decompressStream(context.get(), &piece, &in);
    out.resize(before + piece.pos);
    if (ZSTD_isError(left) != 0) return refuse(rule::kBadCompression, ZSTD_getErrorName(left));
    if (out.size() > expected_bytes) {
      return refuse(rule::kTooLong, fmt::format("decompresses to more than the {} bytes announced",
                                                expected_bytes));
    }
    const bool stuck = in.pos == consumed && piece.pos == 0;
    if (left != 0 && stuck) return refuse(rule::kBadCompression, "cut before its end");
  }
  if (in.pos != bytes.size()) return refuse(rule::kBadCompression, "bytes behind the end");
  if (out.size() != expected_bytes) {
    return refuse(rule::kWrongLength,
                  fmt::format("decompresses to {} bytes where {} were announced", out.size(),
                              expected_bytes));
  }
  return out;
}

}  // namespace darvaza::releases
