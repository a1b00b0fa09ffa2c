#include "eval/retrieval_run.h"

#include <algorithm>
#include <chrono>
#include <numeric>

#include <fmt/core.h>

#include "eval/data_file.h"
#include "eval/measures.h"
#include "eval/slices.h"

namespace darvaza::eval {
namespace {

/// How many queries have their person at each rank; at 0 those that have not.
using RankCounts = std::vector<std::uint64_t>;

/// The shares of queries with their person among the first 1, 2, ... 10, then the mean reciprocal
/// rank.
std::vector<double> rank_values(const RankCounts& counts) {
  const auto all =
      static_cast<double>(std::accumulate(counts.begin(), counts.end(), std::uint64_t{0}));
  std::vector<double> values;
  std::uint64_t within = 0;
  double reciprocal = 0;
  for (std::size_t rank = 1; rank <= kTop; ++rank) {
    within += counts[rank];
    reciprocal += static_cast<double>(counts[rank]) / static_cast<double>(rank);
    values.push_back(all == 0 ? kNone : static_cast<double>(within) / all);
  }
  values.push_back(all == 0 ? kNone : reciprocal / all);
  return values;
}

std::vector<Estimate> rank_estimates(const RankCounts& counts, const BootstrapOptions& bootstrap) {
  RankCounts drawn;
  std::vector<Estimate> estimates = intervals(bootstrap, rank_values(counts), [&](perturb::Random& random) {
    draw_counts(random, counts, drawn);
    return rank_values(drawn);
  });
  const std::uint64_t all = std::accumulate(counts.begin(), counts.end(), std::uint64_t{0});
  std::uint64_t within = 0;
  for (std::size_t rank = 1; rank <= kTop; ++rank) bound_exactly(bootstrap, within += counts[rank], all, estimates[rank - 1]);
  return estimates;
}

std::vector<Figure> rank_figures(const std::vector<Estimate>& estimates) {
  return {{"r_at_1", "right person first", estimates[0], kNone, true},
          {"r_at_10", "right person among the first ten", estimates[kTop - 1], kNone, true},
          {"mrr", "mean reciprocal rank", estimates[kTop], kNone, true}};
}

class RetrievalEvaluation {
 public:
  RetrievalEvaluation(const std::vector<AskedTraveller>& queries, AskedList& list,
                      const EvalOptions& options, Evaluated& into)
      : queries_(queries), list_(list), options_(options), into_(into) {
    for (const AskedTraveller& query : queries) slices_.add(query.labels);
  }

  const SliceTable& slices() const { return slices_; }

  void add(const MatcherAnswers& answers) {
    MatcherOutcomes outcomes{answers.name, {}, {}};
    std::vector<ScoredCase> first_answers;
    for (std::size_t i = 0; i < queries_.size(); ++i) {
      const FoundEntries& answer = answers.answers[i];
      const std::uint64_t rank = rank_of(queries_[i].truth, answer, list_.persons());
      outcomes.ranks.push_back(rank);
      outcomes.scores.push_back(rank == 0 ? -1 : answer.entries[rank - 1].score);
      if (!answer.entries.empty()) {
        first_answers.push_back({answer.entries.front().score, rank == 1});
      }
    }
    Matcher matcher;
    matcher.name = answers.name;
    matcher.about = answers.about;
    matcher.seconds = answers.seconds;
    RankCounts counts(kTop + 1);
    for (const std::uint64_t rank : outcomes.ranks) ++counts[rank];
    const std::vector<Estimate> estimates = rank_estimates(counts, options_.bootstrap);
    matcher.figures = rank_figures(estimates);
    for (std::size_t rank = 1; rank <= kTop; ++rank) {
      matcher.ranks.push_back({rank, estimates[rank - 1]});
    }
    matcher.calibration = calibrate(first_answers, options_.bootstrap);
    for (const SliceTable::Part& part : slices_.parts()) {
      matcher.slices.push_back(slice(part, outcomes.ranks));
    }
    add_worst(matcher, answers, outcomes);
    into_.outcomes.matchers.push_back(std::move(outcomes));
    into_.run.matchers.push_back(std::move(matcher));
  }

 private:
  Slice slice(const SliceTable::Part& part, const std::vector<std::uint64_t>& ranks) const {
    RankCounts counts(kTop + 1);
    for (const std::uint32_t number : part.cases) ++counts[ranks[number]];
    return {part.dimension, part.value, part.cases.size(), part.cases.size(),
            rank_figures(rank_estimates(counts, options_.bootstrap))};
  }

  /// Misses: persons who were not found, then those farthest down. False alarms: wrong persons
  /// ranked first, the highest scores first.
  void add_worst(Matcher& matcher, const MatcherAnswers& answers, const MatcherOutcomes& outcomes) {
    std::vector<std::size_t> wrong;
    for (std::size_t i = 0; i < queries_.size(); ++i) {
      if (outcomes.ranks[i] != 1) wrong.push_back(i);
    }
    const auto answer_score = [&](std::size_t i) {
      const auto& entries = answers.answers[i].entries;
      return entries.empty() ? 0 : entries.front().score;
    };
    std::stable_sort(wrong.begin(), wrong.end(), [&](std::size_t a, std::size_t b) {
      const auto depth = [&](std::size_t i) {
        return outcomes.ranks[i] == 0 ? kTop + 1 : outcomes.ranks[i];
      };
      return depth(a) > depth(b);
    });
    matcher.misses = worst(wrong, answers, outcomes);
    std::erase_if(wrong, [&](std::size_t i) { return answers.answers[i].entries.empty(); });
    std::stable_sort(wrong.begin(), wrong.end(), [&](std::size_t a, std::size_t b) {
      return answer_score(a) > answer_score(b);
    });
    matcher.false_alarms = worst(wrong, answers, outcomes);
  }

  std::vector<Case> worst(const std::vector<std::size_t>& numbers, const MatcherAnswers& answers,
                          const MatcherOutcomes& outcomes) const {
    return worst_cases(list_, queries_, numbers, answers, outcomes, options_.worst,
                       into_.run.matchers.empty());
  }

  const std::vector<AskedTraveller>& queries_;
  AskedList& list_;
  const EvalOptions& options_;
  Evaluated& into_;
  SliceTable slices_;
};

Result<void> check_truth(const std::string& file, const std::vector<AskedTraveller>& queries) {
  for (std::size_t i = 0; i < queries.size(); ++i) {
    if (!queries[i].truth.empty()) continue;
    return fail(ErrorCode::input_refused,
                "expected the true entry of every query in column 'entry'", file, 0, i + 1);
  }
  return {};
}

}  // namespace

Result<Evaluated> run_retrieval(const ListSource& source, const std::string& file,
                                const TravellerColumns& columns, const EvalOptions& options) {
  const auto start = std::chrono::steady_clock::now();
  Evaluated evaluated{begin_run(Kind::retrieval, options), {}};
  options.tell("reading queries");
  const Result<DataFile> described = describe_file("queries", file);
  if (!described) return tl::unexpected<Error>(described.error());
  evaluated.run.files.push_back(*described);
  const Result<std::vector<AskedTraveller>> queries = read_asked(file, columns);
  if (!queries) return tl::unexpected<Error>(queries.error());
  if (const auto checked = check_truth(file, *queries); !checked) {
    return tl::unexpected<Error>(checked.error());
  }
  Result<AskedList> list = AskedList::open(source, options, evaluated.run);
  if (!list) return tl::unexpected<Error>(list.error());
  evaluated.run.cases = evaluated.run.positives = queries->size();
  for (const AskedTraveller& query : *queries) {
    evaluated.outcomes.ids.push_back(query.traveller.id);
    evaluated.outcomes.asked.push_back(query.name());
    evaluated.outcomes.truth.push_back(query.truth);
    evaluated.outcomes.positive.push_back(true);
  }
  if (!source.lists.empty()) {
    const auto lost = std::count_if(queries->begin(), queries->end(), [&](const AskedTraveller& q) {
      return !list->persons().holds(q.truth);
    });
    if (lost > 0) {
      evaluated.run.remarks.push_back(fmt::format(
          "{} queries name an entry that is not on the list: they count as not found", lost));
    }
  }
  RetrievalEvaluation evaluation(*queries, *list, options, evaluated);
  const Result<void> asked = ask_all(
      *list, *queries, options, [&](const MatcherAnswers& answers) { evaluation.add(answers); });
  if (!asked) return tl::unexpected<Error>(asked.error());
  const std::vector<std::string> shortened = evaluation.slices().shortened();
  evaluated.run.remarks.insert(evaluated.run.remarks.end(), shortened.begin(), shortened.end());
  evaluated.run.seconds =
      std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
  return evaluated;
}

}  // namespace darvaza::eval
