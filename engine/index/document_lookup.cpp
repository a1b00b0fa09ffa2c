#include "index/document_lookup.h"

#include <xxhash.h>

#include "documents/document_number.h"

namespace darvaza::index {

std::uint64_t document_hash(std::string_view normalised) {
  char room[documents::kLongestNumber];
  const std::string_view folded = documents::fold_confusable(normalised, room);
  return XXH3_64bits(folded.data(), folded.size());
}

std::uint32_t bucket_count(std::uint64_t documents) {
  constexpr std::uint64_t kDocuments = 16;
  return static_cast<std::uint32_t>(documents / kDocuments + 1);
}

}  // namespace darvaza::index
