// Endings of tokens in pivot form, for tables of them.
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <span>

#include "romanize/pivot.h"

namespace darvaza::names {

/// A row of a table up to its first none.
template <std::size_t N>
std::span<const romanize::Sound> ending_in(const std::array<romanize::Sound, N>& row) {
  const auto end = std::find(row.begin(), row.end(), romanize::Sound::none);
  return {row.data(), static_cast<std::size_t>(end - row.begin())};
}

/// Whether so many sounds or more stand before the ending.
inline bool ends_with(const romanize::Sounds& token, std::span<const romanize::Sound> ending, std::size_t shortest_stem) {
  return token.size() >= ending.size() + shortest_stem && std::equal(ending.begin(), ending.end(), token.end() - ending.size());
}

/// The token without its last `count` sounds, of which it has as many.
inline romanize::Sounds without_last(romanize::Sounds token, std::size_t count) {
  for (; count > 0; --count) token.pop_back();
  return token;
}

}  // namespace darvaza::names
