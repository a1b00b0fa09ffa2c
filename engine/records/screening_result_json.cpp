// The JSON form of an answer: DESIGN §5, documented in docs/json.md.
#include <fmt/format.h>

#include <boost/json/object.hpp>
#include <boost/json/serialize.hpp>
#include <cstdlib>

#include "darvaza/screening_result.h"

namespace darvaza {
namespace {

/// Text as the content of a JSON string: Boost.JSON escapes quotes and control characters but
/// copies other bytes, so that ill-formed UTF-8 has to be replaced by text/ before it gets here.
std::string quoted(std::string_view text) {
  return boost::json::serialize(boost::json::string_view(text.data(), text.size()));
}

/// Thousandths and ten-thousandths as decimals, without a detour through binary floating point, so
/// that the bytes are the same everywhere.
std::string decimal(std::int32_t value, int digits) {
  std::int32_t scale = 1;
  for (int i = 0; i < digits; ++i) scale *= 10;
  return fmt::format("{}{}.{:0{}}", value < 0 ? "-" : "", std::abs(value / scale),
                     std::abs(value % scale), digits);
}

template <typename Items, typename Writer>
std::string array(const Items& items, Writer write) {
  std::string out = "[";
  for (const auto& item : items) {
    if (out.size() > 1) out += ", ";
    out += write(item);
  }
  return out += ']';
}

std::string write(const Evidence& evidence) {
  return fmt::format(R"({{"kind": "{}", "weight": {}, "text": {}}})", to_string(evidence.kind),
                     decimal(evidence.weight_mn, 3), quoted(evidence.text));
}

std::string write(const Candidate& candidate) {
  return fmt::format(
      R"({{"list": {}, "id": {}, "score": {}, "name": {}, "evidence": {}, "handling": {}, "category": {}}})",
      quoted(candidate.list), quoted(candidate.id), decimal(candidate.score_bp, 4),
      quoted(candidate.name),
      array(candidate.evidence, [](const Evidence& e) { return write(e); }),
      quoted(candidate.handling), quoted(candidate.category));
}

std::string write(const DocumentHit& hit) {
  return fmt::format(
      R"({{"list": {}, "number": {}, "type": {}, "issuer": {}, "status": "{}", "match": "{}", "difference": {}.{:03}, "format": "{}", "lost": {}, "reported": {}, )"
      R"("review": {}, "reporting_state": {}, "reference": {}, "handling": {}}})",
      quoted(hit.list), quoted(hit.number), quoted(hit.type), quoted(hit.issuer.text()), to_string(hit.status),
      to_string(hit.match), hit.difference_mn / 1000, hit.difference_mn % 1000, to_string(hit.format), quoted(to_string(hit.lost)),
      quoted(to_string(hit.reported)), quoted(to_string(hit.review)), quoted(hit.reporting_state.text()),
      quoted(hit.reference), quoted(hit.handling));
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

}  // namespace

std::string to_json(const ScreeningResult& result) {
  return fmt::format(
      R"({{"id": {}, "decision": "{}", "complete": {}, "candidates": {}, "documents": {}, "problems": {}, "flights": {}}})",
      quoted(result.id), to_string(result.decision), result.complete,
      array(result.candidates, [](const Candidate& c) { return write(c); }),
      array(result.documents, [](const DocumentHit& d) { return write(d); }),
      array(result.problems, [](const Problem& p) { return write(p); }),
      array(result.flights, [](const FlightLeg& l) { return write(l); }));
}

}  // namespace darvaza
