#include "records/name_cell.h"

#include <algorithm>
#include <cstddef>

#include "records/trimmed.h"

namespace darvaza::records {
namespace {

constexpr std::string_view kArabicSemicolon = "\xD8\x9B";

constexpr char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }
constexpr bool is_between(char c) { return c == ' ' || c == '\t' || c == ',' || c == '(' || c == ')' || c == ':'; }

constexpr bool is_line_end(char c) { return c == '\n' || c == '\r'; }

/// How many bytes at text[at] separate two names; 0 for none.
std::size_t separator_at(std::string_view text, std::size_t at) {
  const char c = text[at];
  if (c == ';' || is_line_end(c)) return 1;
  if (text.substr(at).starts_with(kArabicSemicolon)) return kArabicSemicolon.size();
  const bool is_label = text.size() >= at + 6 && (lower(c) == 'a' || lower(c) == 'f' || lower(c) == 'n') && text[at + 1] == '.' &&
                        lower(text[at + 2]) == 'k' && text[at + 3] == '.' && lower(text[at + 4]) == 'a' && text[at + 5] == '.';
  return is_label && (at == 0 || is_between(text[at - 1])) ? 6 : 0;
}

/// Without the brackets and commas that stood around "a.k.a.".
std::string_view bare(std::string_view name) {
  while (!name.empty() && (is_between(name.front()) && name.front() != '(')) name.remove_prefix(1);
  while (!name.empty() && is_between(name.back()) && name.back() != ')') name.remove_suffix(1);
  const auto opened = std::count(name.begin(), name.end(), '('), closed = std::count(name.begin(), name.end(), ')');
  if (closed > opened && name.back() == ')') name.remove_suffix(1);
  return trimmed(name);
}

bool holds_word(std::string_view text, std::string_view word) {
  for (std::size_t at = 0; at + word.size() <= text.size(); ++at) {
    if (std::equal(word.begin(), word.end(), text.begin() + static_cast<std::ptrdiff_t>(at), [](char a, char b) { return a == lower(b); })) return true;
  }
  return false;
}

bool is_doubtful(std::string_view name) {
  if (name.find('|') != std::string_view::npos || name.find(" / ") != std::string_view::npos || name.find('(') != std::string_view::npos) return true;
  if (holds_word(name, " aka ")) return true;
  const std::size_t close = name.find(')');
  return close != std::string_view::npos && close > 0 && name[close - 1] >= '0' && name[close - 1] <= '9';
}

constexpr std::size_t kMostLinesOfAName = 4;

bool is_one_word(std::string_view line) { return line.find_first_of(" \t,") == std::string_view::npos; }

std::string joined(const std::vector<std::string_view>& lines) {
  std::string name;
  for (const std::string_view line : lines) (name += name.empty() ? "" : " ") += line;
  return name;
}

}  // namespace

NameCell read_name_cell(std::string_view cell) {
  NameCell read;
  std::vector<std::string_view> lines;  // of one name, or of several that stand below each other
  const auto finish = [&] {
    const std::size_t first = read.names.size();
    for (const std::string_view line : lines) {
      if (is_doubtful(line)) read.doubtful.emplace_back(line);
      read.names.emplace_back(line);
    }
    const auto words = std::count_if(lines.begin(), lines.end(), is_one_word);
    if (lines.size() > 1 && lines.size() <= kMostLinesOfAName && words > 0) {
      const bool all = words == static_cast<std::ptrdiff_t>(lines.size());
      read.names.insert(all ? read.names.begin() + static_cast<std::ptrdiff_t>(first) : read.names.end(), joined(lines));
    }
    lines.clear();
  };
  const auto add = [&](std::string_view line) {
    if (line = bare(line); !line.empty()) lines.push_back(line);
  };
  std::size_t begin = 0;
  for (std::size_t at = 0; at < cell.size();) {
    const std::size_t separator = separator_at(cell, at);
    if (separator > 0) {
      add(cell.substr(begin, at - begin));
      begin = at + separator;
      if (!is_line_end(cell[at])) finish();
    }
    at += std::max<std::size_t>(separator, 1);
  }
  add(cell.substr(begin));
  finish();
  return read;
}

}  // namespace darvaza::records
