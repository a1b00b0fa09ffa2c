#include "manifests/flight_legs.h"

#include <algorithm>
#include <utility>

#include "manifests/edifact_date.h"
#include "manifests/trim.h"
#include "text/utf8.h"

namespace darvaza::manifests {
namespace {

/// How many characters of `text` are an airline designator: three letters (ICAO), or two letters or
/// digits of which one is a letter (IATA). 0: none.
std::size_t carrier_length(std::string_view text) {
  const auto letter = [&](std::size_t i) { return i < text.size() && is_letter(text[i]); };
  const auto digit = [&](std::size_t i) { return i < text.size() && is_digit(text[i]); };
  if (letter(0) && letter(1) && letter(2)) return 3;
  if ((letter(0) || digit(0)) && (letter(1) || digit(1)) && (letter(0) || letter(1))) return 2;
  return 0;
}

/// One to four digits and perhaps an operational suffix: padded to four digits; else empty.
std::string padded_number(std::string_view text) {
  const auto end = std::find_if_not(text.begin(), text.end(), is_digit);
  const auto digits = static_cast<std::size_t>(end - text.begin());
  const bool suffix = text.size() == digits + 1 && is_letter(text.back());
  if (digits == 0 || digits > 4 || (text.size() != digits && !suffix)) return {};
  return std::string(4 - digits, '0') + std::string(text);
}

/// US-EDIFACT writes the country before the airport, "NZAKL", with the qualifier 50.
std::string without_country(std::string_view place, std::string_view qualifier) {
  const bool both =
      place.size() == 5 && qualifier == "50" && std::all_of(place.begin(), place.end(), is_letter);
  return std::string(both ? place.substr(2) : place);
}

}  // namespace

std::string flight_designator(std::string_view carrier, std::string_view number) {
  const std::string whole = to_upper(without_blanks(number));
  const std::string code = to_upper(without_blanks(carrier));
  std::string_view rest = whole;
  const std::size_t length = carrier_length(whole);
  if (!code.empty() && rest.starts_with(code)) {
    rest.remove_prefix(code.size());
    if (const auto padded = padded_number(rest); !padded.empty()) return code + padded;
  }
  if (const auto padded = padded_number(whole); !padded.empty()) return code + padded;
  if (length > 0) {
    const auto padded = padded_number(std::string_view(whole).substr(length));
    if (!padded.empty()) return whole.substr(0, length) + padded;
  }
  return whole;
}

void FlightLegs::flight(const EdifactSegment& tdt) {
  if (flights_.size() >= kMaxStops) return;
  const std::string designator = text::to_valid_utf8(flight_designator(tdt.get(5), tdt.get(2)));
  const std::string number = to_upper(without_blanks(tdt.get(2)));
  // "123" beside a carrier of its own is no name of a flight.
  const bool whole = std::any_of(number.begin(), number.end(), is_letter);
  flights_.push_back({designator, whole ? number : designator, {}, {}, {}});
}

bool FlightLegs::add(const EdifactSegment& segment) {
  if (flights_.empty()) return true;
  if (segment.tag == "DTM") return add_time(segment);
  add_stop(segment);
  return true;
}

void FlightLegs::add_stop(const EdifactSegment& loc) {
  std::vector<Stop>& stops = flights_.back().stops;
  std::string place = text::to_valid_utf8(
      without_country(loc.get(2, 1).empty() ? loc.get(2, 4) : loc.get(2, 1), loc.get(2, 2)));
  // One place named for its arrival and once more for its departure is one stop.
  const bool again = !stops.empty() && stops.back().place == place;
  if (place.empty() || again || stops_ >= kMaxStops) return;
  ++stops_;
  stops.push_back({std::move(place), stop_kind(loc.get(1)), {}, {}, std::string(loc.get(1))});
}

bool FlightLegs::add_time(const EdifactSegment& dtm) {
  const std::string_view what = dtm.get(1, 1);
  const bool us_form = what == kUsDeparture || what == kUsArrival;
  if (what != kDeparture && what != kArrival && !us_form) return true;
  // US-EDIFACT gives date and time in elements of their own: DTM+136+020131+1030+M05.
  const std::string stated = us_form && dtm.get(1, 2).empty()
                                 ? std::string(dtm.get(2)) + std::string(dtm.get(3))
                                 : std::string(dtm.get(1, 2));
  const auto moment =
      parse_edifact_moment(stated, dtm.get(1, 3), YearRule::nearest, reference_year_);
  if (!moment) return false;
  Flight& flight = flights_.back();
  const bool departure = what == kDeparture || what == kUsDeparture;
  if (flight.stops.empty()) {
    (departure ? flight.departs : flight.arrives) = to_string(*moment);
  } else {
    (departure ? flight.stops.back().departs : flight.stops.back().arrives) = to_string(*moment);
  }
  return true;
}

std::vector<PassengerMessage::Leg> FlightLegs::stated_legs() const {
  std::vector<PassengerMessage::Leg> legs;
  for (const Flight& flight : flights_) append_legs(flight, legs);
  return legs;
}

std::vector<FlightLeg> FlightLegs::legs() const {
  std::vector<FlightLeg> legs;
  for (PassengerMessage::Leg& stated : stated_legs()) legs.push_back(std::move(stated.leg));
  return legs;
}

void FlightLegs::append_legs(Flight flight, std::vector<PassengerMessage::Leg>& legs) {
  std::vector<Stop>& stops = flight.stops;
  const auto only_arrival = [](const Stop& s) {
    return s.departs.empty() && (!s.arrives.empty() || s.kind == StopKind::arrival);
  };
  const auto only_departure = [](const Stop& s) {
    return s.arrives.empty() && (!s.departs.empty() || s.kind == StopKind::departure);
  };
  const auto append = [&](const Stop& from, const Stop& to) {
    FlightLeg leg{.flight = flight.designator,
                  .from = from.place,
                  .to = to.place,
                  .departs = from.departs,
                  .arrives = to.arrives,
                  .reported = true};
    legs.push_back({std::move(leg), flight.stated, from.code, to.code});
  };
  // Two places in the wrong order: the codes and times say which is which.
  if (stops.size() == 2 && only_arrival(stops[0]) && only_departure(stops[1])) {
    std::swap(stops[0], stops[1]);
  }
  if (stops.empty()) stops.push_back({});
  if (stops.front().departs.empty()) stops.front().departs = flight.departs;
  if (stops.back().arrives.empty()) stops.back().arrives = flight.arrives;
  if (stops.size() == 1) {
    const bool arrival = only_arrival(stops[0]) && !only_departure(stops[0]);
    Stop nowhere;
    std::swap(arrival ? nowhere.departs : nowhere.arrives,
              arrival ? stops[0].departs : stops[0].arrives);
    return arrival ? append(nowhere, stops[0]) : append(stops[0], nowhere);
  }
  for (std::size_t i = 0; i + 1 < stops.size(); ++i) {
    const bool gap = only_arrival(stops[i]) && only_departure(stops[i + 1]);
    if (!gap) append(stops[i], stops[i + 1]);
  }
}

}  // namespace darvaza::manifests
