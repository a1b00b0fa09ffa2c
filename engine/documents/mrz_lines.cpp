#include "documents/mrz_lines.h"

#include <algorithm>
#include <numeric>
#include <optional>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "records/trimmed.h"
#include "text/utf8.h"

namespace darvaza::documents {
namespace {

// Three lines of 30 characters, each of up to four bytes, with room for blanks between them.
constexpr std::size_t kLongestZone = 1024;
constexpr std::string_view kLineEnds = "\r\n";
constexpr std::string_view kLineEndsAndBlanks = " \t\r\n";
constexpr char kForeign = '?';  // a character that has no place in a zone (Doc 9303-3 §4.3)

char zone_character(char32_t c) {
  if (c >= U'a' && c <= U'z') return static_cast<char>(c - U'a' + U'A');
  const bool known = (c >= U'A' && c <= U'Z') || (c >= U'0' && c <= U'9') || c == U'<';
  return known ? static_cast<char>(c) : kForeign;
}

std::string zone_characters(std::string_view text) {
  std::string characters;
  while (!text.empty()) characters += zone_character(text::take_code_point(text));
  return characters;
}

// The pieces between `separators`, without blanks around them, in zone characters.
std::vector<std::string> pieces_between(std::string_view text, std::string_view separators) {
  std::vector<std::string> pieces;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find_first_of(separators), text.size());
    const std::string_view piece = records::trimmed(text.substr(0, end));
    if (!piece.empty()) pieces.push_back(zone_characters(piece));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return pieces;
}

bool has_shape(const std::vector<std::string>& pieces, const MrzLayout& layout) {
  std::size_t lines = 0;
  for (const std::string& piece : pieces) {
    if (piece.size() % layout.width != 0) return false;
    lines += piece.size() / layout.width;
  }
  return lines == layout.lines;
}

// Formats of one shape differ in the first character only: 'V' is a visa, anything else is not.
const MrzLayout* find_layout(const std::vector<std::string>& pieces) {
  if (pieces.empty()) return nullptr;
  const bool is_visa = pieces.front().front() == 'V';
  const MrzLayout* without_visas = nullptr;
  for (const MrzLayout& layout : mrz_layouts()) {
    if (!has_shape(pieces, layout)) continue;
    if (is_visa == (layout.first_characters == "V")) return &layout;
    without_visas = &layout;
  }
  return without_visas;  // a TD1 that begins with 'V': no visa has three lines
}

std::vector<std::string> cut_into_lines(const std::vector<std::string>& pieces, std::size_t width) {
  const std::string all = std::accumulate(pieces.begin(), pieces.end(), std::string());
  std::vector<std::string> lines;
  for (std::size_t at = 0; at < all.size(); at += width) lines.push_back(all.substr(at, width));
  return lines;
}

void replace_foreign_characters(MrzLines& zone) {
  for (std::size_t line = 0; line < zone.lines.size(); ++line) {
    for (std::size_t at = 0; at < zone.lines[line].size(); ++at) {
      if (zone.lines[line][at] != kForeign) continue;
      zone.lines[line][at] = '<';
      zone.problems.push_back({mrz_position(static_cast<int>(line + 1), static_cast<int>(at + 1)),
                               "a character other than A to Z, 0 to 9 and '<', read as '<'"});
    }
  }
}

std::optional<MrzLines> zone_of(const std::vector<std::string>& pieces) {
  const MrzLayout* const layout = find_layout(pieces);
  if (layout == nullptr) return std::nullopt;
  MrzLines zone{layout, cut_into_lines(pieces, layout->width), {}};
  replace_foreign_characters(zone);
  return zone;
}

Result<MrzLines> no_known_shape(const std::vector<std::string>& pieces) {
  std::vector<std::size_t> sizes;
  for (const std::string& piece : pieces) sizes.push_back(piece.size());
  if (sizes.size() > 5) sizes.resize(5);
  return fail(ErrorCode::input_refused,
              fmt::format("no machine-readable zone: {} line(s) of {} characters; expected 3 of 30 "
                          "(TD1), 2 of 36 (TD2, MRV-B) or 2 of 44 (TD3, MRV-A)",
                          pieces.size(), fmt::join(sizes, ", ")));
}

}  // namespace

std::string_view MrzLines::field(const MrzField& where) const {
  if (!where.exists()) return {};
  const std::string_view line = lines[where.line - std::size_t{1}];
  return line.substr(where.first - std::size_t{1}, where.length());
}

std::string mrz_position(int line, int position) {
  return fmt::format("line {}, position {}", line, position);
}

Result<MrzLines> split_mrz(std::string_view text) {
  if (text.size() > kLongestZone) {
    return fail(ErrorCode::input_refused,
                fmt::format("no machine-readable zone: {} bytes; expected 72 to 90 characters",
                            text.size()));
  }
  if (records::trimmed(text).empty()) {
    return fail(ErrorCode::input_refused, "no machine-readable zone: empty");
  }
  for (const std::string_view separators : {kLineEndsAndBlanks, kLineEnds}) {
    if (auto zone = zone_of(pieces_between(text, separators))) return *std::move(zone);
  }
  return no_known_shape(pieces_between(text, kLineEnds));
}

}  // namespace darvaza::documents
