#include "documents/serial_number.h"

namespace darvaza::documents {
namespace {

constexpr std::size_t kMostDigits = 18;  // fits 64 bits

bool is_digit(char c) { return c >= '0' && c <= '9'; }

}  // namespace

std::optional<SerialNumber> split_serial(std::string_view normalised) {
  std::size_t begin = normalised.size();
  while (begin > 0 && is_digit(normalised[begin - 1])) --begin;
  const std::size_t digits = normalised.size() - begin;
  if (digits == 0 || digits > kMostDigits) return std::nullopt;
  SerialNumber number{std::string(normalised.substr(0, begin)), static_cast<std::uint32_t>(digits), 0};
  for (char c : normalised.substr(begin)) number.serial = number.serial * 10 + static_cast<std::uint64_t>(c - '0');
  return number;
}

bool is_run(std::string_view first, std::string_view last) {
  const auto from = split_serial(first), to = split_serial(last);
  return from && to && from->prefix == to->prefix && from->digits == to->digits && from->serial <= to->serial;
}

}  // namespace darvaza::documents
