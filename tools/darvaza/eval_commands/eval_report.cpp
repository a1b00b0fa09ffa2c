// darvaza eval report: the page that shows a run, from the JSON that the run wrote.
#include <iterator>
#include <memory>
#include <string>

#include <fmt/core.h>

#include "commands/commands.h"
#include "eval/report.h"
#include "eval/run_json.h"
#include "output/exit_status.h"
#include "output/output_file.h"
#include "text/input_file.h"

namespace darvaza::tool {
namespace {

constexpr const char* kFooter = R"(
The page is one file that opens without a network. The --report of darvaza eval pairs, retrieval and screening writes
the same one.

Example:
  darvaza eval report --output run.html run.json)";

struct Options {
  std::string run, output;
};

Result<std::string> read_all(const std::string& path) {
  auto in = text::open_input(path);
  if (!in) return tl::unexpected(in.error());
  std::string text((std::istreambuf_iterator<char>(*in)), std::istreambuf_iterator<char>());
  if (in->bad()) return fail(ErrorCode::io, "cannot be read", path);
  return text;
}

int make_report(const Options& options) {
  const auto text = read_all(options.run);
  if (!text) return report(text.error());
  const auto run = eval::run_from_json(*text, options.run);
  if (!run) return report(run.error());
  const auto written = write_file(options.output, eval::html_report(*run), {options.run});
  return written ? kDone : report(written.error());
}

}  // namespace

void add_eval_report(Command eval, int& status) {
  auto options = std::make_shared<Options>();
  Command command = eval.add_command("report", "Make the page that shows a run from its JSON");
  command.add_option("RUN", options->run, "What --json of a run wrote").required();
  command
      .add_option("-o,--output", options->output,
                  "Where to write the page (HTML); - is standard output")
      .required();
  command.footer(kFooter);
  command.callback([options, &status] { status = make_report(*options); });
}

}  // namespace darvaza::tool
