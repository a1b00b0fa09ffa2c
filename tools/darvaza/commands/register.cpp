// darvaza register: who was screened lately, sealed and for a set time; docs/rescreen.md.
#include <filesystem>
#include <iostream>
#include <iterator>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include <boost/json.hpp>
#include <fmt/format.h>

#include "answers/traveller_json.h"
#include "commands/commands.h"
#include "darvaza/read_travellers.h"
#include "input/duration.h"
#include "input/manifest_files.h"
#include "input/register_arguments.h"
#include "input/traveller_keeper.h"
#include "lookback/traveller_register.h"
#include "output/exit_status.h"
#include "output/output_file.h"
#include "output/table.h"
#include "output/terminal.h"
#include "records/json_writing.h"
#include "records/today.h"
#include "releases/utc_time.h"
#include "text/input_file.h"
#include "text/json_text.h"
#include "text/utf8.h"

namespace darvaza::tool {
namespace {

namespace json = boost::json;
using lookback::KeptTraveller;
using lookback::RegisterDay;
using lookback::TravellerRegister;

constexpr const char* kFooter = R"(
A register holds the travellers of the last days, so that `darvaza rescreen` can hold a newer list against them. Each is
sealed by itself under the key of the day on which they were added; what is due is destroyed, key first, whenever the
register is opened. Keep the key file where no backup copies it.

Example:
  darvaza register create --register travellers.db --key travellers.key --keep 30d
  darvaza screen --index lists.dvz --register travellers.db --key travellers.key flight.edi
  darvaza register status --register travellers.db --key travellers.key

What is kept of a traveller, and how it goes: docs/rescreen.md.)";

struct Options {
  RegisterArguments place;
  std::string keep;
  std::string format = "auto";
  std::string id;
  std::string manifest;
  bool every_manifest = false;
  std::string output;
  std::string date;  ///< today, by somebody's word
  std::vector<std::string> manifests;
  bool json = false;
};

int create(const Options& options) {
  constexpr std::int64_t kDay = 86'400;
  const bool in_days = options.keep.ends_with('d');
  const std::int64_t seconds = in_days ? parse_duration(options.keep) : 0;
  if (seconds == 0) {
    complain("--keep: travellers are kept for whole days: expected a number of them such as 30d");
    return kUsage;
  }
  const auto done = TravellerRegister::create(options.place.file, options.place.key, static_cast<int>(seconds / kDay));
  if (!done) return report(done.error());
  fmt::print("{}: an empty register, travellers are kept for {} days\n", printable(options.place.file), seconds / kDay);
  return kDone;
}

/// Adds the travellers of one manifest in batches.
int add_manifest(TravellerKeeper& keeper, const ManifestFile& manifest, const ManifestOptions& format) {
  if (manifest.error) return report(*manifest.error);
  const bool standard_input = manifest.path == "-";
  const std::string name = standard_input ? "standard input" : manifest.path;
  auto file = standard_input ? std::ifstream() : text::open_input(manifest.path);
  if (!file) return report(file.error());
  std::vector<Traveller> batch;
  const auto flush = [&] {
    keeper.keep(batch, name);
    batch.clear();
  };
  const auto summary = read_travellers(standard_input ? std::cin : *file, name, format, [&](Traveller&& traveller) {
    batch.push_back(std::move(traveller));
    if (batch.size() == kTravellerBatch) flush();
  });
  flush();
  if (!summary) return report(summary.error());
  for (const Problem& problem : summary->problems) {
    complain(fmt::format("{}: {}{}{}", name, problem.where, problem.where.empty() ? "" : ": ", problem.text));
  }
  if (!summary->complete) complain(name + ": incomplete: travellers may be missing from the register");
  return summary->complete ? kDone : kInputRefused;
}

int add(const Options& options) {
  const auto format = parse_manifest_format(options.format);
  if (!format) return report(format.error());
  auto travellers = options.place.open();
  if (!travellers) return report(travellers.error());
  TravellerKeeper keeper(std::move(*travellers));
  FirstFailure failure;
  for (const ManifestFile& manifest : find_manifests(options.manifests).files) {
    failure.note(add_manifest(keeper, manifest, ManifestOptions{*format, records::this_year()}));
  }
  if (keeper.status() != kDone) {
    failure.note(keeper.status());
    complain(fmt::format("{} travellers were not added", keeper.not_added()));
  }
  fmt::print("{} travellers added\n", keeper.added());
  return failure.status();
}

json::array days_json(const std::vector<RegisterDay>& days) {
  json::array out;
  for (const RegisterDay& day : days) {
    json::object one{{"day", text::json_text(day.day)}, {"key", text::json_text(day.key_name)}, {"travellers", day.travellers}};
    if (!day.destroyed.empty()) one["destroyed"] = text::json_text(day.destroyed);
    out.push_back(std::move(one));
  }
  return out;
}

void tell_pending(const lookback::RegisterStatus& status) {
  if (status.overwriting_pending) complain("another process is reading: what was deleted is overwritten when the register is next opened");
}

int status(const Options& options) {
  FirstFailure failure;
  auto travellers = options.place.open();
  if (!travellers) {  // of a suspect clock, say: what is kept is shown all the same
    failure.note(report(travellers.error()));
    travellers = options.place.open(lookback::Opening::to_look);
    if (!travellers) return failure.status();
  }
  const auto status = travellers->status();
  if (!status) return report(status.error());
  tell_pending(*status);
  if (options.json) {
    fmt::print("{}\n", json::serialize(json::object{
                           {"days_kept", status->days_kept}, {"overwriting_pending", status->overwriting_pending},
                           {"kept", days_json(status->kept)}, {"destroyed", days_json(status->destroyed)}}));
    return failure.status();
  }
  Table days({{"day"}, {"travellers", Table::Align::right}, {"key"}, {"destroyed"}});
  for (const auto* const part : {&status->destroyed, &status->kept}) {
    for (const RegisterDay& day : *part) days.add({day.day, fmt::to_string(day.travellers), day.key_name, day.destroyed});
  }
  fmt::print("travellers are kept for {} days\n{}", status->days_kept, days.take());
  return failure.status();
}

/// Whether the day that somebody stated is that of the clock: in UTC, by which travellers are kept, or where the machine stands.
bool is_today(const std::string& date) {
  return date == to_string(records::today()) || date == to_string(records::local_today());
}

int expire(const Options& options) {
  const bool confirmed = !options.date.empty();
  if (confirmed && !is_today(options.date)) {
    complain(fmt::format("--date: by the clock it is {} (UTC): expected that day, or set the clock; nothing was destroyed", to_string(records::today())));
    return kUsage;
  }
  auto travellers = options.place.open(confirmed ? lookback::Opening::on_a_confirmed_day : lookback::Opening::by_the_clock);  // destroys what is due
  if (!travellers) return report(travellers.error());
  const auto status = travellers->status();
  if (!status) return report(status.error());
  tell_pending(*status);
  std::uint64_t kept = 0;
  for (const RegisterDay& day : status->kept) kept += day.travellers;
  fmt::print("{} travellers of {} days are kept; {} days were destroyed so far\n", kept, status->kept.size(), status->destroyed.size());
  return kDone;
}

/// As `darvaza lists entry` ends where nothing is held.
int nobody_kept() {
  complain("no such traveller is kept");
  return kInputMissing;
}

int write_all(const Options& options) {
  InputFiles inputs;
  inputs.add_register(options.place.file, options.place.key);
  if (const auto allowed = inputs.refuse(options.output); !allowed) return report(allowed.error());
  auto travellers = options.place.open();
  if (!travellers) return report(travellers.error());
  Result<OutputFile> output = OutputFile::open(options.output, inputs);
  if (!output) return report(output.error());
  FirstFailure failure;
  bool any = options.id.empty() && options.manifest.empty();
  const auto visited = travellers->visit(kTravellerBatch, [&](std::span<KeptTraveller> some) {
    for (const KeptTraveller& kept : some) {
      if (!options.id.empty() && kept.traveller.id != options.id) continue;
      if (!options.manifest.empty() && kept.manifest != options.manifest) continue;
      any = true;
      output->write(fmt::format(R"({{"id": {}, "seen": "{}", "traveller": {}}})" "\n", records::json_string(text::to_valid_utf8(kept.traveller.id)),
                                releases::to_text(kept.seen), to_json(kept.traveller, kept.manifest)));
    }
    return !output->failed();
  });
  if (!visited) failure.note(report(visited.error()));
  if (const auto closed = output->close(); !closed) failure.note(report(closed.error()));
  if (visited && !any) failure.note(nobody_kept());
  return failure.status();
}

int remove(const Options& options) {
  auto travellers = options.place.open();
  if (!travellers) return report(travellers.error());
  const auto removed = travellers->remove(options.id, options.manifest, options.every_manifest ? lookback::Manifests::every : lookback::Manifests::only_one);
  if (const auto status = travellers->status()) tell_pending(*status);
  if (!removed) return report(removed.error());
  if (removed->travellers == 0 && removed->manifests.size() > 1) {
    const auto& manifests = removed->manifests;
    complain(fmt::format("travellers of {} manifests bear this identifier, of {} and {} among them: name one by --manifest, or all by --every-manifest",
                         manifests.size(), *manifests.begin(), *std::next(manifests.begin())));
    return kUsage;
  }
  fmt::print("{} removed\n", removed->travellers);
  return removed->travellers == 0 ? nobody_kept() : kDone;
}

using Action = int (*)(const Options&);

Command add_action(Command app, const char* name, const char* what, const std::shared_ptr<Options>& options, int& exit_status, Action action) {
  Command command = app.add_command(name, what);
  add_register_arguments(command, options->place);
  command.callback([options, &exit_status, action] { exit_status = action(*options); });
  return command;
}

}  // namespace

void add_register(Command app, int& exit_status) {
  Command commands = app.add_command("register", "Keep recent travellers, sealed and for a set time");
  commands.require_command();
  commands.footer(kFooter);
  auto options = std::make_shared<Options>();
  Command command = add_action(commands, "create", "Make an empty register and its key file", options, exit_status, create);
  command.add_option("--keep", options->keep, "How long a traveller is kept, in whole days: 30d").required().type_name("DURATION");

  command = add_action(commands, "add", "Add the travellers of passenger lists", options, exit_status, add);
  command.add_option("-f,--format", options->format, "auto, csv, jsonl, paxlst, pnrgov or mrz").default_shown().type_name("F");
  command.add_option("MANIFEST", options->manifests, "Passenger lists, or directories of them; -: standard input").required();

  command = add_action(commands, "status", "Show which days are kept, and which were destroyed when", options, exit_status, status);
  command.add_flag("--json", options->json, "Write one JSON object");

  command = add_action(commands, "expire", "Destroy what is due; every other command does so, too", options, exit_status, expire);
  command.add_option("--date", options->date, "Today, by a calendar: the clock is right, though the register was not opened for long")
      .type_name("YYYY-MM-DD");

  command = add_action(commands, "export", "Write what is kept of travellers, as JSON lines", options, exit_status, write_all);
  command.add_option("--id", options->id, "Only travellers of this identifier").type_name("ID");
  command.add_option("--manifest", options->manifest, "Only travellers of this manifest, as `register export` names it").type_name("NAME");
  command.add_option("-o,--output", options->output, "Where they go, instead of standard output").type_name("FILE");

  command = add_action(commands, "remove", "Remove travellers before their time", options, exit_status, remove);
  command.add_option("--id", options->id, "The travellers' identifier").required().type_name("ID");
  Option manifest =
      command.add_option("--manifest", options->manifest, "Only of this manifest, as `register export` names it").type_name("NAME");
  command.add_flag("--every-manifest", options->every_manifest, "Of all manifests, although several bear this identifier").excludes(manifest);
}

}  // namespace darvaza::tool
