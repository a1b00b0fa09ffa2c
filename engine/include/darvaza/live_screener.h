// An index that is replaced while others screen against it.
//
//   darvaza::LiveScreener live(*darvaza::Screener::open("lists.dvz"));
//   answer = live.current()->screen(traveller);        // any thread, any time
//   if (auto done = live.swap_to("newer.dvz"); !done)  // the old index goes on serving
//     report(to_string(done.error()));
#pragma once

#include <filesystem>
#include <memory>
#include <mutex>
#include <span>
#include <string>
#include <vector>

#include "darvaza/error.h"
#include "darvaza/screener.h"

namespace darvaza {

/// All members may be called from many threads at once. Neither movable nor copyable: its users
/// hold its address.
class LiveScreener {
 public:
  explicit LiveScreener(Screener first);

  /// The index that serves at this moment; never null. Whoever holds it goes on with it whatever is
  /// swapped meanwhile: take it once for all that must be answered by one version of the lists, and
  /// let go of it soon, because the old index is unmapped when the last holder does. Costs one
  /// uncontended lock.
  std::shared_ptr<const Screener> current() const;

  /// Opens and verifies `index` beside the one that serves, then lets it serve. Returns it. Errors
  /// are those of Screener::open, and the old index then goes on serving. Of two swaps at once the
  /// one that ends later stays.
  Result<std::shared_ptr<const Screener>> swap_to(const std::filesystem::path& index);
  /// The same for several files, all of which change at once.
  Result<std::shared_ptr<const Screener>> swap_to(std::span<const std::filesystem::path> indexes, const std::vector<std::string>& required_lists = {});

 private:
  mutable std::mutex mutex_;  ///< held to copy one pointer
  std::shared_ptr<const Screener> current_;
};

}  // namespace darvaza
