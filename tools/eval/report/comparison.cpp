#include <cmath>

#include <fmt/core.h>

#include "eval/compare_runs.h"
#include "eval/report.h"
#include "eval/report/html.h"
#include "eval/report/html_table.h"
#include "eval/report/page.h"
#include "eval/report/words.h"

namespace darvaza::eval {
namespace report {
namespace {

/// Below this the flips are called more than chance.
constexpr double kSignificant = 0.05;

std::string named(const std::string& matcher, const std::string& date) {
  return name_text(matcher) + (date.empty() ? "" : " (" + escaped(date.substr(0, 10)) + ")");
}

std::string p_text(double p) {
  return p < 0.0001 ? "p below 0.0001" : fmt::format("p = {:.2g}", p);
}

std::string verdict(const RunComparison& c) {
  if (c.mended == 0 && c.broken == 0) return "Both decide every case alike.";
  const std::string direction = c.mended > c.broken   ? "better than before"
                                : c.mended < c.broken ? "worse than before"
                                                      : "as good as before";
  const std::string chance =
      c.p_value < kSignificant
          ? "Flips as uneven as these are more than chance explains"
          : "Two equally good matchers would often differ as much: this may be chance";
  return fmt::format("On these cases it is {}. {} (McNemar's test, {}).", direction, chance,
                     p_text(c.p_value));
}

std::string flip_card(std::uint64_t count, std::string_view css_class, std::string_view what) {
  return fmt::format("<div class=\"card {}\"><p class=\"value\">{}</p><p>{}</p></div>\n", css_class,
                     count_text(count), what);
}

std::string summary(const RunComparison& c) {
  std::string out =
      "<section id=\"summary\">\n<h2>In short</h2>\n<p class=\"lead\">" +
      fmt::format("{} {} were decided twice: before by {}, after by {}.", count_text(c.cases),
                  words_of(c.kind).cases, named(c.matcher_before, c.date_before),
                  named(c.matcher_after, c.date_after)) +
      "</p>\n<p>" + verdict(c) + "</p>\n<div class=\"cards\">\n" +
      flip_card(c.mended, "better", "were wrong before and are right now.") +
      flip_card(c.broken, "worse", "were right before and are wrong now.") +
      flip_card(c.both_wrong, "", "are wrong in both.") +
      flip_card(c.both_right, "", "are right in both.") + "</div>\n";
  if (c.kind != Kind::retrieval) {
    out += fmt::format("<p>Alarms from a score of {:.4g} before, and of {:.4g} after.</p>\n",
                       c.threshold_before, c.threshold_after);
  }
  return out + "</section>\n";
}

/// "better" where the whole interval of the difference is, "worse", or "undecided".
std::string_view direction(const ChangedFigure& figure) {
  const Estimate& d = figure.difference;
  if (std::isnan(d.low) || std::isnan(d.high) || (d.low <= 0 && d.high >= 0)) return "undecided";
  return (d.low > 0) == figure.higher_is_better ? "better" : "worse";
}

/// Differences of shares are points of per cent.
std::string difference_text(const ChangedFigure& figure, double difference) {
  if (std::isnan(difference)) return "–";
  return is_share(figure.name) ? fmt::format("{:+.2f}", 100 * difference)
                               : fmt::format("{:+.4f}", difference);
}

std::string figures(const RunComparison& c) {
  if (c.figures.empty()) return {};
  HtmlTable table(
      {{"Figure", false}, {"Before", true}, {"After", true}, {"Difference", true}, {"", false}});
  for (const ChangedFigure& figure : c.figures) {
    const Estimate& d = figure.difference;
    std::string change =
        difference_text(figure, d.value) + (is_share(figure.name) ? " points" : "");
    if (!std::isnan(d.low) && !std::isnan(d.high)) {
      change += "<small>" + difference_text(figure, d.low) + " to " +
                difference_text(figure, d.high) + "</small>";
    }
    const std::string word(direction(figure));
    table.add({text_cell(figure.label),
               number_cell(value_text(figure.name, figure.before), figure.before),
               number_cell(value_text(figure.name, figure.after), figure.after),
               number_cell(change, d.value),
               {"<span class=\"change " + word + "\">" + word + "</span>", word}});
  }
  return fmt::format(
             "<section id=\"figures\">\n<h2>Figures</h2>\n<p>Below each difference stands its {:g} "
             "% interval: the same cases drawn anew "
             "for both runs, {} times. An interval that holds 0 leaves it undecided.</p>\n",
             100 * c.confidence, count_text(c.bootstrap_rounds)) +
         table.html() + "</section>\n";
}

std::string decided(double score, std::uint64_t rank) {
  std::string text = score < 0 ? "not found" : fmt::format("{:.4f}", score);
  return rank > 0 ? text + fmt::format("<small>rank {}</small>", rank) : text;
}

std::string flips(const RunComparison& c) {
  if (c.flipped.empty()) return {};
  HtmlTable table({{"", false},
                   {"Case", false},
                   {"Asked", false},
                   {"Truth", false},
                   {"Before", true},
                   {"After", true}});
  for (const FlippedCase& flip : c.flipped) {
    const std::string word = flip.now_right ? "mended" : "broken";
    table.add({{"<span class=\"change " + std::string(flip.now_right ? "better" : "worse") + "\">" +
                    word + "</span>",
                word},
               text_cell(flip.id),
               text_cell(flip.asked),
               text_cell(flip.truth),
               number_cell(decided(flip.score_before, flip.rank_before), flip.score_before),
               number_cell(decided(flip.score_after, flip.rank_after), flip.score_after)});
  }
  return "<section id=\"flips\">\n<h2>Cases that flipped</h2>\n<p>A click on a heading orders the "
         "rows.</p>\n" +
         table.html() + "</section>\n";
}

}  // namespace
}  // namespace report

std::string html_report(const RunComparison& comparison) {
  report::Page page;
  page.title = "Before and after";
  page.subtitle = std::string(report::words_of(comparison.kind).title);
  page.sections = {report::summary(comparison), report::figures(comparison),
                   report::flips(comparison)};
  return report::page_html(page);
}

}  // namespace darvaza::eval
