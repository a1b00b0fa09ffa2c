#include "darvaza/build_index.h"

#include <algorithm>
#include <boost/json/object.hpp>
#include <boost/json/serialize.hpp>
#include <fmt/format.h>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "index/index_builder.h"
#include "screening/changed_records.h"
#include "screening/list_states.h"
#include "screening/open_set.h"
#include "screening/personal_facts.h"
#include "text/input_file.h"

namespace darvaza {
namespace {

/// What `inspect` shows of a source. No path and no time: building twice gives the same bytes.
boost::json::object counts_of(const SourceSummary& source, std::string_view format) {
  boost::json::object description;
  description["file"] = std::filesystem::path(source.file).filename().string();
  description["format"] = format;
  description["list"] = source.list;
  description["list_date"] = source.list_date;
  description["entries"] = source.entries;
  description["names"] = source.names;
  description["documents"] = source.documents;
  description["lost_documents"] = source.lost_documents;
  description["not_persons"] = source.not_persons;
  description["skipped"] = source.skipped_count;
  return description;
}

/// What the lists say now, and what they said when changes were looked for since then. Releases have versions instead.
struct States {
  const screening::ListStates& now;
  const screening::ListStates* since = nullptr;
};

void describe_states(const std::string& list, const States& states, boost::json::object& description) {
  if (std::string state = states.now.of(list); !state.empty()) description["state"] = std::move(state);
  if (states.since == nullptr) return;
  if (std::string state = states.since->of(list); !state.empty()) description["since_state"] = std::move(state);
}

/// `is_changed`: an older index holds the list, and this one only what changed of it.
std::string describe(const SourceSummary& source, const BuildOptions& options, bool is_changed, const States& states) {
  boost::json::object description = counts_of(source, to_string(source.format));
  const bool is_release = options.release || options.since_version != 0;
  if (!is_release && source.format != ListFormat::list_terms_csv) describe_states(source.list, states, description);
  if (options.release && options.release->list == source.list) {
    description["version"] = options.release->version;
    description["issued"] = options.release->issued;
    description["expires"] = options.release->expires;
  }
  if (is_changed) description["changes_since"] = options.since_version;
  return boost::json::serialize(description);
}

/// A list that an older index holds and that is dropped: all that it held is gone, and answers no longer speak for it.
std::string describe_dropped(const std::string& list) {
  SourceSummary nothing;
  nothing.list = list;
  boost::json::object description = counts_of(nothing, "");
  description["changes_since"] = 0;
  description["dropped"] = true;
  return boost::json::serialize(description);
}

/// Everything that lists say goes into the index.
ListSink all_into(index::IndexBuilder& builder, screening::ListStates& states) {
  return {[&](WatchlistEntry&& entry) {
            states.add(entry);
            screening::add_personal_numbers(entry);
            builder.add(entry);
          },
          [&](LostDocument&& document) {
            states.add(document);
            builder.add(document);
          },
          [&](std::string_view list, const EntryTerms& terms) { builder.add_list_terms(list, terms); }};
}

/// What differs between two states of lists.
class Changes {
 public:
  static Result<Changes> between(std::span<const std::filesystem::path> since, std::span<const std::filesystem::path> sources) {
    auto before = screening::ListContents::of(since);
    if (!before) return tl::unexpected(std::move(before.error()));
    auto after = screening::ListContents::of(sources);
    if (!after) return tl::unexpected(std::move(after.error()));
    return Changes(std::move(*before), std::move(*after));
  }

  /// Returns what `since` holds.
  Result<std::vector<SourceSummary>> add_removals(std::span<const std::filesystem::path> since, index::IndexBuilder& builder) const {
    before_.add_removals(after_, builder);
    const ListSink sink{{}, [&](LostDocument&& document) { if (!after_.holds(document)) builder.add_removal(document); }, {}};
    return read_lists(since, sink);
  }

  /// Whether a source is of a list that was there before; one that is new stands whole in the index, and so do the terms of lists.
  bool is_changed(const SourceSummary& source) const { return source.format != ListFormat::list_terms_csv && before_.holds_list(source.list); }

  const screening::ListStates& states_before() const { return before_.states(); }
  const screening::ListStates& states_after() const { return after_.states(); }

  std::vector<std::string> dropped_lists() const { return before_.lists_without(after_); }

  /// Lets through to `all` what is new or changed.
  ListSink only_changed(ListSink all) const {
    return {[this, take = all.entry](WatchlistEntry&& entry) { if (!after_.agrees(before_, entry)) take(std::move(entry)); },
            [this, take = all.lost_document](LostDocument&& document) { if (!before_.holds(document)) take(std::move(document)); },
            std::move(all.list_terms)};
  }

 private:
  Changes(screening::ListContents before, screening::ListContents after) : before_(std::move(before)), after_(std::move(after)) {}

  screening::ListContents before_, after_;
};

/// What is read must not be written over, whoever calls.
Result<void> check_files(std::span<const std::filesystem::path> sources, const std::filesystem::path& output, const BuildOptions& options) {
  if (sources.empty()) return fail(ErrorCode::usage, "no source to build an index of: it would clear everybody", output.string());
  for (const auto files : {sources, std::span<const std::filesystem::path>(options.since)}) {
    if (std::any_of(files.begin(), files.end(), [&](const auto& file) { return text::is_same_file(file, output); }))
      return fail(ErrorCode::usage, "cannot be the output: the index is built of this file; nothing was written", output.string());
  }
  return {};
}

/// A list has its records in one file or in several; tables of terms are no lists.
Result<void> check_records(const std::vector<SourceSummary>& sources) {
  std::map<std::string_view, std::uint64_t> records;
  for (const SourceSummary& s : sources) {
    if (s.format != ListFormat::list_terms_csv) records[s.list] += s.entries + s.lost_documents + s.not_persons + s.attached;
  }
  for (const SourceSummary& s : sources) {
    const auto found = records.find(s.list);
    if (s.format == ListFormat::list_terms_csv || found->second != 0) continue;
    return fail(ErrorCode::input_refused,
                fmt::format("the list {} has no record, and no index was written; allow_empty (--allow-empty) if it is meant to have none", s.list), s.file);
  }
  return {};
}

/// Nothing may be lost on the way: whoever reads no messages sees the status.
Result<void> check_nothing_lost(const std::vector<SourceSummary>& sources, std::uint64_t unsearchable_names, const std::vector<std::string>& dropped_lists) {
  std::uint64_t skipped = 0, remarks = 0;
  std::string first;
  for (const SourceSummary& s : sources) {
    skipped += s.skipped_count;
    remarks += s.remark_count;
    if (first.empty() && s.skipped_count + s.remark_count > 0) first = s.file;
  }
  std::vector<std::string> lost;
  if (skipped > 0) lost.push_back(fmt::format("{} records were skipped", skipped));
  if (remarks > 0) lost.push_back(fmt::format("{} facts were not read as they stand", remarks));
  if (unsearchable_names > 0) lost.push_back(fmt::format("{} names have no letters that can be compared", unsearchable_names));
  for (const std::string& list : dropped_lists) lost.push_back(fmt::format("the list {} is dropped", list));
  if (lost.empty()) return {};
  return fail(ErrorCode::input_refused, fmt::format("{}, and nothing may be lost (strict): no index was written", fmt::join(lost, ", ")), first);
}

}  // namespace

Result<BuildReport> build_index(std::span<const std::filesystem::path> sources,
                                const std::filesystem::path& output,
                                const BuildProgress& progress) {
  return build_index(sources, output, BuildOptions{}, progress);
}

Result<BuildReport> build_index(std::span<const std::filesystem::path> sources,
                                const std::filesystem::path& output, const BuildOptions& options,
                                const BuildProgress& progress) {
  const auto report_progress = [&](double fraction, const char* stage) {
    if (progress) progress(fraction, stage);
  };
  if (auto allowed = check_files(sources, output, options); !allowed) return tl::unexpected(std::move(allowed.error()));
  constexpr double kReadingShare = 0.5;
  index::IndexBuilder builder;
  screening::ListStates all;  // of changes, those alone: their states stand beside
  ListSink sink = all_into(builder, all);
  std::optional<Changes> changes;
  std::vector<SourceSummary> older;
  report_progress(0, "reading lists");
  if (!options.since.empty()) {
    auto found = Changes::between(options.since, sources);
    if (!found) return tl::unexpected(std::move(found.error()));
    changes.emplace(std::move(*found));
    auto added = changes->add_removals(options.since, builder);
    if (!added) return tl::unexpected(std::move(added.error()));
    older = std::move(*added);
    sink = changes->only_changed(std::move(sink));
  }
  auto read = read_lists(sources, sink);
  if (!read) return tl::unexpected(std::move(read.error()));
  if (options.sources_read) options.sources_read(*read);
  if (!options.allow_empty) {
    if (auto allowed = check_records(*read); !allowed) return tl::unexpected(std::move(allowed.error()));
  }
  const std::vector<std::string> dropped = changes ? changes->dropped_lists() : std::vector<std::string>();
  if (options.strict) {
    if (auto allowed = check_nothing_lost(*read, builder.unsearchable_names(), dropped); !allowed) return tl::unexpected(std::move(allowed.error()));
  }
  const States states = changes ? States{changes->states_after(), &changes->states_before()} : States{all};
  for (const SourceSummary& source : *read) builder.add_source(describe(source, options, changes && changes->is_changed(source), states));
  for (const std::string& list : dropped) builder.add_source(describe_dropped(list));

  report_progress(kReadingShare, "writing the index");
  const auto written = builder.write(output, [&](double fraction) {
    report_progress(kReadingShare + (1 - kReadingShare) * fraction, "writing the index");
  });
  if (!written) return tl::unexpected(written.error());
  report_progress(1, "done");
  return BuildReport{std::move(*read), builder.unsearchable_names(), *written, std::move(older)};
}

Result<std::uint64_t> compact_indexes(std::span<const std::filesystem::path> indexes, const std::filesystem::path& output) {
  const auto set = screening::open_set(indexes);
  if (!set) return tl::unexpected(set.error());
  index::IndexBuilder builder;
  set->add_to(builder);
  for (std::string& source : screening::sources_of_all(*set)) builder.add_source(std::move(source));
  return builder.write(output);
}

}  // namespace darvaza
