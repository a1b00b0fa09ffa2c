#include "input/mrz_blocks.h"

#include <streambuf>
#include <string_view>
#include <utility>
#include <vector>

namespace darvaza::tool {
namespace {

constexpr std::size_t kLongestPiece = 4096;

/// What stands between two ends of lines.
struct Piece {
  std::string text;         ///< without blanks in front; of a longer one the first 4 KiB
  bool line_feed = false;  ///< ends in one; else in CR, or the input ends
};

/// False at the end of the input.
bool take_piece(std::istream& in, Piece& piece) {
  constexpr int kEnd = std::char_traits<char>::eof();
  std::streambuf& from = *in.rdbuf();
  piece.text.clear();
  int c = from.sbumpc();
  if (c == kEnd) return false;
  for (; c != kEnd && c != '\n' && c != '\r'; c = from.sbumpc()) {
    const bool blank_in_front = piece.text.empty() && c <= 0x20;
    if (!blank_in_front && piece.text.size() < kLongestPiece) piece.text += static_cast<char>(c);
  }
  piece.line_feed = c == '\n';
  return true;
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
  Piece piece;
  std::uint64_t number = 1;
  bool first = true, blank = true;  // the line, of which there may be several pieces
  while (take_piece(in, piece)) {
    if (std::exchange(first, false) && piece.text.starts_with(kByteOrderMark)) piece.text.erase(0, kByteOrderMark.size());
    if (const std::string_view text = trimmed(piece.text); !text.empty()) {
      blank = false;
      if (block.lines.empty()) block.line = number;
      block.lines.append(text).append("\n");
      lengths.push_back(text.size());
      if (is_whole(lengths, block.lines.front() == 'V' || block.lines.front() == 'v')) finish();
    }
    if (!piece.line_feed) continue;
    if (std::exchange(blank, true)) finish();
    ++number;
  }
  finish();
}

}  // namespace darvaza::tool
