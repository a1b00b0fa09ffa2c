#include <cmath>

#include <fmt/core.h>

#include "eval/report/html.h"
#include "eval/report/sections.h"
#include "eval/report/words.h"

namespace darvaza::eval::report {
namespace {

std::string sentence_about_data(const Run& run) {
  const KindWords& words = words_of(run.kind);
  const std::string listed =
      fmt::format("a list of {} people under {} names", count_text(run.listed_entries),
                  count_text(run.listed_names));
  switch (run.kind) {
    case Kind::pairs:
      return fmt::format(
          "{} pairs of names were compared: {} of one person, {} of two different people.",
          count_text(run.cases), count_text(run.positives), count_text(run.cases - run.positives));
    case Kind::retrieval:
      return fmt::format(
          "{} {} were put to {}. Each asks for a person who is on the list, and whose entry is "
          "known.",
          count_text(run.cases), words.cases, listed);
    default:
      return fmt::format(
          "{} travellers were screened against {}: {} of them are listed, {} are not.",
          count_text(run.cases), listed, count_text(run.positives),
          count_text(run.cases - run.positives));
  }
}

/// "1 in 1,000" of "recall_at_1_in_1000".
std::string alarm_budget(std::string_view name) {
  constexpr std::string_view kPrefix = "recall_at_1_in_";
  return "1 in " + count_text(std::stoull(std::string(name.substr(kPrefix.size()))));
}

/// What the figure says, as a clause that follows its value.
std::string meaning(const Run& run, const Figure& figure) {
  const bool pairs = run.kind == Kind::pairs;
  if (figure.name.starts_with("recall_at_1_in_")) {
    const std::string budget = alarm_budget(figure.name);
    return pairs ? "of the pairs of one person are recognised, while " + budget +
                       " of the other pairs are taken for one person"
                 : "of the listed travellers are found, while " + budget +
                       " of the others are stopped";
  }
  if (figure.name == "auc") {
    return pairs ? "is how often a pair of one person scores higher than a pair of two people, "
                   "both taken at random"
                 : "is how often a listed traveller scores higher than one who is not, both taken "
                   "at random";
  }
  if (figure.name == "r_at_1") return "of the queries have the right person first";
  if (figure.name == "r_at_10") return "have the right person among the first ten";
  return figure.label;
}

/// "Of the others, jaro-winkler comes closest: 81.0 %."
std::string best_other(const Run& run, const Figure& figure) {
  const Matcher* best = nullptr;
  double value = kNone;
  for (std::size_t i = 1; i < run.matchers.size(); ++i) {
    const Figure* other = find_figure(run.matchers[i], figure.name);
    if (other == nullptr || std::isnan(other->estimate.value)) continue;
    if (best != nullptr && (other->estimate.value > value) != figure.higher_is_better) continue;
    best = &run.matchers[i];
    value = other->estimate.value;
  }
  if (best == nullptr) return {};
  return fmt::format("<p class=\"other\">Best of the others: {}, {}</p>", name_text(best->name),
                     value_text(figure.name, value));
}

std::string card(const Run& run, const Figure& figure) {
  std::string out =
      fmt::format("<div class=\"card\"><p class=\"value\">{}</p><p>{}.</p>",
                  value_text(figure.name, figure.estimate.value), escaped(meaning(run, figure)));
  const std::string interval = interval_text(figure.name, figure.estimate);
  if (!interval.empty()) {
    out += fmt::format("<p class=\"interval\">{:g} % interval: {}</p>", 100 * run.confidence,
                       interval);
  }
  return out + best_other(run, figure) + "</div>\n";
}

/// Whether scores can be read as probabilities, in a number.
std::string calibration_card(const Run& run, const Matcher& matcher) {
  const Estimate& error = matcher.calibration.expected_error;
  if (std::isnan(error.value)) return {};
  std::string out = fmt::format(
      "<div class=\"card\"><p class=\"value\">{}</p><p>is how far scores are, on average, from how "
      "often they turn out right: "
      "0 would be perfect.</p>",
      number_text(error.value));
  const std::string interval = interval_text("calibration", error);
  if (!interval.empty()) {
    out += fmt::format("<p class=\"interval\">{:g} % interval: {}</p>", 100 * run.confidence,
                       interval);
  }
  return out + "</div>\n";
}

std::string sentence_about_cost(const Run& run, const Matcher& matcher) {
  if (matcher.cost.points.empty()) return {};
  const CostPoint& least = matcher.cost.least;
  return fmt::format(
      "<p>If a miss costs {} and a false alarm {}, decisions cost least when scores from "
      "<strong>{:.4g}</strong> on raise "
      "an alarm: {} missed, {} false alarms.</p>\n",
      fmt::format("{:g}", run.miss_price), fmt::format("{:g}", run.alarm_price), least.threshold,
      count_text(least.misses), count_text(least.false_alarms));
}

std::string remarks(const Run& run) {
  if (run.remarks.empty()) return {};
  std::string out = "<div class=\"remarks\"><h3>Read with care</h3><ul>";
  for (const std::string& remark : run.remarks) out += "<li>" + escaped(remark) + "</li>";
  return out + "</ul></div>\n";
}

std::string cards(const Run& run, const Matcher& matcher) {
  const Figure* first = main_figure(run, matcher);
  const Figure* second = run.kind == Kind::retrieval ? first_figure(matcher, {"r_at_10", "mrr"})
                                                     : first_figure(matcher, {"auc"});
  std::string out;
  if (first != nullptr) out += card(run, *first);
  if (second != nullptr && second != first) out += card(run, *second);
  return out + calibration_card(run, matcher);
}

}  // namespace

std::string summary_section(const Run& run) {
  std::string out = "<section id=\"summary\">\n<h2>In short</h2>\n<p class=\"lead\">" +
                    sentence_about_data(run) + "</p>\n";
  if (!run.matchers.empty()) {
    const Matcher& matcher = run.matchers.front();
    out += "<p>What " + name_text(matcher.name) + " made of them:</p>\n<div class=\"cards\">" +
           cards(run, matcher) + "</div>\n" + sentence_about_cost(run, matcher);
  }
  return out + remarks(run) + "</section>\n";
}

}  // namespace darvaza::eval::report
