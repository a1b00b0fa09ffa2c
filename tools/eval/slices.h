// Cases by what they have in common.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "eval/run.h"

namespace darvaza::eval {

/// Collects the labels of cases, one case after the other, and gives the slices.
class SliceTable {
 public:
  /// The labels of the next case: values of dimensions; an empty value belongs to no slice.
  void add(const std::vector<std::pair<std::string, std::string>>& labels);

  /// The cases that share a value.
  struct Part {
    std::string dimension, value;
    std::vector<std::uint32_t> cases;  ///< in order of their numbers
  };
  /// In order of dimension and value. Of a dimension with more than 200 values only the 200 most
  /// frequent ones are given.
  std::vector<Part> parts() const;
  /// Whether parts() leaves values out, and of which dimension: for Run::remarks.
  std::vector<std::string> shortened() const;

 private:
  struct Dimension {
    std::string name;
    std::unordered_map<std::string, std::uint32_t> numbers;
    std::vector<std::vector<std::uint32_t>> cases;  ///< of each value
  };

  std::vector<Dimension> dimensions_;
  std::uint32_t count_ = 0;
};

}  // namespace darvaza::eval
