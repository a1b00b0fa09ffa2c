#include "whole_job/baselines.h"

#include <algorithm>
#include <chrono>
#include <string>
#include <utility>

#include "baselines/jaro_winkler_list.h"
#include "darvaza/read_lists.h"

namespace darvaza::bench {
namespace {

using Clock = std::chrono::steady_clock;

double seconds_since(Clock::time_point start) {
  return std::chrono::duration<double>(Clock::now() - start).count();
}

struct RomanisedList {
  baselines::JaroWinklerList names;
  std::vector<std::string> entries;  ///< of each name
};

Result<RomanisedList> read_list(const std::filesystem::path& file) {
  RomanisedList list;
  ListSink sink;
  sink.entry = [&](WatchlistEntry&& entry) {
    for (const ListedName& name : entry.names) {
      list.names.add(name.text);
      list.entries.push_back(entry.id);
    }
  };
  const auto summaries = read_lists(std::vector{file}, sink);
  if (!summaries) return tl::unexpected<Error>(summaries.error());
  return list;
}

void count(Recall& recall, const RomanisedList& list, const std::string& entry,
           const std::vector<baselines::JaroWinklerList::Found>& found) {
  const auto place = std::find_if(found.begin(), found.end(), [&](const auto& candidate) {
    return list.entries[candidate.number] == entry;
  });
  ++recall.planted;
  recall.found += place != found.end();
  recall.first += place != found.end() && place == found.begin();
}

}  // namespace

Result<BaselineTiming> time_jaro_winkler(const Scene& scene, const std::vector<std::size_t>& sample,
                                         double seconds) {
  constexpr std::size_t kLeast = 2, kTop = 10;
  const Clock::time_point start = Clock::now();
  const Result<RomanisedList> list = read_list(scene.list);
  if (!list) return tl::unexpected<Error>(list.error());
  BaselineTiming timing;
  timing.prepare_seconds = seconds_since(start);
  for (const std::size_t number : sample) {
    if (timing.asked >= kLeast && timing.seconds > seconds) break;
    const Clock::time_point begin = Clock::now();
    const auto found = list->names.most_alike(scene.travellers[number].names.front().full(), kTop);
    timing.seconds += seconds_since(begin);
    ++timing.asked;
    for (const Planted& planted : scene.planted) {
      if (planted.traveller == number) count(timing.recall, *list, planted.entry, found);
    }
  }
  return timing;
}

}  // namespace darvaza::bench
