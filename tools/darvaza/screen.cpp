// darvaza screen: passenger lists in, one answer per traveller out, in input order.
#include <algorithm>
#include <chrono>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <memory>
#include <string>
#include <thread>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "answer_text.h"
#include "commands.h"
#include "darvaza/read_travellers.h"
#include "darvaza/screener.h"
#include "exit_status.h"
#include "output_file.h"
#include "progress_bar.h"
#include "screening_arguments.h"
#include "screening_stats.h"
#include "this_year.h"
#include "traveller_json.h"

namespace darvaza::tool {
namespace {

namespace fs = std::filesystem;

/// Large enough to keep all processors busy, small enough to keep memory flat.
constexpr std::size_t kBatch = 8192;

constexpr const char* kFooter = R"(
Reads manifests in any supported format, or standard input when none (or "-") is named, and writes
one JSON object per traveller, in input order. Travellers stay in the answer whatever is wrong with
them: a fact that could not be read stands under "problems", and a traveller who could not be
screened is "incomplete", never "clear".

A manifest that cannot be read, or that breaks off, is named on standard error; the travellers read
before are answered, the other manifests are screened, and the exit status is 65, 66 or 74.

Examples:
  darvaza screen --index lists.dvz flight.edi > answers.jsonl
  darvaza screen --index lists.dvz --table *.edi crew.csv
  zcat travellers.jsonl.gz | darvaza screen --index lists.dvz --format jsonl --stats --output answers.jsonl)";

struct Options {
  ScreeningArguments screening;
  std::string format = "auto";
  std::string output;
  std::vector<std::string> manifests;
  unsigned jobs = 0;
  bool stats = false;
  bool with_traveller = false;
  bool table = false;
};

/// Writes answers as they come, as JSON lines or as a table of alerts.
class AnswerWriter {
 public:
  AnswerWriter(OutputFile& output, const Options& options) : output_(output), options_(options) {}

  void write(const std::string& manifest, const Traveller& traveller,
             const ScreeningResult& answer) {
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

  /// Nobody can read the answers any more: the rest need not be worked out.
  bool failed() const { return output_.failed(); }

  Result<void> finish() {
    if (options_.table) output_.write(alerts_.take_rows() + alerts_.totals());
    return output_.close();
  }

 private:
  OutputFile& output_;
  const Options& options_;
  AlertTable alerts_;
};

/// Gathers travellers into batches and screens a batch when it is full.
class BatchScreener {
 public:
  BatchScreener(const Screener& screener, const Options& options, unsigned threads,
                AnswerWriter& writer)
      : screener_(screener),
        options_(options.screening.options()),
        threads_(threads),
        writer_(writer) {}

  /// Returns whether a batch was screened.
  bool add(Traveller&& traveller, const std::string& manifest) {
    travellers_.push_back(std::move(traveller));
    if (travellers_.size() < kBatch) return false;
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
    travellers_.clear();
  }

  const ScreeningStats& stats() const { return stats_; }

 private:
  const Screener& screener_;
  ScreeningOptions options_;
  unsigned threads_;
  AnswerWriter& writer_;
  ScreeningStats stats_;
  std::vector<Traveller> travellers_;
  std::vector<ScreeningResult> results_;
  std::vector<std::uint32_t> microseconds_;
};

/// How far the reading has come: bytes read of all bytes, where these are known.
class ReadingProgress {
 public:
  explicit ReadingProgress(const std::vector<std::string>& manifests) {
    for (const std::string& manifest : manifests) total_ += size_of(manifest);
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
  Run(BatchScreener& batches, ManifestOptions format, ProgressBar& bar, const Options& options)
      : batches_(batches), format_(format), bar_(bar), progress_(options.manifests) {}

  /// Screens one manifest and returns its exit status.
  int screen(const std::string& manifest) {
    progress_.begin(manifest);
    if (manifest == "-") return screen(std::cin, "standard input");
    std::error_code error;
    std::ifstream in(manifest, std::ios::binary);
    if (fs::is_directory(manifest, error) || !in) {
      const char* reason = in ? "is a directory, not a file" : "cannot be opened";
      return tell(Error{ErrorCode::input_missing, reason, manifest, 0, 0, 0});
    }
    return screen(in, manifest);
  }

 private:
  int screen(std::istream& in, const std::string& name) {
    const Result<ManifestSummary> summary =
        read_travellers(in, name, format_, [&](Traveller&& traveller) {
          if (batches_.add(std::move(traveller), name)) {
            bar_.show(progress_.fraction(in),
                      fmt::format("{} travellers", batches_.stats().travellers()));
          }
        });
    batches_.flush(name);  // also after an error: what was read is answered
    return summary ? tell_problems(*summary, name) : tell(summary.error());
  }

  int tell(const Error& error) {
    bar_.clear();
    return report(error);
  }

  int tell_problems(const ManifestSummary& summary, const std::string& name) {
    bar_.clear();
    for (const Problem& problem : summary.problems) {
      complain(fmt::format("{}: {}{}{}", name, problem.where, problem.where.empty() ? "" : ": ",
                           problem.text));
    }
    if (summary.complete) return kDone;
    complain(fmt::format("{}: incomplete: travellers may be missing from the answers", name));
    return kInputRefused;
  }

  BatchScreener& batches_;
  ManifestOptions format_;
  ProgressBar& bar_;
  ReadingProgress progress_;
};

/// Writing over an input would destroy it, and truncating a mapped index kills its readers.
bool overwrites_input(const Options& options) {
  const auto same = [&](const std::string& input) {
    std::error_code error;
    return fs::equivalent(input, options.output, error);
  };
  if (options.output.empty() || !fs::is_regular_file(options.output)) return false;
  return same(options.screening.index) ||
         std::any_of(options.manifests.begin(), options.manifests.end(), same);
}

int finish(AnswerWriter& writer, const ScreeningStats& stats, const Options& options,
           unsigned threads, FirstFailure failure) {
  if (const Result<void> written = writer.finish(); !written) failure.note(report(written.error()));
  if (options.stats) fmt::print(stderr, "{}\n", stats.json(threads));
  return failure.status();
}

int screen(const Options& options) {
  const Result<ManifestFormat> format = parse_manifest_format(options.format);
  if (!format) return report(format.error());
  if (overwrites_input(options)) {
    complain("--output names one of the inputs; nothing was written");
    return kUsage;
  }
  const Result<Screener> screener = Screener::open(options.screening.index);
  if (!screener) return report(screener.error());
  Result<OutputFile> output = OutputFile::open(options.output);
  if (!output) return report(output.error());

  const unsigned threads =
      options.jobs != 0 ? options.jobs : std::max(1U, std::thread::hardware_concurrency());
  ProgressBar bar(!output->is_terminal());
  AnswerWriter writer(*output, options);
  BatchScreener batches(*screener, options, threads, writer);
  Run run(batches, ManifestOptions{*format, this_year()}, bar, options);
  FirstFailure failure;
  for (const std::string& manifest : options.manifests) failure.note(run.screen(manifest));
  bar.clear();
  return finish(writer, batches.stats(), options, threads, failure);
}

}  // namespace

void add_screen(CLI::App& app, int& status) {
  auto options = std::make_shared<Options>();
  CLI::App* command = app.add_subcommand("screen", "Screen travellers from passenger lists");
  add_screening_arguments(*command, options->screening);
  command->add_option("-f,--format", options->format, "auto, csv, jsonl, paxlst, pnrgov or mrz")
      ->capture_default_str()
      ->type_name("F");
  command->add_option("-j,--jobs", options->jobs, "Threads; 0: one per processor")
      ->capture_default_str()
      ->type_name("N")
      ->check(CLI::Range(0U, 1024U).description(""));
  command
      ->add_option("-o,--output", options->output, "Where answers go, instead of standard output")
      ->type_name("FILE");
  command->add_flag("--stats", options->stats, "Write one JSON line of figures to standard error");
  CLI::Option* with_traveller =
      command->add_flag("--with-traveller", options->with_traveller,
                        "Add to each answer what was read of the traveller");
  command->add_flag("--table", options->table, "Write a table of alerts for people, not JSON")
      ->excludes(with_traveller);
  command->add_option("MANIFEST", options->manifests, "Passenger lists; none or -: standard input");
  command->footer(kFooter);
  command->callback([options, &status] {
    if (options->manifests.empty()) options->manifests = {"-"};
    status = screen(*options);
  });
}

}  // namespace darvaza::tool
