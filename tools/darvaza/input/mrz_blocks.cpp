#include "input/mrz_blocks.h"

#include <algorithm>
#include <array>
#include <limits>
#include <string_view>
#include <vector>

namespace darvaza::tool {
namespace {

/// Takes a line of at most 4 KiB, up to its line feed; the rest of a longer one is passed over.
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
  const auto is_blank = [](char c) { return static_cast<unsigned char>(c) <= 0x20; };
  while (!text.empty() && is_blank(text.front())) text.remove_prefix(1);
  while (!text.empty() && is_blank(text.back())) text.remove_suffix(1);
  return text;
}

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
constexpr std::size_t kLongestLine = 50;       // beyond the 44 of a TD3 with a few fillers too many
constexpr std::size_t kLongestLineOfCard = 32;  // the 30 of a TD1 likewise

/// Whether the zone that begins with these lines is whole. A short first line is a card's, or one that lost its trailing fillers:
/// then the second line tells.
bool is_whole(const std::vector<std::size_t>& lengths, bool is_visa) {
  if (lengths.front() > kLongestLine) return true;
  if (lengths.size() < 2) return false;
  const bool card = !is_visa && lengths[0] <= kLongestLineOfCard && lengths[1] <= kLongestLineOfCard;
  return !card || lengths.size() == 3;
}

}  // namespace

void for_each_mrz_block(std::istream& in, const std::function<void(const MrzBlock&)>& use) {
  MrzBlock block;
  std::vector<std::size_t> lengths;
  const auto finish = [&] {
    if (!block.lines.empty()) use(block);
    block.lines.clear();
    lengths.clear();
  };
  std::string line;
  for (std::uint64_t number = 1; take_line(in, line); ++number) {
    if (number == 1 && line.starts_with(kByteOrderMark)) line.erase(0, kByteOrderMark.size());
    if (trimmed(line).empty()) finish();
    for (std::string_view rest = line; !rest.empty();) {
      const std::size_t end = std::min(rest.find('\r'), rest.size());
      const std::string_view text = trimmed(rest.substr(0, end));
      rest.remove_prefix(std::min(end + 1, rest.size()));
      if (text.empty()) continue;
      if (block.lines.empty()) block.line = number;
      block.lines.append(text).append("\n");
      lengths.push_back(text.size());
      if (is_whole(lengths, block.lines.front() == 'V' || block.lines.front() == 'v')) finish();
    }
  }
  finish();
}

}  // namespace darvaza::tool
