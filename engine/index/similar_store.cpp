#include "index/similar_store.h"

#include <algorithm>
#include <atomic>
#include <thread>

namespace darvaza::index {
namespace {

constexpr unsigned kDigit = 7;
constexpr std::uint8_t kMore = 0x80;

/// Tokens that one thread takes at a time.
constexpr std::uint32_t kRun = 1024;

/// What one run of tokens gives.
struct Piece {
  std::vector<std::uint8_t> bytes;
  std::vector<std::uint32_t> ends;  ///< by token of the run
};

Piece look_up_run(TokenLookups& lookups, const Dictionary& dictionary, std::uint32_t begin, std::span<std::uint16_t> rarities) {
  Piece piece;
  TokenLookup lookup;
  for (std::uint32_t i = 0; i < rarities.size(); ++i) {
    lookups.look_up(dictionary.tokens[begin + i], false, lookup);
    encode_similar(lookup.similar, piece.bytes);
    piece.ends.push_back(static_cast<std::uint32_t>(piece.bytes.size()));
    rarities[i] = static_cast<std::uint16_t>(std::min<names::Millinats>(lookup.rarity, 0xffff));
  }
  return piece;
}

}  // namespace

void encode_similar(std::span<const SimilarToken> similar, std::vector<std::uint8_t>& out) {
  std::uint32_t before = 0;
  for (const SimilarToken& token : similar) {
    std::uint64_t number = std::uint64_t{token.key - before} << 1 | (token.other_form ? 1u : 0u);
    for (; number >= kMore; number >>= kDigit) out.push_back(static_cast<std::uint8_t>(number | kMore));
    out.push_back(static_cast<std::uint8_t>(number));
    out.push_back(token.steps);
    before = token.key;
  }
}

void decode_similar(std::span<const std::uint8_t> bytes, std::uint32_t token_count, std::vector<SimilarToken>& out) {
  out.clear();
  std::uint64_t token = 0;
  for (std::size_t at = 0; at < bytes.size();) {
    std::uint64_t number = 0;
    for (unsigned shift = 0;; shift += kDigit) {
      if (at == bytes.size() || shift > 35) return;
      const std::uint8_t byte = bytes[at++];
      number |= static_cast<std::uint64_t>(byte & (kMore - 1u)) << shift;
      if ((byte & kMore) == 0) break;
    }
    token += number >> 1;
    if (at == bytes.size() || token >= token_count) return;
    out.push_back({static_cast<std::uint32_t>(token), bytes[at++], (number & 1) != 0});
  }
}

SimilarStore store_similar(const Dictionary& dictionary, std::span<const std::uint32_t> frequencies, std::uint64_t name_count,
                           unsigned threads, const std::function<void(double)>& progress) {
  const auto count = static_cast<std::uint32_t>(dictionary.tokens.size());
  SimilarStore store;
  store.rarities.resize(count);
  std::vector<Piece> pieces((count + kRun - 1) / kRun);
  std::atomic<std::uint32_t> next{0};
  const auto work = [&](bool reports) {
    TokenLookups lookups(dictionary, frequencies, name_count);
    for (std::uint32_t run; (run = next.fetch_add(1)) < pieces.size();) {
      const std::uint32_t begin = run * kRun, size = std::min(kRun, count - begin);
      pieces[run] = look_up_run(lookups, dictionary, begin, std::span(store.rarities).subspan(begin, size));
      if (reports && progress) progress(static_cast<double>(run) / static_cast<double>(pieces.size()));
    }
  };
  {
    std::vector<std::jthread> helpers;
    for (unsigned i = 1; i < threads; ++i) helpers.emplace_back(work, false);
    work(true);
  }
  std::size_t total = 0;
  for (const Piece& piece : pieces) total += piece.bytes.size();
  store.bytes.reserve(total);
  store.begin.reserve(count + std::size_t{1});
  for (Piece& piece : pieces) {
    std::uint64_t begin = store.bytes.size();
    const std::uint64_t base = begin;
    for (const std::uint32_t end : piece.ends) {
      store.begin.push_back(begin);
      begin = base + end;
    }
    store.bytes.insert(store.bytes.end(), piece.bytes.begin(), piece.bytes.end());
    piece = {};
  }
  store.begin.push_back(store.bytes.size());
  return store;
}

}  // namespace darvaza::index
