// darvaza-bench: the whole job, from a list to answers, on fictional lists of any size.
//
// Answers are checked before anything is timed: a figure about wrong answers is worth nothing.
#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <map>
#include <string>
#include <system_error>
#include <vector>

#include <CLI/CLI.hpp>
#include <fmt/core.h>
#include <stdlib.h>

#include "whole_job/baselines.h"
#include "whole_job/recall.h"
#include "whole_job/report.h"
#include "whole_job/scene.h"
#include "whole_job/timing.h"

namespace darvaza::bench {
namespace {

namespace fs = std::filesystem;

constexpr const char* kFooter = R"(
For every size: writes a fictional list and travellers, builds the index, checks the answers (planted
travellers found; a sample against the scorer that compares every name) and only then measures. When
answers are wrong it says how, prints no time and exits with 1.

Examples:
  darvaza-bench --names 10000,100000 --output results.jsonl
  darvaza-bench --names 10000000 --check-seconds 300 --baseline-seconds 0
  darvaza-bench --names 100000 --kind nasty)";

struct Options {
  std::vector<std::uint64_t> names = {10'000, 100'000, 1'000'000};
  SceneWanted scene{.travellers = 100'000};
  double seconds = 5;
  std::size_t checked = 200;
  double check_seconds = 60;
  double baseline_seconds = 20;
  Bounds bounds;
  std::string directory;
  std::string output;
};

int report_error(const Error& error) {
  fmt::print(stderr, "darvaza-bench: {}\n", to_string(error));
  return 1;
}

/// The directory of the run: the one that was named, which stays, or one of its own, which goes.
class WorkDirectory {
 public:
  explicit WorkDirectory(const std::string& named) : path_(named), own_(named.empty()) {
    std::error_code error;
    if (!own_) {
      fs::create_directories(path_, error);
      return;
    }
    std::string name = (fs::temp_directory_path() / "darvaza-bench-XXXXXX").string();
    if (mkdtemp(name.data()) != nullptr) path_ = name;
  }
  ~WorkDirectory() {
    std::error_code ignored;
    if (own_ && !path_.empty()) fs::remove_all(path_, ignored);
  }
  WorkDirectory(const WorkDirectory&) = delete;
  WorkDirectory& operator=(const WorkDirectory&) = delete;

  const fs::path& path() const { return path_; }

 private:
  fs::path path_;
  bool own_;
};

/// One question at one size: the answers, then the times.
class QuestionRun {
 public:
  QuestionRun(const Options& options, const Scene& scene, const Screener& screener,
              Question question)
      : options_(options),
        scene_(scene),
        screener_(screener),
        question_(question),
        travellers_(asked(scene.travellers, question)) {}

  bool answers_hold(Report& report) {
    agreement_ =
        compare_with_exhaustive(screener_, travellers_, scene_.planted,
                                mixed_sample(scene_, options_.checked), options_.check_seconds);
    recall_ = measure_recall(screener_, travellers_, scene_.planted);
    report.answers(question_, recall_, agreement_);
    return search_loses_nothing() && finds_planted();
  }

  void time(Report& report) const {
    Speed speed{{}, time_each(screener_, travellers_, options_.seconds)};
    const std::size_t count = travellers_in(options_.seconds, speed.each.mean_us());
    constexpr int kRounds = 3;
    for (int round = 0; round < kRounds; ++round) {
      for (const unsigned threads : {1U, 2U}) {
        speed.rounds.push_back(time_batch(screener_, travellers_, count, threads));
      }
    }
    report.speed(question_, recall_, agreement_, speed);
    report.exhaustive(question_, agreement_);
  }

 private:
  bool search_loses_nothing() const {
    const std::size_t alerts_apart = std::max(agreement_.alerts, agreement_.alerts_exhaustive) -
                                     std::min(agreement_.alerts, agreement_.alerts_exhaustive);
    if (agreement_.kept_share() >= options_.bounds.least_kept &&
        alerts_apart <= agreement_.lost.size()) {
      return true;
    }
    fmt::print(stderr,
               "darvaza-bench: the search loses candidates that the exhaustive scorer finds\n");
    return false;
  }

  /// The least recall is of the question with facts: of names alone, namesakes may hide anyone.
  bool finds_planted() const {
    if (question_ != Question::facts || recall_.found_share() >= options_.bounds.least_recall)
      return true;
    fmt::print(stderr, "darvaza-bench: too few of the planted travellers are found\n");
    return false;
  }

  std::size_t travellers_in(double seconds, double each_us) const {
    constexpr double kLeast = 100;
    const double count = std::max(kLeast, seconds * 1e6 / std::max(each_us, 0.01));
    return static_cast<std::size_t>(std::min(count, static_cast<double>(travellers_.size())));
  }

  const Options& options_;
  const Scene& scene_;
  const Screener& screener_;
  Question question_;
  std::vector<Traveller> travellers_;
  Agreement agreement_;
  Recall recall_;
};

int run_size(const Options& options, const SceneWanted& wanted, const fs::path& directory) {
  const Result<Scene> scene = set_scene(wanted, directory);
  if (!scene) return report_error(scene.error());
  const Result<Screener> screener = Screener::open(scene->index);
  if (!screener) return report_error(screener.error());

  Report report(options.output, wanted, options.bounds);
  std::vector<QuestionRun> runs;
  for (const Question question : {Question::facts, Question::name}) {
    runs.emplace_back(options, *scene, *screener, question);
    if (!runs.back().answers_hold(report)) return 1;
  }
  report.index({scene->build_seconds, open_ms(scene->index), scene->index_bytes});
  for (const QuestionRun& run : runs) run.time(report);

  if (options.baseline_seconds > 0) {
    const Result<BaselineTiming> timing = time_jaro_winkler(
        *scene, mixed_sample(*scene, scene->travellers.size()), options.baseline_seconds);
    if (!timing) return report_error(timing.error());
    report.jaro_winkler(*timing);
  }
  if (report.close()) return 0;
  fmt::print(stderr, "darvaza-bench: cannot write {}\n", options.output);
  return 1;
}

int run(int argc, char** argv) {
  Options options;
  CLI::App app("Measures the whole job on fictional lists, after checking its answers");
  app.add_option("--names", options.names, "Sizes of lists, divided by commas")
      ->delimiter(',')
      ->check(CLI::PositiveNumber)
      ->capture_default_str();
  app.add_option("--travellers", options.scene.travellers, "How many travellers")
      ->capture_default_str();
  app.add_option("--listed-share", options.scene.listed_share,
                 "The share of travellers who are listed, misspelled")
      ->check(CLI::Range(0.0, 1.0))
      ->capture_default_str();
  app.add_option("--kind", options.scene.kind, "usual names, or nasty ones that make a search slow")
      ->transform(CLI::CheckedTransformer(std::map<std::string, generate::Kind>{
          {"usual", generate::Kind::usual}, {"nasty", generate::Kind::nasty}}));
  app.add_option("--seed", options.scene.seed, "Another seed gives other people")
      ->capture_default_str();
  app.add_option("--seconds", options.seconds, "How long each timing goes on")
      ->capture_default_str();
  app.add_option("--checked", options.checked,
                 "How many travellers to check against the exhaustive scorer")
      ->check(CLI::PositiveNumber)
      ->capture_default_str();
  app.add_option("--check-seconds", options.check_seconds,
                 "The exhaustive scorer is asked no longer than this, for each question")
      ->capture_default_str();
  app.add_option("--baseline-seconds", options.baseline_seconds,
                 "Jaro-Winkler is asked no longer than this; 0: not at all")
      ->capture_default_str();
  app.add_option("--least-recall", options.bounds.least_recall,
                 "Planted travellers who must be found, a share")
      ->capture_default_str();
  app.add_option("--least-kept", options.bounds.least_kept,
                 "The exhaustive scorer's candidates that must be found, a share")
      ->capture_default_str();
  app.add_option("--directory", options.directory,
                 "Where lists and indexes stay; without it they go at the end");
  app.add_option("--output", options.output, "JSON lines are added to this file");
  app.footer(kFooter);
  CLI11_PARSE(app, argc, argv);

  std::setvbuf(stdout, nullptr, _IOLBF, BUFSIZ);  // a run takes minutes: each line when it is known
  const WorkDirectory directory(options.directory);
  for (const std::uint64_t names : options.names) {
    SceneWanted wanted = options.scene;
    wanted.names = names;
    if (const int status = run_size(options, wanted, directory.path()); status != 0) return status;
  }
  return 0;
}

}  // namespace
}  // namespace darvaza::bench

int main(int argc, char** argv) { return darvaza::bench::run(argc, argv); }
