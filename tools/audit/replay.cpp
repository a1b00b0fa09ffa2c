#include "audit/replay.h"

#include <map>
#include <optional>
#include <system_error>
#include <utility>
#include <vector>

#include <boost/json.hpp>
#include <fmt/format.h>

#include "answering/document_decision.h"
#include "audit/answer_record.h"
#include "audit/engine_build.h"
#include "audit/kept_query.h"
#include "audit/log_files.h"
#include "darvaza/screener.h"
#include "index/index.h"

namespace darvaza::audit {
namespace {

namespace json = boost::json;

/// Indexes by their digests. What is called by its digest is opened first; else every index of the
/// directory is, once.
class Archive {
 public:
  using Digests = std::vector<std::string>;

  Archive(std::filesystem::path directory, std::vector<std::string> required)
      : directory_(std::move(directory)), required_(std::move(required)) {}

  /// The files of these digests searched as one; null when one is missing.
  const Screener* find(const Digests& digests) {
    if (open_ && digests == open_digests_) return &*open_;
    std::vector<std::filesystem::path> called_so;
    for (const std::string& digest : digests) called_so.push_back(directory_ / (digest + ".dvz"));
    if (open(called_so, digests)) return &*open_;
    if (!searched_) search();
    std::vector<std::filesystem::path> found;
    for (const std::string& digest : digests) {
      const auto at = by_digest_.find(digest);
      if (at == by_digest_.end()) return nullptr;
      found.push_back(at->second);
    }
    return open(found, digests) ? &*open_ : nullptr;
  }

 private:
  bool open(const std::vector<std::filesystem::path>& paths, const Digests& digests) {
    auto screener = Screener::open(paths, required_);
    if (!screener || digests_of(screener->describe().digest) != digests) return false;
    open_.emplace(std::move(*screener));
    open_digests_ = digests;
    return true;
  }

  void search() {
    searched_ = true;
    std::error_code error;
    for (std::filesystem::directory_iterator at(directory_, error), end; !error && at != end;
         at.increment(error)) {
      if (at->path().extension() != ".dvz") continue;
      // An index of changes is no list of its own, and Screener refuses it alone.
      if (const auto index = index::Index::open(at->path())) by_digest_.emplace(index->info().digest, at->path());
    }
  }

  std::filesystem::path directory_;
  std::vector<std::string> required_;
  std::optional<Screener> open_;
  Digests open_digests_;
  bool searched_ = false;
  std::map<std::string, std::filesystem::path> by_digest_;
};

class Replay {
 public:
  Replay(const ReplayOptions& options, const Key& log_key, const Key& query_key)
      : log_key_(log_key), query_key_(query_key), archive_(options.indexes, options.required) {}

  void opened(const json::object& object) {
    const json::value* engine = object.if_contains("engine");
    engine_ = engine != nullptr && engine->is_string() ? std::string(engine->get_string()) : "";
  }

  void answer(const AnswerRecord& record, ReplayLine& line) {
    const auto bytes = query_key_.open(record.kept);
    const auto traveller = bytes ? traveller_of(*bytes) : std::nullopt;
    if (!traveller) {
      line.outcome = Replayed::no_query;
      line.text = record.kept.empty() ? "the query was not kept"
                                      : "the query cannot be opened: another key, or changed";
      return;
    }
    const Screener* screener = archive_.find(record.indexes);
    if (screener == nullptr) {
      line.outcome = Replayed::no_index;
      line.text =
          fmt::format("not among the archived indexes: {}", fmt::join(record.indexes, ", "));
      return;
    }
    ScreeningResult result = screener->screen(*traveller, record.settings.options);
    if (record.settings.by_documents) tool::decide_by_documents(*traveller, result);
    line.answer = to_json(result);
    compare(record, to_string(result.decision), line);
  }

  bool other_engine() const { return engine_ != engine_build(); }

 private:
  void compare(const AnswerRecord& record, std::string_view decision, ReplayLine& line) {
    const std::string& expected = record.found.empty() ? record.answer : record.found;
    const bool same = log_key_.digest(line.answer) == expected;
    line.outcome = same ? Replayed::same : Replayed::different;
    if (!same) {
      line.text = decision == record.decision || !record.found.empty()
                      ? "other bytes"
                      : fmt::format("other bytes: the decision is {}, recorded is {}", decision,
                                    record.decision);
      if (record.decision == "incomplete") line.text += "; a deadline may have ended that search, or a required list was missing";
      if (other_engine()) {
        line.text += fmt::format("; recorded by engine {}, this is {}", engine_, engine_build());
      }
    } else if (!record.found.empty()) {
      line.text =
          fmt::format("users' decisions then changed what was sent, to {}", record.decision);
    }
  }

  const Key& log_key_;
  const Key& query_key_;
  Archive archive_;
  std::string engine_;
};

void count(Replayed outcome, ReplaySummary& summary) {
  switch (outcome) {
    case Replayed::same:
      ++summary.same;
      break;
    case Replayed::different:
      ++summary.different;
      break;
    case Replayed::no_query:
      ++summary.no_query;
      break;
    case Replayed::no_index:
      ++summary.no_index;
      break;
  }
}

}  // namespace

Result<ReplaySummary> replay(const ReplayOptions& options, const Key& log_key, const Key& query_key,
                             const std::function<void(const ReplayLine&)>& tell) {
  const auto files = readable_files(options.log);
  if (!files) return tl::unexpected(files.error());
  ReplaySummary summary;
  Replay replay(options, log_key, query_key);
  for (const LogFile& file : *files) {
    ReplayLine line;
    line.file = file.path.filename().string();
    const auto done = for_each_line(file, [&](std::string_view text, bool) {
      ++line.line;
      const auto parsed = parse_line_of_log(text);
      json::error_code error;
      const json::value value = json::parse(json::string_view(text.data(), text.size()), error);
      if (!parsed || error || !value.is_object()) return;  // `verify` tells of such lines
      if (line.line == 1) replay.opened(value.get_object());
      const auto record = answer_record(value.get_object());
      if (!record || (options.record != 0 && options.record != parsed->n)) return;
      ReplayLine told = line;
      told.record = parsed->n;
      replay.answer(*record, told);
      count(told.outcome, summary);
      if (told.outcome == Replayed::different && record->decision == "incomplete") ++summary.incomplete_then;
      if (replay.other_engine()) ++summary.other_engine;
      tell(told);
    });
    if (!done) return tl::unexpected(done.error());
  }
  return summary;
}

}  // namespace darvaza::audit
