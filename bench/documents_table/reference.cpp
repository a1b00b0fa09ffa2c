#include "documents_table/reference.h"

#include <algorithm>
#include <optional>

#include "generate/lost_document.h"

namespace darvaza::bench {
namespace {

/// Characters that anybody could take for one another in one class.
char coarse(char c) {
  switch (c) {
    case 'O':
    case 'D':
    case 'Q':
    case 'U':
    case 'G':
    case '6':
      return '0';
    case 'I':
    case 'L':
    case 'T':
      return '1';
    case 'Z':
    case '7':
      return '2';
    case 'S':
      return '5';
    case 'B':
      return '8';
    default:
      return c;
  }
}

std::string coarse(std::string_view number) {
  std::string out;
  for (const char c : number) out += coarse(c);
  return out;
}

std::uint64_t key_of(std::string_view number) {
  const std::string form = coarse(number);
  const std::size_t begin = std::min(form.find_first_not_of('0'), form.size() - 1);
  std::uint64_t hash = 14695981039346656037u;  // FNV-1a
  for (const char c : form.substr(begin))
    hash = (hash ^ static_cast<unsigned char>(c)) * 1099511628211u;
  return hash;
}

bool may_be(char asked, char listed) {
  if (asked == listed) return true;
  for (const char* pair : {"0O", "GQ", "7Z", "0U", "5S", "1L", "OQ", "IT", "1I", "2Z",
                           "8B", "6G", "0D", "0Q", "OD", "OU", "DQ", "IL", "1T", "LT"}) {
    if ((pair[0] == asked && pair[1] == listed) || (pair[1] == asked && pair[0] == listed))
      return true;
  }
  return false;
}

bool may_be(std::string_view asked, std::string_view listed) {
  const std::string_view longer = asked.size() < listed.size() ? listed : asked,
                         shorter = asked.size() < listed.size() ? asked : listed;
  const std::size_t more = longer.size() - shorter.size();
  for (std::size_t i = 0; i < longer.size(); ++i) {
    if (!may_be(longer[i], i < more ? '0' : shorter[i - more])) return false;
  }
  return true;
}

bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// Whether the five final characters can be read as a serial between the two; what is a digit is
/// that digit.
bool serial_in(std::string_view asked, std::string_view first, std::string_view last) {
  std::vector<std::string> readings = {""};
  for (const char c : asked) {
    std::vector<std::string> longer;
    for (const char digit : std::string_view("0123456789")) {
      if (is_digit(c) ? c != digit : !may_be(c, digit)) continue;
      for (const std::string& reading : readings) longer.push_back(reading + digit);
    }
    readings = std::move(longer);
  }
  return std::any_of(readings.begin(), readings.end(), [&](const std::string& reading) {
    return reading >= first && reading <= last;
  });
}

/// The same for what comes before the final digits. Digits of the run are digits of its serial, and
/// only letters are read for them; a letter of the prefix is not looked for as a 7, which the table
/// leaves out.
bool head_may_be(std::string_view asked, std::string_view listed) {
  for (std::size_t i = 0; i < asked.size(); ++i) {
    if (asked[i] == listed[i]) continue;
    const bool both_digits = is_digit(asked[i]) && is_digit(listed[i]);
    if (both_digits || !may_be(asked[i], listed[i]) || (listed[i] == 'Z' && asked[i] == '7'))
      return false;
  }
  return true;
}

}  // namespace

Reference::Reference(std::uint64_t seed, std::uint64_t documents) : seed_(seed) {
  singles_.reserve(documents);
  for (std::uint64_t i = 0; i < documents; ++i) {
    const LostDocument document = generate::make_lost_document(seed, i);
    if (document.range_end.empty()) {
      singles_.push_back({key_of(document.number), static_cast<std::uint32_t>(i)});
    } else {
      runs_.emplace(coarse(document.number.substr(0, document.number.size() - 5)),
                    Run{document.number, document.range_end, i});
    }
  }
  std::sort(singles_.begin(), singles_.end(),
            [](const Single& a, const Single& b) { return a.key < b.key; });
}

std::vector<Expected> Reference::find(const std::string& number) const {
  std::vector<Expected> found;
  const std::uint64_t key = key_of(number);
  auto single =
      std::lower_bound(singles_.begin(), singles_.end(), key,
                       [](const Single& s, std::uint64_t wanted) { return s.key < wanted; });
  for (; single != singles_.end() && single->key == key; ++single) {
    const std::string listed = generate::make_lost_document(seed_, single->document).number;
    if (may_be(number, listed))
      found.push_back(
          {single->document, number == listed ? DocumentMatch::exact : DocumentMatch::confusable});
  }
  if (number.size() < 5) return found;
  const std::string head = number.substr(0, number.size() - 5),
                    tail = number.substr(number.size() - 5);
  const auto [begin, end] = runs_.equal_range(coarse(head));
  for (auto at = begin; at != end; ++at) {
    const Run& run = at->second;
    if (run.first.size() != number.size() || !head_may_be(head, run.first)) continue;
    const std::string_view first = std::string_view(run.first).substr(head.size()),
                           last = std::string_view(run.last).substr(head.size());
    if (!serial_in(tail, first, last)) continue;
    const bool certain =
        run.first.substr(0, head.size()) == head && std::all_of(tail.begin(), tail.end(), is_digit);
    found.push_back({run.document, certain ? DocumentMatch::range : DocumentMatch::confusable});
  }
  return found;
}

}  // namespace darvaza::bench
