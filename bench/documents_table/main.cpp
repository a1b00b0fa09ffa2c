// documents-table: builds a table of generated lost documents, compares answers with a
// straightforward reference, and only then says what a check costs. One JSON line.
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <ctime>
#include <filesystem>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

#include <CLI/CLI.hpp>
#include <boost/json.hpp>
#include <fmt/core.h>
#include <sys/resource.h>

#include "documents_table/reference.h"
#include "generate/lost_document.h"
#include "index/index.h"
#include "index/index_builder.h"

namespace darvaza::bench {
namespace {

struct Wanted {
  std::uint64_t documents = 1'000'000, checks = 10'000'000, questions = 2'000'000, seed = 1;
  unsigned threads = 2;
  std::string index = "documents-table.dvz";
  bool keep = false;
};

class Stopwatch {
 public:
  double seconds() const {
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - begin_).count();
  }

 private:
  std::chrono::steady_clock::time_point begin_ = std::chrono::steady_clock::now();
};

std::uint64_t peak_memory() {
  rusage usage{};
  ::getrusage(RUSAGE_SELF, &usage);
  return static_cast<std::uint64_t>(usage.ru_maxrss) * 1024;
}

Result<std::uint64_t> build(const Wanted& wanted) {
  index::IndexBuilder builder(wanted.threads);
  for (std::uint64_t i = 0; i < wanted.documents; ++i)
    builder.add(generate::make_lost_document(wanted.seed, i));
  return builder.write(wanted.index);
}

/// A number inside or beside a run, made from document `i` when that is one.
std::string near_a_run(const LostDocument& document, generate::Random& random) {
  if (document.range_end.empty()) return document.number;
  std::string number = document.number;
  const std::string serial = fmt::format("{:05}", random.below(100'000));
  number.replace(number.size() - 5, 5,
                 random.chance(700)
                     ? std::string_view(serial).substr(0, 5)
                     : std::string_view(document.range_end).substr(number.size() - 5));
  return number;
}

/// Half are listed, of which a third are misread; half are not, or only by chance.
std::string make_question(const Wanted& wanted, const std::vector<std::uint64_t>& runs,
                          std::uint64_t number) {
  generate::Random random = generate::Random::of_record(wanted.seed, 21, number);
  const std::uint64_t kind = random.below(20);
  if (kind == 0 && !runs.empty()) {
    const std::string asked =
        near_a_run(generate::make_lost_document(
                       wanted.seed, runs[static_cast<std::size_t>(random.below(runs.size()))]),
                   random);
    return random.chance(300) ? generate::misread(asked, random) : asked;
  }
  if (kind < 10) {
    const std::string listed =
        generate::make_lost_document(wanted.seed, random.below(wanted.documents)).number;
    return random.chance(333) ? generate::misread(listed, random) : listed;
  }
  return generate::make_unlisted_document(wanted.seed, number).number;
}

auto fields_of(const LostDocument& d) {
  return std::tie(d.list, d.number, d.range_end, d.type, d.issuing_state, d.status, d.lost,
                  d.reported, d.review, d.reporting_state, d.reference);
}

struct Answer {
  DocumentMatch match;
  LostDocument record;
  bool operator<(const Answer& other) const {
    return std::tuple(match, fields_of(record)) < std::tuple(other.match, fields_of(other.record));
  }
  bool operator==(const Answer& other) const {
    return match == other.match && fields_of(record) == fields_of(other.record);
  }
};

struct Checked {
  std::uint64_t answers = 0, wrong = 0, exact = 0, in_run = 0, confusable = 0, nothing = 0;
};

Checked check(const Wanted& wanted, const index::Index& index, const Reference& reference,
              const std::vector<std::uint64_t>& runs) {
  Checked checked;
  constexpr std::uint64_t kAtOnce = 1000;
  std::vector<std::string> asked;
  std::vector<std::string_view> views;
  std::vector<std::vector<Answer>> given;
  for (std::uint64_t begin = 0; begin < wanted.checks; begin += kAtOnce) {
    asked.clear();
    for (std::uint64_t i = begin; i < std::min(begin + kAtOnce, wanted.checks); ++i)
      asked.push_back(make_question(wanted, runs, i));
    views.assign(asked.begin(), asked.end());
    given.assign(asked.size(), {});
    index.find_documents(views, [&](std::size_t place, index::DocumentMatchView&& found) {
      given[place].push_back({found.match, std::move(found.record)});
    });
    for (std::size_t i = 0; i < asked.size(); ++i) {
      std::vector<Answer> expected;
      for (const Expected& one : reference.find(asked[i]))
        expected.push_back({one.match, generate::make_lost_document(wanted.seed, one.document)});
      std::sort(expected.begin(), expected.end());
      std::sort(given[i].begin(), given[i].end());
      ++checked.answers;
      checked.nothing += expected.empty();
      for (const Answer& one : expected) {
        checked.exact += one.match == DocumentMatch::exact;
        checked.in_run += one.match == DocumentMatch::range;
        checked.confusable += one.match == DocumentMatch::confusable;
      }
      if (given[i] == expected) continue;
      if (++checked.wrong <= 10)
        fmt::print(stderr, "{}: {} answers where the reference has {}\n", asked[i], given[i].size(),
                   expected.size());
    }
  }
  return checked;
}

/// Seconds of processor of this process, which has one thread while it measures: other work on the
/// machine takes time, but not these.
class ProcessorTime {
 public:
  double seconds() const { return static_cast<double>(std::clock() - begin_) / CLOCKS_PER_SEC; }

 private:
  std::clock_t begin_ = std::clock();
};

/// Checks a second on one core: the best of five rounds.
struct Rate {
  double batch = 0, single = 0;            ///< by the clock
  double batch_busy = 0, single_busy = 0;  ///< by processor time
};

Rate measure(const index::Index& index, const std::vector<std::string>& numbers) {
  const std::vector<std::string_view> views(numbers.begin(), numbers.end());
  Rate rate;
  for (int round = 0; round < 5; ++round) {
    std::size_t found = 0;
    const Stopwatch batch;
    const ProcessorTime batch_busy;
    index.find_documents(views, [&](std::size_t, index::DocumentMatchView&&) { ++found; });
    rate.batch = std::max(rate.batch, static_cast<double>(views.size()) / batch.seconds());
    rate.batch_busy =
        std::max(rate.batch_busy, static_cast<double>(views.size()) / batch_busy.seconds());
    const Stopwatch single;
    const ProcessorTime single_busy;
    for (const std::string_view number : views) found -= index.find_documents(number).size();
    rate.single = std::max(rate.single, static_cast<double>(views.size()) / single.seconds());
    rate.single_busy =
        std::max(rate.single_busy, static_cast<double>(views.size()) / single_busy.seconds());
    if (found != 0) fmt::print(stderr, "one by one other answers than all at once\n");
  }
  return rate;
}

double measure_near(const index::Index& index, const std::vector<std::string>& numbers) {
  const std::size_t count = std::min<std::size_t>(numbers.size(), 20'000);
  const ProcessorTime watch;
  std::size_t found = 0;
  for (std::size_t i = 0; i < count; ++i)
    found += index.find_documents(numbers[i], index::NumberSearch::near).size();
  return found <= 100 * count ? static_cast<double>(count) / watch.seconds() : 0;
}

boost::json::object to_json(Rate rate) {
  return {{"batch", rate.batch},
          {"single", rate.single},
          {"batch_busy", rate.batch_busy},
          {"single_busy", rate.single_busy}};
}

boost::json::object measure_all(const Wanted& wanted, const index::Index& index,
                                const Reference& reference) {
  std::vector<std::string> unlisted, listed, misread;
  generate::Random random(wanted.seed ^ 77);
  for (std::uint64_t i = 1'000'000'000; unlisted.size() < wanted.questions; ++i) {
    std::string number = generate::make_unlisted_document(wanted.seed, i).number;
    if (reference.find(number).empty()) unlisted.push_back(std::move(number));
  }
  for (std::size_t i = 0; i < wanted.questions / 2; ++i) {
    listed.push_back(
        generate::make_lost_document(wanted.seed, random.below(wanted.documents)).number);
    misread.push_back(generate::misread(listed.back(), random));
  }
  return {{"unlisted", to_json(measure(index, unlisted))},
          {"listed", to_json(measure(index, listed))},
          {"misread", to_json(measure(index, misread))},
          {"near_unlisted", measure_near(index, unlisted)}};
}

int run(int argc, char** argv) {
  Wanted wanted;
  CLI::App app("Builds a table of generated lost documents, checks its answers, measures");
  app.add_option("--documents", wanted.documents, "How many")->capture_default_str();
  app.add_option("--checks", wanted.checks, "How many answers are compared with the reference")
      ->capture_default_str();
  app.add_option("--questions", wanted.questions, "How many numbers are timed")
      ->capture_default_str()
      ->check(CLI::Range(2, 100'000'000));
  app.add_option("--seed", wanted.seed, "Another seed gives other documents")
      ->capture_default_str();
  app.add_option("--threads", wanted.threads, "For the build")->capture_default_str();
  app.add_option("--index", wanted.index, "Where the index is written")->capture_default_str();
  app.add_flag("--keep", wanted.keep, "Leave the index there");
  CLI11_PARSE(app, argc, argv);

  const Stopwatch building;
  const auto written = build(wanted);
  if (!written) return fmt::print(stderr, "documents-table: {}\n", to_string(written.error())), 74;
  const double build_seconds = building.seconds();
  const std::uint64_t build_memory = peak_memory();
  const Stopwatch opening;
  const auto index = index::Index::open(wanted.index);
  if (!index) return fmt::print(stderr, "documents-table: {}\n", to_string(index.error())), 65;
  const double open_seconds = opening.seconds();

  fmt::print(stderr,
             "documents-table: {} documents, {} bytes, built in {:.1f} s with {} MB at most, "
             "opened in {:.3f} s\n",
             wanted.documents, *written, build_seconds, build_memory / 1'000'000, open_seconds);

  const Reference reference(wanted.seed, wanted.documents);
  std::vector<std::uint64_t> runs;
  for (std::uint64_t i = 0; i < std::min<std::uint64_t>(wanted.documents, 10'000'000); ++i) {
    if (!generate::make_lost_document(wanted.seed, i).range_end.empty()) runs.push_back(i);
  }
  const Checked checked = check(wanted, *index, reference, runs);
  fmt::print(stderr, "documents-table: {} of {} answers wrong\n", checked.wrong, checked.answers);
  boost::json::object result = {
      {"system", "darvaza"},
      {"question", "document"},
      {"documents", wanted.documents},
      {"bytes_per_document", static_cast<double>(*written) / static_cast<double>(wanted.documents)},
      {"build_seconds", build_seconds},
      {"build_peak_bytes", build_memory},
      {"open_seconds", open_seconds},
      {"answers", checked.answers},
      {"wrong", checked.wrong},
      {"expected",
       {{"exact", checked.exact},
        {"range", checked.in_run},
        {"confusable", checked.confusable},
        {"nothing", checked.nothing}}}};
  if (checked.wrong == 0) result["checks_per_second"] = measure_all(wanted, *index, reference);
  if (!wanted.keep) std::filesystem::remove(wanted.index);
  fmt::print("{}\n", boost::json::serialize(result));
  return checked.wrong == 0 ? 0 : 1;
}

}  // namespace
}  // namespace darvaza::bench

int main(int argc, char** argv) { return darvaza::bench::run(argc, argv); }
