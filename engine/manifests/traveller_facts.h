// Facts into a Traveller: what every reader does with a nationality, a date, a document.
//
// Each call takes the text as presented and where it stood. Text that cannot be understood becomes
// a problem of the traveller, never a loss of the traveller; empty text says nothing and is no
// problem. No call writes the text itself into a problem: problems hold no personal data.
#pragma once

#include <string>
#include <string_view>

#include "darvaza/traveller.h"

namespace darvaza::manifests {

/// Adds a spelling, unless it is empty or says the same as one that is there; several where it stands beside itself in another script
/// (names/two_scripts.h).
void add_name(Traveller& traveller, TravellerName name, const std::string& where);

/// Adds the State that `text` names (see documents::parse_state).
void add_nationality(Traveller& traveller, std::string_view text, const std::string& where);
/// Several in one text (documents::state_items).
void add_nationalities(Traveller& traveller, std::string_view text, const std::string& where);

void set_sex(Traveller& traveller, std::string_view text, const std::string& where);

/// Sets the birth date; one that differs from what is there is a problem, and the first one stands.
/// A date after `reference_year` is a problem, too.
void set_birth_date(Traveller& traveller, PartialDate date, int reference_year,
                    const std::string& where);
/// The same for a date that people wrote: see documents::parse_written_birth_date.
void set_written_birth_date(Traveller& traveller, std::string_view text, int reference_year,
                            const std::string& where);

void set_issuing_state(Traveller& traveller, TravelDocument& document, std::string_view text,
                       const std::string& where);
void set_written_expiry(Traveller& traveller, TravelDocument& document, std::string_view text,
                        const std::string& where);
/// Appends `item` to a list in one text, ", " between; empty items are left out.
void append_item(std::string& list, std::string_view item);
/// The State of an address; text that names none is kept as the last item of the address.
void set_address_state(TravellerAddress& address, std::string_view text);
/// Adds the address if it says anything.
void add_address(Traveller& traveller, TravellerAddress address, const std::string& where);

/// Adds every document that a cell may speak of (documents/number_cell.h), each with the type, issuer and expiry of `facts`; a State named beside a
/// number is its issuer where `facts` has none. A number that a spreadsheet rounded is a problem and cannot be looked up; of one
/// written as a quantity the digits that are there are, and the answer will be incomplete, too.
void add_written_documents(Traveller& traveller, std::string_view cell, const TravelDocument& facts, const std::string& where);
/// A name or a document stood there that is no text: a problem, and the answer will be incomplete. `text` says what was expected.
void add_unread_name(Traveller& traveller, const std::string& where, std::string text);
void add_unread_document(Traveller& traveller, const std::string& where, std::string text);

/// Adds the document if it has a number.
void add_document(Traveller& traveller, TravelDocument document, const std::string& where);

/// Adds what another description of the same person says: the names, nationalities and documents that are not
/// there yet, its problems, and the other facts where the traveller has none. A birth date or sex that differs is a problem.
void merge(Traveller& traveller, Traveller&& other, const std::string& where);

/// The text as well-formed UTF-8; ill-formed bytes become U+FFFD and a problem.
std::string checked_text(Traveller& traveller, std::string_view bytes, const std::string& where);

/// To be called last: a traveller without a name and without a document cannot be looked up.
void check_identifiable(Traveller& traveller, const std::string& where);

/// To be called where headings or keys were not known: whoever has given names alone may have a family name under one of them, and is not searched for
/// without it.
void check_family_name(Traveller& traveller, const std::string& where);

}  // namespace darvaza::manifests
