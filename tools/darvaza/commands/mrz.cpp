// darvaza mrz: parse and check machine-readable zones.
#include "darvaza/mrz.h"

#include <functional>
#include <iostream>
#include <memory>
#include <string>

#include <fmt/core.h>

#include "commands/commands.h"
#include "input/mrz_blocks.h"
#include "output/exit_status.h"
#include "output/table.h"
#include "output/terminal.h"
#include "records/json_writing.h"
#include "records/today.h"
#include "text/input_file.h"
#include "text/utf8.h"

namespace darvaza::tool {
namespace {

constexpr const char* kFooter = R"(
Reads zones of passports, cards and visas (ICAO Doc 9303: TD1, TD2, TD3, MRV-A, MRV-B), two or three
lines each, with or without blank lines between, as readers deliver them: blanks or K for fillers,
lower case, control characters of keyboard wedges. A wrong check digit is reported and discards
nothing; misread characters are repaired where a check digit confirms it, and reported. A zone of no
known shape is reported, the others are shown all the same, and the exit status is 65.

Examples:
  darvaza mrz passport.txt
  darvaza mrz --json < zones.txt
  printf 'P<UTO...\nL898...\n' | darvaza mrz)";

struct Options {
  std::string file = "-";
  bool json = false;
  MrzOptions centuries{.reference_year = records::this_year()};
};

std::string dashed(std::string text) { return text.empty() ? "-" : text; }

/// "850317304210 (born 1985-03-17, male)"
std::string personal_text(const Mrz& zone) {
  std::string facts;
  if (zone.personal_birth_date.known()) facts = "born " + to_string(zone.personal_birth_date);
  if (zone.personal_sex != Sex::unknown) {
    facts += fmt::format("{}{}", facts.empty() ? "" : ", ", to_string(zone.personal_sex));
  }
  return zone.personal_number + (facts.empty() ? "" : " (" + facts + ")");
}

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
  if (!zone.arabic_name.primary.empty()) fact("name in Arabic letters", zone.arabic_name.full());
  if (!zone.employer.empty()) fact("employer", zone.employer);
  if (!zone.personal_number.empty()) fact("personal number", personal_text(zone));
  if (!zone.printed_number.empty()) fact("number as printed", zone.printed_number);
  for (const MrzCheck& check : zone.checks) {
    fact("check digit", fmt::format("{}: {}", check.field,
                                    check.holds ? "holds"
                                                : fmt::format("WRONG: printed {}, should be {}{}",
                                                              check.found, check.expected,
                                                              check.repaired ? "; repaired" : "")));
  }
  for (const MrzRepair& repair : zone.repairs) {
    fact("repaired", fmt::format("line {}, position {}: {} read as {} ({})", repair.line,
                                 repair.position, repair.found, repair.taken, repair.field));
  }
  for (const Problem& problem : zone.problems) fact("problem", problem.where + " " + problem.text);
  return out + facts.take(false);
}

/// Shows one zone and returns its exit status. An unreadable zone is shown in its place, too.
int show(const MrzBlock& block, const std::string& file, const Options& options) {
  const Result<Mrz> zone = parse_mrz(block.lines, options.centuries);
  if (options.json) {
    const std::string outcome = zone ? R"("zone": )" + to_json(*zone) : R"("error": )" + records::json_string(text::to_valid_utf8(zone.error().message));
    fmt::print(R"({{"line": {}, "file": {}, {}}})" "\n", block.line, records::json_string(text::to_valid_utf8(file)), outcome);
  } else if (zone) {
    fmt::print("line {}: {}\n", block.line, zone_text(*zone));
  }
  if (zone) return kDone;
  Error error = zone.error();
  error.file = file;
  error.line = block.line;
  return report(error);
}

int show_all(std::istream& in, const std::string& file, const Options& options) {
  FirstFailure failure;
  bool any = false;
  for_each_mrz_block(in, [&](const MrzBlock& block) {
    any = true;
    failure.note(show(block, file, options));
  });
  if (!any) failure.note(report(Error{ErrorCode::input_refused, "holds no zone", file, 0, 0, 0}));
  return failure.status();
}

int mrz(const Options& options) {
  if (options.file == "-") return show_all(std::cin, "standard input", options);
  auto in = text::open_input(options.file);
  return in ? show_all(*in, options.file, options) : report(in.error());
}

}  // namespace

void add_mrz(Command app, int& status) {
  auto options = std::make_shared<Options>();
  Command command = app.add_command("mrz", "Read and check machine-readable zones");
  command.add_option("FILE", options->file, "Lines of zones; none or -: standard input");
  command.add_flag("--json", options->json, "Write one JSON object a zone");
  constexpr int kCentury = 100;
  command.add_option("--reference-year", options->centuries.reference_year,
                     "Year by which two-digit years are read; this year")
      .between_as_type(1900, 9800);
  command.add_option("--youngest-age", options->centuries.youngest_age,
                     "Holders turn at least this old in that year (0)")
      .between_as_type(0, kCentury - 1);
  command.add_option("--expiry-years", options->centuries.expiry_years_ahead,
                     "Documents expire at most so many years after it (50)")
      .between_as_type(0, kCentury - 1);
  command.footer(kFooter);
  command.callback([options, &status] { status = mrz(*options); });
}

}  // namespace darvaza::tool
