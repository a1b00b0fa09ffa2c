#include "eval/screening_run.h"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <iterator>
#include <numeric>

#include <fmt/core.h>

#include "eval/data_file.h"
#include "eval/measures.h"
#include "eval/slices.h"

namespace darvaza::eval {
namespace {

constexpr double kReview = 0.5;  // ScreeningOptions::review_score_bp

/// The area under the ROC curve, in which a listed traveller whose entry was not found (-1) and an unlisted one for whom
/// nothing was (0) are a tie: a matcher that finds nothing is no better than a coin, but no worse either.
Measure found_auc_measure() {
  Measure measure = auc_measure();
  measure.take = [](const ScoreGroups& groups) {
    ScoreGroups found{{}, groups.positives, groups.negatives};
    ScoreGroup nothing;
    for (const ScoreGroup& group : groups.groups) {
      if (group.score > 0) {
        found.groups.push_back(group);
        continue;
      }
      nothing.positives += group.positives;
      nothing.negatives += group.negatives;
    }
    found.groups.push_back(nothing);
    return Taken{auc(found), kNone};
  };
  return measure;
}

std::vector<Measure> screening_measures() {
  return {recall_measure(100), recall_measure(1000), recall_measure(10000), found_auc_measure(),
          best_f1_measure()};
}

/// Thresholds of the table: the engine's own ones, and others around them.
std::vector<double> table_thresholds() {
  std::vector<double> thresholds;
  for (int i = 1; i < 20; ++i) thresholds.push_back(i / 20.0);
  thresholds.insert(thresholds.end(), {0.97, 0.98, 0.99});
  return thresholds;
}

double alarm_rate(const ScoreGroups& groups, double threshold) {
  const ThresholdRow row = decide(groups, threshold);
  return groups.negatives == 0
             ? kNone
             : static_cast<double>(row.false_positives) / static_cast<double>(groups.negatives);
}

Measure alarm_measure(double threshold) {
  return {fmt::format("alarms_at_{}", threshold),
          fmt::format("unlisted with an alarm at {}", threshold),
          [threshold](const ScoreGroups& groups) {
            return Taken{alarm_rate(groups, threshold), threshold};
          },
          false, &ScoreGroups::negatives};
}

/// What the engine decides by itself: shares of listed ones caught, of unlisted ones referred, and
/// referred as a hit.
std::vector<Figure> own_decisions(const std::vector<AskedTraveller>& travellers,
                                  const std::vector<FoundEntries>& answers,
                                  const std::vector<double>& scores,
                                  const BootstrapOptions& bootstrap) {
  enum Count : std::size_t { caught, missed, cleared, reviewed, hit, kCounts };
  std::vector<std::uint64_t> counts(kCounts);
  for (std::size_t i = 0; i < travellers.size(); ++i) {
    const bool referred = answers[i].decision != Decision::clear;
    if (!travellers[i].truth.empty()) {
      ++counts[referred && scores[i] >= 0 ? caught : missed];
    } else {
      ++counts[!referred ? cleared : (answers[i].decision == Decision::hit ? hit : reviewed)];
    }
  }
  const auto values_of = [](const std::vector<std::uint64_t>& c) {
    const auto share = [](std::uint64_t part, std::uint64_t whole) {
      return whole == 0 ? kNone : static_cast<double>(part) / static_cast<double>(whole);
    };
    const std::uint64_t unlisted = c[cleared] + c[reviewed] + c[hit];
    return std::vector<double>{share(c[caught], c[caught] + c[missed]),
                               share(c[reviewed] + c[hit], unlisted), share(c[hit], unlisted)};
  };
  std::vector<std::uint64_t> drawn;
  std::vector<Estimate> estimates =
      intervals(bootstrap, values_of(counts), [&](perturb::Random& random) {
        draw_counts(random, counts, drawn);
        return values_of(drawn);
      });
  const std::uint64_t unlisted = counts[cleared] + counts[reviewed] + counts[hit];
  bound_exactly(bootstrap, counts[caught], counts[caught] + counts[missed], estimates[0]);
  bound_exactly(bootstrap, counts[reviewed] + counts[hit], unlisted, estimates[1]);
  bound_exactly(bootstrap, counts[hit], unlisted, estimates[2]);
  return {{"caught", "listed ones not cleared, by the engine's own decision", estimates[0], kNone,
           true},
          {"referred", "unlisted ones not cleared", estimates[1], kNone, false},
          {"hits", "unlisted ones called a hit", estimates[2], kNone, false}};
}

class ScreeningEvaluation {
 public:
  ScreeningEvaluation(const std::vector<AskedTraveller>& travellers, AskedList& list,
                      const EvalOptions& options, Evaluated& into)
      : travellers_(travellers), list_(list), options_(options), into_(into) {
    for (const AskedTraveller& asked : travellers) slices_.add(asked.labels);
  }

  const SliceTable& slices() const { return slices_; }

  void add(const MatcherAnswers& answers) {
    const bool is_engine = into_.run.matchers.empty();
    MatcherOutcomes outcomes{answers.name, {}, {}};
    std::vector<ScoredCase> cases, best_candidates;
    for (std::size_t i = 0; i < travellers_.size(); ++i) {
      const AskedTraveller& asked = travellers_[i];
      const FoundEntries& answer = answers.answers[i];
      const std::uint64_t rank =
          asked.truth.empty() ? 0 : rank_of(asked.truth, answer, list_.persons());
      outcomes.ranks.push_back(rank);
      outcomes.scores.push_back(deciding_score(asked, answer, list_.persons()));
      cases.push_back({outcomes.scores.back(), !asked.truth.empty()});
      best_candidates.push_back(
          {answer.entries.empty() ? 0 : answer.entries.front().score, rank == 1});
    }
    Matcher matcher;
    matcher.name = answers.name;
    matcher.about = answers.about;
    matcher.seconds = answers.seconds;
    const ScoreGroups groups = group_by_score(cases);
    matcher.figures = take_figures(screening_measures(), groups, options_.bootstrap);
    if (is_engine) {
      const auto own =
          own_decisions(travellers_, answers.answers, outcomes.scores, options_.bootstrap);
      matcher.figures.insert(matcher.figures.end(), own.begin(), own.end());
    }
    matcher.thresholds = take_thresholds(table_thresholds(), groups, options_.bootstrap);
    matcher.curve = take_curve(groups);
    matcher.calibration = calibrate(best_candidates, options_.bootstrap);
    matcher.cost = take_cost(groups, options_.miss_price, options_.alarm_price);
    add_slices(matcher, cases);
    add_worst(matcher, answers, outcomes);
    into_.outcomes.matchers.push_back(std::move(outcomes));
    into_.run.matchers.push_back(std::move(matcher));
  }

 private:
  /// At the thresholds that hold for all travellers: an officer does not set one for each script.
  void add_slices(Matcher& matcher, const std::vector<ScoredCase>& cases) const {
    std::vector<Measure> measures;
    for (const Figure& figure : matcher.figures) {
      if (!figure.name.starts_with("recall_at_1_in_") || std::isnan(figure.threshold)) continue;
      measures.push_back(recall_above_measure(figure.name, figure.label, figure.threshold));
    }
    measures.push_back(alarm_measure(kReview));
    for (const SliceTable::Part& part : slices_.parts()) {
      std::vector<ScoredCase> some;
      for (const std::uint32_t number : part.cases) some.push_back(cases[number]);
      const ScoreGroups groups = group_by_score(std::move(some));
      matcher.slices.push_back({part.dimension, part.value, part.cases.size(), groups.positives,
                                take_figures(measures, groups, options_.bootstrap)});
    }
  }

  void add_worst(Matcher& matcher, const MatcherAnswers& answers,
                 const MatcherOutcomes& outcomes) const {
    std::vector<std::size_t> listed, unlisted;
    for (std::size_t i = 0; i < travellers_.size(); ++i) {
      const double score = outcomes.scores[i];
      if (travellers_[i].truth.empty()) {
        if (score > 0) unlisted.push_back(i);
      } else if (score < kReview) {
        listed.push_back(i);
      }
    }
    std::stable_sort(listed.begin(), listed.end(), [&](std::size_t a, std::size_t b) {
      return outcomes.scores[a] < outcomes.scores[b];
    });
    std::stable_sort(unlisted.begin(), unlisted.end(), [&](std::size_t a, std::size_t b) {
      return outcomes.scores[a] > outcomes.scores[b];
    });
    matcher.misses = worst(listed, answers, outcomes);
    matcher.false_alarms = worst(unlisted, answers, outcomes);
  }

  std::vector<Case> worst(const std::vector<std::size_t>& numbers, const MatcherAnswers& answers,
                          const MatcherOutcomes& outcomes) const {
    return worst_cases(list_, travellers_, numbers, answers, outcomes, options_.worst,
                       into_.run.matchers.empty());
  }

  const std::vector<AskedTraveller>& travellers_;
  AskedList& list_;
  const EvalOptions& options_;
  Evaluated& into_;
  SliceTable slices_;
};

void add_remarks(Run& run, const std::vector<AskedTraveller>& travellers, const ListSource& source,
                 const ListedPersons& persons) {
  const auto lost = std::count_if(
      travellers.begin(), travellers.end(),
      [&](const AskedTraveller& t) { return !t.truth.empty() && !persons.holds(t.truth); });
  if (lost > 0 && !source.lists.empty()) {
    run.remarks.push_back(fmt::format(
        "{} travellers name an entry that is not on the list: they count as missed", lost));
  }
  const std::uint64_t unlisted = run.cases - run.positives;
  if (const std::string_view rates = rates_beyond(unlisted); !rates.empty()) {
    run.remarks.push_back(fmt::format("{} unlisted travellers are too few for the recall at 1 false alarm in {}", unlisted, rates));
  }
}

/// Each renamed column must be in one of the files: a slip of the pen must not go unnoticed.
Result<void> check_columns(const std::vector<std::string>& files, const ColumnNames& names) {
  for (const auto& name : names) {
    Result<LabelledTable> table = fail(ErrorCode::internal, "no file");
    for (const std::string& file : files) {
      table = read_labelled(file, {name});
      if (table) break;
    }
    if (!table) return tl::unexpected<Error>(table.error());
  }
  return {};
}

}  // namespace

double deciding_score(const AskedTraveller& asked, const FoundEntries& answer,
                      const ListedPersons& persons) {
  if (asked.truth.empty()) return answer.entries.empty() ? 0 : answer.entries.front().score;
  const std::uint64_t rank = rank_of(asked.truth, answer, persons);
  return rank == 0 ? -1 : answer.entries[rank - 1].score;
}

Result<std::vector<AskedTraveller>> read_screening_data(const ScreeningData& data,
                                                        const TravellerColumns& wanted, Run& run) {
  std::vector<AskedTraveller> all;
  std::vector<std::string> given;
  const std::pair<const char*, const std::string&> files[] = {
      {"positives", data.positives}, {"negatives", data.negatives}, {"truth", data.truth}};
  for (const auto& [role, path] : files) {
    if (path.empty()) continue;
    const Result<DataFile> file = describe_file(role, path);
    if (!file) return tl::unexpected<Error>(file.error());
    run.files.push_back(*file);
    given.push_back(path);
  }
  if (const auto checked = check_columns(given, wanted.columns); !checked) {
    return tl::unexpected<Error>(checked.error());
  }
  TravellerColumns columns = wanted;
  columns.other_files = true;
  if (!data.positives.empty()) {
    Result<std::vector<AskedTraveller>> listed = read_asked(data.positives, columns);
    if (!listed) return tl::unexpected<Error>(listed.error());
    all = std::move(*listed);
    if (!data.truth.empty()) {
      const Result<void> added = add_truth(data.truth, columns, all);
      if (!added) return tl::unexpected<Error>(added.error());
    }
    for (const AskedTraveller& asked : all) {
      if (!asked.truth.empty()) continue;
      return fail(
          ErrorCode::input_refused,
          "expected the true entry of every listed traveller, in column 'entry' or with --truth",
          data.positives);
    }
  }
  run.positives = all.size();
  if (!data.negatives.empty()) {
    Result<std::vector<AskedTraveller>> others = read_asked(data.negatives, columns);
    if (!others) return tl::unexpected<Error>(others.error());
    for (AskedTraveller& asked : *others) asked.truth.clear();
    std::move(others->begin(), others->end(), std::back_inserter(all));
  }
  run.cases = all.size();
  return all;
}

Result<Evaluated> run_screening(const ListSource& source, const ScreeningData& data,
                                const TravellerColumns& columns, const EvalOptions& options) {
  const auto start = std::chrono::steady_clock::now();
  Evaluated evaluated{begin_run(Kind::screening, options), {}};
  options.tell("reading travellers");
  const auto travellers = read_screening_data(data, columns, evaluated.run);
  if (!travellers) return tl::unexpected<Error>(travellers.error());
  Result<AskedList> list = AskedList::open(source, options, evaluated.run);
  if (!list) return tl::unexpected<Error>(list.error());
  for (const AskedTraveller& asked : *travellers) {
    evaluated.outcomes.ids.push_back(asked.traveller.id);
    evaluated.outcomes.asked.push_back(asked.name());
    evaluated.outcomes.truth.push_back(asked.truth);
    evaluated.outcomes.positive.push_back(!asked.truth.empty());
  }
  add_remarks(evaluated.run, *travellers, source, list->persons());
  ScreeningEvaluation evaluation(*travellers, *list, options, evaluated);
  const Result<void> asked = ask_all(
      *list, *travellers, options, [&](const MatcherAnswers& answers) { evaluation.add(answers); });
  if (!asked) return tl::unexpected<Error>(asked.error());
  const std::vector<std::string> shortened = evaluation.slices().shortened();
  evaluated.run.remarks.insert(evaluated.run.remarks.end(), shortened.begin(), shortened.end());
  evaluated.run.seconds =
      std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
  return evaluated;
}

}  // namespace darvaza::eval
