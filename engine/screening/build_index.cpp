#include "darvaza/build_index.h"

#include <boost/json/object.hpp>
#include <boost/json/serialize.hpp>
#include <string>
#include <string_view>
#include <utility>

#include "index/index_builder.h"
#include "screening/personal_facts.h"

namespace darvaza {
namespace {

/// What `inspect` shows of a source. No path and no time: building twice gives the same bytes.
std::string describe(const SourceSummary& source) {
  boost::json::object description;
  description["file"] = std::filesystem::path(source.file).filename().string();
  description["format"] = std::string(to_string(source.format));
  description["list"] = source.list;
  description["list_date"] = source.list_date;
  description["entries"] = source.entries;
  description["names"] = source.names;
  description["documents"] = source.documents;
  description["lost_documents"] = source.lost_documents;
  description["not_persons"] = source.not_persons;
  description["skipped"] = source.skipped_count;
  return boost::json::serialize(description);
}

}  // namespace

Result<BuildReport> build_index(std::span<const std::filesystem::path> sources,
                                const std::filesystem::path& output,
                                const BuildProgress& progress) {
  const auto report_progress = [&](double fraction, const char* stage) {
    if (progress) progress(fraction, stage);
  };
  constexpr double kReadingShare = 0.5;
  index::IndexBuilder builder;
  const ListSink sink{[&](WatchlistEntry&& entry) {
                        screening::add_personal_numbers(entry);
                        builder.add(entry);
                      },
                      [&](LostDocument&& document) { builder.add(document); },
                      [&](std::string_view list, const EntryTerms& terms) {
                        builder.add_list_terms(list, terms);
                      }};
  report_progress(0, "reading lists");
  auto read = read_lists(sources, sink);
  if (!read) return tl::unexpected(std::move(read.error()));
  for (const SourceSummary& source : *read) builder.add_source(describe(source));

  report_progress(kReadingShare, "writing the index");
  const auto written = builder.write(output, [&](double fraction) {
    report_progress(kReadingShare + (1 - kReadingShare) * fraction, "writing the index");
  });
  if (!written) return tl::unexpected(written.error());
  report_progress(1, "done");
  return BuildReport{std::move(*read), builder.unsearchable_names(), *written};
}

}  // namespace darvaza
