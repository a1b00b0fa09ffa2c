#include <algorithm>
#include <cmath>
#include <cstdlib>

#include <fmt/core.h>

#include "eval/report/html.h"
#include "eval/report/sections.h"
#include "eval/report/words.h"

namespace darvaza::eval::report {
namespace {

/// Cases beyond this many of a kind stand in the JSON only.
constexpr std::size_t kShown = 25;

struct Weighed {
  std::string kind, text;
  double weight = kNone;
};

/// Takes "name +9.234: words" apart; what has another form is all text.
Weighed weighed(const std::string& evidence) {
  const std::size_t blank = evidence.find(' '), colon = evidence.find(": ");
  if (blank == std::string::npos || colon == std::string::npos || blank > colon)
    return {"", evidence, kNone};
  const std::string number = evidence.substr(blank + 1, colon - blank - 1);
  char* end = nullptr;
  const double weight = std::strtod(number.c_str(), &end);
  if (number.empty() || *end != '\0' || !std::isfinite(weight)) return {"", evidence, kNone};
  return {evidence.substr(0, blank), evidence.substr(colon + 2), weight};
}

/// Evidence as bars around a middle: for to the right, against to the left.
std::string evidence_list(const std::vector<std::string>& evidence) {
  if (evidence.empty()) return {};
  double largest = 1;
  std::vector<Weighed> pieces;
  for (const std::string& line : evidence) {
    pieces.push_back(weighed(line));
    if (!std::isnan(pieces.back().weight))
      largest = std::max(largest, std::fabs(pieces.back().weight));
  }
  std::string out = "<ul class=\"evidence\">";
  for (const Weighed& piece : pieces) {
    out += "<li>";
    if (!std::isnan(piece.weight)) {
      out += fmt::format(
          "<span class=\"weight {}\"><i style=\"width:{:.0f}%\"></i></span><b>{:+.1f}</b> "
          "<em>{}</em> ",
          piece.weight < 0 ? "against" : "for", 50 * std::fabs(piece.weight) / largest,
          piece.weight, escaped(piece.kind));
    }
    out += "<span>" + escaped(piece.text) + "</span></li>";
  }
  return out + "</ul>";
}

std::string score_text(double score) {
  return score < 0 ? "not found" : fmt::format("score {:.4f}", score);
}

std::string named(std::string_view label, const std::string& name, const std::string& score) {
  return fmt::format("<div class=\"who\"><dt>{}</dt><dd>{}{}</dd></div>", label, name_text(name),
                     score.empty() ? "" : " <small>" + score + "</small>");
}

std::string case_html(const Run& run, const Case& item) {
  const bool pairs = run.kind == Kind::pairs;
  std::string out = "<li class=\"case\"><p class=\"where\">" + escaped(item.id);
  if (!item.where.empty()) out += " · " + escaped(item.where);
  if (item.rank > 1) out += fmt::format(" · right person at rank {}", item.rank);
  out += "</p><dl>" + named(pairs ? "one name" : "asked", item.asked, "");
  if (!item.truth.empty()) {
    out += named(pairs ? "other name" : "is", item.truth, score_text(item.score)) + "</dl>" +
           evidence_list(item.evidence) + "<dl>";
  } else if (!pairs) {
    out += named("is", "not listed", "");
  }
  if (!item.answer.empty()) {
    out += named("was taken for", item.answer,
                 std::isnan(item.answer_score) ? "" : score_text(item.answer_score));
  }
  return out + "</dl>" + evidence_list(item.answer_evidence) + "</li>\n";
}

std::string cases_html(const Run& run, const std::vector<Case>& cases, std::string_view heading,
                       std::string_view what) {
  if (cases.empty()) return {};
  std::string out = fmt::format("<h3>{}</h3>\n<p>{}, the worst first.", heading, what);
  if (cases.size() > kShown)
    out += fmt::format(" {} of {}; all are in the JSON.", kShown, cases.size());
  out += "</p>\n<ul class=\"cases\">\n";
  for (std::size_t i = 0; i < std::min(kShown, cases.size()); ++i) out += case_html(run, cases[i]);
  return out + "</ul>\n";
}

}  // namespace

std::string cases_section(const Run& run) {
  if (run.matchers.empty()) return {};
  const Matcher& matcher = run.matchers.front();
  const KindWords& words = words_of(run.kind);
  const std::string lists =
      cases_html(run, matcher.misses, "Worst misses", words.miss) +
      cases_html(run, matcher.false_alarms, "Worst false alarms", words.alarm);
  if (lists.empty()) return {};
  return "<section id=\"cases\">\n<h2>Errors, one by one</h2>\n<p>Cases of " +
         name_text(matcher.name) +
         ". Bars to the right speak for one person, to the left against; they add up to the "
         "score.</p>\n" +
         lists + "</section>\n";
}

}  // namespace darvaza::eval::report
