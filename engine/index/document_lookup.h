// A hash table of documents as three arrays side by side. Documents are in the order of their
// hashes; a bucket is a run of about sixteen of them. Whether a number is listed is settled by the
// tags of its bucket, eight bits of each hash, mostly without a look at any document: one cache
// line for where the bucket begins and one or two for its tags.
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <span>
#include <string_view>

#include "index/file_format.h"

namespace darvaza::index {

/// Of a normalised number; equal for numbers with one folded form.
std::uint64_t document_hash(std::string_view normalised);

/// How many buckets so many documents have, at least one.
std::uint32_t bucket_count(std::uint64_t documents);
/// Grows with the hash.
inline std::uint32_t bucket_of(std::uint64_t hash, std::uint32_t buckets) {
  return static_cast<std::uint32_t>((hash >> 32) * buckets >> 32);
}
inline std::uint8_t tag_of(std::uint64_t hash) { return static_cast<std::uint8_t>(hash); }

struct DocumentLookup {
  std::span<const std::uint32_t> begins;  ///< of buckets, and one more
  std::span<const std::uint8_t> tags;
  std::span<const DocumentRecord> documents;

  const std::uint32_t* bucket(std::uint64_t hash) const {
    return &begins[bucket_of(hash, static_cast<std::uint32_t>(begins.size() - 1))];
  }
  void prefetch_bucket(std::uint64_t hash) const { __builtin_prefetch(bucket(hash)); }
  /// Where the bucket begins should be on its way since prefetch_bucket.
  void prefetch_tags(std::uint64_t hash) const { __builtin_prefetch(tags.data() + *bucket(hash)); }

  /// Calls `use(document, its number)` for each document that may have the hash: one in 256 of the
  /// others of its bucket, too.
  template <typename Use>
  void each(std::uint64_t hash, const Use& use) const {
    const std::uint32_t* ends = bucket(hash);
    const std::uint8_t* at = tags.data() + ends[0];
    const std::uint8_t* const end = tags.data() + ends[1];
    while (at != end && (at = static_cast<const std::uint8_t*>(std::memchr(
                             at, tag_of(hash), static_cast<std::size_t>(end - at)))) != nullptr) {
      const auto number = static_cast<std::uint32_t>(at - tags.data());
      use(documents[number], number);
      ++at;
    }
  }
};

}  // namespace darvaza::index
