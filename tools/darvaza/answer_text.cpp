#include "answer_text.h"

#include <algorithm>
#include <utility>

#include <fmt/format.h>

namespace darvaza::tool {
namespace {

struct DecisionWords {
  std::string_view word;
  std::string_view meaning;
  Style style;
};

/// In the order of Decision.
constexpr DecisionWords kDecisions[] = {
    {"CLEAR", "every list was searched to the end and nothing was found", Style::green},
    {"REVIEW", "may be listed: a person has to compare before the traveller passes", Style::yellow},
    {"HIT", "very likely listed; unconfirmed until the owner of the entry says so", Style::red},
    {"INCOMPLETE", "could not be screened to the end: this is not a clear", Style::yellow},
};

const DecisionWords& words(Decision decision) {
  return kDecisions[static_cast<std::size_t>(decision)];
}

std::string weight_text(std::int32_t weight_mn) {
  return fmt::format("{:+.2f}", weight_mn / 1000.0);
}

std::string candidate_text(const Candidate& candidate, const Paint& paint) {
  std::string out =
      fmt::format("\n{}  {} {}  {}\n", score_text(candidate.score_bp), printable(candidate.list),
                  printable(candidate.id), paint(Style::bold, printable(candidate.name)));
  out += evidence_text(candidate.evidence, "  ");
  if (!candidate.category.empty())
    out += fmt::format("  category: {}\n", printable(candidate.category));
  if (!candidate.handling.empty())
    out += fmt::format("  handling: {}\n", printable(candidate.handling));
  return out;
}

/// "stolen (exact), reported 2024-05-01 by UTO".
std::string report_text(const DocumentHit& hit) {
  std::string out = fmt::format("{} ({})", to_string(hit.status), to_string(hit.match));
  if (hit.reported.known()) out += ", reported " + to_string(hit.reported);
  if (!hit.reporting_state.empty()) out += fmt::format(" by {}", hit.reporting_state.text());
  return out;
}

std::string number_text(const DocumentHit& hit) {
  return hit.issuer.empty() ? hit.number : fmt::format("{} ({})", hit.number, hit.issuer.text());
}

std::string document_text(const DocumentHit& hit, const Paint& paint) {
  std::string out = fmt::format("\ndocument  {}  {}  {}\n", printable(hit.list),
                                paint(Style::bold, printable(number_text(hit))), report_text(hit));
  if (!hit.handling.empty()) out += fmt::format("  handling: {}\n", printable(hit.handling));
  return out;
}

/// "line 7: birth date: …", whichever part is known.
std::string problem_text(const Problem& problem) {
  return problem.where.empty() ? problem.text : problem.where + ": " + problem.text;
}

/// "name +9.2, birth_date +4.1": what spoke for and against, without the prior.
std::string reasons(const Candidate& candidate) {
  std::string out;
  for (const Evidence& evidence : candidate.evidence) {
    if (evidence.kind == EvidenceKind::prior) continue;
    if (!out.empty()) out += ", ";
    out += fmt::format("{} {:+.1f}", to_string(evidence.kind), evidence.weight_mn / 1000.0);
  }
  return out;
}

std::string arrived_as(const Traveller& traveller) {
  if (!traveller.names.empty()) return traveller.names.front().full();
  return traveller.documents.empty() ? "" : traveller.documents.front().number;
}

}  // namespace

std::string score_text(std::int32_t score_bp) { return fmt::format("{:.4f}", score_bp / 10000.0); }

std::string evidence_text(const std::vector<Evidence>& evidence, const std::string& indent) {
  Table table({{indent}, {""}, {"", Table::Align::right}, {""}});
  for (const Evidence& e : evidence) {
    table.add({indent, std::string(to_string(e.kind)), weight_text(e.weight_mn), e.text});
  }
  return table.take(false);
}

std::string answer_text(const ScreeningResult& answer, const Paint& paint) {
  const DecisionWords& decision = words(answer.decision);
  std::string out = fmt::format("{}: {}\n", paint(decision.style, decision.word), decision.meaning);
  for (const Candidate& candidate : answer.candidates) out += candidate_text(candidate, paint);
  for (const DocumentHit& hit : answer.documents) out += document_text(hit, paint);
  for (const Problem& problem : answer.problems) {
    out += fmt::format("\nproblem: {}\n", printable(problem_text(problem)));
  }
  return out;
}

AlertTable::AlertTable()
    : table_({{"traveller"}, {"arrived as"}, {"listed as"}, {"list"}, {"decision"}, {"why"}}) {}

void AlertTable::add(const std::string& source, const Traveller& traveller,
                     const ScreeningResult& answer) {
  ++counts_[answer.decision];
  if (answer.decision == Decision::clear) return;

  // The traveller stands in the first row only: several rows below are several reasons.
  std::vector<std::string> who = {fmt::format("{} {}", source, answer.id), arrived_as(traveller)};
  std::string decision(to_string(answer.decision));
  const auto add_row = [&](std::string listed, std::string list, std::string why) {
    table_.add({who[0], who[1], std::move(listed), std::move(list), decision, std::move(why)});
    who = {"", ""};
    decision.clear();
  };
  for (const Candidate& c : answer.candidates) add_row(c.name, c.list + " " + c.id, reasons(c));
  for (const DocumentHit& d : answer.documents) add_row(number_text(d), d.list, report_text(d));
  if (answer.decision != Decision::incomplete) return;
  for (const Problem& p : answer.problems) add_row("", "", problem_text(p));
  if (!decision.empty()) add_row("", "", "");
}

std::string AlertTable::take_rows() {
  if (table_.rows() == 0) return {};
  return table_.take(std::exchange(headings_, false));
}

std::string AlertTable::totals() const {
  std::uint64_t all = 0;
  std::string out;
  for (const Decision decision :
       {Decision::hit, Decision::review, Decision::incomplete, Decision::clear}) {
    const auto found = counts_.find(decision);
    const std::uint64_t count = found == counts_.end() ? 0 : found->second;
    all += count;
    out += fmt::format("{} {} {}", out.empty() ? ":" : ",", count, to_string(decision));
  }
  return fmt::format("{} travellers{}\n", all, out);
}

}  // namespace darvaza::tool
