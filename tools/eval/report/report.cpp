#include "eval/report.h"

#include <fmt/core.h>

#include "eval/report/page.h"
#include "eval/report/sections.h"
#include "eval/report/words.h"

namespace darvaza::eval {

std::string html_report(const Run& run) {
  const report::KindWords& words = report::words_of(run.kind);
  report::Page page;
  page.title = run.title.empty() ? std::string(words.title) : run.title;
  page.subtitle = fmt::format("{}Measured on {} with Darvaza {}",
                              run.title.empty() ? "" : std::string(words.title) + ". ",
                              run.date.substr(0, 10), run.engine_version);
  page.sections = {report::summary_section(run),    report::matchers_section(run),
                   report::curves_section(run),     report::thresholds_section(run),
                   report::slices_section(run),     report::cases_section(run),
                   report::provenance_section(run), report::glossary_section(run)};
  return report::page_html(page);
}

}  // namespace darvaza::eval
