// Document numbers as a prefix and a serial, for runs of stolen blanks.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace darvaza::documents {

/// "AB0012345" is prefix "AB" and serial 12345 of 7 digits.
struct SerialNumber {
  std::string prefix;
  std::uint32_t digits = 0;
  std::uint64_t serial = 0;
};

/// Splits a normalised number at its final digits. Nothing when it ends in no digit or in more than
/// 18 of them.
std::optional<SerialNumber> split_serial(std::string_view normalised);

/// Whether two normalised numbers are the ends of a run: the same prefix, as many digits, the first not after the last.
bool is_run(std::string_view first, std::string_view last);

}  // namespace darvaza::documents
