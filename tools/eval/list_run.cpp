#include "eval/list_run.h"

#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <system_error>
#include <utility>

#include <fmt/core.h>
#include <unistd.h>

#include "darvaza/build_index.h"
#include "eval/data_file.h"

namespace darvaza::eval {
namespace {

namespace fs = std::filesystem;
using Clock = std::chrono::steady_clock;

double seconds_since(Clock::time_point start) {
  return std::chrono::duration<double>(Clock::now() - start).count();
}

/// A directory that goes with everything in it.
class TemporaryDirectory {
 public:
  TemporaryDirectory() {
    std::error_code error;
    std::string path = (fs::temp_directory_path(error) / "darvaza-eval-XXXXXX").string();
    if (!error && mkdtemp(path.data()) != nullptr) path_ = path;
  }
  TemporaryDirectory(const TemporaryDirectory&) = delete;
  TemporaryDirectory& operator=(const TemporaryDirectory&) = delete;
  ~TemporaryDirectory() {
    std::error_code ignored;
    if (!path_.empty()) fs::remove_all(path_, ignored);
  }
  const fs::path& path() const { return path_; }  ///< empty when none could be made

 private:
  fs::path path_;
};

/// The open index stays readable after its file is gone: it is mapped.
Result<Screener> build_and_open(const std::vector<fs::path>& lists) {
  const TemporaryDirectory directory;
  if (directory.path().empty()) return fail(ErrorCode::io, "no temporary directory can be made");
  const fs::path index = directory.path() / "lists.dvz";
  const Result<BuildReport> built = build_index(lists, index);
  if (!built) return tl::unexpected<Error>(built.error());
  return Screener::open(index);
}

Result<void> note_files(const ListSource& source, Run& run) {
  const auto note = [&](const char* role, const std::string& path) -> Result<void> {
    const Result<DataFile> file = describe_file(role, path);
    if (!file) return tl::unexpected<Error>(file.error());
    run.files.push_back(*file);
    return {};
  };
  for (const fs::path& list : source.lists) {
    if (const Result<void> noted = note("list", list.string()); !noted) return noted;
  }
  return source.index.empty() ? Result<void>{} : note("index", source.index);
}

}  // namespace

Result<AskedList> AskedList::open(const ListSource& source, const EvalOptions& options, Run& run) {
  if (source.lists.empty() && source.index.empty()) {
    return fail(ErrorCode::usage, "expected --list FILE, or --index FILE");
  }
  if (const Result<void> noted = note_files(source, run); !noted) {
    return tl::unexpected<Error>(noted.error());
  }
  AskedList list;
  if (!source.lists.empty()) {
    options.tell("reading the list");
    Result<ListedPersons> persons = ListedPersons::read(source.lists);
    if (!persons) return tl::unexpected<Error>(persons.error());
    list.persons_ = std::move(*persons);
  }
  options.tell("building the index");
  Result<Screener> screener =
      source.index.empty() ? build_and_open(source.lists) : Screener::open(source.index);
  if (!screener) return tl::unexpected<Error>(screener.error());
  list.screener_ = std::move(*screener);
  const IndexDescription description = list.screener_->describe();
  run.listed_names = description.names;
  run.listed_entries = description.entries;
  if (source.lists.empty() && !options.baselines.empty()) {
    run.remarks.push_back(
        "no baselines: an index does not tell its names; give the lists with --list");
  }
  return list;
}

Result<void> ask_all(AskedList& list, const std::vector<AskedTraveller>& travellers,
                     const EvalOptions& options,
                     const std::function<void(const MatcherAnswers&)>& take) {
  options.tell("darvaza");
  Clock::time_point start = Clock::now();
  std::vector<FoundEntries> answers =
      engine_answers(list.screener(), travellers, options.threads, list.persons());
  take({"darvaza", "this engine: darvaza screen", seconds_since(start), std::move(answers)});
  if (!list.persons().names().empty() && !options.baselines.empty()) {
    options.tell("preparing names");
    start = Clock::now();
    const BaselineList names(list.persons(), options.threads);
    const double preparation = seconds_since(start);
    for (const Baseline& baseline : options.baselines) {
      options.tell(std::string(baseline.name));
      start = Clock::now();
      answers = names.answers(baseline, travellers, options.threads);
      take({std::string(baseline.name), std::string(baseline.about),
            preparation + seconds_since(start), std::move(answers)});
    }
  }
  for (const PipedMatcher& matcher : options.matchers) {
    options.tell(matcher.name);
    start = Clock::now();
    Result<std::vector<FoundEntries>> found = piped_entries(matcher, travellers, list.persons());
    if (!found) return tl::unexpected<Error>(found.error());
    take({matcher.name, matcher.command, seconds_since(start), std::move(*found)});
  }
  return {};
}

namespace {

/// A case of a run against a list, without scores.
Case list_case(const AskedTraveller& asked, const ListedPersons& persons,
               const FoundEntries& answer) {
  Case out;
  out.id = asked.traveller.id;
  out.asked = asked.name();
  out.where = asked.where;
  if (!asked.truth.empty()) {
    out.truth = fmt::format("{} ({})", persons.name_of(asked.truth), asked.truth);
  }
  if (!answer.entries.empty()) {
    const ListedPersons::Entry& first = persons.entries()[answer.entries.front().entry];
    out.answer = fmt::format("{} ({})", first.name, first.id);
    out.answer_score = answer.entries.front().score;
  }
  return out;
}

/// Fills in the engine's reasons of the cases, which must be those of its own answers.
void explain(const AskedList& list, const std::vector<AskedTraveller>& travellers,
             const std::vector<std::size_t>& numbers, std::vector<Case>& cases,
             const std::vector<FoundEntries>& answers) {
  const auto& entries = list.persons().entries();
  for (std::size_t i = 0; i < cases.size(); ++i) {
    const AskedTraveller& asked = travellers[numbers[i]];
    const FoundEntries& answer = answers[numbers[i]];
    const auto evidence_of = [&](const ListedPersons::Entry& entry) {
      return engine_evidence(list.screener(), asked.traveller, entry.list, entry.id);
    };
    for (const ListedPersons::Entry& entry : entries) {
      if (asked.truth.empty() || !cases[i].evidence.empty()) break;
      if (is_meant(entry.id, asked.truth)) cases[i].evidence = evidence_of(entry);
    }
    if (!answer.entries.empty()) {
      cases[i].answer_evidence = evidence_of(entries[answer.entries.front().entry]);
    }
  }
}

}  // namespace

std::vector<Case> worst_cases(const AskedList& list, const std::vector<AskedTraveller>& travellers,
                              std::vector<std::size_t> numbers, const MatcherAnswers& answers,
                              const MatcherOutcomes& outcomes, std::size_t most, bool of_engine) {
  numbers.resize(std::min(numbers.size(), most));
  std::vector<Case> cases;
  for (const std::size_t i : numbers) {
    cases.push_back(list_case(travellers[i], list.persons(), answers.answers[i]));
    cases.back().score = outcomes.scores[i];
    cases.back().rank = outcomes.ranks[i];
  }
  if (of_engine) explain(list, travellers, numbers, cases, answers.answers);
  return cases;
}

std::uint64_t rank_of(const std::string& truth, const FoundEntries& answer,
                      const ListedPersons& persons) {
  for (std::size_t i = 0; i < answer.entries.size(); ++i) {
    if (is_meant(persons.entries()[answer.entries[i].entry].id, truth)) return i + 1;
  }
  return 0;
}

}  // namespace darvaza::eval
