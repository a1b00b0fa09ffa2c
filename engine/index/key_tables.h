// Under which keys the tokens of the dictionary are filed.
#pragma once

#include <cstdint>
#include <functional>
#include <span>
#include <vector>

#include "index/file_format.h"
#include "romanize/pivot.h"

namespace darvaza::index {

/// A table of keys, ascending and one more, and the tokens filed under them, ascending within a key.
/// A key has dozens of tokens on average, so that it is written once and not with each of them.
struct KeyTable {
  std::vector<KeyRecord> keys;
  std::vector<std::uint32_t> tokens;
};

/// Gives the keys of a token: names::skeleton_keys or names::prefix_keys.
using KeysOf = void (*)(const romanize::Sounds& token, std::vector<std::uint32_t>& out);

KeyTable key_table(std::span<const romanize::Sounds> tokens, KeysOf keys_of);

}  // namespace darvaza::index
