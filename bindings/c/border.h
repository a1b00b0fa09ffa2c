// The border between C++ and C: no exception crosses it, and every failure becomes a status and, if
// wanted, an error object.
#pragma once

#include <cstdint>
#include <string>
#include <utility>

#include <tl/expected.hpp>

#include "darvaza.h"
#include "darvaza/error.h"

namespace darvaza::c {

/// What a darvaza_error says.
struct Failure {
  darvaza_status code = DARVAZA_INTERNAL;
  std::string message;
  std::string field = {};
  std::string file = {};
  std::uint64_t line = 0;
  std::uint64_t record = 0;
  std::uint64_t offset = 0;
};

using Outcome = tl::expected<void, Failure>;

inline tl::unexpected<Failure> invalid(std::string field, std::string message) {
  return tl::unexpected(Failure{DARVAZA_INVALID_ARGUMENT, std::move(message), std::move(field)});
}

/// An error of the engine in the C API's terms.
tl::unexpected<Failure> failed(const Error& error);

/// For a pointer that must not be NULL; `name` is the parameter's.
inline Outcome required(const void* pointer, const char* name) {
  if (pointer != nullptr) return {};
  return invalid(name, "is NULL");
}

/// The status of `failure`; sets `*error` if there is where to put it and memory for it.
darvaza_status report(Failure&& failure, darvaza_error** error) noexcept;
/// The same of the exception that is being handled.
darvaza_status report_exception(darvaza_error** error) noexcept;

/// Runs `body`, which returns an Outcome, and turns whatever happens into a status.
template <typename Body>
darvaza_status guarded(darvaza_error** error, Body&& body) noexcept {
  if (error != nullptr) *error = nullptr;
  try {
    Outcome outcome = body();
    return outcome ? DARVAZA_OK : report(std::move(outcome.error()), error);
  } catch (...) {
    return report_exception(error);
  }
}

/// The same for a call that makes an object: `body` gets a function that makes it of its arguments
/// and hands it over to
/// `*object`, which is NULL until then.
template <typename Object, typename Body>
darvaza_status giving(Object** object, darvaza_error** error, Body&& body) noexcept {
  if (object != nullptr) *object = nullptr;
  return guarded(error, [&]() -> Outcome {
    if (object == nullptr) return invalid("", "the pointer for what is asked for is NULL");
    return body([object](auto&&... arguments) -> Outcome {
      *object = new Object{std::forward<decltype(arguments)>(arguments)...};
      return {};
    });
  });
}

/// Borrows a part of an object: `*part` is what `from` gives, or NULL.
template <typename Object, typename Part, typename From>
darvaza_status borrowing(const Object* object, const Part** part, From from) noexcept {
  if (part != nullptr) *part = nullptr;
  if (object == nullptr || part == nullptr) return DARVAZA_INVALID_ARGUMENT;
  *part = from(*object);
  return DARVAZA_OK;
}

/// The same of a List.
template <typename Object, typename View, typename From>
darvaza_status borrowing(const Object* object, const View* const** data, std::size_t* count,
                         From from) noexcept {
  if (data != nullptr) *data = nullptr;
  if (count != nullptr) *count = 0;
  if (object == nullptr || data == nullptr || count == nullptr) return DARVAZA_INVALID_ARGUMENT;
  const auto list = from(*object);
  *data = list.data;
  *count = list.count;
  return DARVAZA_OK;
}

}  // namespace darvaza::c
