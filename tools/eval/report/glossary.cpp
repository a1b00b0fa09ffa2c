#include <fmt/core.h>

#include "eval/report/html.h"
#include "eval/report/sections.h"

namespace darvaza::eval::report {
namespace {

struct Term {
  std::string_view term, meaning;
  bool in_retrieval, elsewhere;
};

constexpr Term kTerms[] = {
    {"Interval",
     "Had other people travelled that day, the figure would have been another one. With the stated "
     "confidence it would lie in "
     "its interval. Two figures whose intervals overlap widely may differ by chance.",
     true, true},
    {"Threshold", "The score from which on an alarm is raised.", false, true},
    {"Recall", "Of those who should be found, the share that is.", false, true},
    {"Precision",
     "Of the alarms, the share that is right. At a border, where hardly anyone is listed, it is "
     "much lower than in a test "
     "where many are.",
     false, true},
    {"F1", "One number for both: twice their product, divided by their sum.", false, true},
    {"False alarm rate", "Of those who should not be found, the share that raises an alarm.", false,
     true},
    {"AUC",
     "The area under the ROC curve: how often a right case scores above a wrong one. 1 is perfect, "
     "0.5 is chance. Cases for which nothing was found are ties, which count half.",
     false, true},
    {"r@1, r@10", "The share of queries that have the right person first, or among the first ten.",
     true, false},
    {"MRR",
     "The mean of 1 divided by the rank of the right person: 1 when always first, 0.5 when always "
     "second.",
     true, false},
    {"Calibration error",
     "How far scores are from how often they turn out right, averaged over all cases.", true, true},
    {"Bootstrap", "Intervals come from drawing the cases anew, with repetition, many times.", true,
     true},
};

}  // namespace

std::string glossary_section(const Run& run) {
  std::string out = "<section id=\"glossary\">\n<h2>Terms</h2>\n<dl class=\"terms\">\n";
  for (const Term& term : kTerms) {
    if (!(run.kind == Kind::retrieval ? term.in_retrieval : term.elsewhere)) continue;
    out += fmt::format("<div><dt>{}</dt><dd>{}</dd></div>\n", escaped(term.term),
                       escaped(term.meaning));
  }
  return out + "</dl>\n</section>\n";
}

}  // namespace darvaza::eval::report
