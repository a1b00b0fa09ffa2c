// The JSON form of an answer: DESIGN §5, documented in docs/json.md.
#include <fmt/format.h>

#include "darvaza/screening_result.h"
#include "records/json_writing.h"

namespace darvaza {
namespace {

using records::array;
using records::decimal;
using records::json_string;

std::string write(StateCode state) { return json_string(state.text()); }

/// A member of what they belong to; nothing where no terms are stated.
std::string terms_member(const EntryTerms& terms) {
  if (!terms.stated()) return {};
  const std::string released = terms.releasable_to ? array(*terms.releasable_to, [](StateCode state) { return write(state); }) : "null";
  return fmt::format(
      R"(, "terms": {{"owner": {}, "focal_point": {}, "legal_basis": {}, "alert_category": "{}", "instruction": "{}", "visible_from": "{}", )"
      R"("releasable_to": {}, "valid_from": {}, "valid_until": {}, "review": {}, "source_reference": {}}})",
      write(terms.owner), json_string(terms.focal_point), json_string(terms.legal_basis), to_string(terms.category), to_string(terms.instruction),
      to_string(terms.visible_from), released, json_string(to_string(terms.valid_from)), json_string(to_string(terms.valid_until)),
      json_string(to_string(terms.review)), json_string(terms.source_reference));
}

std::string cleared_member(const Candidate& candidate) {
  return candidate.cleared_by.empty() ? std::string() : fmt::format(R"(, "cleared_by": {})", json_string(candidate.cleared_by));
}

std::string write(const Candidate& candidate) {
  return fmt::format(
      R"({{"list": {}, "id": {}, "score": {}, "name": {}, "evidence": {}, "handling": {}, "category": {}{}{}}})",
      json_string(candidate.list), json_string(candidate.id), decimal(candidate.score_bp, 4),
      json_string(candidate.name), records::to_json(candidate.evidence), json_string(candidate.handling),
      json_string(candidate.category), terms_member(candidate.terms), cleared_member(candidate));
}

std::string write(const DocumentHit& hit) {
  return fmt::format(
      R"({{"list": {}, "number": {}, "type": {}, "issuer": {}, "status": "{}", "match": "{}", "difference": {}.{:03}, "format": "{}", "lost": {}, "reported": {}, )"
      R"("review": {}, "reporting_state": {}, "reference": {}, "handling": {}{}}})",
      json_string(hit.list), json_string(hit.number), json_string(hit.type), json_string(hit.issuer.text()),
      to_string(hit.status), to_string(hit.match), hit.difference_mn / 1000,
      hit.difference_mn % 1000, to_string(hit.format), json_string(to_string(hit.lost)),
      json_string(to_string(hit.reported)), json_string(to_string(hit.review)),
      json_string(hit.reporting_state.text()), json_string(hit.reference), json_string(hit.handling), terms_member(hit.terms));
}

std::string write(const Problem& problem) {
  return fmt::format(R"({{"where": {}, "text": {}}})", json_string(problem.where), json_string(problem.text));
}

std::string write(const FlightLeg& leg) {
  return fmt::format(
      R"({{"flight": {}, "operated_by": {}, "from": {}, "to": {}, "departs": {}, "arrives": {}, "seat": {}, "reported": {}}})",
      json_string(leg.flight), json_string(leg.operated_by), json_string(leg.from), json_string(leg.to),
      json_string(leg.departs), json_string(leg.arrives), json_string(leg.seat), leg.reported);
}

std::string write(const ListInUse& list) {
  const bool is_from_the_future = list.age_days.value_or(0) < 0;
  return fmt::format(R"({{"list": {}, "version": {}, "issued": {}, "expires": {}, "age_days": {}, "stale": {}, "clock_suspect": {}}})",
                     json_string(list.list), list.version, json_string(list.issued), json_string(list.expires),
                     list.age_days && !is_from_the_future ? fmt::to_string(*list.age_days) : "null", list.stale, is_from_the_future);
}

/// As the last member; nothing where no list is of a signed release.
std::string lists_member(const std::vector<ListInUse>& lists) {
  if (lists.empty()) return {};
  return fmt::format(R"(, "lists": {})", array(lists, [](const ListInUse& list) { return write(list); }));
}

}  // namespace

std::string to_json(const ScreeningResult& result) {
  return fmt::format(
      R"({{"id": {}, "decision": "{}", "complete": {}, "candidates": {}, "documents": {}, "problems": {}, "flights": {}{}}})",
      json_string(result.id), to_string(result.decision), result.complete,
      array(result.candidates, [](const Candidate& c) { return write(c); }),
      array(result.documents, [](const DocumentHit& d) { return write(d); }),
      array(result.problems, [](const Problem& p) { return write(p); }),
      array(result.flights, [](const FlightLeg& l) { return write(l); }), lists_member(result.lists));
}

namespace records {
std::string terms_member(const EntryTerms& terms) { return darvaza::terms_member(terms); }
}  // namespace records

}  // namespace darvaza
