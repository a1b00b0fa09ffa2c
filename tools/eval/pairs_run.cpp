#include "eval/pairs_run.h"

#include <algorithm>
#include <chrono>
#include <numeric>
#include <optional>

#include <fmt/core.h>

#include "darvaza/compare.h"
#include "eval/data_file.h"
#include "eval/evidence_lines.h"
#include "eval/labels.h"
#include "eval/measures.h"
#include "eval/piped_matcher.h"
#include "eval/slices.h"
#include "eval/truth_word.h"
#include "eval/work_in_chunks.h"
#include "output/csv_text.h"

namespace darvaza::eval {
namespace {

struct Pair {
  std::string id, a, b, where;
  std::vector<BirthDate> birth_a, birth_b;
  bool match = false;
};

struct Pairs {
  std::vector<Pair> pairs;
  SliceTable slices;
  std::uint64_t matches = 0;
};

constexpr double kOwnThreshold = 0.5;

Result<std::vector<BirthDate>> birth_of(const LabelledTable& table, const LabelledRow& row,
                                        std::optional<std::size_t> column) {
  if (!column || row.fields[*column].empty()) return std::vector<BirthDate>{};
  const std::optional<PartialDate> date = parse_iso_date(row.fields[*column]);
  if (!date) {
    return table.refuse(row,
                        "column '" + table.columns[*column] + "': expected a date, 1980-05-17");
  }
  return std::vector{BirthDate::on(*date)};
}

Result<Pairs> read_pairs(const LabelledTable& table, const std::vector<std::string>& wanted) {
  const auto a = table.need({"name_a"}), b = table.need({"name_b"}), match = table.need({"match"});
  for (const auto* column : {&a, &b, &match}) {
    if (!*column) return tl::unexpected<Error>(column->error());
  }
  const Result<Labels> labels = Labels::of(table, wanted);
  if (!labels) return tl::unexpected<Error>(labels.error());
  const auto id = table.find({"id"}), birth_a = table.find({"birth_date_a"}),
             birth_b = table.find({"birth_date_b"});
  Pairs pairs;
  for (std::size_t i = 0; i < table.rows.size(); ++i) {
    const LabelledRow& row = table.rows[i];
    const std::optional<bool> truth = truth_word(row.fields[*match]);
    if (!truth) return table.refuse(row, "column 'match': expected true or false");
    const auto first = birth_of(table, row, birth_a), second = birth_of(table, row, birth_b);
    if (!first) return tl::unexpected<Error>(first.error());
    if (!second) return tl::unexpected<Error>(second.error());
    Pair pair{id && !row.fields[*id].empty() ? row.fields[*id] : fmt::format("row {}", i + 1),
              row.fields[*a],
              row.fields[*b],
              {},
              *first,
              *second,
              *truth};
    const std::string& shorter = pair.a.size() < pair.b.size() ? pair.a : pair.b;
    const std::vector<std::string> values =
        labels->values(row, script_names(pair.a, pair.b), shorter);
    pair.where = label_text(*labels, values);
    pairs.slices.add(labels->named(values));
    pairs.matches += pair.match;
    pairs.pairs.push_back(std::move(pair));
  }
  return pairs;
}

std::vector<Measure> all_measures() {
  return {auc_measure(),       best_f1_measure(),    f1_measure(kOwnThreshold),
          recall_measure(100), recall_measure(1000), recall_measure(10000)};
}

std::vector<Measure> slice_measures() {
  return {auc_measure(), best_f1_measure(), f1_measure(kOwnThreshold), recall_measure(100)};
}

/// 0.05 to 0.95, by twentieths.
std::vector<double> table_thresholds() {
  std::vector<double> thresholds;
  for (int i = 1; i < 20; ++i) thresholds.push_back(i / 20.0);
  return thresholds;
}

class PairsEvaluation {
 public:
  PairsEvaluation(const Pairs& data, const EvalOptions& options) : data_(data), options_(options) {}

  Matcher measure(std::string name, std::string about, double seconds,
                  const std::vector<double>& scores) const {
    Matcher matcher;
    matcher.name = std::move(name);
    matcher.about = std::move(about);
    matcher.seconds = seconds;
    std::vector<ScoredCase> cases(scores.size());
    for (std::size_t i = 0; i < cases.size(); ++i) cases[i] = {scores[i], data_.pairs[i].match};
    const ScoreGroups groups = group_by_score(cases);
    matcher.figures = take_figures(all_measures(), groups, options_.bootstrap);
    matcher.thresholds = take_thresholds(table_thresholds(), groups, options_.bootstrap);
    matcher.curve = take_curve(groups);
    matcher.calibration = calibrate(cases, options_.bootstrap);
    matcher.cost = take_cost(groups, options_.miss_price, options_.alarm_price);
    for (const SliceTable::Part& part : data_.slices.parts()) {
      matcher.slices.push_back(slice(part, cases));
    }
    add_worst(matcher, scores, best_f1(groups).threshold);
    return matcher;
  }

 private:
  Slice slice(const SliceTable::Part& part, const std::vector<ScoredCase>& cases) const {
    std::vector<ScoredCase> some;
    for (const std::uint32_t number : part.cases) some.push_back(cases[number]);
    const ScoreGroups groups = group_by_score(std::move(some));
    return {part.dimension, part.value, part.cases.size(), groups.positives,
            take_figures(slice_measures(), groups, options_.bootstrap)};
  }

  /// Decisions that are wrong at the matcher's own best threshold, the farthest from it first.
  void add_worst(Matcher& matcher, const std::vector<double>& scores, double threshold) const {
    std::vector<std::uint32_t> order(scores.size());
    std::iota(order.begin(), order.end(), 0U);
    std::stable_sort(order.begin(), order.end(),
                     [&](std::uint32_t x, std::uint32_t y) { return scores[x] < scores[y]; });
    for (auto i = order.begin(); i != order.end() && matcher.misses.size() < options_.worst; ++i) {
      if (!(scores[*i] < threshold)) break;
      if (data_.pairs[*i].match) matcher.misses.push_back(worst_case(*i, scores[*i]));
    }
    std::stable_sort(order.begin(), order.end(),
                     [&](std::uint32_t x, std::uint32_t y) { return scores[x] > scores[y]; });
    for (auto i = order.begin(); i != order.end() && matcher.false_alarms.size() < options_.worst;
         ++i) {
      if (!(scores[*i] >= threshold)) break;
      if (!data_.pairs[*i].match) matcher.false_alarms.push_back(worst_case(*i, scores[*i]));
    }
  }

  Case worst_case(std::uint32_t number, double score) const {
    const Pair& pair = data_.pairs[number];
    Case worst;
    worst.id = pair.id;
    worst.asked = pair.a;
    worst.truth = pair.b;
    worst.where = pair.where;
    worst.score = score;
    return worst;
  }

  const Pairs& data_;
  const EvalOptions& options_;
};

std::vector<double> engine_scores(const Pairs& data, unsigned threads) {
  std::vector<double> scores(data.pairs.size());
  work_in_chunks(scores.size(), threads, [&](std::size_t begin, std::size_t end) {
    for (std::size_t i = begin; i < end; ++i) {
      scores[i] = compare_names(data.pairs[i].a, data.pairs[i].b).score_bp / 10000.0;
    }
  });
  return scores;
}

/// All baselines at once, since preparing the names takes longer than most of them. `seconds[i]` is
/// what baseline i took of a processor, divided by the threads; preparation is shared out evenly.
std::vector<std::vector<double>> baseline_scores(const Pairs& data, const EvalOptions& options) {
  const NamePreparer preparer;
  std::vector<std::vector<double>> scores(options.baselines.size(),
                                          std::vector<double>(data.pairs.size()));
  work_in_chunks(data.pairs.size(), options.threads, [&](std::size_t begin, std::size_t end) {
    for (std::size_t i = begin; i < end; ++i) {
      const PreparedName a = preparer.prepare(data.pairs[i].a, data.pairs[i].birth_a);
      const PreparedName b = preparer.prepare(data.pairs[i].b, data.pairs[i].birth_b);
      for (std::size_t j = 0; j < options.baselines.size(); ++j) {
        scores[j][i] = similarity(options.baselines[j], a, b);
      }
    }
  });
  return scores;
}

std::string pairs_csv(const Pairs& data) {
  std::string csv = "name_a,name_b\n";
  for (const Pair& pair : data.pairs) csv += tool::csv_line({pair.a, pair.b});
  return csv;
}

void explain(std::vector<Case>& cases) {
  for (Case& c : cases) c.evidence = evidence_lines(compare_names(c.asked, c.truth).evidence);
}

/// Scores the data with every matcher, one after the other.
class PairsRun {
 public:
  PairsRun(const Pairs& data, const EvalOptions& options, Evaluated& into)
      : data_(data), options_(options), evaluation_(data, options), into_(into) {}

  Result<void> run_all() {
    options_.tell("darvaza");
    Clock::time_point start = Clock::now();
    const std::vector<double> scores = engine_scores(data_, options_.threads);
    add("darvaza", "this engine: darvaza compare", start, scores);
    explain(into_.run.matchers.back().misses);
    explain(into_.run.matchers.back().false_alarms);

    options_.tell("baselines");
    start = Clock::now();
    const auto baselines = baseline_scores(data_, options_);
    const double seconds = seconds_since(start);
    for (std::size_t i = 0; i < baselines.size(); ++i) {
      const Baseline& baseline = options_.baselines[i];
      options_.tell(std::string(baseline.name));
      add(std::string(baseline.name), std::string(baseline.about),
          seconds / static_cast<double>(baselines.size()), baselines[i]);
    }
    return run_piped_matchers();
  }

 private:
  using Clock = std::chrono::steady_clock;

  static double seconds_since(Clock::time_point start) {
    return std::chrono::duration<double>(Clock::now() - start).count();
  }

  Result<void> run_piped_matchers() {
    if (options_.matchers.empty()) return {};
    const std::string input = pairs_csv(data_);
    for (const PipedMatcher& matcher : options_.matchers) {
      options_.tell(matcher.name);
      const Clock::time_point start = Clock::now();
      const Result<std::vector<double>> scores = piped_scores(matcher, input, data_.pairs.size());
      if (!scores) return tl::unexpected<Error>(scores.error());
      add(matcher.name, matcher.command, start, *scores);
    }
    return {};
  }

  void add(std::string name, std::string about, Clock::time_point start,
           const std::vector<double>& scores) {
    add(std::move(name), std::move(about), seconds_since(start), scores);
  }
  void add(std::string name, std::string about, double seconds, const std::vector<double>& scores) {
    into_.outcomes.matchers.push_back({name, scores, {}});
    into_.run.matchers.push_back(
        evaluation_.measure(std::move(name), std::move(about), seconds, scores));
  }

  const Pairs& data_;
  const EvalOptions& options_;
  PairsEvaluation evaluation_;
  Evaluated& into_;
};

void add_remarks(Run& run, const Pairs& data) {
  run.remarks = data.slices.shortened();
  const std::uint64_t others = run.cases - run.positives;
  if (const std::string_view rates = rates_beyond(others); !rates.empty()) {
    run.remarks.push_back(fmt::format("{} pairs of different persons are too few for the recall at 1 false alarm in {}", others, rates));
  }
}

}  // namespace

Result<Evaluated> run_pairs(const std::string& path, const EvalOptions& options) {
  const auto start = std::chrono::steady_clock::now();
  Evaluated evaluated{begin_run(Kind::pairs, options), {}};
  options.tell("reading pairs");
  const Result<DataFile> file = describe_file("pairs", path);
  if (!file) return tl::unexpected<Error>(file.error());
  evaluated.run.files.push_back(*file);
  Result<Pairs> data = [&]() -> Result<Pairs> {
    const Result<LabelledTable> table = read_labelled(path, options.columns);
    if (!table) return tl::unexpected<Error>(table.error());
    return read_pairs(*table, options.slices);
  }();
  if (!data) return tl::unexpected<Error>(data.error());
  if (data->pairs.empty()) return fail(ErrorCode::input_refused, "holds no pairs: expected rows below the column names", path);
  evaluated.run.cases = data->pairs.size();
  evaluated.run.positives = data->matches;
  for (const Pair& pair : data->pairs) {
    evaluated.outcomes.ids.push_back(pair.id);
    evaluated.outcomes.asked.push_back(pair.a);
    evaluated.outcomes.truth.push_back(pair.b);
    evaluated.outcomes.positive.push_back(pair.match);
  }
  if (const Result<void> done = PairsRun(*data, options, evaluated).run_all(); !done) {
    return tl::unexpected<Error>(done.error());
  }
  add_remarks(evaluated.run, *data);
  evaluated.run.seconds =
      std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
  return evaluated;
}

}  // namespace darvaza::eval
