#include "screening/score_document.h"

#include <filesystem>
#include <fstream>

#include <fmt/core.h>

namespace darvaza::screening {
namespace {

std::string trim(std::string_view text) {
  const auto begin = text.find_first_not_of(' ');
  if (begin == std::string_view::npos) return {};
  return std::string(text.substr(begin, text.find_last_not_of(' ') - begin + 1));
}

/// The cells of "| a | b |".
TableRow cells_of(std::string_view line) {
  TableRow cells;
  line.remove_prefix(1);
  while (!line.empty()) {
    const auto end = line.find('|');
    if (end == std::string_view::npos) break;
    cells.push_back(trim(line.substr(0, end)));
    line.remove_prefix(end + 1);
  }
  return cells;
}

}  // namespace

std::vector<TableRow> score_table(std::string_view section) {
  std::ifstream document(std::filesystem::path(DARVAZA_SOURCE_DIR) / "docs" / "score.md");
  const std::string heading = "## " + std::string(section);
  std::vector<TableRow> rows;
  bool inside = false, in_table = false;
  for (std::string line; std::getline(document, line);) {
    if (line.starts_with("## ")) inside = line == heading;
    if (!inside || !line.starts_with('|')) {
      in_table = false;
    } else if (line.starts_with("|---")) {
      in_table = true;
    } else if (in_table) {
      rows.push_back(cells_of(line));
    }
  }
  return rows;
}

std::string written_score(int score_bp) {
  return fmt::format("{}.{:04}", score_bp / 10'000, score_bp % 10'000);
}

}  // namespace darvaza::screening
