#include "documents/mrz_lines.h"

#include <algorithm>
#include <numeric>
#include <optional>
#include <utility>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "documents/document_number.h"
#include "text/utf8.h"

namespace darvaza::documents {
namespace {

// Three lines of 30 characters, each of up to four bytes, with room for blanks and control
// characters.
constexpr std::size_t kLongestZone = 1024;
constexpr char kFiller = '<';
constexpr char kLineEnd = '\n';
constexpr char kBlank = ' ';
constexpr char kForeign = '?';  // a character that has no place in a zone (Doc 9303-3 §4.3)

bool is_line_end(char32_t c) {
  return c == U'\r' || c == U'\n' || c == U'\v' || c == U'\f' || (c >= 0x1C && c <= 0x1F) ||
         c == 0x85 || c == 0x2028 || c == 0x2029;
}

bool is_blank(char32_t c) { return c == U' ' || c == U'\t' || c == 0xA0; }

// STX, ETX, NUL, ESC and their like, which keyboard wedges send around a zone; marks without width.
bool is_nothing(char32_t c) {
  return c < 0x20 || (c >= 0x7F && c < 0xA0) || c == 0xFEFF || (c >= 0x200B && c <= 0x200F);
}

// Other forms of the sign "<": what programs and fonts make of one filler, or of two.
constexpr std::u32string_view kOneFiller = U"\u2039\uFF1C\u3008";
constexpr std::u32string_view kTwoFillers = U"\u00AB\u226A\u300A";

/// A capital or digit that letters and digits of other scripts are typed for, as in numbers of documents; else a foreign character.
char seen_as(char32_t c) {
  std::string utf8;
  text::append_utf8(c, utf8);
  const std::string seen = normalise_number(utf8);
  return c >= 0x80 && seen.size() == 1 ? seen.front() : kForeign;
}

void append_zone_characters(char32_t c, std::string& out) {
  if (is_line_end(c)) {
    out += kLineEnd;
  } else if (is_blank(c)) {
    out += kBlank;
  } else if (kOneFiller.find(c) != std::u32string_view::npos) {
    out += kFiller;
  } else if (kTwoFillers.find(c) != std::u32string_view::npos) {
    out += {kFiller, kFiller};
  } else if (c >= U'a' && c <= U'z') {
    out += static_cast<char>(c - U'a' + U'A');
  } else if (!is_nothing(c)) {
    const bool known = (c >= U'A' && c <= U'Z') || (c >= U'0' && c <= U'9') || c == U'<';
    out += known ? static_cast<char>(c) : seen_as(c);
  }
}

/// Capitals, digits, fillers, foreign characters, blanks and line ends.
std::string zone_characters(std::string_view text) {
  std::string characters;
  while (!text.empty()) append_zone_characters(text::take_code_point(text), characters);
  return characters;
}

std::string_view without_blanks_around(std::string_view line) {
  const std::size_t first = std::min(line.find_first_not_of(kBlank), line.size());
  return line.substr(first, line.find_last_not_of(kBlank) + 1 - first);
}

enum class Blanks : std::uint8_t {
  separate,            ///< lines, like line ends
  are_fillers,         ///< but for those around a line
  are_fillers_at_end,  ///< there, too
  are_nothing,
};

std::string with_fillers(std::string_view line) {
  std::string filled(line);
  std::replace(filled.begin(), filled.end(), kBlank, kFiller);
  return filled;
}

std::string line_of(std::string_view line, Blanks blanks) {
  if (blanks == Blanks::are_nothing) {
    std::string dense(line);
    dense.erase(std::remove(dense.begin(), dense.end(), kBlank), dense.end());
    return dense;
  }
  const std::size_t first = std::min(line.find_first_not_of(kBlank), line.size());
  return with_fillers(blanks == Blanks::are_fillers_at_end ? line.substr(first)
                                                           : without_blanks_around(line));
}

/// The lines of `characters` that have anything in them.
std::vector<std::string> pieces_of(std::string_view characters, Blanks blanks) {
  const std::string_view separators = blanks == Blanks::separate ? "\n " : "\n";
  std::vector<std::string> pieces;
  while (!characters.empty()) {
    const std::size_t end = std::min(characters.find_first_of(separators), characters.size());
    const std::string_view line = characters.substr(0, end);
    if (line.find_first_not_of(kBlank) != std::string_view::npos)
      pieces.push_back(line_of(line, blanks));
    characters.remove_prefix(std::min(end + 1, characters.size()));
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

bool is_in(const MrzField& field, std::size_t line, std::size_t position) {
  return field.line == line && field.first <= position && position < field.first + field.length();
}

/// Whether a character that stands there cuts a name in two: one that letters follow.
bool cuts_name(const MrzLayout& layout, const std::string& text, std::size_t line, std::size_t position) {
  if (!is_in(layout.name, line, position)) return false;
  const std::string_view rest = std::string_view(text).substr(0, layout.name.first - std::size_t{1} + layout.name.length()).substr(position);
  return rest.find_first_not_of("<?") != std::string_view::npos;
}

void replace_foreign_characters(MrzLines& zone) {
  for (std::size_t line = 0; line < zone.lines.size(); ++line) {
    for (std::size_t at = 0; at < zone.lines[line].size(); ++at) {
      if (zone.lines[line][at] != kForeign) continue;
      const bool in_name = cuts_name(*zone.layout, zone.lines[line], line + 1, at + 1), in_number = is_in(zone.layout->number, line + 1, at + 1);
      std::string text(in_name ? kNameCut : in_number ? kNumberChanged : "a character other than A to Z, 0 to 9 and '<', read as '<'");
      zone.lines[line][at] = '<';
      zone.problems.push_back({mrz_position(static_cast<int>(line + 1), static_cast<int>(at + 1)), std::move(text)});
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

/// How much of a line must be there, so that only fillers can be missing at its end: all of it
/// where it ends in a check digit, else all fields before the last one, and of a name its first
/// letter.
std::size_t least_of_line(const MrzLayout& layout, int line) {
  if (layout.composite_check.line == line) return layout.width;
  if (layout.name.line == line) return layout.name.first;
  return layout.optional.first - std::size_t{1};
}

/// More fillers than this too many are no slip of a reader.
constexpr std::size_t kMostSurplus = 4;

bool only_fillers_after(std::string_view line, std::size_t width) {
  return line.size() <= width + kMostSurplus &&
         line.substr(width - 1).find_first_not_of(kFiller) == std::string_view::npos;
}

bool fits_after_mending(const std::vector<std::string>& pieces, const MrzLayout& layout) {
  if (pieces.size() != layout.lines ||
      (pieces.front().front() == 'V') != (layout.first_characters == "V"))
    return false;
  for (std::size_t i = 0; i < pieces.size(); ++i) {
    const std::string& piece = pieces[i];
    if (piece.size() < least_of_line(layout, static_cast<int>(i + 1))) return false;
    if (piece.size() > layout.width && !only_fillers_after(piece, layout.width)) return false;
  }
  return true;
}

/// The zone when fillers are added to and taken from the ends of lines; of two formats that fit the
/// narrower one, to which less has to be added.
std::optional<MrzLines> mended_zone_of(std::vector<std::string> pieces) {
  const MrzLayout* best = nullptr;
  for (const MrzLayout& layout : mrz_layouts()) {
    const bool narrower = best == nullptr || layout.width < best->width;
    if (narrower && !pieces.empty() && fits_after_mending(pieces, layout)) best = &layout;
  }
  if (best == nullptr) return std::nullopt;
  MrzLines zone{best, std::move(pieces), {}};
  for (std::size_t i = 0; i < zone.lines.size(); ++i) {
    std::string& line = zone.lines[i];
    if (line.size() == best->width) continue;
    zone.problems.push_back(
        {fmt::format("line {}", i + 1),
         fmt::format("{} characters instead of {}: the number of fillers at its end was mended",
                     line.size(), best->width)});
    line.resize(best->width, kFiller);
  }
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
  const std::string characters = zone_characters(text);
  if (characters.find_first_not_of("\n ") == std::string::npos) {
    return fail(ErrorCode::input_refused, "no machine-readable zone: empty");
  }
  for (const Blanks blanks :
       {Blanks::separate, Blanks::are_fillers, Blanks::are_fillers_at_end, Blanks::are_nothing}) {
    if (auto zone = zone_of(pieces_of(characters, blanks))) return *std::move(zone);
  }
  for (const Blanks blanks : {Blanks::are_fillers, Blanks::are_nothing}) {
    if (auto zone = mended_zone_of(pieces_of(characters, blanks))) return *std::move(zone);
  }
  return no_known_shape(pieces_of(characters, Blanks::are_fillers));
}

}  // namespace darvaza::documents
