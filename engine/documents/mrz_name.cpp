#include "documents/mrz_name.h"

#include <algorithm>
#include <string>

namespace darvaza::documents {
namespace {

std::string with_blanks(std::string_view part) {
  std::string words;
  for (const char c : part) {
    if (c != '<') {
      words += c;
    } else if (!words.empty() && words.back() != ' ') {
      words += ' ';
    }
  }
  if (!words.empty() && words.back() == ' ') words.pop_back();
  return words;
}

}  // namespace

TravellerName parse_mrz_name(std::string_view field) {
  TravellerName name;
  name.may_be_truncated = !field.empty() && field.back() != '<';
  const std::size_t middle = std::min(field.find("<<"), field.size());
  name.primary = with_blanks(field.substr(0, middle));
  name.secondary = with_blanks(field.substr(middle));
  if (name.primary.empty()) std::swap(name.primary, name.secondary);
  return name;
}

}  // namespace darvaza::documents
