#include "text/quoted_list.h"

#include <algorithm>

#include "records/trimmed.h"

namespace darvaza::text {
namespace {

/// Where the quotation that begins at text[0] closes; npos when it never does, or when it closes in
/// the middle of an item. Looks no further than the first mark that is not doubled, which keeps a
/// field of many open quotations linear.
std::size_t closing_mark(std::string_view text) {
  std::size_t i = 1;
  while (i < text.size() && (text[i] != '"' || text.substr(i, 2) == "\"\"")) {
    i += text[i] == '"' ? 2U : 1U;
  }
  if (i >= text.size()) return std::string_view::npos;
  const std::size_t next = text.find_first_not_of(' ', i + 1);
  return next == std::string_view::npos || text[next] == ';' ? i : std::string_view::npos;
}

std::string undoubled(std::string_view quoted) {
  std::string text;
  for (std::size_t i = 0; i < quoted.size(); ++i) {
    text += quoted[i];
    if (quoted.substr(i, 2) == "\"\"") ++i;
  }
  return text;
}

ListItem quoted_item(std::string_view inside) {
  const bool needed = inside.find_first_of(";\"\n") != std::string_view::npos;
  return {std::string(records::trimmed(undoubled(inside))), !needed};
}

/// Takes the first item from the front of `field`, separator included.
ListItem take_item(std::string_view& field) {
  if (field.front() == '"') {
    if (const std::size_t mark = closing_mark(field); mark != std::string_view::npos) {
      ListItem item = quoted_item(field.substr(1, mark - 1));
      field.remove_prefix(std::min(field.find(';', mark), field.size() - 1) + 1);
      return item;
    }
  }
  const std::size_t end = field.find(';');
  ListItem item{std::string(records::trimmed(field.substr(0, end))), false};
  field.remove_prefix(end == std::string_view::npos ? field.size() : end + 1);
  return item;
}

}  // namespace

std::vector<ListItem> split_quoted_list(std::string_view field) {
  std::vector<ListItem> items;
  for (field = records::trimmed(field); !field.empty(); field = records::trimmed(field)) {
    ListItem item = take_item(field);
    if (!item.text.empty()) items.push_back(std::move(item));
  }
  return items;
}

}  // namespace darvaza::text
