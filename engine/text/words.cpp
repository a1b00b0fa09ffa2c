#include "text/words.h"

#include "records/trimmed.h"

namespace darvaza::text {
namespace {

constexpr std::string_view kBlanks = " \t\r\n";

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

}  // namespace

std::string collapsed(std::string_view text) {
  std::string out;
  for (const std::string_view word : split_words(text)) append_joined(out, word, " ");
  return out;
}

std::string lower_case(std::string_view text) {
  std::string out(text);
  for (char& c : out) c = lower(c);
  return out;
}

bool starts_with_words(std::string_view text, std::string_view prefix) {
  if (text.size() < prefix.size()) return false;
  for (std::size_t i = 0; i < prefix.size(); ++i) {
    if (lower(text[i]) != lower(prefix[i])) return false;
  }
  return true;
}

std::vector<std::string_view> split_words(std::string_view text) {
  std::vector<std::string_view> words;
  std::size_t end = 0;
  for (;;) {
    const std::size_t begin = text.find_first_not_of(kBlanks, end);
    if (begin == std::string_view::npos) return words;
    end = std::min(text.find_first_of(kBlanks, begin), text.size());
    words.push_back(text.substr(begin, end - begin));
  }
}

std::vector<std::string_view> split_trimmed(std::string_view text, char separator) {
  std::vector<std::string_view> parts;
  for (std::size_t begin = 0; begin <= text.size();) {
    const std::size_t end = std::min(text.find(separator, begin), text.size());
    const std::string_view part = records::trimmed(text.substr(begin, end - begin));
    if (!part.empty()) parts.push_back(part);
    begin = end + 1;
  }
  return parts;
}

void append_joined(std::string& joined, std::string_view text, std::string_view separator) {
  if (text.empty()) return;
  if (!joined.empty()) joined += separator;
  joined += text;
}

}  // namespace darvaza::text
