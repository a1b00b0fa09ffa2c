// darvaza eval perturb: a list in, travellers out who are its persons under other spellings and
// birth dates.
#include <algorithm>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include <boost/json.hpp>
#include <fmt/format.h>

#include "commands/commands.h"
#include "darvaza/read_lists.h"
#include "eval/perturb/perturb_list.h"
#include "output/csv_text.h"
#include "output/exit_status.h"
#include "output/output_file.h"
#include "output/table.h"
#include "text/json_text.h"

namespace darvaza::tool {
namespace {

namespace json = boost::json;

constexpr const char* kFooter = R"(
Takes watchlists in any format that build reads, and writes travellers (CSV) who are the listed persons under another
spelling or birth date, with the true entry in the columns list and entry and the variation in the column kind. They are
queries for darvaza eval retrieval, positives for darvaza eval screening, and a manifest for darvaza screen.

--kind takes the id of a variation, a family of them (romanise, native, zone, spelling, typing, ocr, words, date), all,
or several ids joined by +, applied one after the other. The same list, seed and kinds give the same travellers.

The summary says of how many entries each variation could be made, and why not of the others.

Examples:
  darvaza eval perturb --list-kinds
  darvaza eval perturb --output travellers.csv un.xml
  darvaza eval perturb --kind typing --kind romanise-ru-icao-2014+words-initials --per-kind 500 --output q.csv list.csv)";

struct Options {
  std::vector<std::filesystem::path> lists;
  std::vector<std::string> kinds = {"all"};
  std::size_t per_kind = 100;
  std::uint64_t seed = 1;
  std::string output;
  std::string not_applied;
  bool json = false;
  bool list_kinds = false;
};

int print_kinds() {
  Table table({{"ID"}, {"VARIATION"}});
  for (const perturb::Variation& variation : perturb::variations())
    table.add({variation.id, variation.title});
  fmt::print("{}", table.take());
  return kDone;
}

std::string_view sex_word(Sex sex) {
  return sex == Sex::female ? "F" : sex == Sex::male ? "M" : sex == Sex::other ? "X" : "";
}

std::string traveller_row(const perturb::VariedTraveller& t) {
  return csv_line({t.id, t.list, t.entry, t.kind, t.name, to_string(t.birth_date),
                   std::string(sex_word(t.sex)), std::string(t.nationality.text()),
                   t.birth_place, t.father_name});
}

Result<void> write_travellers(const std::vector<perturb::VariedTraveller>& travellers,
                              const std::string& path, const InputFiles& inputs) {
  auto out = OutputFile::open(path, inputs);
  if (!out) return tl::unexpected(out.error());
  out->write("id,list,entry,kind,name,birth_date,sex,nationality,birth_place,father_name\n");
  for (const auto& traveller : travellers) out->write(traveller_row(traveller));
  return out->close();
}

/// "another script 12, changes nothing 3": the most frequent reason first.
std::string reasons(const perturb::KindSummary& kind) {
  std::vector<std::pair<std::uint64_t, std::string_view>> sorted;
  for (const auto& [why, count] : kind.obstacles) sorted.emplace_back(count, why);
  std::sort(sorted.rbegin(), sorted.rend());
  std::string text;
  for (const auto& [count, why] : sorted)
    text += fmt::format("{}{} {}", text.empty() ? "" : ", ", why, count);
  return text;
}

std::string summary_table(const std::vector<perturb::KindSummary>& kinds, std::uint64_t entries) {
  using enum Table::Align;
  Table table(
      {{"KIND"}, {"TRAVELLERS", right}, {"OF", right}, {"NOT APPLICABLE TO", right}, {"BECAUSE"}});
  for (const auto& kind : kinds) {
    table.add({kind.id, fmt::to_string(kind.travellers), fmt::to_string(kind.applies),
               fmt::to_string(entries - kind.applies), reasons(kind)});
  }
  return table.take() + fmt::format("{} entries\n", entries);
}

std::string summary_json(const std::vector<perturb::KindSummary>& kinds, std::uint64_t entries) {
  json::array array;
  for (const auto& kind : kinds) {
    json::object obstacles;
    for (const auto& [why, count] : kind.obstacles) obstacles[text::json_text(why)] = count;
    array.push_back({{"kind", text::json_text(kind.id)},
                     {"title", text::json_text(kind.title)},
                     {"travellers", kind.travellers},
                     {"applies", kind.applies},
                     {"not_applicable", obstacles}});
  }
  return json::serialize(json::object{{"entries", entries}, {"kinds", array}}) + '\n';
}

/// The summary goes where the travellers do not.
void print_summary(const Options& options, const perturb::Perturber& perturber) {
  const auto kinds = perturber.summaries();
  std::FILE* out = options.output == "-" ? stderr : stdout;
  fmt::print(out, "{}",
             options.json ? summary_json(kinds, perturber.entries())
                          : summary_table(kinds, perturber.entries()));
}

void tell_skipped(const std::vector<SourceSummary>& sources) {
  for (const SourceSummary& source : sources) {
    if (source.skipped_count == 0) continue;
    complain(fmt::format("{}: {} records skipped; darvaza build says why", source.file,
                         source.skipped_count));
  }
}

int perturb_lists(const Options& options) {
  if (options.list_kinds) return print_kinds();
  if (options.lists.empty() || options.output.empty()) {
    complain("eval perturb: a list and --output are needed, or --list-kinds");
    return kUsage;
  }
  InputFiles inputs;
  inputs.add(options.lists);
  if (const auto allowed = refuse_outputs({options.output, options.not_applied}, inputs); !allowed) return report(allowed.error());
  auto kinds = perturb::choose_variations(options.kinds);
  if (!kinds) return report(kinds.error());

  std::optional<OutputFile> not_applied;
  perturb::Perturber::NotApplied note;
  if (!options.not_applied.empty()) {
    auto opened = OutputFile::open(options.not_applied, inputs);
    if (!opened) return report(opened.error());
    not_applied.emplace(std::move(*opened));
    not_applied->write("list,entry,kind,reason\n");
    note = [&](const WatchlistEntry& entry, const perturb::Variation& kind, std::string_view why) {
      not_applied->write(csv_line({entry.list, entry.id, kind.id, std::string(why)}));
    };
  }
  perturb::Perturber perturber(std::move(*kinds), options.seed, options.per_kind, note);
  const auto sources =
      read_lists(options.lists,
                 {[&](WatchlistEntry&& entry) { perturber.add(entry); }, [](LostDocument&&) {}});
  if (!sources) return report(sources.error());
  tell_skipped(*sources);
  if (not_applied) {
    if (const auto closed = not_applied->close(); !closed) return report(closed.error());
  }
  print_summary(options, perturber);
  if (const auto written = write_travellers(perturber.take(), options.output, inputs); !written) {
    return report(written.error());
  }
  return kDone;
}

}  // namespace

void add_eval_perturb(Command eval, int& status) {
  auto options = std::make_shared<Options>();
  Command command = eval.add_command(
      "perturb", "Make travellers of a list by named variations, to be found again");
  command.add_option("LIST", options->lists, "Watchlist files");
  command.add_option("-o,--output", options->output,
                     "Where to write the travellers (CSV); - is standard output");
  command
      .add_option("--kind", options->kinds,
                  "A variation, family, chain or all; may be given several times")
      .default_shown();
  command.add_option("--per-kind", options->per_kind, "At most this many travellers of each kind")
      .default_shown();
  command.add_option("--seed", options->seed, "Another seed gives other travellers")
      .default_shown();
  command.add_option(
      "--not-applied", options->not_applied,
      "Where to write, for each kind, the entries to which it does not apply, and why (CSV)");
  command.add_flag("--json", options->json, "The summary as JSON");
  command.add_flag("--list-kinds", options->list_kinds, "List the variations");
  command.footer(kFooter);
  command.callback([options, &status] { status = perturb_lists(*options); });
}

}  // namespace darvaza::tool
