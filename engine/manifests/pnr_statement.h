// What one special service request (SSR) of a PNRGOV message says about a person.
//
// Passengers stand in TIF with a name as booked; their documents, birth dates and infants stand in
// SSRs, which are about the TIF before them, about a traveller by reference number, or about
// whoever has that name. Here an SSR becomes facts; pnr_booking.h finds out whose they are.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "darvaza/traveller.h"
#include "manifests/edifact_segment.h"

namespace darvaza::manifests {

struct PnrContext {
  int reference_year = 2026;
  std::string syntax;  ///< identifier in UNB: the character set of text that is not UTF-8
};

struct PnrStatement {
  Traveller facts;        ///< names, birth date, sex, nationality, documents, addresses, problems
  bool infant = false;    ///< the person is an infant on somebody's lap (sex MI or FI, INFT, ...)
  std::string reference;  ///< 9944 of the traveller, without leading zeros; empty: not stated
  std::string place;      ///< of the segment
};

/// SSR DOCS (travel document), DOCO (visa), DOCA (address), INFT (infant), CHLD (child's birth
/// date), after AIRIMP: fields between '/', in the free text of the segment. Nothing for other
/// requests. What cannot be read is among the statement's problems.
std::optional<PnrStatement> read_statement(const EdifactSegment& ssr, const PnrContext& context);

/// The traveller's name as booked and, where titles may be glued to it, once more without them.
void add_booked_name(Traveller& traveller, std::string surname, std::string given_names,
                     const std::string& where);

/// 9944 in one form: "002" and "2" are the same, "1.1" stays.
std::string plain_reference(std::string_view reference);

}  // namespace darvaza::manifests
