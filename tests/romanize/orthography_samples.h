// Names made up for the tests, in their native letters and as each system writes them.
#pragma once

#include <span>
#include <string_view>

namespace darvaza::test {

struct OrthographySample {
  std::string_view orthography;  ///< the id
  std::u32string_view native;
  std::u32string_view latin;  ///< by hand, from the norm
};

std::span<const OrthographySample> orthography_samples();

}  // namespace darvaza::test
