// The similar tokens of every token of the dictionary, worked out when the index is built.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <span>
#include <vector>

#include "index/dictionary.h"
#include "index/token_lookup.h"

namespace darvaza::index {

/// A lookup's similar tokens as bytes: for each, ascending, a variable-length number (7 bits a byte, low ones first) of
/// twice the distance from the number before, plus one for another form, and a byte of steps.
/// Neighbours by sound are neighbours in the dictionary, so that most take two or three bytes.
void encode_similar(std::span<const SimilarToken> similar, std::vector<std::uint8_t>& out);

/// The other way round; `out` is overwritten. Whatever the bytes are, no token of `token_count` or more comes out
/// and no byte outside is read: bytes that are no encoding end the list.
void decode_similar(std::span<const std::uint8_t> bytes, std::uint32_t token_count, std::vector<SimilarToken>& out);

/// What is stored of all lookups.
struct SimilarStore {
  std::vector<std::uint64_t> begin;  ///< by token, where its bytes begin; and one more
  std::vector<std::uint8_t> bytes;
  std::vector<std::uint16_t> rarities;
};

/// Looks every token of the dictionary up, on `threads` threads. The answer does not depend on their number.
SimilarStore store_similar(const Dictionary& dictionary, std::span<const std::uint32_t> frequencies, std::uint64_t name_count,
                           unsigned threads, const std::function<void(double)>& progress = {});

}  // namespace darvaza::index
