#include "releases/past_review.h"

#include <chrono>
#include <utility>
#include <variant>

#include "lists/snapshot_line.h"

namespace darvaza::releases {
namespace {

PartialDate last_day(PartialDate date) {
  return {date.year, date.month == 0 ? std::uint8_t{12} : date.month, date.day == 0 ? std::uint8_t{31} : date.day};
}

}  // namespace

Result<PastReview> past_review(std::span<const std::string_view> lines, PartialDate today) {
  PastReview past;
  for (const std::string_view line : lines) {
    if (line.find("\treview=") == std::string_view::npos) continue;
    const auto record = lists::parse_snapshot_line(line);
    if (!record) return tl::unexpected(record.error());
    const auto* const entry = std::get_if<WatchlistEntry>(&*record);
    const auto* const lost = std::get_if<LostDocument>(&*record);
    const PartialDate review = entry != nullptr ? entry->terms.review : lost->review;
    if (!review.known() || last_day(review) >= today) continue;
    ++(entry != nullptr ? past.persons : past.lost_documents);
    ++past.by_owner[std::string((entry != nullptr ? entry->terms.owner : lost->reporting_state).text())];
    if (!past.oldest.known() || last_day(review) < last_day(past.oldest)) past.oldest = review;
  }
  return past;
}

PartialDate day_of(UtcSeconds time) {
  using namespace std::chrono;
  const year_month_day day(floor<days>(sys_seconds(seconds(time))));
  return {static_cast<std::int16_t>(static_cast<int>(day.year())), static_cast<std::uint8_t>(static_cast<unsigned>(day.month())),
          static_cast<std::uint8_t>(static_cast<unsigned>(day.day()))};
}

}  // namespace darvaza::releases
