// What went wrong, as a value.
//
// No call of this library throws across its border, prints or aborts. A call that can fail returns
// Result<T>: either the answer, or an Error that says which file, which record and which position,
// and what was expected there.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include <tl/expected.hpp>

namespace darvaza {

/// The kinds of failure a caller can act upon. The command line maps them to sysexits(3) numbers.
enum class ErrorCode : std::uint8_t {
  usage,          ///< the call itself makes no sense (exit status 2)
  input_refused,  ///< the input was read and is not acceptable as a whole (65)
  input_missing,  ///< a file that was named does not exist or cannot be opened (66)
  internal,       ///< a broken invariant of this library: please report (70)
  io,             ///< the operating system refused to read or write (74)
};

/// A failure and its place. Never holds personal data: neither names nor numbers of travellers or
/// listed persons appear in `message`.
struct Error {
  ErrorCode code = ErrorCode::internal;
  std::string message;         ///< what was found and what was expected, one sentence, UTF-8
  std::string file;            ///< the file or stream concerned; empty where there is none
  std::uint64_t line = 0;      ///< 1-based line in `file`; 0 where lines make no sense
  std::uint64_t record = 0;    ///< 1-based record in `file`; 0 where it is not about one record
  std::uint64_t position = 0;  ///< byte offset in `file`, 0-based; 0 where unknown
};

template <typename T>
using Result = tl::expected<T, Error>;

/// Shorthand for the failing branch of a Result.
inline tl::unexpected<Error> fail(ErrorCode code, std::string message, std::string file = {},
                                  std::uint64_t line = 0, std::uint64_t record = 0) {
  return tl::unexpected<Error>(
      Error{code, std::move(message), std::move(file), line, record, 0});
}

/// "file:line: record 7: message", leaving out what is unknown.
std::string to_string(const Error& error);

}  // namespace darvaza
