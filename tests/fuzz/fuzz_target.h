// What every fuzz target has in common: its entry point, and how it says that something does not
// hold.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

/// libFuzzer's entry point; replay_main.cpp calls it, too. `data` may be null when `size` is 0.
/// Ends the process when an oracle does not hold; returns 0 otherwise.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

namespace darvaza::fuzz {

inline std::string_view as_text(const std::uint8_t* data, std::size_t size) {
  return {reinterpret_cast<const char*>(data), size};
}

/// An oracle. When `holds` is false: says on standard error what must hold, and aborts, so that
/// libFuzzer keeps the input and the replay names it.
void require(bool holds, std::string_view what_must_hold);

}  // namespace darvaza::fuzz
