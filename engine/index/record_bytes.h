// The bytes that make two records the same: keys of tables that keep each once.
#pragma once

#include <string>
#include <string_view>
#include <type_traits>

namespace darvaza::index {

/// For values without padding.
template <typename T>
std::string_view bytes_of(const T& value) {
  static_assert(std::is_trivially_copyable_v<T>);
  return {reinterpret_cast<const char*>(&value), sizeof value};
}

/// With its length before it, so that no two runs of texts give the same bytes.
inline void append_text(std::string& key, std::string_view text) {
  key += bytes_of(text.size());
  key += text;
}

}  // namespace darvaza::index
