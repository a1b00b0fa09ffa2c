#include "lookback/news_index.h"

#include <array>
#include <vector>

#include "darvaza/build_index.h"
#include "releases/durable_files.h"
#include "releases/snapshot.h"

namespace darvaza::lookback {

Result<Screener> open_with_news(std::span<const std::filesystem::path> whole, std::string_view list, std::span<const std::string_view> lines,
                                const std::filesystem::path& work) {
  const std::filesystem::path snapshot = work / "news", nothing = work / "nothing", index = work / "news.dvz";
  if (auto done = releases::write_new(snapshot, releases::join_snapshot(list, lines), 0600); !done) return tl::unexpected(done.error());
  if (auto done = releases::write_new(nothing, releases::join_snapshot(list, {}), 0600); !done) return tl::unexpected(done.error());
  // As what changed since a list without records: their entries take the place of those in `whole`, which no whole list may do.
  BuildOptions of_changes;
  of_changes.since = {nothing};
  of_changes.allow_empty = true;
  if (auto built = build_index(std::array{snapshot}, index, of_changes); !built) return tl::unexpected(built.error());
  std::vector<std::filesystem::path> files(whole.begin(), whole.end());
  files.push_back(index);
  return Screener::open(files);
}

}  // namespace darvaza::lookback
