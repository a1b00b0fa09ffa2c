#include "shown.h"

namespace darvaza::c {
namespace {

void show(const TravelDocument& document, darvaza_document& view) {
  view.number = text_of(document.number);
  view.type = text_of(document.type);
  view.issuing_state = text_of(document.issuing_state.text());
  view.expires = date_of(document.expires);
  view.issued = date_of(document.issued);
  view.issued_at = text_of(document.issued_at);
}

void show(const FlightLeg& leg, darvaza_flight& view) {
  view.flight = text_of(leg.flight);
  view.from = text_of(leg.from);
  view.to = text_of(leg.to);
  view.departs = text_of(leg.departs);
  view.arrives = text_of(leg.arrives);
  view.operated_by = text_of(leg.operated_by);
  view.seat = text_of(leg.seat);
  view.reported = leg.reported ? 1 : 0;
}

void show(const TravellerAddress& address, darvaza_address& view) {
  view.type = text_of(address.type);
  view.state = text_of(address.state.text());
  view.text = text_of(address.text);
}

/// NULL where nothing is stated.
const darvaza_entry_terms* show(const EntryTerms& terms, Arena& arena) {
  if (!terms.stated()) return nullptr;
  darvaza_entry_terms& view = *arena.array<darvaza_entry_terms>(1);
  view.struct_size = sizeof view;
  view.owner = text_of(terms.owner.text());
  view.focal_point = text_of(terms.focal_point);
  view.legal_basis = text_of(terms.legal_basis);
  view.category = static_cast<darvaza_alert_category>(terms.category);
  view.instruction = static_cast<darvaza_instruction>(terms.instruction);
  view.visible_from = terms.visible_from == Line::first ? DARVAZA_LINE_FIRST : DARVAZA_LINE_SECOND;
  view.releasable_to_all = terms.releasable_to ? 0 : 1;
  if (terms.releasable_to) {
    view.releasable_to = show_texts(*terms.releasable_to, arena,
                                    [](const StateCode& state) { return state.text(); });
    view.releasable_to_count = terms.releasable_to->size();
  }
  view.valid_from = date_of(terms.valid_from);
  view.valid_until = date_of(terms.valid_until);
  view.review = date_of(terms.review);
  view.source_reference = text_of(terms.source_reference);
  return &view;
}

void show(const DocumentHit& hit, darvaza_document_hit& view, Arena& arena) {
  view.list = text_of(hit.list);
  view.number = text_of(hit.number);
  view.type = text_of(hit.type);
  view.issuer = text_of(hit.issuer.text());
  view.status = static_cast<darvaza_document_status>(hit.status);
  view.match = static_cast<darvaza_document_match>(hit.match);
  view.difference_mn = hit.difference_mn;
  view.format = static_cast<darvaza_number_format>(hit.format);
  view.lost = date_of(hit.lost);
  view.reported = date_of(hit.reported);
  view.review = date_of(hit.review);
  view.reporting_state = text_of(hit.reporting_state.text());
  view.reference = text_of(hit.reference);
  view.handling = text_of(hit.handling);
  view.terms = show(hit.terms, arena);
}

void show(const Candidate& candidate, darvaza_candidate& view, Arena& arena) {
  view.list = text_of(candidate.list);
  view.id = text_of(candidate.id);
  view.score_bp = candidate.score_bp;
  view.weight_mn = candidate.weight_mn;
  view.name = text_of(candidate.name);
  const auto evidence = c::show(candidate.evidence, arena);
  view.evidence = evidence.data;
  view.evidence_count = evidence.count;
  view.handling = text_of(candidate.handling);
  view.category = text_of(candidate.category);
  view.terms = show(candidate.terms, arena);
}

List<darvaza_flight> show(const std::vector<FlightLeg>& legs, Arena& arena) {
  return arena.list<darvaza_flight>(legs, [](const auto& leg, auto& v) { show(leg, v); });
}

}  // namespace

void show(const TravellerName& name, darvaza_name& view) {
  view.struct_size = sizeof view;
  view.primary = text_of(name.primary);
  view.secondary = text_of(name.secondary);
  view.may_be_truncated = name.may_be_truncated ? 1 : 0;
}

List<darvaza_evidence> show(const std::vector<Evidence>& evidence, Arena& arena) {
  return arena.list<darvaza_evidence>(evidence, [](const Evidence& piece, auto& view) {
    view.kind = static_cast<darvaza_evidence_kind>(piece.kind);
    view.weight_mn = piece.weight_mn;
    view.text = text_of(piece.text);
  });
}

List<darvaza_problem> show(const std::vector<Problem>& problems, Arena& arena) {
  return arena.list<darvaza_problem>(problems, [](const Problem& problem, auto& view) {
    view.where = text_of(problem.where);
    view.text = text_of(problem.text);
  });
}

void show(const Traveller& traveller, darvaza_traveller& view, Arena& arena) {
  view.struct_size = sizeof view;
  view.id = text_of(traveller.id);
  const auto names =
      arena.list<darvaza_name>(traveller.names, [](const auto& name, auto& v) { show(name, v); });
  view.names = names.data;
  view.names_count = names.count;
  view.father_name = text_of(traveller.father_name);
  view.birth_date = date_of(traveller.birth_date);
  view.sex = static_cast<darvaza_sex>(traveller.sex);
  view.birth_date_doubtful = traveller.birth_date_doubtful ? 1 : 0;
  view.role = static_cast<darvaza_role>(traveller.role);
  view.nationalities = show_texts(traveller.nationalities, arena,
                                  [](const StateCode& state) { return state.text(); });
  view.nationalities_count = traveller.nationalities.size();
  view.birth_place = text_of(traveller.birth_place);
  const auto documents = arena.list<darvaza_document>(
      traveller.documents, [](const auto& document, auto& v) { show(document, v); });
  view.documents = documents.data;
  view.documents_count = documents.count;
  const auto flights = show(traveller.legs, arena);
  view.flights = flights.data;
  view.flights_count = flights.count;
  view.locator = text_of(traveller.locator);
  view.related_locators =
      show_texts(traveller.related_locators, arena,
                 [](const std::string& locator) { return std::string_view(locator); });
  view.related_locators_count = traveller.related_locators.size();
  view.reference = text_of(traveller.reference);
  const auto addresses = arena.list<darvaza_address>(
      traveller.addresses, [](const auto& address, auto& v) { show(address, v); });
  view.addresses = addresses.data;
  view.addresses_count = addresses.count;
  const auto problems = show(traveller.problems, arena);
  view.problems = problems.data;
  view.problems_count = problems.count;
  view.bags = traveller.bags;
}

void show(const ScreeningResult& answer, darvaza_result& view, Arena& arena) {
  view.struct_size = sizeof view;
  view.id = text_of(answer.id);
  view.decision = static_cast<darvaza_decision>(answer.decision);
  view.complete = answer.complete ? 1 : 0;
  const auto candidates = arena.list<darvaza_candidate>(
      answer.candidates, [&](const auto& candidate, auto& v) { show(candidate, v, arena); });
  view.candidates = candidates.data;
  view.candidates_count = candidates.count;
  const auto documents = arena.list<darvaza_document_hit>(
      answer.documents, [&](const auto& hit, auto& v) { show(hit, v, arena); });
  view.documents = documents.data;
  view.documents_count = documents.count;
  const auto problems = show(answer.problems, arena);
  view.problems = problems.data;
  view.problems_count = problems.count;
  const auto flights = show(answer.flights, arena);
  view.flights = flights.data;
  view.flights_count = flights.count;
}

}  // namespace darvaza::c
