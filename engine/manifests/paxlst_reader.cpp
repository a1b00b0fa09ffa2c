#include "manifests/paxlst_reader.h"

#include <string>
#include <string_view>
#include <utility>

#include <fmt/format.h>

#include "manifests/edifact_count.h"
#include "manifests/paxlst_codes.h"
#include "manifests/trim.h"

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
  context_ = {reference_year_, header.syntax};
  flights_ = FlightLegs(reference_year_);
  party_.reset();
  passengers_ = crew_ = 0;
  return {};
}

void PaxlstReader::segment(const EdifactSegment& segment) {
  check_hidden_party(segment);
  if (segment.tag == "NAD") return open_party(segment);
  if (segment.tag == "CNT") return check_total(segment);
  const bool in_traveller = party_ && party_->is_traveller();
  if (!in_traveller && describes_a_flight(segment) && !describes_a_person(segment)) {
    return in_flight_section(segment);
  }
  if (party_) return party_->add(segment);
  if (describes_a_person(segment)) {
    sink_.incomplete(segment.place(), "facts of a person stand outside of any traveller");
  }
}

void PaxlstReader::end(bool whole) {
  if (party_ && !whole) party_->report("the message breaks off: facts of this traveller may miss");
  close_party();
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
    ++(party_->is_crew() ? crew_ : passengers_);
    Traveller traveller = party_->finish();
    traveller.legs = flights_.legs();
    sink_.deliver(std::move(traveller));
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
/// cannot be told from the data any more, but must not vanish without a word.
void PaxlstReader::check_hidden_party(const EdifactSegment& segment) {
  const std::size_t first = segment.tag == "NAD" ? 1 : 0;
  for (std::size_t i = first; i + 1 < segment.components(); ++i) {
    const bool glued = segment.value(i).ends_with("NAD") && party_role(segment.value(i + 1)) &&
                       segment.element_of(i) != segment.element_of(i + 1);
    if (!glued) continue;
    sink_.incomplete(segment.place(),
                     "a segment NAD seems to be hidden in this one, its terminator lost: a "
                     "traveller may be missing");
  }
}

}  // namespace darvaza::manifests
