// darvaza mrz: parse and check machine-readable zones.
#include "darvaza/mrz.h"

#include <fstream>
#include <functional>
#include <iostream>
#include <memory>
#include <string>

#include <boost/json.hpp>
#include <fmt/format.h>

#include "commands.h"
#include "exit_status.h"
#include "json_text.h"
#include "mrz_blocks.h"
#include "table.h"
#include "terminal.h"
#include "this_year.h"
#include "traveller_json.h"

namespace darvaza::tool {
namespace {

namespace json = boost::json;

constexpr const char* kFooter = R"(
Reads zones of passports, cards and visas (ICAO Doc 9303: TD1, TD2, TD3, MRV-A, MRV-B), two or three
lines each, with or without blank lines between. A wrong check digit is reported and discards
nothing. A zone of no known shape is reported, the others are shown all the same, and the exit status
is 65.

Examples:
  darvaza mrz passport.txt
  darvaza mrz --json < zones.txt
  printf 'P<UTO...\nL898...\n' | darvaza mrz)";

struct Options {
  std::string file = "-";
  bool json = false;
};

std::string dashed(std::string text) { return text.empty() ? "-" : text; }

std::string zone_text(const Mrz& zone) {
  std::string out =
      fmt::format("{} document {} issued by {}\n", to_string(zone.format),
                  printable(zone.document_code), printable(zone.issuing_state.text()));
  Table facts({{""}, {""}, {""}});
  const auto fact = [&](const char* what, std::string value) {
    facts.add({"", what, dashed(value)});
  };
  fact("primary identifier", zone.name.primary);
  fact("secondary identifier", zone.name.secondary);
  if (zone.name.may_be_truncated) fact("name", "fills its field: it may have been cut");
  fact("document number", zone.document_number);
  fact("nationality", std::string(zone.nationality.text()));
  fact("birth date", to_string(zone.birth_date));
  fact("sex", std::string(to_string(zone.sex)));
  fact("expires", to_string(zone.expires));
  fact("optional data", zone.optional_data);
  for (const MrzCheck& check : zone.checks) {
    fact("check digit", fmt::format("{}: {}", check.field,
                                    check.holds ? "holds"
                                                : fmt::format("WRONG: printed {}, should be {}",
                                                              check.found, check.expected)));
  }
  for (const Problem& problem : zone.problems) fact("problem", problem.where + " " + problem.text);
  return out + facts.take(false);
}

json::array checks_json(const Mrz& zone) {
  json::array out;
  for (const MrzCheck& check : zone.checks) {
    out.push_back({{"field", json_text(check.field)},
                   {"expected", json_text({&check.expected, 1})},
                   {"found", json_text({&check.found, 1})},
                   {"holds", check.holds}});
  }
  return out;
}

json::array problems_json(const Mrz& zone) {
  json::array out;
  for (const Problem& problem : zone.problems) {
    out.push_back({{"where", json_text(problem.where)}, {"text", json_text(problem.text)}});
  }
  return out;
}

json::object zone_json(const Mrz& zone) {
  return {{"format", json_text(to_string(zone.format))},
          {"document_code", json_text(zone.document_code)},
          {"issuing_state", json_text(zone.issuing_state.text())},
          {"document_number", json_text(zone.document_number)},
          {"nationality", json_text(zone.nationality.text())},
          {"birth_date", json_text(to_string(zone.birth_date))},
          {"sex", json_text(to_string(zone.sex))},
          {"expires", json_text(to_string(zone.expires))},
          {"optional_data", json_text(zone.optional_data)},
          {"primary", json_text(zone.name.primary)},
          {"secondary", json_text(zone.name.secondary)},
          {"may_be_truncated", zone.name.may_be_truncated},
          {"checks_hold", zone.checks_hold()},
          {"checks", checks_json(zone)},
          {"problems", problems_json(zone)}};
}

/// Shows one zone and returns its exit status. An unreadable zone is shown in its place, too.
int show(const MrzBlock& block, const std::string& file, bool as_json) {
  const Result<Mrz> zone = parse_mrz(block.lines, MrzOptions{this_year()});
  if (as_json) {
    json::object out = {{"line", block.line}};
    out["file"] = json_text(file);
    if (zone) out["zone"] = zone_json(*zone);
    if (!zone) out["error"] = json_text(zone.error().message);
    fmt::print("{}\n", json::serialize(out));
  } else if (zone) {
    fmt::print("line {}: {}\n", block.line, zone_text(*zone));
  }
  if (zone) return kDone;
  Error error = zone.error();
  error.file = file;
  error.line = block.line;
  return report(error);
}

int show_all(std::istream& in, const std::string& file, bool as_json) {
  FirstFailure failure;
  bool any = false;
  for_each_mrz_block(in, [&](const MrzBlock& block) {
    any = true;
    failure.note(show(block, file, as_json));
  });
  if (!any) failure.note(report(Error{ErrorCode::input_refused, "holds no zone", file, 0, 0, 0}));
  return failure.status();
}

int mrz(const Options& options) {
  if (options.file == "-") return show_all(std::cin, "standard input", options.json);
  std::ifstream in(options.file, std::ios::binary);
  if (!in)
    return report(Error{ErrorCode::input_missing, "cannot be opened", options.file, 0, 0, 0});
  return show_all(in, options.file, options.json);
}

}  // namespace

void add_mrz(CLI::App& app, int& status) {
  auto options = std::make_shared<Options>();
  CLI::App* command = app.add_subcommand("mrz", "Read and check machine-readable zones");
  command->add_option("FILE", options->file, "Lines of zones; none or -: standard input");
  command->add_flag("--json", options->json, "Write one JSON object a zone");
  command->footer(kFooter);
  command->callback([options, &status] { status = mrz(*options); });
}

}  // namespace darvaza::tool
