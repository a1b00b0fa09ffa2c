// On what terms an entry is shared: who answers for it, what is to be done, who may know of it, for
// how long.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "darvaza/partial_date.h"
#include "darvaza/state_code.h"

namespace darvaza {

/// Why somebody is listed, in the words that States agreed on; `WatchlistEntry::category` has the
/// source's own.
enum class AlertCategory : std::uint8_t {
  unstated,
  terrorism,
  drugs,
  arms,
  trafficking_in_persons,
  migrant_smuggling,
  goods,
  money_laundering,
  cyber,
  cultural_goods,
  wildlife,
  document,          ///< lost, stolen or revoked
  missing_person,    ///< to be found, not suspected of anything
  protected_person,  ///< a victim, or at risk
};
std::string_view to_string(
    AlertCategory category);  ///< "trafficking_in_persons", ...; empty for unstated
std::optional<AlertCategory> parse_alert_category(std::string_view word);  ///< of the same words

/// What the owner asks for when the person is met.
enum class Instruction : std::uint8_t {
  unstated,
  arrest,
  refuse,          ///< entry or stay
  contact,         ///< the owner, before anything else
  discreet,        ///< let nothing be noticed: never shown to the first line
  inquiry,         ///< ask the person
  specific_check,  ///< search person, vehicle, goods
  seize_document,
  protect,
};
std::string_view to_string(Instruction instruction);  ///< "seize_document", ...; empty for unstated
std::optional<Instruction> parse_instruction(std::string_view word);

/// The officer at the booth, or those to whom the booth sends people.
enum class Line : std::uint8_t { first, second };
std::string_view to_string(Line line);  ///< "first", "second"
std::optional<Line> parse_line(std::string_view word);

struct EntryTerms {
  StateCode owner;          ///< answers for the entry; empty: not stated
  std::string focal_point;  ///< whom to contact, as the owner writes it
  std::string legal_basis;
  AlertCategory category = AlertCategory::unstated;
  Instruction instruction = Instruction::unstated;
  Line visible_from = Line::first;  ///< second: not shown to the first line
  /// To whom the entry may be shown besides its owner. Nothing: to all. Empty: to the owner alone.
  std::optional<std::vector<StateCode>> releasable_to;
  PartialDate valid_from, valid_until;  ///< both days inclusive; unknown: no limit
  PartialDate review;                   ///< when the owner is to confirm or delete the entry
  std::string source_reference;         ///< the owner's own

  bool stated() const { return *this != EntryTerms{}; }
  friend bool operator==(const EntryTerms&, const EntryTerms&) = default;
};

/// What is not stated in `terms` is taken from those of its list.
void complete(EntryTerms& terms, const EntryTerms& of_list);

/// Who asks. The default sees everything.
struct Post {
  StateCode state;  ///< whose post it is; empty: whoever keeps the lists, to whom all is shown
  Line line = Line::second;  ///< what the answer is shown to
  PartialDate today;  ///< in full: entries are left out before their first and after their last
                      ///< day; else none is
  /// A day that has come for sure, whatever a clock says: an entry whose first day is no later is not left out. Where it is more
  /// than a day after `today`, a clock is wrong: no entry is left out for its first day, and the answer has a problem that says so.
  PartialDate not_before = {};
  /// A clock said `today`, and it may be behind: the screener that is asked puts the day that its lists know of into `not_before`, if it is later
  /// (Screener::with_known_day). Not to be set where somebody asks about a day of the past.
  bool today_by_clock = false;
};

/// Whether an entry on these terms is part of what `post` may be answered. Knows no lists: where a clock said the day, a post
/// is to come from Screener::with_known_day. Thread-safe; nanoseconds.
bool may_see(const Post& post, const EntryTerms& terms);

/// What the officer is told to do: the entry's own instruction, if it has any, after what the terms
/// say. Begins with "Unconfirmed", says of a missing or protected person that they are no suspect,
/// and names whom to contact.
std::string handling_text(const EntryTerms& terms, std::string_view owner_name,
                          std::string_view own_text);

}  // namespace darvaza
