#include "input/traveller_keeper.h"

#include <vector>

#include "records/today.h"
#include "releases/utc_time.h"

namespace darvaza::tool {

void TravellerKeeper::keep(std::span<Traveller> travellers, const std::string& manifest) {
  if (status_ != kDone) not_added_ += travellers.size();
  if (status_ != kDone || travellers.empty()) return;
  std::vector<lookback::KeptTraveller> kept;
  kept.reserve(travellers.size());
  const std::int64_t now = releases::utc_now();
  for (Traveller& traveller : travellers) kept.push_back({std::move(traveller), manifest, now});
  if (const auto done = register_.add(kept, records::today()); !done) {
    status_ = report(done.error());
    not_added_ += kept.size();
  } else {
    added_ += kept.size();
  }
}

}  // namespace darvaza::tool
