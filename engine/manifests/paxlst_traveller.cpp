#include "manifests/paxlst_traveller.h"

#include <algorithm>
#include <iterator>
#include <optional>
#include <utility>

#include "manifests/airimp_date.h"
#include "manifests/edifact_count.h"
#include "manifests/edifact_date.h"
#include "manifests/edifact_text.h"
#include "manifests/limits.h"
#include "manifests/manifest_sink.h"
#include "manifests/paxlst_codes.h"
#include "manifests/traveller_facts.h"
#include "manifests/trim.h"
#include "documents/written_date.h"
#include "records/sex.h"

namespace darvaza::manifests {
namespace {

/// NAD elements: C080 holds the name. C058 and C082 are where senders put it who miscount the '+'.
constexpr std::size_t kNameElement = 4;
constexpr std::size_t kMisplacedNameElements[] = {3, 2};
constexpr std::size_t kNameComponents = 5;

/// Given names stand in components of their own: "MARINA" + "IVANOVNA" become one secondary
/// identifier.
void append_word(std::string& words, std::string_view word) {
  if (word.empty()) return;
  if (!words.empty()) words += ' ';
  words += word;
}

/// The date of a DTM; forms of other systems ("1980-05-17", "17MAY1980", "17MAY80") are understood, too.
std::optional<PartialDate> date_of(const EdifactSegment& dtm, YearRule rule, int reference_year) {
  const auto moment = parse_edifact_moment(dtm.get(1, 2), dtm.get(1, 3), rule, reference_year);
  if (moment) return moment->date;
  if (const auto airimp = parse_airimp_date(dtm.get(1, 2), rule, reference_year)) return airimp;
  const bool digits_only = std::all_of(dtm.get(1, 2).begin(), dtm.get(1, 2).end(),
                                       [](char c) { return is_digit(c) || is_blank(c); });
  return digits_only ? std::nullopt : documents::parse_written_date(dtm.get(1, 2));
}

/// DOC elements: C503 holds the number. Where it is empty, C002's fourth component (the document's name) and the element behind C503 are where
/// senders put it who miscount '+' and ':'. A word without a digit is no number. Empty: nowhere.
std::string_view misplaced_number(const EdifactSegment& doc) {
  for (const std::string_view text : {doc.get(2, 2), doc.get(3), doc.get(1, 4), doc.get(1, 5)}) {
    if (std::any_of(text.begin(), text.end(), is_digit)) return text;
  }
  return {};
}

}  // namespace

const PaxlstTraveller::TagHandler PaxlstTraveller::kHandlers[] = {
    {"ATT", &PaxlstTraveller::read_attribute},   {"DTM", &PaxlstTraveller::read_date},
    {"NAT", &PaxlstTraveller::read_nationality}, {"LOC", &PaxlstTraveller::read_location},
    {"DOC", &PaxlstTraveller::read_document},    {"RFF", &PaxlstTraveller::read_reference},
    {"MEA", &PaxlstTraveller::read_measure},
};

PaxlstTraveller::PaxlstTraveller(const EdifactSegment& nad, const PaxlstContext& context)
    : context_(context), place_(nad.place()) {
  const std::string function = to_upper(nad.get(1));
  if (const auto role = party_role(function)) {
    traveller_.role = *role;
    is_traveller_ = true;
  } else {
    report_at(nad, "the party function is none of FL, FM, DDU and DDT: taken as a passenger");
  }
  read_names(nad);
  read_address(nad);
}

void PaxlstTraveller::add(const EdifactSegment& segment) {
  const auto* known = std::find_if(std::begin(kHandlers), std::end(kHandlers),
                                   [&](const TagHandler& h) { return h.tag == segment.tag; });
  if (known == std::end(kHandlers)) return;
  if (segment.overlong) report_at(segment, "the segment is too long; its end was not read");
  (this->*known->handler)(segment);
}

Traveller PaxlstTraveller::finish() {
  std::erase_if(traveller_.documents, [](const TravelDocument& d) { return d.number.empty(); });
  return std::move(traveller_);
}

void PaxlstTraveller::report(std::string text) {
  add_problem(traveller_.problems, place_, std::move(text));
}

void PaxlstTraveller::hide_at(const EdifactSegment& segment, std::string text) {
  add_unread_document(traveller_, segment.place(), std::move(text));
}

void PaxlstTraveller::report_at(const EdifactSegment& segment, std::string text) {
  add_problem(traveller_.problems, segment.place(), std::move(text));
}

/// Titles glued to a name stay on it, "BADR" must not become "BA": screening reads them without it, too, where that is likely.
void PaxlstTraveller::read_names(const EdifactSegment& nad) {
  if (nad.overlong) report_at(nad, "the segment is too long; its end was not read");
  for (std::size_t i = 1; i <= nad.repetitions(kNameElement); ++i) read_name(nad, kNameElement, i);
  for (const std::size_t element : kMisplacedNameElements) {
    if (!traveller_.names.empty()) return;
    read_name(nad, element, 1);
    if (!traveller_.names.empty()) report_at(nad, "the name stands in another element than C080");
  }
  if (traveller_.names.empty()) report_at(nad, "no name");
}

void PaxlstTraveller::read_name(const EdifactSegment& nad, std::size_t element,
                                std::size_t repetition) {
  TravellerName name;
  name.primary = text_of(nad, nad.get(element, 1, repetition));
  for (std::size_t i = 1; i <= kNameComponents; ++i) {
    const std::string_view part = nad.get(element, i, repetition);
    name.may_be_truncated = name.may_be_truncated || fills_name_component(part, context_.syntax);
    if (i > 1) append_word(name.secondary, text_of(nad, part));
  }
  add_name(traveller_, std::move(name), nad.place());
}

/// ATT+2++M: 9017 "2" is a person; the code stands in C956, with some senders in C955.
void PaxlstTraveller::read_attribute(const EdifactSegment& att) {
  const bool miscounted = att.components() == 2 && att.get(1) != "2";  // "ATT+M", without the qualifier 2
  const bool states_sex = miscounted && records::parse_sex(att.get(1));
  if (!states_sex && !att.get(1).empty() && att.get(1) != "2") return;
  is_traveller_ = true;
  if (states_sex) return set_sex(traveller_, att.get(1), att.place());
  for (const auto& [element, component] : {std::pair{3, 1}, std::pair{3, 4}, std::pair{2, 1}}) {
    const std::string_view text =
        att.get(static_cast<std::size_t>(element), static_cast<std::size_t>(component));
    if (text.empty()) continue;
    return set_sex(traveller_, text, att.place());
  }
}

void PaxlstTraveller::read_date(const EdifactSegment& dtm) {
  if (dtm.get(1) == kBirthDate) read_birth_date(dtm);
  if (dtm.get(1) == kExpiryDate) read_expiry(dtm);
  if (dtm.get(1) == kIssueDate) read_issue(dtm);
}

void PaxlstTraveller::read_birth_date(const EdifactSegment& dtm) {
  is_traveller_ = true;
  if (dtm.get(1, 2).empty()) return;
  const auto date = date_of(dtm, YearRule::past, context_.reference_year);
  if (!date) {
    return report_at(dtm, "the birth date is not a calendar date in the form YYMMDD or CCYYMMDD");
  }
  set_birth_date(traveller_, *date, context_.reference_year, dtm.place());
}

void PaxlstTraveller::read_expiry(const EdifactSegment& dtm) {
  if (dtm.get(1, 2).empty()) return;
  if (!in_document_) return report_at(dtm, "a date of expiry without a document before it");
  const auto date = date_of(dtm, YearRule::nearest, context_.reference_year);
  if (!date) {
    return report_at(dtm,
                     "the date of expiry is not a calendar date in the form YYMMDD or "
                     "CCYYMMDD");
  }
  traveller_.documents.back().expires = *date;
}

void PaxlstTraveller::read_issue(const EdifactSegment& dtm) {
  if (dtm.get(1, 2).empty() || !in_document_) return;
  const auto date = date_of(dtm, YearRule::past, context_.reference_year);
  if (!date) return report_at(dtm, "the date of issue is not a calendar date");
  traveller_.documents.back().issued = *date;
}

void PaxlstTraveller::read_nationality(const EdifactSegment& nat) {
  is_traveller_ = true;
  for (std::size_t i = 1; i <= nat.repetitions(2); ++i) {
    const std::string_view code = nat.get(2, 1, i);
    add_nationality(traveller_, code.empty() ? nat.get(2, 4, i) : code, nat.place());
  }
  const bool miscounted = nat.get(2).empty() && nat.get(2, 4).empty() && std::none_of(nat.get(1).begin(), nat.get(1).end(), is_digit);
  if (miscounted) add_nationality(traveller_, nat.get(1), nat.place());  // "NAT+TJK", without the qualifier 2
}

void PaxlstTraveller::read_location(const EdifactSegment& loc) {
  if (loc.get(1) == kBirthPlace) read_birth_place(loc);
  if (loc.get(1) == kIssuer) read_issuer(loc);
}

/// LOC+180+GBR:::LONDON becomes "LONDON, GBR". Related places (C519, C553) may hold the region.
void PaxlstTraveller::read_birth_place(const EdifactSegment& loc) {
  is_traveller_ = true;
  std::string place;
  for (const std::string_view part : {loc.get(2, 4), loc.get(3, 4), loc.get(4, 4), loc.get(2, 1)}) {
    append_item(place, text_of(loc, part));
  }
  if (!place.empty()) traveller_.birth_place = std::move(place);
}

void PaxlstTraveller::read_issuer(const EdifactSegment& loc) {
  if (!in_document_) return report_at(loc, "an issuing State without a document before it");
  const std::string_view code = loc.get(2, 1);
  TravelDocument& document = traveller_.documents.back();
  if (document.issued_at.empty()) document.issued_at = text_of(loc, loc.get(2, 4));
  set_issuing_state(traveller_, document, code.empty() ? loc.get(2, 4) : code, loc.place());
}

void PaxlstTraveller::read_document(const EdifactSegment& doc) {
  is_traveller_ = true;
  if (traveller_.documents.size() >= kMaxFactsPerTraveller) {
    in_document_ = false;
    return hide_at(doc, "too many documents: this one was not kept");
  }
  TravelDocument document;
  document.type = text_of(doc, doc.get(1));
  document.number = text_of(doc, doc.get(2));
  if (document.number.empty()) document.number = text_of(doc, misplaced_number(doc));
  if (document.number.empty()) {
    hide_at(doc, "a document without a number: expected one in C503");
  } else if (doc.get(2).empty()) {
    report_at(doc, "the document's number stands in another element than C503");
  }
  if (doc.repetitions(2) > 1) hide_at(doc, "only the first of several document numbers was read");
  traveller_.documents.push_back(std::move(document));
  in_document_ = true;
}

void PaxlstTraveller::read_reference(const EdifactSegment& rff) {
  const std::string_view what = rff.get(1);
  std::string* target = what == kReservation          ? &traveller_.locator
                        : what == kTravellerReference ? &traveller_.reference
                        : what == kSeat               ? &seat_
                                                      : nullptr;
  if (target != nullptr && target->empty()) *target = text_of(rff, rff.get(1, 2));
}

/// MEA+CT++:2
void PaxlstTraveller::read_measure(const EdifactSegment& mea) {
  if (mea.get(1) != kPieces) return;
  const auto pieces = parse_count(mea.get(3, 2));
  if (pieces) traveller_.bags = static_cast<std::uint16_t>(std::min<std::uint64_t>(*pieces, 9999));
}

/// NAD elements 5 to 9: C059 street, 3164 city, C819 region, 3251 postal code, 3207 country.
void PaxlstTraveller::read_address(const EdifactSegment& nad) {
  TravellerAddress address;
  for (const std::string_view part :
       {nad.get(5), nad.get(6), nad.get(7).empty() ? nad.get(7, 4) : nad.get(7), nad.get(8)}) {
    append_item(address.text, text_of(nad, part));
  }
  set_address_state(address, text_of(nad, nad.get(9)));
  add_address(traveller_, std::move(address), nad.place());
}

std::string PaxlstTraveller::text_of(const EdifactSegment& segment, std::string_view bytes) {
  return edifact_text(traveller_, bytes, context_.syntax, segment.place());
}

}  // namespace darvaza::manifests
