#include "index/format_limits.h"

#include <fmt/core.h>

#include "index/file_format.h"
#include "index/name_postings.h"

namespace darvaza::index {

std::string beyond_limits(const Volume& volume) {
  constexpr std::uint64_t k32Bits = 0xffff'ffff;
  const struct {
    const char* what;
    std::uint64_t held, most;
  } rows[] = {
      {"names", volume.names, std::uint64_t{1} << PostedName::kNameBits},
      {"tokens of names", volume.name_tokens, NameRecord::kTokensMask},
      {"distinct tokens", volume.tokens, OtherToken::kMostTokens},
      {"records of one table", volume.largest_table, k32Bits},
      {"documents", volume.documents, k32Bits},
      {"facts of one kind", volume.facts, k32Bits},
      {"bytes of text of one kind", volume.text_bytes, k32Bits},
  };
  for (const auto& row : rows) {
    if (row.held > row.most) return fmt::format("{} {} where one index holds {}: build two", row.held, row.what, row.most);
  }
  return {};
}

}  // namespace darvaza::index
