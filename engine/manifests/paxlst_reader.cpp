#include "manifests/paxlst_reader.h"

#include <string>
#include <string_view>
#include <utility>

#include <fmt/core.h>

#include "manifests/edifact_count.h"
#include "manifests/paxlst_codes.h"
#include "manifests/trim.h"
#include "manifests/us_edifact_traveller.h"

namespace darvaza::manifests {
namespace {

/// Segments that describe a person and mean nothing outside of a traveller.
bool describes_a_person(const EdifactSegment& segment) {
  return segment.tag == "ATT" || segment.tag == "NAT" || segment.tag == "DOC" ||
         (segment.tag == "DTM" && segment.get(1) == kBirthDate) ||
         (segment.tag == "LOC" && segment.get(1) == kBirthPlace);
}

bool describes_a_flight(const EdifactSegment& segment) {
  return segment.tag == "TDT" || segment.tag == "LOC" || segment.tag == "DTM";
}

}  // namespace

Result<void> PaxlstReader::begin(const MessageHeader& header) {
  context_ = {options_.reference_year, header.syntax};
  flights_ = FlightLegs(options_.reference_year);
  party_.reset();
  message_ = header.message;
  announced_ = false;
  lost_before_ = sink_.losses();
  passengers_ = crew_ = 0;
  return {};
}

void PaxlstReader::segment(const EdifactSegment& segment) {
  check_hidden_party(segment);
  if (segment.tag == "NAD") return open_party(segment);
  if (segment.tag == "PDT") return read_us_party(segment);
  if (segment.tag == "CNT") return check_total(segment);
  const bool in_traveller = party_ && party_->is_traveller();
  if (!in_traveller && describes_a_flight(segment) && !describes_a_person(segment)) {
    return in_flight_section(segment);
  }
  if (!in_traveller && segment.tag == "RFF" && segment.get(1) == kTransaction) {
    message_.transaction = segment.get(1, 2);
  }
  if (party_) return party_->add(segment);
  if (describes_a_person(segment)) {
    sink_.incomplete(segment.place(), "facts of a person stand outside of any traveller");
  }
}

void PaxlstReader::end(bool whole) {
  if (party_ && !whole) party_->report("the message breaks off: facts of this traveller may miss");
  close_party();
  announce();
  if (options_.message_ends) options_.message_ends(whole && sink_.losses() == lost_before_);
}

void PaxlstReader::announce() {
  if (std::exchange(announced_, true) || !options_.message_begins) return;
  message_.legs = flights_.stated_legs();
  options_.message_begins(message_);
}

/// The seat is that on the first flight; a flight that stops on the way keeps it.
void PaxlstReader::deliver(Traveller&& traveller, std::string_view seat) {
  announce();
  const bool crew =
      traveller.role == TravellerRole::crew || traveller.role == TravellerRole::transit_crew;
  ++(crew ? crew_ : passengers_);
  traveller.legs = flights_.legs();
  for (FlightLeg& leg : traveller.legs) {
    if (leg.flight == traveller.legs.front().flight) leg.seat = seat;
  }
  sink_.deliver(std::move(traveller));
}

void PaxlstReader::read_us_party(const EdifactSegment& pdt) {
  close_party();
  deliver(read_us_traveller(pdt, context_), {});
}

void PaxlstReader::open_party(const EdifactSegment& nad) {
  close_party();
  party_.emplace(nad, context_);
  reporting_party_ = to_upper(nad.get(1)) == kReportingParty;
  // After the flights come the travellers: whoever stands there is one (segment group 4).
  if (flights_.any() && !reporting_party_) party_->take_as_traveller();
}

void PaxlstReader::close_party() {
  if (!party_) return;
  if (!party_->is_traveller()) {
    if (!reporting_party_) {
      sink_.problem(party_->place(), "a party that is neither passenger nor crew was passed over");
    }
  } else {
    const std::string seat = party_->seat();
    deliver(party_->finish(), seat);
  }
  party_.reset();
}

void PaxlstReader::in_flight_section(const EdifactSegment& segment) {
  if (segment.tag == "TDT") {
    close_party();  // the reporting party's segments end here
    flights_.flight(segment);
  } else if (!flights_.add(segment)) {
    sink_.problem(segment.place(),
                  "the time of departure or arrival is not in the form YYMMDDHHMM");
  }
}

/// CNT often counts the whole flight, not the message: a difference is reported, no more.
void PaxlstReader::check_total(const EdifactSegment& cnt) {
  close_party();
  const std::string_view what = cnt.get(1, 1);
  if (what != kPassengerTotal && what != kCrewTotal) return;
  const bool crew = what == kCrewTotal;
  const std::uint64_t read = crew ? crew_ : passengers_;
  // "CNT+41:8", and with some senders "CNT+41+8".
  const auto stated = parse_count(cnt.get(1, 2).empty() ? cnt.get(2) : cnt.get(1, 2));
  if (!stated) return sink_.problem(cnt.place(), "the total is no number");
  if (*stated == read) return;
  sink_.problem(cnt.place(), fmt::format("{} {} are announced, the message holds {}", *stated,
                                         crew ? "crew members" : "passengers", read));
}

/// A lost terminator glues a NAD to the segment before it: "LOC+91+GBRNAD+FL+++…". The traveller
/// cannot be told from the data any more, but must not vanish without a word. A PDT is known by the
/// "P/number" behind it.
void PaxlstReader::check_hidden_party(const EdifactSegment& segment) {
  const std::size_t first = segment.tag == "NAD" || segment.tag == "PDT" ? 1 : 0;
  for (std::size_t i = first; i + 1 < segment.components(); ++i) {
    const bool nad = segment.value(i).ends_with("NAD") && party_role(segment.value(i + 1));
    const bool pdt = segment.value(i).ends_with("PDT") &&
                     segment.value(i + 1).find('/') != std::string_view::npos;
    if ((!nad && !pdt) || segment.element_of(i) == segment.element_of(i + 1)) continue;
    sink_.incomplete(
        segment.place(),
        fmt::format("a segment {} seems to be hidden in this one, its terminator lost: "
                    "a traveller may be missing",
                    nad ? "NAD" : "PDT"));
  }
}

}  // namespace darvaza::manifests
