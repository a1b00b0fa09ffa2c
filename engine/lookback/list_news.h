// What is new for a post between two versions of a list: whom it may now be answered that it could not before.
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "darvaza/entry_terms.h"
#include "darvaza/error.h"
#include "releases/durable_files.h"

namespace darvaza::lookback {

/// One edition of a list as canonical lines (lists/snapshot_line.h), which rise and are views into `text` or `file`. Movable
/// only as a whole: the lines must not outlive it.
struct ListEdition {
  std::string list;
  std::unique_ptr<std::string> text;  ///< of what was read by its reader
  releases::MappedFile file;          ///< a snapshot, as it stands
  std::vector<std::string_view> lines;
};

/// Reads an edition: the snapshot of a signed release as it is, files of any other format through their reader. All must
/// be of one list. Errors: those of read_lists, and input_refused for files of several lists.
Result<ListEdition> read_edition(std::span<const std::filesystem::path> sources);

struct TwoEditions {
  Result<ListEdition> older, newer;
};
/// Both at the same time, where there are threads for it: a million people as CSV take eight seconds.
TwoEditions read_editions(std::span<const std::filesystem::path> older, std::span<const std::filesystem::path> newer, unsigned threads);

enum class News : std::uint8_t {
  added,        ///< the record was not on the list
  changed,      ///< it was, and something about it is another now, its terms perhaps
  other_instruction,  ///< it was, and what an officer is to do with the person is another now: its instruction, alert category or handling
  now_visible,  ///< nothing changed but the day: it has become valid
};
std::string_view to_string(News news);  ///< "added", "changed", "other instruction", "now visible"

struct NewRecord {
  std::string_view line;
  News news = News::added;
};

struct ListNews {
  std::vector<NewRecord> records;           ///< visible to `after`, and not as they are to `before`; in the order of their lines
  std::vector<std::string_view> withdrawn;  ///< lines that were visible to `before`, of records that `after` does not see any more
};

/// `before` and `after` are the same post on two days. Both editions must be of one list. Linear in the lines.
ListNews list_news(const ListEdition& older, const Post& before, const ListEdition& newer, const Post& after);

}  // namespace darvaza::lookback
