#include "http/message.h"

#include <algorithm>

namespace darvaza::daemon {

std::string_view Head::header(std::string_view name) const {
  const auto found = std::find_if(headers.begin(), headers.end(),
                                  [name](const auto& header) { return header.first == name; });
  return found == headers.end() ? std::string_view() : std::string_view(found->second);
}

std::optional<std::string_view> Head::parameter(std::string_view name) const {
  const auto found = std::find_if(query.begin(), query.end(),
                                  [name](const auto& item) { return item.first == name; });
  if (found == query.end()) return std::nullopt;
  return found->second;
}

}  // namespace darvaza::daemon
