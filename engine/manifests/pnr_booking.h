// One booking (PNR) of a PNRGOV message: whose are the names, documents, infants and seats?
//
// The same passenger stands in a booking many times: in TIF as booked, in an SSR as in their
// passport, in another TIF for each flight they checked in for. Each is kept once. Nobody is
// dropped because a document fits nobody: its holder becomes a traveller of their own, with a
// problem.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "darvaza/traveller.h"
#include "manifests/edifact_segment.h"
#include "manifests/manifest_sink.h"
#include "manifests/pnr_itinerary.h"
#include "manifests/pnr_statement.h"

namespace darvaza::manifests {

class PnrBooking {
 public:
  /// More travellers than a booking has; from here on it is read as several, that memory is
  /// bounded.
  static constexpr std::size_t kMaxTravellers = 1024;

  /// `flight` is the one that the message is about. `sink` must outlive the booking.
  PnrBooking(const PnrContext& context, std::optional<FlightLeg> flight, ManifestSink& sink)
      : context_(context),
        flight_(std::move(flight)),
        sink_(sink),
        itinerary_(context.reference_year) {}

  /// TIF in the list of passengers: each of its names is a traveller.
  void add_passengers(const EdifactSegment& tif);
  /// TIF of a check-in: a passenger again, whom the segments after it are about; one who is not
  /// among the passengers becomes a traveller.
  void check_in(const EdifactSegment& tif);
  /// TIF in the history: whether it names a traveller of this booking. Another spelling of their
  /// name is kept.
  bool recalls(const EdifactSegment& tif);

  /// SSR. `among_passengers`: it stands behind a TIF of the list of passengers, and is about them
  /// unless it says otherwise.
  void add_request(const EdifactSegment& ssr, bool among_passengers);
  void add_seat(const EdifactSegment& ssd);  ///< of whoever checked in last
  void add_reference(const EdifactSegment& ref);
  /// False when a date cannot be read.
  bool add_flight(const EdifactSegment& tvl) { return itinerary_.add(tvl); }
  void add_seats_taken(const EdifactSegment& rpi);
  void add_locator(const EdifactSegment& rci);
  void add_related_locator(const EdifactSegment& rci);

  bool any() const { return !members_.empty(); }

  /// Hands all travellers on. `whole` is false when the message breaks off here. The booking keeps
  /// its locator and flights, for more passengers.
  void deliver(bool whole);

 private:
  /// A name without blanks, marks and titles, to compare by, and in capitals as it is spelt.
  struct NameKey {
    std::string surname, given, spelt;
  };
  struct Seat {
    std::size_t leg;       ///< npos: see from, to
    std::string from, to;  ///< empty: any
    std::string number;
  };
  struct Member {
    Traveller traveller;
    std::string reference;  ///< 9944
    std::string type;       ///< 6353: "A", "C", "IN"; empty: not stated
    std::vector<NameKey> keys;
    std::vector<Seat> seats;
    bool infant = false;
    std::string place;
  };
  struct Pending {
    PnrStatement statement;
    std::size_t home;  ///< the passenger behind whose TIF it stands; npos: none
  };
  static constexpr std::size_t kNobody = static_cast<std::size_t>(-1);

  static std::vector<NameKey> keys_of(const Traveller& traveller);
  static int likeness(const Member& member, const std::vector<NameKey>& keys);
  std::vector<Member> members_of(const EdifactSegment& tif);
  std::size_t find(const std::vector<NameKey>& keys, const std::string& reference, int least) const;
  std::size_t find_reference(const std::string& reference) const;
  bool agrees_with_somebody(const PnrStatement& statement) const;
  std::size_t beside_whom(std::size_t home, const std::vector<NameKey>& keys, const Pending& pending) const;
  std::size_t owner_of(const Pending& pending, std::string& problem) const;
  std::size_t namesake(std::size_t named, const Pending& pending) const;
  std::size_t infant_owner(const PnrStatement& statement, const std::vector<NameKey>& keys) const;
  void tell_unnamed();
  void resolve();
  void settle(Pending&& pending);
  void add_member(Member&& member);
  void hand_on(Member&& member, bool whole);
  void add_seats(const EdifactSegment& ssr);
  static void put_seats(const Member& member, std::vector<FlightLeg>& legs);

  PnrContext context_;
  std::optional<FlightLeg> flight_;
  ManifestSink& sink_;
  PnrItinerary itinerary_;
  std::vector<Member> members_;
  std::vector<Pending> pending_;
  std::vector<Problem> unowned_;
  std::size_t current_ = kNobody;  ///< whom segments behind a TIF are about
  std::string locator_;
  std::vector<std::string> related_;
  std::string group_place_;  ///< of a TIF for a group without names
  std::uint64_t seats_taken_ = 0;  ///< on the flight that has most of them
  std::string seats_place_;
  std::uint64_t named_ = 0;  ///< travellers with seats who were delivered
};

}  // namespace darvaza::manifests
