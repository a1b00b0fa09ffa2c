#include "answers/answer_text.h"

#include <algorithm>
#include <utility>

#include <fmt/core.h>

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

/// What the decision is about: a listed person, or the document alone, whose holder nobody lists.
std::string_view meaning(const ScreeningResult& answer) {
  if (answer.candidates.empty() && !answer.documents.empty()) {
    if (answer.decision == Decision::hit) return "the document is reported, nobody is listed; unconfirmed until the State that reported it says so";
    if (answer.decision == Decision::review) return "the document may be one that is reported, nobody is listed: a person has to compare";
  }
  return words(answer.decision).meaning;
}

std::string weight_text(std::int32_t weight_mn) {
  return fmt::format("{:+.2f}", weight_mn / 1000.0);
}

/// What is to be done, which says that the alert is unconfirmed even where the list's own words do not.
std::string instruction(const std::string& handling) {
  constexpr std::string_view kUnconfirmed = "Unconfirmed";
  return handling.starts_with(kUnconfirmed) ? handling : fmt::format("{}. {}", kUnconfirmed, handling);
}

std::string candidate_text(const Candidate& candidate, const Paint& paint) {
  std::string out =
      fmt::format("\n{}  {} {}  {}\n", score_text(candidate.score_bp), printable(candidate.list),
                  printable(candidate.id), paint(Style::bold, printable(candidate.name)));
  out += evidence_text(candidate.evidence, "  ");
  if (!candidate.category.empty())
    out += fmt::format("  category: {}\n", printable(candidate.category));
  out += fmt::format("  handling: {}\n", printable(instruction(candidate.handling)));
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
  out += fmt::format("  handling: {}\n", printable(instruction(hit.handling)));
  return out;
}

/// "line 7: birth date: …", whichever part is known.
std::string problem_text(const Problem& problem) {
  return problem.where.empty() ? problem.text : problem.where + ": " + problem.text;
}

constexpr std::size_t kColumns = 120;

/// Lines of at most kColumns, broken at blanks, each behind `indent`.
std::string wrapped(std::string_view text, std::string_view indent) {
  std::string out, line(indent);
  while (!text.empty()) {
    const std::size_t end = std::min(text.find(' '), text.size());
    const std::string_view word = text.substr(0, end);
    const bool begins = line.size() == indent.size();
    if (!begins && display_width(line) + 1 + display_width(word) > kColumns) {
      out += line + '\n';
      line = std::string(indent) + std::string(word);
    } else {
      line += begins ? "" : " ";
      line += word;
    }
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return out + line + '\n';
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
  std::string out = fmt::format("{}: {}\n", paint(decision.style, decision.word), meaning(answer));
  for (const Candidate& candidate : answer.candidates) out += candidate_text(candidate, paint);
  for (const DocumentHit& hit : answer.documents) out += document_text(hit, paint);
  for (const Problem& problem : answer.problems) {
    out += fmt::format("\nproblem: {}\n", printable(problem_text(problem)));
  }
  for (const std::string& list : stale_lists(answer)) out += fmt::format("\n{}\n", paint(Style::yellow, printable(list)));
  return out;
}

std::vector<std::string> stale_lists(const ScreeningResult& answer) {
  std::vector<std::string> out;
  for (const ListInUse& list : answer.lists) {
    if (list.age_days.value_or(0) < 0)
      out.push_back(fmt::format("clock suspect: release {} of the list {} was issued on {}, which is later than the day of this question; nobody knows how old it is", list.version, list.list, list.issued));
    if (!list.stale) continue;
    out.push_back(fmt::format("stale: release {} of the list {} expired on {}; who was listed since then is not known here", list.version, list.list, list.expires));
  }
  return out;
}

AlertTable::AlertTable() : table_({{"traveller"}, {"arrived as"}, {"listed as"}, {"list"}, {"decision"}}) {}

void AlertTable::note(const std::string& text) {
  if (!text.empty()) notes_.emplace(table_.rows(), wrapped(printable(text), "    "));
}

void AlertTable::add(const std::string& source, const Traveller& traveller,
                     const ScreeningResult& answer) {
  ++counts_[answer.decision];
  for (std::string& list : stale_lists(answer)) stale_.insert(std::move(list));
  if (answer.decision == Decision::clear && answer.problems.empty()) return;

  // The traveller stands in the first row only: several rows below are several reasons.
  std::vector<std::string> who = {fmt::format("{} {}", source, answer.id), arrived_as(traveller)};
  std::string decision(to_string(answer.decision));
  const auto add_row = [&](std::string listed, std::string list) {
    table_.add({who[0], who[1], std::move(listed), std::move(list), decision});
    who = {"", ""};
    decision.clear();
  };
  for (const Candidate& c : answer.candidates) {
    add_row(c.name, c.list + " " + c.id);
    note(reasons(c));
    note(instruction(c.handling));
  }
  for (const DocumentHit& d : answer.documents) {
    add_row(number_text(d), d.list);
    note(report_text(d));
    note(instruction(d.handling));
  }
  if (!decision.empty()) add_row("", "");
  for (const Problem& p : answer.problems) note("problem: " + problem_text(p));
}

std::string AlertTable::take_rows() {
  if (table_.rows() == 0) return {};
  const bool headings = std::exchange(headings_, false);
  const std::string rows = table_.take(headings);
  std::string out;
  std::size_t row = 0, begin = 0;
  for (std::size_t end = rows.find('\n'); end != std::string::npos; begin = end + 1, end = rows.find('\n', begin)) {
    out += rows.substr(begin, end + 1 - begin);
    if (headings && begin == 0) continue;
    const auto [first, last] = notes_.equal_range(++row);
    for (auto note = first; note != last; ++note) out += note->second;
  }
  notes_.clear();
  return out;
}

std::string AlertTable::stale() const {
  std::string out;
  for (const std::string& list : stale_) out += wrapped(printable(list), "");
  return out;
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
