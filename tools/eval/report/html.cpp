#include "eval/report/html.h"

#include <cmath>

#include <fmt/core.h>

#include "text/utf8.h"

namespace darvaza::eval::report {
namespace {

/// Controls, bidi controls and characters without a shape. The two joiners stay: Persian and Urdu
/// write them.
bool is_hidden(char32_t c) {
  return c < 0x20 || (c >= 0x7f && c < 0xa0) || c == 0xad || c == 0x61c || c == 0x200b ||
         c == 0x200e || c == 0x200f || (c >= 0x2028 && c <= 0x202e) ||
         (c >= 0x2060 && c <= 0x206f) || c == 0xfeff || (c >= 0xfff9 && c <= 0xfffb) ||
         (c >= 0xe0000 && c <= 0xe0fff);
}

/// XML 1.0 §2.2 excludes these two wherever they stand, even by number.
bool is_not_xml(char32_t c) { return c == 0xfffe || c == 0xffff; }

}  // namespace

std::string escaped(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  while (!text.empty()) {
    const char32_t c = text::take_code_point(text);
    switch (c) {
      case U'&':
        out += "&amp;";
        break;
      case U'<':
        out += "&lt;";
        break;
      case U'>':
        out += "&gt;";
        break;
      case U'"':
        out += "&quot;";
        break;
      case U'\'':
        out += "&#39;";
        break;
      default:
        if (is_hidden(c) || is_not_xml(c)) {
          out += fmt::format("[U+{:04X}]", static_cast<std::uint32_t>(c));
        } else {
          text::append_utf8(c, out);
        }
    }
  }
  return out;
}

std::string name_text(std::string_view name) { return "<bdi>" + escaped(name) + "</bdi>"; }

std::string count_text(std::uint64_t count) {
  std::string digits = std::to_string(count);
  for (std::size_t at = digits.size(); at > 3; at -= 3) digits.insert(at - 3, 1, ',');
  return digits;
}

std::string share_text(double share) {
  if (std::isnan(share)) return "–";
  const bool fine = share >= 0.99 && share < 1;
  return fmt::format("{:.{}f} %", 100 * share, fine ? 2 : 1);
}

std::string number_text(double number) {
  if (std::isnan(number)) return "–";
  const double size = std::fabs(number);
  if (size >= 1000)
    return (number < 0 ? "-" : "") + count_text(static_cast<std::uint64_t>(std::llround(size)));
  return fmt::format("{:.{}f}", number, size >= 100 ? 0 : size >= 10 ? 1 : size >= 2 ? 2 : 3);
}

std::string threshold_text(double threshold) {
  if (threshold <= 0) return "always";
  return threshold < 1e-6 ? "above 0" : fmt::format("from {:.4g} on", threshold);
}

bool is_share(std::string_view figure_name) {
  for (const std::string_view prefix : {"recall", "r_at", "precision", "best_f1", "f1", "caught",
                                        "referred", "hits", "alarms_at"}) {
    if (figure_name.starts_with(prefix)) return true;
  }
  return false;
}

std::string value_text(std::string_view figure_name, double value) {
  return is_share(figure_name) ? share_text(value) : number_text(value);
}

std::string interval_text(std::string_view figure_name, const Estimate& estimate) {
  if (std::isnan(estimate.low) || std::isnan(estimate.high)) return {};
  if (!is_share(figure_name))
    return number_text(estimate.low) + " to " + number_text(estimate.high);
  const int decimals = estimate.low >= 0.99 && estimate.low < 1 ? 2 : 1;
  return fmt::format("{:.{}f} to {:.{}f} %", 100 * estimate.low, decimals, 100 * estimate.high,
                     decimals);
}

}  // namespace darvaza::eval::report
