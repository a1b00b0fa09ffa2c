#include "records/name_cell.h"

#include <algorithm>
#include <cstddef>

#include "records/trimmed.h"

namespace darvaza::records {
namespace {

constexpr std::string_view kArabicSemicolon = "\xD8\x9B";

constexpr char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }
constexpr bool is_between(char c) { return c == ' ' || c == '\t' || c == ',' || c == '(' || c == ')' || c == ':'; }

/// How many bytes at text[at] separate two names; 0 for none.
std::size_t separator_at(std::string_view text, std::size_t at) {
  const char c = text[at];
  if (c == ';' || c == '\n' || c == '\r') return 1;
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

}  // namespace

NameCell read_name_cell(std::string_view cell) {
  NameCell read;
  const auto add = [&](std::string_view name) {
    if (name = bare(name); name.empty()) return;
    read.doubtful = read.doubtful || is_doubtful(name);
    read.names.push_back(name);
  };
  std::size_t begin = 0;
  for (std::size_t at = 0; at < cell.size();) {
    const std::size_t separator = separator_at(cell, at);
    if (separator > 0) {
      add(cell.substr(begin, at - begin));
      begin = at + separator;
    }
    at += std::max<std::size_t>(separator, 1);
  }
  add(cell.substr(begin));
  return read;
}

}  // namespace darvaza::records
