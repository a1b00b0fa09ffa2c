#include "manifests/pnr_booking.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include <fmt/core.h>

#include "manifests/airimp_date.h"
#include "manifests/edifact_count.h"
#include "manifests/edifact_text.h"
#include "manifests/glued_titles.h"
#include "manifests/limits.h"
#include "manifests/traveller_facts.h"
#include "manifests/trim.h"
#include "text/utf8.h"

namespace darvaza::manifests {
namespace {

constexpr std::size_t kMaxPending = 4096;
constexpr std::size_t kMaxSeats = 128;
constexpr std::size_t kMaxKeys = 16;  ///< spellings of one traveller that others are compared with
constexpr int kSpelt = 3;             ///< the names are the same: ALI REZA beside ALI REZA
constexpr int kSame = 2;              ///< the names are the same but for blanks and titles: ALIREZA
constexpr int kClose = 1;             ///< one side has more given names than the other

/// Letters in capitals and bytes beyond ASCII; line wraps leave blanks inside of words.
std::string letters_of(std::string_view text) {
  std::string result;
  for (const char c : text) {
    if (is_letter(c) || is_digit(c) || static_cast<unsigned char>(c) >= 0x80) result += upper(c);
  }
  return result;
}

/// "22C", from "022C" or "22C"; empty for anything that is no seat.
std::string seat_number(std::string_view text) {
  while (text.starts_with('0')) text.remove_prefix(1);
  const auto row = std::find_if_not(text.begin(), text.end(), is_digit) - text.begin();
  const bool seat = row >= 1 && row <= 3 && text.size() == static_cast<std::size_t>(row) + 1 &&
                    is_letter(text.back());
  return seat ? to_upper(text) : std::string();
}

/// Whether birth date or sex differ.
bool is_another(const Traveller& there, const Traveller& stated) {
  const bool other_birth = there.birth_date.known() && stated.birth_date.known() &&
                           there.birth_date != stated.birth_date;
  const bool other_sex =
      there.sex != Sex::unknown && stated.sex != Sex::unknown && there.sex != stated.sex;
  return other_birth || other_sex;
}

std::size_t last_element(const EdifactSegment& segment) {
  return segment.element_of(segment.components() - 1);
}

/// A given name field that speaks of an infant, too: "JANEMRS(INFDOE/ANNA)", "JANE MRS/INFANNA"; or
/// of one only: "ANNA/INFT".
struct InfantMark {
  bool is_infant = false;  ///< the passenger is the infant
  /// Of an infant besides: "DOE/ANNA", "ANNA"; none: there is no such infant, or not named. Two readings where the
  /// mark may be longer than it seems.
  std::vector<std::string> names;
};

/// What follows "INF", which some write as INFT and some in full. Where a letter follows that, it may be one of the name: "INFTURSUNOV" is
/// INF TURSUNOV or INFT URSUNOV, "INFANTONOVA" INF ANTONOVA or INFANT ONOVA. None is to be missed.
std::vector<std::string> infant_names(std::string_view behind_inf) {
  const std::string capitals = to_upper(behind_inf);
  const auto cut = [&](std::size_t letters) { return std::string(trim(behind_inf.substr(letters))); };
  for (const std::string_view ending : {"ANT", "T"}) {
    if (!capitals.starts_with(ending)) continue;
    const std::string rest = cut(ending.size());
    if (rest.empty()) return {};
    const char next = behind_inf[ending.size()];
    if (!is_letter(next) && static_cast<unsigned char>(next) < 0x80) return {rest};
    return ending == "T" ? std::vector{rest, cut(0)} : std::vector{cut(0), rest};
  }
  const std::string names = cut(0);
  return names.empty() ? std::vector<std::string>() : std::vector{names};
}

/// Cuts the mark and what follows it off `given`.
InfantMark take_infant(std::string& given) {
  const std::string capitals = to_upper(given);
  for (const std::string_view mark : {"(INF", "/INF", " INFANT/", " INFT/", " INF/"}) {
    const auto at = capitals.find(mark);
    if (at == std::string::npos) continue;
    InfantMark infant;
    std::string names = given.substr(at + mark.size());
    std::erase(names, ')');
    if (mark.ends_with('/')) {
      infant.names.emplace_back(trim(names));
      if (infant.names[0].empty()) infant.names.clear();
    } else {
      infant.names = infant_names(trim(names));
    }
    infant.is_infant = infant.names.empty() && mark.front() == '/';
    given.resize(at);
    given = std::string(trim(given));
    return infant;
  }
  return {};
}

/// "ANNA/12MAR24", "DOE/ANNA 12MAR24": cuts the date of birth off.
std::optional<PartialDate> take_date(std::string& names, int reference_year) {
  const std::size_t last = names.find_last_of("/ ");
  if (last == std::string::npos) return std::nullopt;
  const auto date = parse_airimp_date(std::string_view(names).substr(last + 1), YearRule::past, reference_year);
  if (date) names.resize(last);
  return date;
}

/// What reservation systems write behind a given name, "(ADT)", "(CHD/12MAR15)", "(IDAB123)", is no part of it.
std::string outside_brackets(std::string_view given) {
  std::string outside;
  bool inside = false;
  for (const char c : given) {
    if (c == '(') inside = true;
    if (!inside) outside += c;
    if (c == ')') inside = false;
  }
  return std::string(trim(outside));
}

/// Of "(CHD/12MAR15)".
std::optional<PartialDate> date_of_child(std::string_view given, int reference_year) {
  constexpr std::string_view kMark = "(CHD/";
  const std::size_t at = to_upper(given).find(kMark);
  if (at == std::string_view::npos) return std::nullopt;
  const std::string_view behind = given.substr(at + kMark.size());
  return parse_airimp_date(behind.substr(0, behind.find(')')), YearRule::past, reference_year);
}

}  // namespace

std::vector<PnrBooking::NameKey> PnrBooking::keys_of(const Traveller& traveller) {
  std::vector<NameKey> keys;
  for (const TravellerName& name : traveller.names) {
    if (keys.size() == kMaxKeys) break;
    keys.push_back({letters_of(name.primary), letters_of(name.secondary), to_upper(name.primary + '/' + name.secondary)});
  }
  return keys;
}

/// kSpelt, kSame, kClose or 0.
int PnrBooking::likeness(const Member& member, const std::vector<NameKey>& keys) {
  int best = 0;
  for (const NameKey& a : member.keys) {
    for (const NameKey& b : keys) {
      if (a.surname != b.surname) continue;
      if (a.given == b.given && a.spelt == b.spelt) return kSpelt;
      const bool prefix = a.given.starts_with(b.given) || b.given.starts_with(a.given);
      if (prefix) best = std::max(best, a.given == b.given ? kSame : kClose);
    }
  }
  return best;
}

/// The member most like `keys`; one with the same reference before others, and never one with
/// another reference when both are stated.
std::size_t PnrBooking::find(const std::vector<NameKey>& keys, const std::string& reference,
                             int least) const {
  std::size_t found = kNobody;
  int best = 0;
  for (std::size_t i = 0; i < members_.size(); ++i) {
    const Member& member = members_[i];
    const bool both = !reference.empty() && !member.reference.empty();
    if (both && member.reference != reference) continue;
    const int like = likeness(member, keys);
    if (like < least || like == 0) continue;
    const int rank = like * 2 + (both ? 1 : 0);
    if (rank <= best) continue;
    best = rank;
    found = i;
  }
  return found;
}

std::size_t PnrBooking::find_reference(const std::string& reference) const {
  if (reference.empty()) return kNobody;
  const auto known = std::find_if(members_.begin(), members_.end(),
                                  [&](const Member& m) { return m.reference == reference; });
  return known == members_.end() ? kNobody : static_cast<std::size_t>(known - members_.begin());
}

/// TIF: surname and kind of name, then for each given name type, reference and whether an infant
/// goes along.
std::vector<PnrBooking::Member> PnrBooking::members_of(const EdifactSegment& tif) {
  std::vector<Member> members;
  const std::size_t last = std::max<std::size_t>(last_element(tif), 2);
  for (std::size_t element = 2; element <= last; ++element) {
    const bool nothing =
        tif.get(element).empty() && tif.get(element, 2).empty() && tif.get(element, 3).empty();
    if (nothing && element > 2) continue;
    Member member;
    member.place = tif.place();
    const auto text = [&](std::string_view bytes) {
      return edifact_text(member.traveller, bytes, context_.syntax, member.place);
    };
    if (tif.overlong) {
      add_problem(member.traveller.problems, member.place,
                  "the segment is too long; its end was not read");
    }
    std::string surname = text(tif.get(1));
    std::string given = text(tif.get(element));
    InfantMark infant = take_infant(given);
    member.type = to_upper(tif.get(element, 2));
    member.reference = plain_reference(tif.get(element, 3));
    member.infant = member.type == "IN" || infant.is_infant;
    if (const auto date = date_of_child(given, context_.reference_year)) {
      set_birth_date(member.traveller, *date, context_.reference_year, member.place);
    }
    std::string bare = outside_brackets(given);
    const bool bracketed = bare != given;
    add_booked_name(member.traveller, surname, std::move(given), member.place);
    if (bracketed) add_booked_name(member.traveller, surname, std::move(bare), member.place);
    members.push_back(std::move(member));
    if (infant.names.empty()) continue;
    Member child;
    child.place = tif.place();
    child.infant = true;
    for (std::string& names : infant.names) {
      if (const auto date = take_date(names, context_.reference_year)) {
        set_birth_date(child.traveller, *date, context_.reference_year, child.place);
      }
      const auto slash = names.find('/');
      const bool one_name = slash == std::string::npos;
      const std::string own_surname(trim(names.substr(0, one_name ? 0 : slash)));
      add_booked_name(child.traveller, own_surname.empty() ? surname : own_surname,
                      std::string(trim(names.substr(one_name ? 0 : slash + 1))), child.place);
    }
    members.push_back(std::move(child));
  }
  for (Member& member : members) member.keys = keys_of(member.traveller);
  return members;
}

void PnrBooking::add_member(Member&& member) {
  if (members_.size() >= kMaxTravellers) {
    sink_.problem(member.place, "a booking of more than 1024 travellers is read as several");
    const std::uint64_t seats = std::exchange(seats_taken_, 0);  // others are still to be named
    deliver(true);
    seats_taken_ = seats;
  }
  members_.push_back(std::move(member));
}

void PnrBooking::add_passengers(const EdifactSegment& tif) {
  if (tif.get(1, 2) == "G" && tif.get(2).empty()) {
    group_place_ = tif.place();
    current_ = kNobody;
    return;
  }
  const std::vector<Member> members = members_of(tif);
  for (const Member& member : members) add_member(Member(member));
  // Requests behind the TIF are about the passenger, not about an infant in their name field.
  const auto adults =
      std::count_if(members.begin(), members.end(), [](const Member& m) { return !m.infant; });
  current_ = members_.size() - std::min(members_.size(), adults == 1 ? members.size() : 1);
}

void PnrBooking::check_in(const EdifactSegment& tif) {
  for (Member& member : members_of(tif)) {
    current_ = find(member.keys, member.reference, kClose);
    if (current_ == kNobody) current_ = find(member.keys, {}, kSame);
    if (current_ != kNobody) continue;
    add_problem(member.traveller.problems, member.place,
                "the traveller checked in, but is not among the booking's passengers");
    add_member(std::move(member));
    current_ = members_.size() - 1;
  }
}

bool PnrBooking::recalls(const EdifactSegment& tif) {
  for (const Member& earlier : members_of(tif)) {
    if (find(earlier.keys, {}, kClose) != kNobody) continue;
    // A corrected spelling: the same passenger by number and surname.
    const std::size_t same = find_reference(earlier.reference);
    const bool corrected =
        same != kNobody && !earlier.keys.empty() &&
        std::any_of(members_[same].keys.begin(), members_[same].keys.end(),
                    [&](const NameKey& key) { return key.surname == earlier.keys[0].surname; });
    if (!corrected) return false;
    for (const TravellerName& name : earlier.traveller.names) {
      add_name(members_[same].traveller, name, earlier.place);
    }
  }
  return true;
}

void PnrBooking::add_request(const EdifactSegment& ssr, bool among_passengers) {
  add_seats(ssr);
  auto statement = read_statement(ssr, context_);
  if (!statement) return;
  pending_.push_back({*std::move(statement), among_passengers ? current_ : kNobody});
  if (pending_.size() >= kMaxPending) resolve();
}

/// Seats stand behind the text, each with the traveller's reference.
void PnrBooking::add_seats(const EdifactSegment& ssr) {
  for (std::size_t element = 2; element <= last_element(ssr); ++element) {
    const std::string number = seat_number(ssr.get(element));
    if (number.empty()) continue;
    std::size_t owner = find_reference(plain_reference(ssr.get(element, 3)));
    if (owner == kNobody && members_.size() == 1) owner = 0;
    if (owner == kNobody || members_[owner].seats.size() >= kMaxSeats) continue;
    members_[owner].seats.push_back({itinerary_.current(), text::to_valid_utf8(ssr.get(1, 7)),
                                     text::to_valid_utf8(ssr.get(1, 8)), number});
  }
}

void PnrBooking::add_seat(const EdifactSegment& ssd) {
  const std::string number = seat_number(ssd.get(1));
  if (number.empty() || current_ == kNobody || members_[current_].seats.size() >= kMaxSeats) return;
  members_[current_].seats.push_back({itinerary_.current(), {}, {}, number});
}

void PnrBooking::add_reference(const EdifactSegment& ref) {
  if (current_ == kNobody || !members_[current_].traveller.reference.empty()) return;
  Traveller& traveller = members_[current_].traveller;
  traveller.reference = edifact_text(traveller, ref.get(1, 2).empty() ? ref.get(1) : ref.get(1, 2),
                                     context_.syntax, ref.place());
}

/// RPI: how many seats the booking has on the flight, and whether they are confirmed. Infants on laps have none.
void PnrBooking::add_seats_taken(const EdifactSegment& rpi) {
  static constexpr std::string_view kConfirmed[] = {"HK", "HS", "KK", "KL", "RR", "TK"};
  const std::string status = to_upper(rpi.get(2));
  if (std::find(std::begin(kConfirmed), std::end(kConfirmed), status) == std::end(kConfirmed)) return;
  const std::optional<std::uint64_t> seats = parse_count(rpi.get(1));
  if (!seats) return sink_.problem(rpi.place(), "expected how many seats are taken: whether all travellers are named cannot be told");
  if (*seats <= seats_taken_) return;
  seats_taken_ = *seats;
  seats_place_ = rpi.place();
}

void PnrBooking::add_locator(const EdifactSegment& rci) {
  if (locator_.empty()) locator_ = text::to_valid_utf8(rci.get(1, 2));
}

void PnrBooking::add_related_locator(const EdifactSegment& rci) {
  const std::string locator = text::to_valid_utf8(rci.get(1, 2));
  if (!locator.empty() && related_.size() < kMaxFactsPerTraveller) related_.push_back(locator);
}

std::size_t PnrBooking::infant_owner(const PnrStatement& statement,
                                     const std::vector<NameKey>& keys) const {
  for (const int least : {kSpelt, kSame, kClose}) {
    for (std::size_t i = 0; i < members_.size(); ++i) {
      const Member& member = members_[i];
      const bool may_be = member.infant || (least >= kSame && member.type != "A" &&
                                            member.reference != statement.reference);
      if (may_be && likeness(member, keys) >= least) return i;
    }
  }
  // A visa or an address of an infant states no name.
  const auto infants = std::count_if(members_.begin(), members_.end(),
                                     [](const Member& member) { return member.infant; });
  if (!keys.empty() || infants != 1) return kNobody;
  return static_cast<std::size_t>(
      std::find_if(members_.begin(), members_.end(), [](const Member& m) { return m.infant; }) -
      members_.begin());
}

/// Relatives may bear one name. Of those whom the statement may be about, the first of whom nothing else is known than it
/// says; `named` when there is none.
std::size_t PnrBooking::namesake(std::size_t named, const Pending& pending) const {
  const Traveller& stated = pending.statement.facts;
  if (!is_another(members_[named].traveller, stated)) return named;
  const std::vector<NameKey> keys = keys_of(stated);
  const int like = std::min(likeness(members_[named], keys), kSame);
  for (std::size_t i = 0; i < members_.size(); ++i) {
    const bool fits = !members_[i].infant && likeness(members_[i], keys) >= like;
    if (fits && !is_another(members_[i].traveller, stated)) return i;
  }
  return named;
}

/// `home`, behind whose TIF the statement stands, if the name agrees. A passenger with that very name comes before one who has more given names or fewer,
/// or whose name has the same letters only: where the requests of all stand behind the last TIF, MARIA's are not MARIAM's, nor ALIREZA's ALI REZA's. Nobody
/// where the name does not agree.
std::size_t PnrBooking::beside_whom(std::size_t home, const std::vector<NameKey>& keys, const Pending& pending) const {
  const int like = home == kNobody ? 0 : likeness(members_[home], keys);
  if (like == 0) return kNobody;
  const std::size_t nearer = like == kSpelt ? home : find(keys, {}, like + 1);
  return namesake(nearer == kNobody ? home : nearer, pending);
}

/// Whose the statement is; nobody when it is about somebody who stands in no TIF, and then
/// `problem` may say what is odd about that.
std::size_t PnrBooking::owner_of(const Pending& pending, std::string& problem) const {
  const PnrStatement& statement = pending.statement;
  const std::vector<NameKey> keys = keys_of(statement.facts);
  if (statement.infant) return infant_owner(statement, keys);

  std::size_t home = find_reference(statement.reference);
  if (home != kNobody && (keys.empty() || likeness(members_[home], keys) > 0)) return home;
  if (home == kNobody) {
    home = pending.home;
    if (home != kNobody && keys.empty()) return home;
    const std::size_t beside = beside_whom(home, keys, pending);
    if (beside != kNobody) return beside;
  }
  const std::size_t named = find(keys, {}, kClose);
  if (named != kNobody) return namesake(named, pending);
  if (home == kNobody && members_.size() == 1) home = 0;
  if (home == kNobody) {
    problem = "the document's holder is none of the booking's passengers";
    return kNobody;
  }
  // The ticket and the passport may bear different names; other facts that differ, too, speak for
  // another person.
  if (!is_another(members_[home].traveller, statement.facts)) return home;
  problem =
      "a document beside a passenger bears another name and other facts: taken as another "
      "traveller";
  return kNobody;
}

void PnrBooking::settle(Pending&& pending) {
  std::string problem;
  const std::size_t owner = owner_of(pending, problem);
  PnrStatement& statement = pending.statement;
  if (owner != kNobody) {
    Member& member = members_[owner];
    merge(member.traveller, std::move(statement.facts), statement.place);
    member.keys = keys_of(member.traveller);
    return;
  }
  if (!problem.empty()) add_problem(statement.facts.problems, statement.place, std::move(problem));
  const bool somebody = !statement.facts.names.empty() || !statement.facts.documents.empty();
  if (!somebody) {
    for (Problem& unread : statement.facts.problems) {
      add_problem(unowned_, std::move(unread.where), std::move(unread.text));
    }
    return;
  }
  Member member;
  member.keys = keys_of(statement.facts);
  member.infant = statement.infant;
  // The infant of a passenger has that passenger's reference, which must not lead others to it.
  if (!statement.infant) member.reference = statement.reference;
  member.place = statement.place;
  member.traveller = std::move(statement.facts);
  if (members_.size() < kMaxTravellers) {
    members_.push_back(std::move(member));
  } else {
    hand_on(std::move(member), true);
  }
}

/// Whether the booking has somebody whom the statement may be about by name; it need not state one.
bool PnrBooking::agrees_with_somebody(const PnrStatement& statement) const {
  const std::vector<NameKey> keys = keys_of(statement.facts);
  return statement.infant || keys.empty() || find(keys, {}, kClose) != kNobody;
}

/// Statements whose name agrees with nobody come last: what is known of each by then shows whose they are not.
void PnrBooking::resolve() {
  std::vector<Pending> pending = std::exchange(pending_, {});
  std::stable_partition(pending.begin(), pending.end(), [this](const Pending& p) { return agrees_with_somebody(p.statement); });
  for (Pending& one : pending) settle(std::move(one));
}

void PnrBooking::put_seats(const Member& member, std::vector<FlightLeg>& legs) {
  for (const Seat& seat : member.seats) {
    for (std::size_t i = 0; i < legs.size(); ++i) {
      const bool places =
          seat.from.empty() ? seat.leg == i : seat.from == legs[i].from && seat.to == legs[i].to;
      if (places) legs[i].seat = seat.number;  // the last stated: at check-in
    }
  }
}

void PnrBooking::hand_on(Member&& member, bool whole) {
  if (!member.infant) ++named_;
  Traveller& traveller = member.traveller;
  traveller.locator = locator_;
  traveller.related_locators = related_;
  traveller.legs = itinerary_.legs();
  put_seats(member, traveller.legs);
  PnrItinerary::mark(traveller.legs, flight_);
  if (!whole) {
    add_problem(traveller.problems, member.place,
                "the message breaks off: facts of this traveller may miss");
  }
  if (traveller.names.empty()) add_problem(traveller.problems, member.place, "no name");
  sink_.deliver(std::move(traveller));
}

/// A group is booked before its names are known, and names may be lost on their way.
void PnrBooking::tell_unnamed() {
  if (seats_taken_ <= named_) return;
  sink_.incomplete(seats_place_, fmt::format("the booking has {} seats and names {} travellers who sit there: the others may be missing",
                                             seats_taken_, named_));
}

void PnrBooking::deliver(bool whole) {
  resolve();
  for (Problem& problem : std::exchange(unowned_, {})) {
    sink_.problem(std::move(problem.where), std::move(problem.text));
  }
  if (!group_place_.empty()) {
    const std::string where = std::exchange(group_place_, {});
    if (members_.empty()) {
      sink_.incomplete(where, "the booking is for a group whose travellers are not named");
    } else {
      sink_.problem(where, "a group without names stands beside the named passengers");
    }
  }
  for (Member& member : std::exchange(members_, {})) hand_on(std::move(member), whole);
  if (whole) tell_unnamed();
  current_ = kNobody;
}

}  // namespace darvaza::manifests
