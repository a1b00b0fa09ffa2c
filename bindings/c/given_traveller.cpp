#include "given_traveller.h"

#include <limits>

#include "darvaza/state_code.h"

namespace darvaza::c {
namespace {

bool is_code(std::string_view text) {
  return !text.empty() && text.size() <= 3 &&
         std::all_of(text.begin(), text.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
}

class TravellerReader {
 public:
  TravellerReader(GivenReader& reader, Traveller& traveller)
      : reader_(reader), traveller_(traveller) {}

  void read(const darvaza_traveller& given, const Place& at) {
    traveller_.id = reader_.text(given.id, {&at, "id"});
    for_each(given.names, given.names_count, at, "names",
             [&](const auto& name, const Place& place) {
               reader_.reserved(name.reserved, {&place, "reserved"});
               traveller_.names.push_back(
                   {reader_.text(name.primary, {&place, "primary"}),
                    reader_.text(name.secondary, {&place, "secondary"}),
                    reader_.flag(name.may_be_truncated, {&place, "may_be_truncated"})});
             });
    traveller_.father_name = reader_.text(given.father_name, {&at, "father_name"});
    traveller_.birth_date = reader_.date(given.birth_date, {&at, "birth_date"});
    traveller_.sex = static_cast<Sex>(
        reader_.number(given.sex, DARVAZA_SEX_UNKNOWN, DARVAZA_SEX_OTHER, {&at, "sex"}));
    traveller_.birth_date_doubtful =
        reader_.flag(given.birth_date_doubtful, {&at, "birth_date_doubtful"});
    traveller_.role = static_cast<TravellerRole>(
        reader_.number(given.role, DARVAZA_PASSENGER, DARVAZA_TRANSIT_CREW, {&at, "role"}));
    read_nationalities(given, at);
    traveller_.birth_place = reader_.text(given.birth_place, {&at, "birth_place"});
    for_each(given.documents, given.documents_count, at, "documents",
             [&](const auto& document, const Place& place) { read(document, place); });
    read_journey(given, at);
  }

  void read(const darvaza_document& given, const Place& at) {
    TravelDocument document;
    document.number = reader_.text(given.number, {&at, "number"});
    document.type = reader_.text(given.type, {&at, "type"});
    document.issuing_state = state(given.issuing_state, {&at, "issuing_state"}, "document",
                                   "the issuer names no State that is known");
    document.expires = reader_.date(given.expires, {&at, "expires"});
    document.issued = reader_.date(given.issued, {&at, "issued"});
    document.issued_at = reader_.text(given.issued_at, {&at, "issued_at"});
    traveller_.documents.push_back(std::move(document));
  }

 private:
  template <typename View, typename Take>
  void for_each(const View* const* list, std::size_t given, const Place& at, const char* name,
                Take take) {
    const std::size_t count = reader_.count(list, given, DARVAZA_MAX_FACTS, {&at, name});
    for (std::size_t i = 0; i < count; ++i) {
      const Place place{&at, name, i};
      View copy;
      if (const View* const item = reader_.structure(list[i], place, copy)) take(*item, place);
    }
  }

  template <typename Take>
  void for_each_text(const darvaza_text* list, std::size_t given, const Place& at, const char* name,
                     Take take) {
    const std::size_t count = reader_.count(list, given, DARVAZA_MAX_FACTS, {&at, name});
    for (std::size_t i = 0; i < count; ++i) take(list[i], Place{&at, name, i});
  }

  void read_nationalities(const darvaza_traveller& given, const Place& at) {
    for_each_text(given.nationalities, given.nationalities_count, at, "nationalities",
                  [&](darvaza_text text, const Place& place) {
                    const StateCode code = state(text, place, "nationality",
                                                 "the nationality names no State that is known");
                    if (!code.empty()) traveller_.nationalities.push_back(code);
                  });
  }

  void read_journey(const darvaza_traveller& given, const Place& at) {
    for_each(given.flights, given.flights_count, at, "flights",
             [&](const auto& flight, const Place& place) { read(flight, place); });
    traveller_.locator = reader_.text(given.locator, {&at, "locator"});
    for_each_text(given.related_locators, given.related_locators_count, at, "related_locators",
                  [&](darvaza_text text, const Place& place) {
                    traveller_.related_locators.push_back(reader_.text(text, place));
                  });
    traveller_.reference = reader_.text(given.reference, {&at, "reference"});
    for_each(given.addresses, given.addresses_count, at, "addresses",
             [&](const auto& address, const Place& place) {
               traveller_.addresses.push_back({reader_.text(address.type, {&place, "type"}),
                                               state(address.state, {&place, "state"}, "address",
                                                     "the address names no State that is known"),
                                               reader_.text(address.text, {&place, "text"})});
             });
    for_each(given.problems, given.problems_count, at, "problems",
             [&](const auto& problem, const Place& place) {
               traveller_.problems.push_back({reader_.text(problem.where, {&place, "where"}),
                                              reader_.text(problem.text, {&place, "text"})});
             });
    traveller_.bags = static_cast<std::uint16_t>(
        reader_.number(given.bags, 0, std::numeric_limits<std::uint16_t>::max(), {&at, "bags"}));
    reader_.reserved(given.reserved, {&at, "reserved"});
  }

  void read(const darvaza_flight& given, const Place& at) {
    FlightLeg leg;
    leg.flight = reader_.text(given.flight, {&at, "flight"});
    leg.from = reader_.text(given.from, {&at, "from"});
    leg.to = reader_.text(given.to, {&at, "to"});
    leg.departs = reader_.text(given.departs, {&at, "departs"});
    leg.arrives = reader_.text(given.arrives, {&at, "arrives"});
    leg.operated_by = reader_.text(given.operated_by, {&at, "operated_by"});
    leg.seat = reader_.text(given.seat, {&at, "seat"});
    leg.reported = reader_.flag(given.reported, {&at, "reported"});
    reader_.reserved(given.reserved, {&at, "reserved"});
    traveller_.legs.push_back(std::move(leg));
  }

  /// A code that is not assigned stays as it is, as in a machine-readable zone.
  StateCode state(darvaza_text given, const Place& place, const char* where, const char* unknown) {
    const std::string text = reader_.text(given, place);
    if (text.empty()) return {};
    if (const auto code = state_named(text)) return *code;
    if (is_code(text)) return StateCode(text);
    traveller_.problems.push_back({where, unknown});
    return {};
  }

  GivenReader& reader_;
  Traveller& traveller_;
};

}  // namespace

Traveller read_traveller(GivenReader& reader, const darvaza_traveller* given, const Place& place) {
  Traveller traveller;
  darvaza_traveller copy;
  const darvaza_traveller* const read = reader.structure(given, place, copy);
  if (read != nullptr) TravellerReader(reader, traveller).read(*read, place);
  return traveller;
}

Traveller read_document_alone(GivenReader& reader, const darvaza_document* given,
                              const Place& place) {
  Traveller traveller;
  darvaza_document copy;
  const darvaza_document* const read = reader.structure(given, place, copy);
  if (read != nullptr) TravellerReader(reader, traveller).read(*read, place);
  return traveller;
}

}  // namespace darvaza::c
