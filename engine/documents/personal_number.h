// Personal numbers of the region: which numbers they can be, and what they say of their holder.
//
// Registers print a birth date and a sex into the numbers that they give out. In a passport's
// optional data, or as the identity number that a list states, such a number is a second statement
// of both, made by another clerk at another time.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "darvaza/partial_date.h"
#include "darvaza/state_code.h"
#include "darvaza/watchlist_entry.h"

namespace darvaza::documents {

enum class PersonalNumberCheck : std::uint8_t {
  holds,
  fails,     ///< the shape is right and the check digit is not; says nothing of its holder
  has_none,  ///< the scheme has no check digit that is published: the shape is right
};

struct PersonalNumber {
  std::string_view scheme{};  ///< the State's own word ("IIN", "PINFL"); static storage
  PersonalNumberCheck check = PersonalNumberCheck::holds;
  bool of_person = true;     ///< false: of a company
  PartialDate birth_date{};  ///< a full date, or unknown where the scheme holds none
  Sex sex = Sex::unknown;
};

/// Reads a number as a personal number of `state`, separators and digits of other scripts as
/// normalise_number takes them. Schemes: Iran (national code, company identity), Turkey (TCKN),
/// Kazakhstan (IIN), Uzbekistan (PINFL), Kyrgyzstan (PIN), Pakistan (CNIC), China (resident
/// identity number). Nothing when the State has none of these, or the number has the shape of none:
/// another length, a letter, or a birth date that does not exist. Thread-safe; about a microsecond.
std::optional<PersonalNumber> read_personal_number(StateCode state, std::string_view number);

/// The personal number of `state` in the optional data of a machine-readable zone, where fillers
/// end each part: the first part that reads as one and whose check digit does not fail. Empty when
/// there is none.
std::string find_personal_number(StateCode state, std::string_view optional_data);

/// What of `number` a search may use: its facts, unless the check digit fails or it is a company's.
std::optional<PersonalNumber> facts_of_number(StateCode state, std::string_view number);

}  // namespace darvaza::documents
