#include "input/traveller_keeper.h"

#include <utility>
#include <vector>

#include <fmt/format.h>

#include "records/today.h"
#include "releases/utc_time.h"

namespace darvaza::tool {

TravellerKeeper::TravellerKeeper(Open open) : open_(std::move(open)) {
  const auto begun = Clock::now();
  if (const auto done = this->open(); !done) note(done.error(), begun);
}

Result<void> TravellerKeeper::open() {
  if (register_) return {};
  auto opened = open_();
  if (!opened) return tl::unexpected(opened.error());
  register_.emplace(std::move(*opened));
  return {};
}

Result<void> TravellerKeeper::add(std::span<const lookback::KeptTraveller> kept) {
  if (auto done = open(); !done) return done;
  return register_->add(kept, records::today());
}

void TravellerKeeper::keep(std::span<Traveller> travellers, const std::string& manifest) {
  if (travellers.empty()) return;
  const auto begun = Clock::now();
  if (begun < next_try_) {
    not_added_ += travellers.size();
    return;
  }
  std::vector<lookback::KeptTraveller> kept;
  kept.reserve(travellers.size());
  const std::int64_t now = releases::utc_now();
  for (Traveller& traveller : travellers) kept.push_back({std::move(traveller), manifest, now});
  if (const auto done = add(kept); !done) {
    not_added_ += kept.size();
    return note(done.error(), begun);
  }
  added_ += kept.size();
  if (!failure_.empty()) complain(fmt::format("travellers are added to the register again; {} were not", not_added_));
  failure_.clear();
}

void TravellerKeeper::note(const Error& error, Clock::time_point begun) {
  const bool again = !failure_.empty();
  if (std::string text = to_string(error); text != failure_) {
    const int status = report(error);
    if (status_ == kDone) status_ = status;
    failure_ = std::move(text);
  }
  constexpr std::chrono::seconds kLong{1};
  const auto ended = Clock::now();
  if (again && ended - begun > kLong) next_try_ = ended + (ended - begun);
}

}  // namespace darvaza::tool
