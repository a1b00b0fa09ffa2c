#include "eval/slices.h"

#include <algorithm>

#include <fmt/core.h>

namespace darvaza::eval {
namespace {

constexpr std::size_t kMostValues = 200;

}  // namespace

void SliceTable::add(const std::vector<std::pair<std::string, std::string>>& labels) {
  const std::uint32_t number = count_++;
  for (const auto& [name, value] : labels) {
    if (value.empty()) continue;
    auto dimension = std::find_if(dimensions_.begin(), dimensions_.end(),
                                  [&](const Dimension& d) { return d.name == name; });
    if (dimension == dimensions_.end()) {
      dimensions_.push_back({name, {}, {}});
      dimension = dimensions_.end() - 1;
    }
    const auto [found, added] =
        dimension->numbers.try_emplace(value, static_cast<std::uint32_t>(dimension->cases.size()));
    if (added) dimension->cases.emplace_back();
    dimension->cases[found->second].push_back(number);
  }
}

std::vector<SliceTable::Part> SliceTable::parts() const {
  std::vector<Part> parts;
  for (const Dimension& dimension : dimensions_) {
    std::vector<Part> of_dimension;
    for (const auto& [value, number] : dimension.numbers) {
      of_dimension.push_back({dimension.name, value, dimension.cases[number]});
    }
    std::sort(of_dimension.begin(), of_dimension.end(), [](const Part& a, const Part& b) {
      return a.cases.size() != b.cases.size() ? a.cases.size() > b.cases.size() : a.value < b.value;
    });
    if (of_dimension.size() > kMostValues) of_dimension.resize(kMostValues);
    std::move(of_dimension.begin(), of_dimension.end(), std::back_inserter(parts));
  }
  std::sort(parts.begin(), parts.end(), [](const Part& a, const Part& b) {
    return std::tie(a.dimension, a.value) < std::tie(b.dimension, b.value);
  });
  return parts;
}

std::vector<std::string> SliceTable::shortened() const {
  std::vector<std::string> remarks;
  for (const Dimension& dimension : dimensions_) {
    if (dimension.cases.size() <= kMostValues) continue;
    remarks.push_back(fmt::format("slices by {}: the {} most frequent of {} values", dimension.name,
                                  kMostValues, dimension.cases.size()));
  }
  return remarks;
}

}  // namespace darvaza::eval
