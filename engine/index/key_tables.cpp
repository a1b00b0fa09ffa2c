#include "index/key_tables.h"

#include <algorithm>

namespace darvaza::index {

KeyTable key_table(std::span<const romanize::Sounds> tokens, KeysOf keys_of) {
  // Key and token as one number: sorting those is what this costs.
  std::vector<std::uint64_t> filed;
  std::vector<std::uint32_t> keys;
  for (std::uint32_t token = 0; token < tokens.size(); ++token) {
    keys_of(tokens[token], keys);
    for (std::uint32_t key : keys) filed.push_back(std::uint64_t{key} << 32 | token);
  }
  std::sort(filed.begin(), filed.end());

  KeyTable table;
  table.tokens.reserve(filed.size());
  for (std::uint64_t one : filed) {
    const auto key = static_cast<std::uint32_t>(one >> 32);
    const auto begin = static_cast<std::uint32_t>(table.tokens.size());
    if (table.keys.empty() || table.keys.back().key != key) table.keys.push_back({key, begin});
    table.tokens.push_back(static_cast<std::uint32_t>(one));
  }
  table.keys.push_back({0, static_cast<std::uint32_t>(table.tokens.size())});
  return table;
}

}  // namespace darvaza::index
