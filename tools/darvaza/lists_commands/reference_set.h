// Questions by which two posts, or two versions of a list, can be compared: listed people under their own names and under
// other spellings, and people who are not listed.
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <span>
#include <string>
#include <string_view>

#include "darvaza/error.h"

namespace darvaza::tool {

struct ReferenceSetOptions {
  std::size_t entries = 200;      ///< listed people who are asked for by every one of their names
  std::size_t per_variation = 5;  ///< people under each named variation of `darvaza eval perturb`
  std::size_t unlisted = 200;     ///< people put together of one entry's surname, another's given names and a third's birth date
  std::uint64_t seed = 1;
};

struct ReferenceSetReport {
  std::uint64_t entries = 0;  ///< of the lists
  std::uint64_t own = 0, varied = 0, unlisted = 0, documents = 0;
};

/// Reads the lists and hands over a manifest as lines of CSV, the heading first. The same lists, options and version of the
/// program give the same bytes. Errors: those of read_lists.
Result<ReferenceSetReport> make_reference_set(std::span<const std::filesystem::path> lists, const ReferenceSetOptions& options,
                                              const std::function<void(std::string_view line)>& write);

}  // namespace darvaza::tool
