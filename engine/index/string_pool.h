// The texts of an index that StringRef points to.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>

#include "index/file_format.h"

namespace darvaza::index {

/// For maps from std::string that are asked with a std::string_view.
struct TextHash {
  using is_transparent = void;
  std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
};

/// Collects texts one after another. Beyond 4 GiB references wrap: whoever writes the index must refuse
/// to (format_limits.h).
class StringPool {
 public:
  /// For text that many records share, such as the name of a list: each distinct one is kept once.
  StringRef share(std::string_view text) {
    if (text.empty()) return {};
    if (const auto known = known_.find(text); known != known_.end()) return known->second;
    return known_.emplace(text, append(text)).first->second;
  }
  /// For text that is hardly ever met twice, such as the number of a document.
  StringRef append(std::string_view text) {
    if (text.empty()) return {};
    const StringRef ref{static_cast<std::uint32_t>(bytes_.size()), static_cast<std::uint32_t>(text.size())};
    bytes_ += text;
    return ref;
  }
  std::string_view view(StringRef ref) const { return std::string_view(bytes_).substr(ref.offset, ref.length); }

  std::uint64_t size() const { return bytes_.size(); }
  std::string take() { return std::move(bytes_); }

 private:
  std::unordered_map<std::string, StringRef, TextHash, std::equal_to<>> known_;
  std::string bytes_;
};

}  // namespace darvaza::index
