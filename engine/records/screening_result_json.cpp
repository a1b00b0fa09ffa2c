// The JSON form of an answer: DESIGN §5, documented in docs/json.md.
#include <fmt/format.h>

#include "darvaza/screening_result.h"
#include "records/json_writing.h"

namespace darvaza {
namespace {

using records::array;
using records::decimal;
using records::quoted;

std::string write(StateCode state) { return quoted(state.text()); }

/// A member of what they belong to; nothing where no terms are stated.
std::string terms_member(const EntryTerms& terms) {
  if (!terms.stated()) return {};
  const std::string released = terms.releasable_to ? array(*terms.releasable_to, [](StateCode state) { return write(state); }) : "null";
  return fmt::format(
      R"(, "terms": {{"owner": {}, "focal_point": {}, "legal_basis": {}, "alert_category": "{}", "instruction": "{}", "visible_from": "{}", )"
      R"("releasable_to": {}, "valid_from": {}, "valid_until": {}, "review": {}, "source_reference": {}}})",
      write(terms.owner), quoted(terms.focal_point), quoted(terms.legal_basis), to_string(terms.category), to_string(terms.instruction),
      to_string(terms.visible_from), released, quoted(to_string(terms.valid_from)), quoted(to_string(terms.valid_until)),
      quoted(to_string(terms.review)), quoted(terms.source_reference));
}

std::string cleared_member(const Candidate& candidate) {
  return candidate.cleared_by.empty() ? std::string() : fmt::format(R"(, "cleared_by": {})", quoted(candidate.cleared_by));
}

std::string write(const Candidate& candidate) {
  return fmt::format(
      R"({{"list": {}, "id": {}, "score": {}, "name": {}, "evidence": {}, "handling": {}, "category": {}{}{}}})",
      quoted(candidate.list), quoted(candidate.id), decimal(candidate.score_bp, 4),
      quoted(candidate.name), records::to_json(candidate.evidence), quoted(candidate.handling),
      quoted(candidate.category), terms_member(candidate.terms), cleared_member(candidate));
}

std::string write(const DocumentHit& hit) {
  return fmt::format(
      R"({{"list": {}, "number": {}, "type": {}, "issuer": {}, "status": "{}", "match": "{}", "difference": {}.{:03}, "format": "{}", "lost": {}, "reported": {}, )"
      R"("review": {}, "reporting_state": {}, "reference": {}, "handling": {}{}}})",
      quoted(hit.list), quoted(hit.number), quoted(hit.type), quoted(hit.issuer.text()),
      to_string(hit.status), to_string(hit.match), hit.difference_mn / 1000,
      hit.difference_mn % 1000, to_string(hit.format), quoted(to_string(hit.lost)),
      quoted(to_string(hit.reported)), quoted(to_string(hit.review)),
      quoted(hit.reporting_state.text()), quoted(hit.reference), quoted(hit.handling), terms_member(hit.terms));
}

std::string write(const Problem& problem) {
  return fmt::format(R"({{"where": {}, "text": {}}})", quoted(problem.where), quoted(problem.text));
}

std::string write(const FlightLeg& leg) {
  return fmt::format(
      R"({{"flight": {}, "operated_by": {}, "from": {}, "to": {}, "departs": {}, "arrives": {}, "seat": {}, "reported": {}}})",
      quoted(leg.flight), quoted(leg.operated_by), quoted(leg.from), quoted(leg.to),
      quoted(leg.departs), quoted(leg.arrives), quoted(leg.seat), leg.reported);
}

std::string write(const ListInUse& list) {
  const bool is_from_the_future = list.age_days.value_or(0) < 0;
  return fmt::format(R"({{"list": {}, "version": {}, "issued": {}, "expires": {}, "age_days": {}, "stale": {}, "clock_suspect": {}}})",
                     quoted(list.list), list.version, quoted(list.issued), quoted(list.expires),
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
      quoted(result.id), to_string(result.decision), result.complete,
      array(result.candidates, [](const Candidate& c) { return write(c); }),
      array(result.documents, [](const DocumentHit& d) { return write(d); }),
      array(result.problems, [](const Problem& p) { return write(p); }),
      array(result.flights, [](const FlightLeg& l) { return write(l); }), lists_member(result.lists));
}

namespace records {
std::string terms_member(const EntryTerms& terms) { return darvaza::terms_member(terms); }
}  // namespace records

}  // namespace darvaza
