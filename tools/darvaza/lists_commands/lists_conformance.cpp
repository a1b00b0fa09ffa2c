// darvaza lists reference, conformance: whether two posts, or two versions, answer alike.
#include <algorithm>
#include <filesystem>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include <boost/json.hpp>
#include <fmt/core.h>

#include "answers/answer_text.h"
#include "darvaza/read_travellers.h"
#include "darvaza/version.h"
#include "index/index.h"
#include "input/screening_arguments.h"
#include "lists_commands/answer_differences.h"
#include "lists_commands/lists.h"
#include "lists_commands/reference_set.h"
#include "output/exit_status.h"
#include "output/output_file.h"
#include "output/terminal.h"
#include "records/today.h"
#include "text/input_file.h"
#include "text/json_text.h"

namespace darvaza::tool {
namespace {

namespace fs = std::filesystem;
namespace json = boost::json;

/// As cmp(1) and diff(1) have it.
constexpr int kDiffers = 1;

constexpr const char* kReferenceFooter = R"(
Listed people under every one of their names, under the variations of `darvaza eval perturb`, lost documents, and people
who are not listed: put together of the list's own names. The same lists, seed and version give the same file.

Example:
  darvaza lists reference --output reference.csv un.xml national.csv)";

constexpr const char* kConformanceFooter = R"(
Asks the same questions on both sides and shows every answer that differs, and why: an entry that only one side has, terms
that keep it from a post, a score and the pieces of evidence that make the difference, thresholds; and before these, in
what the two sides themselves differ. The other side is an index (--other), or its answers: those that
--record wrote there, or the lines of `darvaza screen` or of the daemon.

Exit status: 0 all answers are equal, 1 some differ; otherwise as everywhere.

Examples:
  darvaza lists conformance --index POST/current --other other.dvz reference.csv
  darvaza lists conformance --index lists.dvz --record answers-of-a.jsonl reference.csv       (at post A)
  darvaza lists conformance --index lists.dvz --answers answers-of-a.jsonl reference.csv      (at post B))";

struct Options {
  ScreeningArguments screening;
  std::vector<fs::path> other;
  std::string answers, record;
  std::vector<std::string> references;
  bool json = false;
};

/// What one side is: the first line of a record.
json::object head_of(const Screener& screener, const ScreeningArguments& arguments) {
  const IndexDescription index = screener.describe();
  const ScreeningOptions options = arguments.options();
  json::array sources;
  for (const std::string& source : index.sources) {
    json::error_code error;
    json::value described = json::parse(source, error);  // an index is not to be trusted to hold JSON
    sources.push_back(error ? json::value(text::json_text(source)) : std::move(described));
  }
  json::array lists;
  for (const ListInUse& list : screener.lists()) lists.push_back(text::json_text(list.version == 0 ? list.list : fmt::format("{} {} {}", list.list, list.version, list.issued)));
  return {{"conformance", 1},
          {"engine", version()},
          {"tables", text::json_text(index.tables_fingerprint)},
          {"index", text::json_text(index.digest)},
          {"lists", lists},
          {"sources", sources},
          {"state", text::json_text(options.post.state.text())},
          {"line", text::json_text(to_string(options.post.line))},
          {"date", text::json_text(darvaza::to_string(options.post.today))},
          {"top", options.top},
          {"min_score", score_text(options.min_score_bp).c_str()},
          {"review_score", score_text(options.review_score_bp).c_str()},
          {"hit_score", score_text(options.hit_score_bp).c_str()},
          {"near_documents", options.near_documents}};
}

/// As people write it: texts without quotes, several of them divided by commas.
std::string plain(const json::value& value) {
  if (value.is_array()) {
    std::string all;
    for (const json::value& one : value.get_array()) all += (all.empty() ? "" : ", ") + plain(one);
    return all.empty() ? "none" : all;
  }
  return value.is_string() ? std::string(value.get_string().data(), value.get_string().size()) : json::serialize(value);
}

/// In what two sides differ before anybody asks: engine, tables, lists, thresholds, whose post it is.
std::vector<std::string> head_differences(const json::object& here, const json::object& there) {
  std::vector<std::string> lines;
  for (const auto& member : here) {
    const json::value* const other = there.if_contains(member.key());
    if (member.key() == "sources" || other == nullptr || *other == member.value()) continue;
    lines.push_back(fmt::format("{}: {} here, {} there", std::string_view(member.key().data(), member.key().size()), plain(member.value()), plain(*other)));
  }
  const json::value* const ours = here.if_contains("sources");
  const json::value* const theirs = there.if_contains("sources");
  if (ours == nullptr || theirs == nullptr || !ours->is_array() || !theirs->is_array()) return lines;
  for (const auto& [mine, yours, side] : {std::tuple(ours, theirs, "here"), std::tuple(theirs, ours, "there")}) {
    for (const json::value& source : mine->get_array()) {
      const auto& others = yours->get_array();
      if (std::find(others.begin(), others.end(), source) == others.end()) lines.push_back(fmt::format("only {}: source {}", side, json::serialize(source)));
    }
  }
  return lines;
}

/// A side that can be asked.
class IndexSide {
 public:
  static Result<IndexSide> open(const std::vector<fs::path>& files, const ScreeningArguments& arguments) {
    auto screener = Screener::open(files, arguments.required_lists);
    if (!screener) return tl::unexpected(screener.error());
    ScreeningOptions options = arguments.options();
    options.post = screener->with_known_day(options.post);
    return IndexSide(std::move(*screener), options);
  }

  const Screener& screener() const { return screener_; }

  std::vector<ScreeningResult> answers(const std::vector<Traveller>& travellers) const {
    std::vector<ScreeningResult> results(travellers.size());
    screener_.screen_batch(travellers, options_, 0, results);
    return results;
  }

  /// Why this side does not name the entry. Only asked where answers differ: the first time every entry is looked at.
  Result<std::string> why_missing(const Traveller& traveller, std::string_view list, std::string_view id) {
    if (indexes_.empty()) {
      if (auto read = read_entries(); !read) return tl::unexpected(read.error());
    }
    const auto found = entries_.find(key_of(list, id));
    if (found == entries_.end()) return std::string("the entry is not on that side's lists");
    if (!may_see(options_.post, indexes_[found->second.file].terms(found->second.entry))) {
      return std::string("its terms keep the entry from that side's post, or that day");
    }
    ScreeningOptions all = options_;
    all.top = kAll;
    all.min_score_bp = 0;
    const ScreeningResult answer = screener_.screen(traveller, all);
    for (const Candidate& candidate : answer.candidates) {
      if (candidate.list == list && candidate.id == id) return what_keeps(candidate);
    }
    return std::string("the entry is there, and its names are too unlike there");
  }

 private:
  static constexpr std::size_t kAll = 10'000;

  struct Place {
    std::size_t file;
    index::EntryId entry;
  };

  IndexSide(Screener screener, const ScreeningOptions& options) : screener_(std::move(screener)), options_(options) {}

  /// Of several files the last that holds an entry counts, unless a later one takes it out. The files are those that are searched: a
  /// directory stands for what is in it.
  Result<void> read_entries() {
    const std::vector<IndexDescription> files = screener_.describe_files();
    for (std::size_t file = 0; file < files.size(); ++file) {
      auto opened = index::Index::open(files[file].file);
      if (!opened) return tl::unexpected(opened.error());
      for (const index::Index::Removal& removal : opened->removals()) {
        if (!removal.is_document) entries_.erase(key_of(removal.list, removal.what));
      }
      for (index::EntryId entry = 0; entry < opened->entry_count(); ++entry) {
        const index::EntryView view = opened->entry(entry);
        entries_.insert_or_assign(key_of(view.list, view.id), Place{file, entry});
      }
      indexes_.push_back(std::move(*opened));
    }
    return {};
  }

  std::string what_keeps(const Candidate& candidate) const {
    std::string evidence;
    for (const Evidence& piece : candidate.evidence) {
      evidence += fmt::format("{}{} {:+.3f}", evidence.empty() ? "" : ", ", to_string(piece.kind), piece.weight_mn / 1000.0);
    }
    const char* const reason = candidate.score_bp < options_.min_score_bp ? "below the threshold" : "after the best that are shown";
    return fmt::format("it scores {} on that side, {}: {}", score_text(candidate.score_bp), reason, evidence);
  }

  static std::string key_of(std::string_view list, std::string_view id) { return fmt::format("{}\t{}", list, id); }

  Screener screener_;
  ScreeningOptions options_;
  std::vector<index::Index> indexes_;
  std::unordered_map<std::string, Place> entries_;
};

/// The other side's answers, as they were recorded or as it gives them.
struct OtherAnswers {
  json::object head;  ///< empty: nobody said what that side is
  std::unordered_map<std::string, std::vector<json::object>> by_id;  ///< the first answer last
};

Result<OtherAnswers> read_answers(const std::string& file) {
  auto in = text::open_input(file);
  if (!in) return tl::unexpected(in.error());
  OtherAnswers answers;
  std::string line;
  for (std::uint64_t number = 1; std::getline(*in, line); ++number) {
    json::error_code error;
    const json::value value = json::parse(line, error);
    if (error || !value.is_object()) return fail(ErrorCode::input_refused, "expected an answer as a JSON object", file, number);
    const json::object& object = value.get_object();
    if (object.contains("conformance")) {
      answers.head = object;
      continue;
    }
    const json::value* const id = object.if_contains("id");
    if (id == nullptr || !id->is_string() || !object.contains("decision")) {
      return fail(ErrorCode::input_refused, "expected an answer with id and decision", file, number);
    }
    answers.by_id[plain(*id)].push_back(object);
  }
  for (auto& [id, same] : answers.by_id) std::reverse(same.begin(), same.end());
  return answers;
}

Result<std::vector<Traveller>> read_reference(const std::vector<std::string>& files) {
  std::vector<Traveller> travellers;
  for (const std::string& file : files) {
    auto in = text::open_input(file);
    if (!in) return tl::unexpected(in.error());
    const auto summary = read_travellers(*in, file, {ManifestFormat::automatic, records::this_year()}, [&](Traveller&& one) { travellers.push_back(std::move(one)); });
    if (!summary) return tl::unexpected(summary.error());
    if (!summary->complete) return fail(ErrorCode::input_refused, "the reference set breaks off", file);
  }
  return travellers;
}

void print(const Options& options, const std::string& id, const std::vector<AnswerDifference>& differences) {
  if (options.json) {
    json::array out;
    for (const AnswerDifference& difference : differences) {
      out.push_back({{"what", text::json_text(difference.what)},
                     {"record", text::json_text(difference.record)},
                     {"here", text::json_text(difference.here)},
                     {"there", text::json_text(difference.there)},
                     {"why", text::json_texts(difference.why)}});
    }
    fmt::print("{}\n", json::serialize(json::object{{"id", text::json_text(id)}, {"differences", out}}));
    return;
  }
  fmt::print("{}\n", printable(id));
  for (const AnswerDifference& difference : differences) {
    fmt::print("  {}{}{}", difference.what, difference.record.empty() ? "" : ": ", printable(difference.record));
    if (!difference.here.empty()) fmt::print(", {} here", printable(difference.here));
    if (!difference.there.empty()) fmt::print(", {} there", printable(difference.there));
    fmt::print("\n");
    for (const std::string& line : difference.why) fmt::print("    {}\n", printable(line));
  }
}

/// The comparison of all answers.
class Run {
 public:
  Run(const Options& options, std::vector<Traveller> travellers, IndexSide& here) : options_(options), travellers_(std::move(travellers)), here_(here) {}

  void tell_heads(const json::object& here, const json::object& there) {
    const auto lines = there.empty() ? std::vector<std::string>{"the other side's answers do not say what it is: record them with --record"}
                                     : head_differences(here, there);
    if (options_.json) {
      fmt::print("{}\n", json::serialize(json::object{{"sides", text::json_texts(lines)}}));
      return;
    }
    for (const std::string& line : lines) fmt::print("{}\n", printable(line));
  }

  Result<int> against(IndexSide& there) {
    const auto ours = here_.answers(travellers_), theirs = there.answers(travellers_);
    for (std::size_t i = 0; i < travellers_.size(); ++i) {
      compare(i, darvaza::to_json(ours[i]), json::parse(darvaza::to_json(theirs[i])).as_object(),
              [&](std::string_view list, std::string_view id) { return reason(there, i, list, id); });
    }
    return finish();
  }

  Result<int> against(OtherAnswers& there) {
    const auto ours = here_.answers(travellers_);
    const WhyMissing unknown = [](std::string_view, std::string_view) { return std::string("that side's answer does not hold it"); };
    for (std::size_t i = 0; i < travellers_.size(); ++i) {
      const auto found = there.by_id.find(ours[i].id);
      if (found == there.by_id.end() || found->second.empty()) {
        ++differing_;
        print(options_, ours[i].id, {{"missing", {}, std::string(to_string(ours[i].decision)), {}, {"the other side has no answer to this question"}}});
        continue;
      }
      compare(i, darvaza::to_json(ours[i]), found->second.back(), unknown);
      found->second.pop_back();
    }
    std::map<std::string, std::size_t> unasked;
    for (const auto& [id, rest] : there.by_id) {
      if (!rest.empty()) unasked[id] = rest.size();
    }
    for (const auto& [id, count] : unasked) {
      ++differing_;
      print(options_, id, {{"missing", {}, {}, "answered", {"the reference set does not ask this: another set?"}}});
    }
    return finish();
  }

 private:
  void compare(std::size_t at, const std::string& ours, const json::object& theirs, const WhyMissing& why_not_there) {
    const json::object here = json::parse(ours).as_object();
    if (here == theirs) return;
    const auto differences = answer_differences(
        here, theirs, [&](std::string_view list, std::string_view id) { return reason(here_, at, list, id); }, why_not_there);
    if (differences.empty()) return;
    ++differing_;
    print(options_, travellers_[at].id, differences);
  }

  std::string reason(IndexSide& side, std::size_t at, std::string_view list, std::string_view id) {
    auto why = side.why_missing(travellers_[at], list, id);
    if (why) return std::move(*why);
    if (!failure_) failure_ = why.error();
    return "could not be found out";
  }

  Result<int> finish() {
    if (failure_) return tl::unexpected(*failure_);
    if (options_.json) {
      fmt::print("{}\n", json::serialize(json::object{{"asked", travellers_.size()}, {"different", differing_}}));
    } else {
      fmt::print("{} questions, {} answers differ\n", travellers_.size(), differing_);
    }
    return differing_ == 0 ? kDone : kDiffers;
  }

  const Options& options_;
  std::vector<Traveller> travellers_;
  IndexSide& here_;
  std::uint64_t differing_ = 0;
  std::optional<Error> failure_;
};

InputFiles inputs_of(const Options& options) {
  InputFiles inputs;
  inputs.add(options.screening.indexes);
  inputs.add(options.references);
  return inputs;
}

Result<int> record(const Options& options, const IndexSide& here, const std::vector<Traveller>& travellers) {
  auto output = OutputFile::open(options.record, inputs_of(options));
  if (!output) return tl::unexpected(output.error());
  output->write(json::serialize(head_of(here.screener(), options.screening)) + '\n');
  for (const ScreeningResult& answer : here.answers(travellers)) output->write(darvaza::to_json(answer) + '\n');
  if (auto closed = output->close(); !closed) return tl::unexpected(closed.error());
  return kDone;
}

Result<int> compare_sides(const Options& options) {
  auto travellers = read_reference(options.references);
  if (!travellers) return tl::unexpected(travellers.error());
  auto here = IndexSide::open(options.screening.indexes, options.screening);
  if (!here) return tl::unexpected(here.error());
  if (!options.record.empty()) return record(options, *here, *travellers);
  const json::object head = head_of(here->screener(), options.screening);
  Run run(options, std::move(*travellers), *here);
  if (!options.other.empty()) {
    auto there = IndexSide::open(options.other, options.screening);
    if (!there) return tl::unexpected(there.error());
    run.tell_heads(head, head_of(there->screener(), options.screening));
    return run.against(*there);
  }
  auto answers = read_answers(options.answers);
  if (!answers) return tl::unexpected(answers.error());
  run.tell_heads(head, answers->head);
  return run.against(*answers);
}

int conformance(const Options& options) {
  const int sides = int{!options.other.empty()} + int{!options.answers.empty()} + int{!options.record.empty()};
  if (sides != 1) {
    complain("name one of --other, --answers and --record");
    return kUsage;
  }
  const auto status = compare_sides(options);
  return status ? *status : report(status.error());
}

struct ReferenceOptions {
  ReferenceSetOptions set;
  std::string output;
  std::vector<fs::path> lists;
};

int reference(const ReferenceOptions& options) {
  InputFiles inputs;
  inputs.add(options.lists);
  auto output = OutputFile::open(options.output, inputs);
  if (!output) return report(output.error());
  const auto made = make_reference_set(options.lists, options.set, [&](std::string_view line) { output->write(line); });
  if (!made) return report(made.error());
  if (const auto closed = output->close(); !closed) return report(closed.error());
  fmt::print(stderr, "{} entries: {} questions by listed names, {} by variations, {} by lost documents, {} for people who are not listed\n", made->entries,
             made->own, made->varied, made->documents, made->unlisted);
  return kDone;
}

void add_reference(Command lists, int& status) {
  auto options = std::make_shared<ReferenceOptions>();
  Command command = lists.add_command("reference", "Make a reference set of questions from lists");
  command.add_option("-o,--output", options->output, "Where the questions go (CSV), instead of standard output").type_name("FILE");
  command.add_option("--entries", options->set.entries, "This many listed people, and lost documents").default_shown().type_name("N");
  command.add_option("--per-kind", options->set.per_variation, "This many people under each variation").default_shown().type_name("N");
  command.add_option("--unlisted", options->set.unlisted, "This many people who are not listed").default_shown().type_name("N");
  command.add_option("--seed", options->set.seed, "Another seed gives other questions").default_shown().type_name("N");
  command.add_option("LIST", options->lists, "Lists in any format that `darvaza build` reads").required();
  command.footer(kReferenceFooter);
  command.callback([options, &status] { status = reference(*options); });
}

}  // namespace

void add_lists_conformance(Command lists, int& status) {
  add_reference(lists, status);
  auto options = std::make_shared<Options>();
  Command command = lists.add_command("conformance", "Show every answer in which two posts or versions differ, and why");
  add_screening_arguments(command, options->screening);
  command.add_option("--other", options->other, "The other side's index; repeated, several are searched as one").one_value_each().type_name("INDEX");
  command.add_option("--answers", options->answers, "The other side's answers (JSON lines)").type_name("FILE");
  command.add_option("--record", options->record, "Write this side's answers, for the other one to compare with").type_name("FILE");
  command.add_flag("--json", options->json, "Write JSON lines: the sides, one an answer that differs, the counts");
  command.add_option("REFERENCE", options->references, "The questions: manifests in any format, or of `darvaza lists reference`").required();
  command.footer(kConformanceFooter);
  command.callback([options, &status] { status = conformance(*options); });
}

}  // namespace darvaza::tool
