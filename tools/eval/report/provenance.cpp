#include <fmt/core.h>

#include "eval/report/html.h"
#include "eval/report/html_table.h"
#include "eval/report/sections.h"
#include "eval/report/words.h"

namespace darvaza::eval::report {
namespace {

std::string fact(std::string_view name, const std::string& html) {
  return fmt::format("<div><dt>{}</dt><dd>{}</dd></div>\n", name, html);
}

}  // namespace

std::string provenance_section(const Run& run) {
  std::string out =
      "<section id=\"provenance\">\n<h2>What was measured with what</h2>\n<dl class=\"facts\">\n";
  out += fact("Begun", escaped(run.date));
  out += fact("Darvaza", escaped(run.engine_version) + ", tables <code>" +
                             escaped(run.tables_fingerprint) + "</code>");
  out += fact("Took",
              number_text(run.seconds) + " seconds on " + count_text(run.threads) + " threads");
  out += fact("Intervals",
              run.bootstrap_rounds == 0
                  ? std::string("none")
                  : fmt::format("{:g} %, bootstrap of {} rounds, seed {}", 100 * run.confidence,
                                count_text(run.bootstrap_rounds), run.seed));
  if (!run.outcomes_file.empty())
    out += fact("Outcome of every case", "<code>" + escaped(run.outcomes_file) + "</code>");
  out += "</dl>\n<h3>Command</h3>\n<pre>" + escaped(run.command) + "</pre>\n";
  if (!run.files.empty()) {
    HtmlTable table({{"File", false}, {"Role", false}, {"Bytes", true}, {"SHA-256", false}});
    for (const DataFile& file : run.files) {
      table.add({text_cell(file.path),
                 text_cell(file.role),
                 count_cell(file.bytes),
                 {"<code class=\"digest\">" + escaped(file.sha256) + "</code>", file.sha256}});
    }
    out += "<h3>Data</h3>\n" + table.html();
  }
  return out + "</section>\n";
}

}  // namespace darvaza::eval::report
