#include "mrz_blocks.h"

#include <array>
#include <limits>
#include <string_view>

namespace darvaza::tool {
namespace {

/// Takes a line of at most 4 KiB; the rest of a longer one is passed over.
bool take_line(std::istream& in, std::string& line) {
  std::array<char, 4096> buffer{};
  in.getline(buffer.data(), buffer.size());
  const bool cut = in.fail() && in.gcount() > 0;
  const bool ended_by_line_feed = !cut && !in.eof();
  const auto taken = static_cast<std::size_t>(in.gcount());
  line.assign(buffer.data(), taken - (ended_by_line_feed && taken > 0 ? 1 : 0));
  if (cut) {
    in.clear();
    in.ignore(std::numeric_limits<std::streamsize>::max(), '\n');
  }
  return cut || !in.fail();
}

std::string_view trimmed(std::string_view text) {
  constexpr std::string_view kBlanks = " \t\r\f\v";
  const auto first = text.find_first_not_of(kBlanks);
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(kBlanks) - first + 1);
}

std::size_t lines_of_zone(std::string_view first_line) {
  if (first_line.size() > 50) return 1;
  return first_line.size() <= 32 ? 3 : 2;
}

}  // namespace

void for_each_mrz_block(std::istream& in, const std::function<void(const MrzBlock&)>& use) {
  MrzBlock block;
  std::size_t missing = 0;
  const auto finish = [&] {
    if (!block.lines.empty()) use(block);
    block.lines.clear();
    missing = 0;
  };
  std::string line;
  for (std::uint64_t number = 1; take_line(in, line); ++number) {
    const std::string_view text = trimmed(line);
    if (text.empty()) {
      finish();
      continue;
    }
    if (block.lines.empty()) {
      block.line = number;
      missing = lines_of_zone(text);
    }
    block.lines.append(text).append("\n");
    if (--missing == 0) finish();
  }
  finish();
}

}  // namespace darvaza::tool
