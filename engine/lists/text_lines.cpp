#include "lists/text_lines.h"

#include <string_view>

namespace darvaza::lists {
namespace {

constexpr std::string_view kUtf8Mark = "\xEF\xBB\xBF";

}  // namespace

/// Reads up to the line end, keeping no more than max_bytes_; false at the end of the stream.
bool TextLines::read_line(TextLine& line) {
  line.text.clear();
  line.too_long = false;
  std::streambuf& buffer = *in_.rdbuf();
  int c = buffer.sbumpc();
  if (c == std::char_traits<char>::eof()) return false;
  line.line = ++lines_;
  for (; c != std::char_traits<char>::eof() && c != '\n'; c = buffer.sbumpc()) {
    if (line.text.size() < max_bytes_) {
      line.text.push_back(static_cast<char>(c));
    } else {
      line.too_long = true;
    }
  }
  return true;
}

bool TextLines::next(TextLine& line) {
  while (read_line(line)) {
    if (line.line == 1 && line.text.starts_with(kUtf8Mark)) line.text.erase(0, kUtf8Mark.size());
    if (line.too_long) line.text.clear();
    if (line.too_long || line.text.find_first_not_of(" \t\r") != std::string::npos) return true;
  }
  return false;
}

}  // namespace darvaza::lists
