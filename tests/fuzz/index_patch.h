// A small index, and changes to its bytes that are written as a script, so that seeds stay
// meaningful when tables or formats change and fuzzing need not discover digests.
#pragma once

#include <string>
#include <string_view>

namespace darvaza::fuzz {

/// The bytes of an index that holds one record of every kind; built once.
const std::string& small_index();

struct PatchedIndex {
  std::string bytes;
  bool forged = true;  ///< all digests were made to hold again, as whoever forges a file would
};

/// `small_index()` after the steps of `script`, 8 bytes each: what to do, which section, place (2),
/// value (4, all little-endian); an incomplete last step is left out. See index_patch.cpp for the
/// steps.
PatchedIndex patch_index(std::string_view script);

}  // namespace darvaza::fuzz
