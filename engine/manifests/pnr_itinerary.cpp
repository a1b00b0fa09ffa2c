#include "manifests/pnr_itinerary.h"

#include <algorithm>
#include <string_view>
#include <utility>

#include "manifests/edifact_date.h"
#include "manifests/flight_legs.h"
#include "manifests/trim.h"
#include "text/utf8.h"

namespace darvaza::manifests {
namespace {

/// PADIS writes dates DDMMYY and times HHMM in components of their own.
std::optional<std::string> moment(std::string_view date, std::string_view time,
                                  int reference_year) {
  if (date.empty()) return std::string();
  if (date.size() != 6) return std::nullopt;
  const std::string turned = std::string(date.substr(4, 2)) + std::string(date.substr(2, 2)) +
                             std::string(date.substr(0, 2)) + std::string(time);
  const auto parsed = parse_edifact_moment(turned, "", YearRule::nearest, reference_year);
  if (!parsed) return std::nullopt;
  return to_string(*parsed);
}

/// C310: departure date and time, arrival date and time. "280918:1220:1505" leaves out the arrival
/// date and its colon, too; without a date the arrival is on the day of departure, unless its time
/// says that this cannot be known.
bool read_times(const EdifactSegment& tvl, int reference_year, FlightLeg& leg) {
  const std::string_view departs = tvl.get(1, 1), at = tvl.get(1, 2);
  std::string_view arrives = tvl.get(1, 3), arrives_at = tvl.get(1, 4);
  if (arrives.size() == 4 && arrives_at.empty()) std::swap(arrives, arrives_at);
  if (arrives.empty() && !arrives_at.empty() && arrives_at >= at) arrives = departs;
  const auto departure = moment(departs, at, reference_year);
  const auto arrival = moment(arrives, arrives_at, reference_year);
  if (departure) leg.departs = *departure;
  if (arrival) leg.arrives = *arrival;
  return departure && arrival;
}

std::string_view carrier_of(std::string_view designator) {
  return designator.substr(0, designator.size() > 2 && is_letter(designator[2]) ? 3 : 2);
}

bool same_flight(const FlightLeg& booked, const FlightLeg& flown) {
  const auto day = [](const FlightLeg& leg) { return std::string_view(leg.departs).substr(0, 10); };
  if (booked.from != flown.from || booked.to != flown.to || day(booked) != day(flown)) return false;
  const std::string_view carrier = carrier_of(flown.flight);
  return booked.flight == flown.flight || carrier_of(booked.operated_by) == carrier ||
         carrier_of(booked.flight) == carrier || booked.departs == flown.departs;
}

}  // namespace

std::optional<FlightLeg> read_leg(const EdifactSegment& tvl, int reference_year, bool& readable) {
  FlightLeg leg;
  leg.from = text::to_valid_utf8(tvl.get(2));
  leg.to = text::to_valid_utf8(tvl.get(3));
  if (leg.from.empty() && leg.to.empty() && tvl.get(4).empty()) return std::nullopt;
  leg.flight = text::to_valid_utf8(flight_designator(tvl.get(4), tvl.get(5)));
  leg.operated_by = text::to_valid_utf8(to_upper(tvl.get(4, 2)));
  readable = read_times(tvl, reference_year, leg);
  return leg;
}

bool PnrItinerary::add(const EdifactSegment& tvl) {
  bool readable = true;
  auto leg = read_leg(tvl, reference_year_, readable);
  if (!leg) {
    const bool operating = !legs_.empty() && !tvl.get(5).empty();
    std::string* by = operating ? &legs_.back().operated_by : nullptr;
    if (by != nullptr && by->size() < 4)
      *by = text::to_valid_utf8(flight_designator(*by, tvl.get(5)));
    return true;
  }
  if (legs_.size() < kMaxLegs) legs_.push_back(*std::move(leg));
  return readable;
}

void PnrItinerary::mark(std::vector<FlightLeg>& legs, const std::optional<FlightLeg>& flight) {
  if (!flight) return;
  const auto booked = std::find_if(legs.begin(), legs.end(),
                                   [&](const FlightLeg& leg) { return same_flight(leg, *flight); });
  if (booked != legs.end()) {
    booked->reported = true;
    if (booked->flight != flight->flight) booked->operated_by = flight->flight;
    return;
  }
  const auto later = std::find_if(legs.begin(), legs.end(), [&](const FlightLeg& leg) {
    return !leg.departs.empty() && leg.departs > flight->departs;
  });
  legs.insert(later, *flight)->reported = true;
}

}  // namespace darvaza::manifests
