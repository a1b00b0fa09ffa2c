#include "api/parameters.h"

#include <algorithm>
#include <charconv>
#include <cmath>

#include <fmt/format.h>

#include "http/problem.h"

namespace darvaza::daemon {
namespace {

template <typename Number>
bool read_number(std::string_view text, Number& value) {
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  return error == std::errc() && end == text.data() + text.size();
}

}  // namespace

std::int32_t basis_points(double score) {
  constexpr double kBasisPoints = 10'000;
  return static_cast<std::int32_t>(std::lround(score * kBasisPoints));
}

std::optional<Response> refuse_unknown(const Head& head, std::span<const std::string_view> known) {
  for (const auto& [name, value] : head.query) {
    if (std::find(known.begin(), known.end(), name) == known.end()) {
      return field_problem(400, name,
                           known.empty()
                               ? std::string("no query parameters are expected here")
                               : fmt::format("unknown query parameter; expected one of: {}",
                                             fmt::join(known, ", ")));
    }
    const auto same = [&name = name](const auto& item) { return item.first == name; };
    if (std::count_if(head.query.begin(), head.query.end(), same) > 1) {
      return field_problem(400, name, "the query parameter is given twice");
    }
  }
  return std::nullopt;
}

std::optional<std::uint64_t> number_parameter(const Head& head, std::string_view name,
                                              std::uint64_t least, std::uint64_t most,
                                              std::uint64_t absent) {
  const auto text = head.parameter(name);
  if (!text) return absent;
  std::uint64_t value = 0;
  if (!read_number(*text, value) || value < least || value > most) return std::nullopt;
  return value;
}

bool read_screening_parameters(const Head& head, const ScreeningSettings& settings,
                               ScreeningOptions& options, Response& refusal) {
  const auto top = number_parameter(head, "top", 1, 10'000, settings.top);
  if (!top) {
    refusal = field_problem(400, "top", "expected a whole number from 1 to 10000");
    return false;
  }
  double min_score = settings.min_score;
  const auto score_text = head.parameter("min_score");
  if (score_text && !(read_number(*score_text, min_score) && min_score >= 0 && min_score <= 1)) {
    refusal = field_problem(400, "min_score", "expected a number from 0 to 1");
    return false;
  }
  const auto near = head.parameter("near_documents");
  if (near && *near != "true" && *near != "false") {
    refusal = field_problem(400, "near_documents", "expected true or false");
    return false;
  }
  options.top = static_cast<std::size_t>(*top);
  options.min_score_bp = basis_points(min_score);
  options.near_documents = near ? *near == "true" : settings.near_documents;
  return true;
}

}  // namespace darvaza::daemon
