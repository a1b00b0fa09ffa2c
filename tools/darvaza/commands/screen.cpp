// darvaza screen: passenger lists in, one answer per traveller out, in input order.
#include <algorithm>
#include <chrono>
#include <filesystem>
#include <iostream>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include <fmt/core.h>

#include "answering/cusres_answers.h"
#include "answers/answer_text.h"
#include "answers/flight_summary.h"
#include "answers/screening_stats.h"
#include "answers/traveller_json.h"
#include "commands/commands.h"
#include "darvaza/read_travellers.h"
#include "darvaza/screener.h"
#include "input/jobs.h"
#include "input/manifest_files.h"
#include "input/register_arguments.h"
#include "input/screening_arguments.h"
#include "input/traveller_keeper.h"
#include "output/exit_status.h"
#include "output/output_file.h"
#include "output/progress_bar.h"
#include "records/today.h"
#include "text/input_file.h"

namespace darvaza::tool {
namespace {

namespace fs = std::filesystem;

constexpr const char* kFooter = R"(
Reads manifests in any supported format, or standard input when none (or "-") is named, and writes
one JSON object per traveller, in input order. Travellers stay in the answer whatever is wrong with
them: a fact that could not be read stands under "problems", and a traveller who could not be
screened is "incomplete", never "clear".

A directory stands for all files below it, in the order of their names; a summary of each flight then
goes to standard error, or with --summary, always, to a file.

A manifest that cannot be read, or that breaks off, is named on standard error; the travellers read
before are answered, the other manifests are screened, and the exit status is 65, 66 or 74.

--answer cusres reads PAXLST queries of the interactive API and writes whether each passenger may board:
only "clear" is cleared. There is no such answer to travellers of other formats: the status is 65.

Examples:
  darvaza screen --index lists.dvz flight.edi > answers.jsonl
  darvaza screen --index lists.dvz --table *.edi crew.csv
  darvaza screen --index lists.dvz --summary flights.csv messages/2026-01-15 > answers.jsonl
  darvaza screen --index lists.dvz --format paxlst --answer cusres < query.edi > answer.edi
  zcat travellers.jsonl.gz | darvaza screen --index lists.dvz --format jsonl --stats --output answers.jsonl)";

struct Options {
  ScreeningArguments screening;
  std::string format = "auto";
  std::string output;
  std::string answer = "json";
  std::string summary;
  RegisterArguments kept;  ///< empty: travellers are not kept
  std::vector<std::string> manifests;
  Jobs jobs;
  bool stats = false;
  bool with_traveller = false;
  bool table = false;
};

/// Writes answers as they come, as JSON lines, as a table of alerts or as CUSRES.
class AnswerWriter {
 public:
  AnswerWriter(OutputFile& output, const Options& options)
      : output_(output),
        options_(options),
        cusres_([&output](std::string_view text) { output.write(text); }) {}

  void write(const std::string& manifest, const Traveller& traveller,
             const ScreeningResult& answer) {
    summary_.add(manifest, traveller, answer);
    if (answers_cusres()) return cusres_.add(traveller, answer);
    if (options_.table)
      return alerts_.add(fs::path(manifest).filename().string(), traveller, answer);
    std::string line = darvaza::to_json(answer);
    if (options_.with_traveller) {
      line.pop_back();
      line += fmt::format(", \"traveller\": {}}}", to_json(traveller, manifest));
    }
    output_.write(line += '\n');
  }

  /// Columns line up within this many rows; more are not held in memory.
  void end_batch() {
    constexpr std::size_t kRows = 1000;
    if (alerts_.rows() >= kRows) output_.write(alerts_.take_rows());
  }

  bool answers_cusres() const { return options_.answer == "cusres"; }
  CusresAnswers& cusres() { return cusres_; }
  FlightSummary& summary() { return summary_; }
  const FlightSummary& summary() const { return summary_; }

  /// Nobody can read the answers any more: the rest need not be worked out.
  bool failed() const { return output_.failed(); }

  Result<void> finish() {
    if (options_.table) output_.write(alerts_.take_rows() + alerts_.totals() + alerts_.stale());
    return output_.close();
  }

 private:
  OutputFile& output_;
  const Options& options_;
  CusresAnswers cusres_;
  FlightSummary summary_;
  AlertTable alerts_;
};

/// Gathers travellers into batches and screens a batch when it is full.
class BatchScreener {
 public:
  /// `keeper` may be null: travellers are not kept.
  BatchScreener(const Screener& screener, const Options& options, unsigned threads,
                AnswerWriter& writer, TravellerKeeper* keeper)
      : screener_(screener),
        options_(options.screening.options()),
        threads_(threads),
        writer_(writer),
        keeper_(keeper) {}

  /// Returns whether a batch was screened.
  bool add(Traveller&& traveller, const std::string& manifest) {
    travellers_.push_back(std::move(traveller));
    if (travellers_.size() < kTravellerBatch) return false;
    flush(manifest);
    return true;
  }

  void flush(const std::string& manifest) {
    if (writer_.failed()) return travellers_.clear();
    results_.assign(travellers_.size(), {});
    microseconds_.assign(travellers_.size(), 0);
    const auto start = std::chrono::steady_clock::now();
    screener_.screen_batch(travellers_, options_, threads_, results_, microseconds_);
    stats_.add_batch(microseconds_, std::chrono::steady_clock::now() - start);
    for (std::size_t i = 0; i < travellers_.size(); ++i) {
      writer_.write(manifest, travellers_[i], results_[i]);
    }
    writer_.end_batch();
    if (keeper_ != nullptr) keeper_->keep(travellers_, manifest);
    travellers_.clear();
  }

  const ScreeningStats& stats() const { return stats_; }

 private:
  const Screener& screener_;
  ScreeningOptions options_;
  unsigned threads_;
  AnswerWriter& writer_;
  TravellerKeeper* keeper_;
  ScreeningStats stats_;
  std::vector<Traveller> travellers_;
  std::vector<ScreeningResult> results_;
  std::vector<std::uint32_t> microseconds_;
};

/// How far the reading has come: bytes read of all bytes, where these are known.
class ReadingProgress {
 public:
  explicit ReadingProgress(const std::vector<ManifestFile>& manifests) {
    for (const ManifestFile& manifest : manifests) total_ += size_of(manifest.path);
  }

  void begin(const std::string& manifest) { done_ += std::exchange(current_, size_of(manifest)); }

  /// From 0 to 1, or -1 while nothing is known (standard input).
  double fraction(std::istream& in) const {
    const auto position = static_cast<double>(in.tellg());
    if (total_ == 0) return -1;
    return (static_cast<double>(done_) + std::max(position, 0.0)) / static_cast<double>(total_);
  }

 private:
  static std::uintmax_t size_of(const std::string& file) {
    std::error_code error;
    const std::uintmax_t size = fs::file_size(file, error);
    return error ? 0 : size;
  }

  std::uintmax_t total_ = 0;
  std::uintmax_t done_ = 0;
  std::uintmax_t current_ = 0;
};

/// A run over all manifests.
class Run {
 public:
  Run(BatchScreener& batches, AnswerWriter& writer, ManifestOptions format, ProgressBar& bar,
      const std::vector<ManifestFile>& manifests)
      : batches_(batches),
        writer_(writer),
        format_(std::move(format)),
        bar_(bar),
        progress_(manifests) {}

  /// Screens one manifest and returns its exit status.
  int screen(const ManifestFile& manifest) {
    progress_.begin(manifest.path);
    if (manifest.path == "-") return screen(std::cin, "standard input");
    if (manifest.error) return refuse(*manifest.error, manifest.path);
    auto in = text::open_input(manifest.path);
    return in ? screen(*in, manifest.path) : refuse(in.error(), manifest.path);
  }

 private:
  int screen(std::istream& in, const std::string& name) {
    answer_by_message(name);
    const Result<ManifestSummary> summary =
        read_travellers(in, name, format_, [&](Traveller&& traveller) {
          if (batches_.add(std::move(traveller), name)) {
            bar_.show(progress_.fraction(in),
                      fmt::format("{} travellers", batches_.stats().travellers()));
          }
        });
    batches_.flush(name);  // also after an error: what was read is answered
    const std::uint64_t unanswered = writer_.cusres().take_unanswered();
    if (!summary) return refuse(summary.error(), name);
    const bool complete = summary->complete && unanswered == 0;
    writer_.summary().end_manifest(name, summary->problems.size(), complete);
    return tell_problems(*summary, name, unanswered);
  }

  /// An answer CUSRES holds the travellers of one message and no others.
  void answer_by_message(const std::string& name) {
    if (!writer_.answers_cusres()) return;
    format_.message_begins = [this, name](const PassengerMessage& message) {
      batches_.flush(name);
      writer_.cusres().begin(message);
    };
    format_.message_ends = [this, name](bool whole) {
      batches_.flush(name);
      writer_.cusres().end(whole);
    };
  }

  int refuse(const Error& error, const std::string& name) {
    writer_.summary().end_manifest(name, 1, false);
    bar_.clear();
    return report(error);
  }

  int tell_problems(const ManifestSummary& summary, const std::string& name,
                    std::uint64_t unanswered) {
    bar_.clear();
    for (const Problem& problem : summary.problems) {
      complain(fmt::format("{}: {}{}{}", name, problem.where, problem.where.empty() ? "" : ": ",
                           problem.text));
    }
    if (unanswered > 0) {
      complain(fmt::format("{}: {} travellers stand in no PAXLST message and have no CUSRES answer",
                           name, unanswered));
    }
    if (!summary.complete) {
      complain(fmt::format("{}: incomplete: travellers may be missing from the answers", name));
    }
    return summary.complete && unanswered == 0 ? kDone : kInputRefused;
  }

  BatchScreener& batches_;
  AnswerWriter& writer_;
  ManifestOptions format_;
  ProgressBar& bar_;
  ReadingProgress progress_;
};

InputFiles inputs_of(const Options& options, const std::vector<ManifestFile>& manifests) {
  InputFiles inputs;
  inputs.add(options.screening.indexes);
  for (const ManifestFile& manifest : manifests) inputs.add(fs::path(manifest.path));
  inputs.add_register(options.kept.file, options.kept.key);
  return inputs;
}

/// To the file that was asked for; unasked, after a directory, to standard error.
Result<void> write_summary(const AnswerWriter& writer, const Options& options, const InputFiles& inputs, bool any_directory) {
  if (options.summary.empty()) {
    if (any_directory) fmt::print(stderr, "{}", writer.summary().table());
    return {};
  }
  return write_file(options.summary, writer.summary().csv(), inputs);
}

int finish(AnswerWriter& writer, const ScreeningStats& stats, const Options& options,
           const InputFiles& inputs, bool any_directory, unsigned threads, FirstFailure failure) {
  if (const Result<void> written = writer.finish(); !written) failure.note(report(written.error()));
  if (const auto written = write_summary(writer, options, inputs, any_directory); !written) {
    failure.note(report(written.error()));
  }
  if (options.stats) fmt::print(stderr, "{}\n", stats.json(threads));
  return failure.status();
}

/// A register that cannot be opened stops no lane: it is told, and tried again with the next travellers.
std::unique_ptr<TravellerKeeper> open_keeper(const RegisterArguments& place) {
  if (place.file.empty()) return nullptr;
  auto keeper = std::make_unique<TravellerKeeper>([place] { return place.open(); });
  if (!keeper->is_open()) complain(fmt::format("{}: travellers are answered, and none of them is added to the register until it can be opened", place.file));
  return keeper;
}

int screen(const Options& options) {
  const Result<ManifestFormat> format = parse_manifest_format(options.format);
  if (!format) return report(format.error());
  const ManifestFiles manifests = find_manifests(options.manifests);
  const InputFiles inputs = inputs_of(options, manifests.files);
  if (const auto allowed = refuse_outputs({options.output, options.summary}, inputs); !allowed) return report(allowed.error());
  const Result<Screener> screener = options.screening.open();
  if (!screener) return report(screener.error());
  FirstFailure failure;
  const std::unique_ptr<TravellerKeeper> keeper = open_keeper(options.kept);
  if (keeper) failure.note(keeper->status());
  Result<OutputFile> output = OutputFile::open(options.output, inputs);
  if (!output) return report(output.error());

  const unsigned threads = options.jobs.threads();
  ProgressBar bar(!output->is_terminal());
  AnswerWriter writer(*output, options);
  tell_clock(*screener, options.screening.options().post);
  BatchScreener batches(*screener, options, threads, writer, keeper.get());
  Run run(batches, writer, ManifestOptions{*format, records::this_year()}, bar, manifests.files);
  for (const ManifestFile& manifest : manifests.files) failure.note(run.screen(manifest));
  bar.clear();
  if (keeper && keeper->status() != kDone) {
    failure.note(keeper->status());
    complain(fmt::format("{}: {} travellers were answered and not added to the register", options.kept.file, keeper->not_added()));
  }
  return finish(writer, batches.stats(), options, inputs, manifests.any_directory, threads, failure);
}

}  // namespace

void add_screen(Command app, int& status) {
  auto options = std::make_shared<Options>();
  Command command = app.add_command("screen", "Screen travellers from passenger lists");
  add_screening_arguments(command, options->screening);
  command.add_option("-f,--format", options->format, "auto, csv, jsonl, paxlst, pnrgov or mrz")
      .default_shown()
      .type_name("F");
  add_jobs_argument(command, options->jobs);
  command
      .add_option("-o,--output", options->output, "Where answers go, instead of standard output")
      .type_name("FILE");
  command.add_flag("--stats", options->stats, "Write one JSON line of figures to standard error");
  Option with_traveller =
      command.add_flag("--with-traveller", options->with_traveller,
                       "Add to each answer what was read of the traveller");
  Option table =
      command.add_flag("--table", options->table, "Write a table of alerts for people, not JSON")
          .excludes(with_traveller);
  command
      .add_option("--answer", options->answer,
                  "json, or cusres: the interactive API's answer to PAXLST queries")
      .default_shown()
      .type_name("A")
      .one_of({"json", "cusres"})
      .excludes(with_traveller)
      .excludes(table);
  command
      .add_option("--summary", options->summary,
                  "Write a summary of each flight (CSV) to this file")
      .type_name("FILE");
  Option kept =
      command.add_option("--register", options->kept.file, "Add the travellers to this register (darvaza rescreen)").type_name("FILE");
  Option key = add_register_key(command, options->kept.key).needs(kept);
  kept.needs(key);
  command.add_option("MANIFEST", options->manifests,
                     "Passenger lists, or directories of them; none or -: standard input");
  command.footer(kFooter);
  command.callback([options, &status] {
    if (options->manifests.empty()) options->manifests = {"-"};
    status = screen(*options);
  });
}

}  // namespace darvaza::tool
