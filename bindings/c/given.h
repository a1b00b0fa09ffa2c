// What callers give, checked: structs of any version, texts, lists, dates. The first thing that is
// wrong is kept as the failure, and reading goes on with nothing in its place, so that one look at
// the end is enough.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <optional>
#include <string>
#include <string_view>

#include <fmt/core.h>

#include "border.h"
#include "darvaza/partial_date.h"

namespace darvaza::c {

/// Where in the arguments something stands: "travellers[3].names[0].primary". Costs nothing until
/// it is written.
struct Place {
  const Place* up = nullptr;
  const char* name = "";
  std::optional<std::size_t> index = std::nullopt;

  std::string text() const;
};

/// Bytes of the struct in the first version of darvaza.h. When a struct grows, its first size is
/// given here.
template <typename T>
inline constexpr std::size_t kFirstSize = sizeof(T);
template <>
inline constexpr std::size_t kFirstSize<darvaza_screening_options> =
    offsetof(darvaza_screening_options, state);

/// Larger sizes are not sizes but memory that nobody set.
inline constexpr std::size_t kLargestStruct = 4096;

class GivenReader {
 public:
  const std::optional<Failure>& failure() const { return failure_; }
  Outcome outcome() && {
    if (failure_) return tl::unexpected(std::move(*failure_));
    return {};
  }

  /// The caller's struct, or `copy` filled from it when it is of another version; nullptr when it
  /// cannot be read.
  template <typename T>
  const T* structure(const T* given, const Place& place, T& copy) {
    if (given == nullptr) return refuse<T>(place, DARVAZA_INVALID_ARGUMENT, "is NULL");
    const std::size_t size = given->struct_size;
    if (size == sizeof(T)) return given;
    if (size < kFirstSize<T> || size > kLargestStruct) {
      return refuse<T>(place, DARVAZA_INVALID_ARGUMENT,
                       fmt::format("its struct_size is {}; expected {}", size, sizeof(T)));
    }
    const auto* const bytes = reinterpret_cast<const unsigned char*>(given);
    const bool unknown_used =
        size > sizeof(T) &&
        std::any_of(bytes + sizeof(T), bytes + size, [](unsigned char b) { return b != 0; });
    if (unknown_used) {
      return refuse<T>(place, DARVAZA_UNSUPPORTED, "sets a field that this library does not know");
    }
    copy = {};
    std::memcpy(&copy, given, std::min(size, sizeof(T)));
    return &copy;
  }

  std::string text(darvaza_text given, const Place& place);
  PartialDate date(darvaza_date given, const Place& place);
  bool flag(std::int32_t given, const Place& place);
  /// For a field that a later version may give a meaning: what is asked for by it must not be
  /// passed over.
  void reserved(std::int32_t given, const Place& place);
  /// `given` if it lies between the two.
  template <typename Number>
  Number number(Number given, std::int64_t least, std::int64_t most, const Place& place) {
    const auto value = static_cast<std::int64_t>(given);
    if (value >= least && value <= most) return given;
    refuse(place, DARVAZA_INVALID_ARGUMENT,
           fmt::format("is {}; expected {} to {}", value, least, most));
    return static_cast<Number>(least);
  }
  /// How many items of a list to read: none when the list cannot be.
  std::size_t count(const void* list, std::size_t given, std::size_t most, const Place& place);
  /// For what callers of this class find wrong.
  void refuse(const Place& place, darvaza_status code, std::string message,
              std::uint64_t offset = 0);

 private:
  template <typename T>
  const T* refuse(const Place& place, darvaza_status code, std::string message) {
    refuse(place, code, std::move(message));
    return nullptr;
  }

  std::optional<Failure> failure_;
};

/// Sets the caller's struct, of any version, to `values` behind its struct_size.
template <typename T>
darvaza_status set_defaults(T* given, T values) {
  if (given == nullptr) return DARVAZA_INVALID_ARGUMENT;
  const std::size_t size = given->struct_size;
  if (size < kFirstSize<T> || size > kLargestStruct) return DARVAZA_INVALID_ARGUMENT;
  std::memset(static_cast<void*>(given), 0, size);
  values.struct_size = size;
  std::memcpy(static_cast<void*>(given), &values, std::min(size, sizeof(T)));
  return DARVAZA_OK;
}

/// A path or a name in two parameters. Empty is refused, as is a NUL inside.
tl::expected<std::string, Failure> given_path(const char* data, std::size_t size, const char* name);

}  // namespace darvaza::c
