// The JSON values of a stream, one after the other.
#pragma once

#include <cstdint>
#include <functional>
#include <istream>
#include <string>

#include <boost/json/value.hpp>

#include "darvaza/error.h"

namespace darvaza::lists {

/// Receives a whole value and the line on which it begins.
using JsonValueVisitor = std::function<void(const boost::json::value&, std::uint64_t line)>;

/// Bytes of one value. A value in memory takes at most some ten times its text.
inline constexpr std::size_t kMostJsonBytes = std::size_t{4} << 20;

/// Reads all values of `in`, which may stand on one line each, on many lines, or behind each other;
/// a byte order mark of UTF-8 is skipped. `name` is what errors call the stream.
///
/// Refused (ErrorCode::input_refused, with the line): what is not JSON or not UTF-8, a value of
/// more than kMostJsonBytes or nested more than 32 levels, and one that breaks off. Memory is
/// bounded by one value.
Result<void> read_json_values(std::istream& in, const std::string& name,
                              const JsonValueVisitor& use);

}  // namespace darvaza::lists
