#include "manifests/pnrgov_reader.h"

#include <optional>
#include <string_view>
#include <utility>

#include <fmt/core.h>

#include "manifests/edifact_count.h"
#include "manifests/trim.h"

namespace darvaza::manifests {

Result<void> PnrgovReader::begin(const MessageHeader& header) {
  context_ = {reference_year_, header.syntax};
  flight_.reset();
  booking_.reset();
  part_ = Part::opening;
  split_follows_ = false;
  announced_ = bookings_ = forgotten_ = 0;
  return {};
}

void PnrgovReader::segment(const EdifactSegment& segment) {
  check_hidden_passenger(segment);
  const std::string_view tag = segment.tag;
  const bool split = std::exchange(split_follows_, tag == "EQN" && booking_.has_value());
  if (tag == "SRC") return open_booking();
  if (tag == "TIF") return read_passenger(segment);
  if (tag == "TVL") return read_flight(segment);
  if (tag == "RCI") {
    if (split && booking_) return booking_->add_related_locator(segment);
    return read_locator(segment);
  }
  if (tag == "NAD" || tag == "PDT") {
    sink_.incomplete(segment.place(), "a traveller of another kind of message: not read");
  }
  if (!booking_) {
    if (tag == "EQN") return read_count(segment);
    if (tag != "SSR") return;
    open_booking();
  }
  if (tag == "SSR" && part_ != Part::history) {
    booking_->add_request(segment, part_ == Part::passengers);
  } else if (tag == "SSD" && part_ == Part::flights) {
    booking_->add_seat(segment);
  } else if (tag == "RPI" && part_ == Part::flights) {
    booking_->add_seats_taken(segment);
  } else if (tag == "REF" && part_ == Part::passengers) {
    booking_->add_reference(segment);
  } else if (tag == "MSG") {
    part_ = Part::products;
  } else if ((tag == "ABI" || tag == "SAC" || tag == "LTS") && booking_->any()) {
    part_ = Part::history;
  }
}

void PnrgovReader::end(bool whole) {
  close_booking(whole);
  if (whole) check_count();
  if (forgotten_ == 0) return;
  sink_.problem(forgotten_place_,
                fmt::format("{} names in the history of bookings are those of no traveller; they "
                            "were not read",
                            forgotten_));
}

void PnrgovReader::open_booking() {
  close_booking(true);
  ++bookings_;
  booking_.emplace(context_, flight_, sink_);
  part_ = Part::opening;
}

void PnrgovReader::close_booking(bool whole) {
  if (!booking_) return;
  booking_->deliver(whole);
  booking_.reset();
}

void PnrgovReader::read_passenger(const EdifactSegment& tif) {
  if (!booking_) open_booking();
  switch (part_) {
    case Part::opening:
    case Part::passengers:
      part_ = Part::passengers;
      return booking_->add_passengers(tif);
    case Part::flights:
    case Part::products:
      return booking_->check_in(tif);
    case Part::history:
      break;
  }
  if (booking_->recalls(tif)) return;
  if (forgotten_++ == 0) forgotten_place_ = tif.place();
}

void PnrgovReader::read_flight(const EdifactSegment& tvl) {
  static constexpr std::string_view kProblem =
      "the time of departure or arrival is not in the form DDMMYY and HHMM";
  if (!booking_) {
    bool readable = true;
    flight_ = read_leg(tvl, reference_year_, readable);
    if (flight_) flight_->reported = true;
    if (!readable) sink_.problem(tvl.place(), std::string(kProblem));
    return;
  }
  if (part_ == Part::products || part_ == Part::history) return;
  part_ = Part::flights;
  if (!booking_->add_flight(tvl)) sink_.problem(tvl.place(), std::string(kProblem));
}

/// A locator stands at the beginning of a booking and with its flights, never in its history:
/// there, the SRC of the next booking was lost.
void PnrgovReader::read_locator(const EdifactSegment& rci) {
  if (part_ == Part::history && booking_) {
    sink_.problem(rci.place(), "a booking begins without its SRC");
    open_booking();
  }
  if (!booking_) open_booking();
  if (part_ == Part::opening) booking_->add_locator(rci);
}

/// EQN before the first booking: how many bookings the message holds.
void PnrgovReader::read_count(const EdifactSegment& eqn) {
  const std::optional<std::uint64_t> count = parse_count(eqn.get(1));
  if (!count) return sink_.problem(eqn.place(), "expected how many bookings the message holds: whether it holds all cannot be told");
  announced_ = *count;
  announced_place_ = eqn.place();
}

void PnrgovReader::check_count() {
  if (bookings_ >= announced_) return;
  sink_.problem(announced_place_,
                fmt::format("{} bookings are announced, the message holds {}", announced_, bookings_));
}

/// A lost terminator glues a TIF to the segment before it: "FAR+NTIF+DOE+JANE'".
void PnrgovReader::check_hidden_passenger(const EdifactSegment& segment) {
  const std::size_t first = segment.tag == "TIF" ? 1 : 0;
  for (std::size_t i = first; i + 1 < segment.components(); ++i) {
    if (!segment.value(i).ends_with("TIF") || segment.element_of(i) == segment.element_of(i + 1)) {
      continue;
    }
    sink_.incomplete(segment.place(),
                     "a segment TIF seems to be hidden in this one, its terminator lost: a "
                     "traveller may be missing");
  }
}

}  // namespace darvaza::manifests
