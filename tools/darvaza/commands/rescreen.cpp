// darvaza rescreen: recent travellers held against what is new on a list; docs/rescreen.md.
#include "lookback/rescreen.h"

#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <system_error>
#include <vector>

#include <boost/json.hpp>
#include <fmt/core.h>

#include "answers/answer_text.h"
#include "answers/traveller_json.h"
#include "commands/commands.h"
#include "input/jobs.h"
#include "input/register_arguments.h"
#include "input/screening_arguments.h"
#include "lookback/list_news.h"
#include "lookback/news_index.h"
#include "lookback/records_held.h"
#include "output/exit_status.h"
#include "output/output_file.h"
#include "output/progress_bar.h"
#include "records/json_writing.h"
#include "releases/post_status.h"
#include "releases/utc_time.h"

namespace darvaza::tool {
namespace {

namespace fs = std::filesystem;
using lookback::Alert;
using lookback::AlertCause;
using lookback::ListEdition;
using lookback::ListNews;

constexpr const char* kFooter = R"(
What is new are records that were added or changed between two editions of a list, by their terms too (now releasable to
--state, say), and those that became valid between --date-before and --date. Alerts are travellers of the register for
whom such a record is a candidate that it was not before, or a stronger one, or one with whom something else is to be
done now: one JSON object each.

The editions are the release that serves at a post and the one kept beside it (--post), or files in any format that
`darvaza build` reads (--before, --after) with their indexes.

Examples:
  darvaza rescreen --register travellers.db --key travellers.key --post /var/lib/darvaza/un-sc --state UZB
  darvaza rescreen --register travellers.db --key travellers.key --before old/national.csv --after new/national.csv --index new.dvz --index-before old.dvz)";

struct Options {
  RegisterArguments place;
  ScreeningArguments screening;
  std::string post;
  std::vector<fs::path> before, after, index_before;
  std::string date_before;
  std::string output;
  Jobs jobs;
  bool table = false;
  bool with_traveller = false;
  bool withdrawn = false;
  bool everybody = false;
  bool stats = false;
};

/// Where the two editions are.
struct Places {
  std::vector<fs::path> before, after;
  std::vector<fs::path> index, index_before;  ///< several are searched as one
};

Result<Places> find_places(const Options& options) {
  if (options.post.empty()) return Places{options.before, options.after, options.screening.indexes, options.index_before};
  const releases::Post post(options.post);
  const auto status = releases::post_status(post, releases::utc_now());
  if (!status) return tl::unexpected(status.error());
  if (status->before == 0) return fail(ErrorCode::input_missing, "no older release is kept beside the one that serves", options.post);
  const auto older = post.generation(status->before);
  if (!older) return tl::unexpected(older.error());
  return Places{{older->snapshot()},
                {status->serving.snapshot()},
                status->serving.indexes(),
                older->indexes()};
}

std::string cause_json(const AlertCause& cause) {
  std::string out = fmt::format(R"({{"list": {}, "id": {}, "what": "{}", "news": "{}")", records::json_string(cause.list), records::json_string(cause.id),
                                cause.document ? "lost document" : "person", to_string(cause.news));
  if (!cause.document) out += fmt::format(R"(, "score": {})", records::decimal(cause.score_bp, 4));
  if (cause.score_before_bp) out += fmt::format(R"(, "score_before": {})", records::decimal(*cause.score_before_bp, 4));
  if (!cause.handling_before.empty()) out += fmt::format(R"(, "handling_before": {})", records::json_string(cause.handling_before));
  return out += '}';
}

std::string alert_json(const Alert& alert, bool with_traveller) {
  std::string out = fmt::format(R"({{"id": {}, "manifest": {}, "seen": "{}")", records::json_string(alert.answer.id), records::json_string(alert.kept.manifest),
                                releases::to_text(alert.kept.seen));
  if (alert.was) out += fmt::format(R"(, "was": "{}")", darvaza::to_string(*alert.was));
  out += fmt::format(R"(, "now": "{}", "causes": {}, "answer": {})", darvaza::to_string(alert.answer.decision),
                     records::array(alert.causes, cause_json), darvaza::to_json(alert.answer));
  if (with_traveller) out += fmt::format(R"(, "traveller": {})", to_json(alert.kept.traveller, alert.kept.manifest));
  return out += "}\n";
}

/// Alerts, as they come.
class AlertWriter {
 public:
  AlertWriter(OutputFile& output, const Options& options) : output_(output), options_(options) {}

  bool write(const Alert& alert) {
    if (options_.table) {
      table_.add(alert.kept.manifest, alert.kept.traveller, alert.answer);
    } else {
      output_.write(alert_json(alert, options_.with_traveller));
    }
    return !output_.failed();
  }
  Result<void> finish() {
    if (options_.table) output_.write(table_.take_rows() + table_.stale());
    return output_.close();
  }

 private:
  OutputFile& output_;
  const Options& options_;
  AlertTable table_;
};

struct Editions {
  ListEdition older, newer;
  ListNews news;
};

Result<Editions> compare_editions(const Places& places, const Post& before, const Post& after, unsigned threads) {
  auto [older, newer] = lookback::read_editions(places.before, places.after, threads);
  if (!older) return tl::unexpected(older.error());
  if (!newer) return tl::unexpected(newer.error());
  if (older->list != newer->list) {
    return fail(ErrorCode::input_refused, fmt::format("the editions are of two lists, {} and {}", older->list, newer->list));
  }
  Editions editions{std::move(*older), std::move(*newer), {}};
  editions.news = lookback::list_news(editions.older, before, editions.newer, after);
  return editions;
}

/// A directory of its own for as long as the object lasts; nobody else may look into it.
class WorkDirectory {
 public:
  WorkDirectory() : path_((fs::temp_directory_path() / "darvaza-rescreen-XXXXXX").string()) {
    if (::mkdtemp(path_.data()) == nullptr) path_.clear();
  }
  WorkDirectory(const WorkDirectory&) = delete;
  WorkDirectory& operator=(const WorkDirectory&) = delete;
  ~WorkDirectory() {
    std::error_code ignored;
    if (!path_.empty()) fs::remove_all(path_, ignored);
  }
  const std::string& path() const { return path_; }

 private:
  std::string path_;
};

/// What travellers are held against: new records, or those that are gone.
std::vector<std::string_view> lines_of(const Options& options, const ListNews& news) {
  if (options.withdrawn) return news.withdrawn;
  std::vector<std::string_view> lines;
  for (const lookback::NewRecord& record : news.records) lines.push_back(record.line);
  return lines;
}

/// The records that travellers are held against, and the whole index beside them.
Result<Screener> open_records(const Editions& editions, const std::vector<fs::path>& whole, const std::vector<std::string_view>& lines) {
  const WorkDirectory work;
  if (work.path().empty()) return fail(ErrorCode::io, "cannot make a temporary directory", fs::temp_directory_path().string());
  return lookback::open_with_news(whole, editions.newer.list, lines, work.path());
}

InputFiles inputs_of(const Options& options) {
  InputFiles inputs;
  for (const auto* const files : {&options.before, &options.after, &options.index_before, &options.screening.indexes}) inputs.add(*files);
  inputs.add_below(options.post);
  inputs.add_register(options.place.file, options.place.key);
  return inputs;
}

/// What came of it, and who could not be searched for.
void tell_done(const lookback::RescreenReport& done, std::size_t records, bool withdrawn) {
  fmt::print(stderr, "{} {} records, {} travellers: {} alerts, {} known before, {} could not be searched for in full\n", records,
             withdrawn ? "withdrawn" : "new", done.travellers, done.alerts, done.known_before, done.incomplete);
  for (const auto& who : done.not_searched) complain(fmt::format("{}: {} could not be searched for in full", who.manifest, who.id));
  if (done.incomplete > done.not_searched.size()) complain(fmt::format("and {} more", done.incomplete - done.not_searched.size()));
}

int rescreen(const Options& options) {
  const auto began = std::chrono::steady_clock::now();
  const InputFiles inputs = inputs_of(options);
  if (const auto allowed = inputs.refuse(options.output); !allowed) return report(allowed.error());
  const auto places = find_places(options);
  if (!places) return report(places.error());
  const std::vector<fs::path>& whole = options.withdrawn ? places->index_before : places->index;
  const auto now = Screener::open(whole, options.screening.required_lists);
  if (!now) return report(now.error());
  ScreeningOptions asked = options.screening.options();
  tell_clock(*now, asked.post);
  asked.post = now->with_known_day(asked.post);
  Post before = asked.post;
  if (!options.date_before.empty()) {
    before.today = *parse_iso_date(options.date_before);
    before.not_before = {};
  }
  if (asked.post.today < before.today) {
    throw WrongUsage(fmt::format("--date-before {} is after {}, the day that is asked about: what became valid in between would be taken for old", to_string(before.today), to_string(asked.post.today)));
  }
  const unsigned threads = options.jobs.threads();
  const auto editions = compare_editions(*places, before, asked.post, threads);
  if (!editions) return report(editions.error());
  const auto news = options.withdrawn ? lookback::NewsOfRecords::withdrawn(editions->older.list, editions->news)
                                      : lookback::NewsOfRecords::of(editions->newer.list, editions->news);
  if (!news) return report(news.error());
  auto travellers = options.place.open();
  if (!travellers) return report(travellers.error());
  const std::vector<std::string_view> lines = lines_of(options, editions->news);
  if (const auto held = lookback::check_records_held(whole, editions->newer.list, lines); !held) return report(held.error());
  std::optional<Screener> older;
  if (!options.withdrawn && !places->index_before.empty()) {
    auto opened = Screener::open(places->index_before, options.screening.required_lists);
    if (!opened) return report(opened.error());
    older.emplace(std::move(*opened));
  }
  lookback::RescreenRequest request;
  request.now = &*now;
  request.before = older ? &*older : nullptr;
  request.options = asked;
  if (options.withdrawn) request.options.post = before;
  request.day_before = before.today;
  request.threads = threads;
  std::optional<Screener> records;
  if (!options.everybody) {
    auto opened = open_records(*editions, whole, lines);
    if (!opened) return report(opened.error());
    records.emplace(std::move(*opened));
    const std::size_t news_file = records->describe_files().size() - 1;
    request.search_news = [&records, news_file](const Traveller& traveller, const ScreeningOptions& how) {
      ScreeningOptions only = how;
      only.only_file = news_file;
      return records->screen(traveller, only);
    };
  }
  Result<OutputFile> output = OutputFile::open(options.output, inputs);
  if (!output) return report(output.error());
  AlertWriter writer(*output, options);
  ProgressBar bar(!output->is_terminal());
  const auto done = lookback::rescreen(
      *travellers, *news, request, [&](Alert&& alert) { return writer.write(alert); },
      [&](std::uint64_t count) { bar.show(-1, fmt::format("{} travellers", count)); });
  bar.clear();
  FirstFailure failure;
  if (!done) failure.note(report(done.error()));
  if (const auto written = writer.finish(); !written) failure.note(report(written.error()));
  if (!done) return failure.status();
  tell_done(*done, lines.size(), options.withdrawn);
  if (options.stats) {
    const std::chrono::duration<double> took = std::chrono::steady_clock::now() - began;
    fmt::print(stderr, R"({{"records": {}, "travellers": {}, "alerts": {}, "seconds": {:.3f}, "threads": {}}})" "\n", lines.size(), done->travellers,
               done->alerts, took.count(), threads);
  }
  return failure.status();
}

/// Which of the two ways to name the editions was chosen, and whether all of it was.
int check_and_rescreen(const Options& options) {
  const bool files = !options.before.empty() && !options.after.empty() && !options.screening.indexes.empty();
  if (options.post.empty() != files) {
    complain("name the editions either by --post, or by --before, --after and --index");
    return kUsage;
  }
  if (options.withdrawn && options.post.empty() && options.index_before.empty()) {
    complain("--withdrawn screens against the older edition: name its index with --index-before");
    return kUsage;
  }
  return rescreen(options);
}

}  // namespace

void add_rescreen(Command app, int& status) {
  auto options = std::make_shared<Options>();
  Command command = app.add_command("rescreen", "Hold recent travellers against what is new on a list");
  add_register_arguments(command, options->place);
  add_screening_arguments(command, options->screening);
  command.find_option("--index").required(false).description("The index of the newer edition; repeated, several are searched as one");
  Option post =
      command.add_option("--post", options->post, "A post: its two releases are the editions").type_name("DIR").excludes("--index");
  command.add_option("--before", options->before, "Files of the older edition").type_name("FILE").excludes(post);
  command.add_option("--after", options->after, "Files of the newer edition").type_name("FILE").excludes(post);
  command.add_option("--index-before", options->index_before, "The index of the older edition: tells what was known before; repeatable as --index")
      .one_value_each()
      .type_name("INDEX")
      .excludes(post);
  command.add_option("--date-before", options->date_before, "The day up to which validity was looked at before (that of --date)")
      .type_name("YYYY-MM-DD")
      .check(check_full_date);
  command.add_flag("--withdrawn", options->withdrawn, "Show travellers for whom a record that is gone was a candidate, instead");
  command.add_flag("--everybody", options->everybody, "Screen everybody against the whole index: slow, and the same alerts");
  add_jobs_argument(command, options->jobs);
  command.add_option("-o,--output", options->output, "Where alerts go, instead of standard output").type_name("FILE");
  command.add_flag("--stats", options->stats, "Write one JSON line of figures to standard error");
  Option with_traveller =
      command.add_flag("--with-traveller", options->with_traveller, "Add to each alert what is kept of the traveller");
  command.add_flag("--table", options->table, "Write a table for people, not JSON").excludes(with_traveller);
  command.footer(kFooter);
  command.callback([options, &status] { status = check_and_rescreen(*options); });
}

}  // namespace darvaza::tool
