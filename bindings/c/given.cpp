#include "given.h"

#include "text/utf8.h"

namespace darvaza::c {
namespace {

/// Where the text ceases to be well-formed UTF-8.
std::optional<std::size_t> ill_formed_at(std::string_view text) {
  constexpr std::string_view kReplacementBytes = "\xEF\xBF\xBD";
  std::string_view rest = text;
  while (!rest.empty()) {
    if (static_cast<unsigned char>(rest[0]) < 0x80) {
      rest.remove_prefix(1);
      continue;
    }
    const std::string_view before = rest;
    const bool replaced = text::take_short_code_point(rest) == text::kReplacement;
    if (replaced && before.substr(0, kReplacementBytes.size()) != kReplacementBytes) {
      return text.size() - before.size();
    }
  }
  return std::nullopt;
}

}  // namespace

std::string Place::text() const {
  std::string out = up == nullptr ? "" : up->text();
  if (!out.empty() && *name != '\0') out += '.';
  out += name;
  if (index) out += fmt::format("[{}]", *index);
  return out;
}

void GivenReader::refuse(const Place& place, darvaza_status code, std::string message,
                         std::uint64_t offset) {
  if (failure_) return;
  failure_ = Failure{code, std::move(message), place.text()};
  failure_->offset = offset;
}

std::string GivenReader::text(darvaza_text given, const Place& place) {
  if (given.size == 0) return {};
  if (given.data == nullptr) {
    refuse(place, DARVAZA_INVALID_ARGUMENT, "its data is NULL and its size is not 0");
    return {};
  }
  if (given.size > DARVAZA_MAX_TEXT_BYTES) {
    refuse(place, DARVAZA_LIMIT,
           fmt::format("has {} bytes; at most {} are taken", given.size, +DARVAZA_MAX_TEXT_BYTES));
    return {};
  }
  const std::string_view bytes(given.data, given.size);
  if (const auto offset = ill_formed_at(bytes)) {
    refuse(place, DARVAZA_INVALID_TEXT,
           fmt::format("is not well-formed UTF-8 from byte {} on", *offset), *offset);
    return {};
  }
  return std::string(bytes);
}

PartialDate GivenReader::date(darvaza_date given, const Place& place) {
  const PartialDate date{given.year, given.month, given.day};
  if (is_valid(date)) return date.known() ? date : PartialDate{};
  refuse(place, DARVAZA_INVALID_ARGUMENT, "is no day, month or year of a calendar");
  return {};
}

void GivenReader::reserved(std::int32_t given, const Place& place) {
  if (given != 0)
    refuse(place, DARVAZA_UNSUPPORTED, "is not 0: sets something that this library does not know");
}

bool GivenReader::flag(std::int32_t given, const Place& place) {
  return number(given, 0, 1, place) == 1;
}

std::size_t GivenReader::count(const void* list, std::size_t given, std::size_t most,
                               const Place& place) {
  if (given == 0) return 0;
  if (list == nullptr) {
    refuse(place, DARVAZA_INVALID_ARGUMENT, "is NULL and its count is not 0");
    return 0;
  }
  if (given > most) {
    refuse(place, DARVAZA_LIMIT, fmt::format("has {} items; at most {} are taken", given, most));
    return 0;
  }
  return given;
}

tl::expected<std::string, Failure> given_path(const char* data, std::size_t size,
                                              const char* name) {
  if (data == nullptr) return invalid(name, "is NULL");
  if (size == 0) return invalid(name, "is empty");
  std::string path(data, size);
  if (path.find('\0') != std::string::npos) return invalid(name, "holds a NUL byte");
  return path;
}

}  // namespace darvaza::c
