#include "lists/source_recorder.h"

#include <algorithm>
#include <utility>

namespace darvaza::lists {
namespace {

void report(std::vector<SkippedRecord>& reported, std::uint64_t& count, Place place,
            std::string_view reason) {
  ++count;
  if (reported.size() >= kMaxReportedRecords) return;
  reported.push_back({place.record, place.line, std::string(reason)});
}

void ensure_primary(std::vector<ListedName>& names) {
  const bool has_primary = std::any_of(names.begin(), names.end(), [](const ListedName& name) {
    return name.grade == NameGrade::primary;
  });
  if (!has_primary) names.front().grade = NameGrade::primary;
}

}  // namespace

SourceRecorder::SourceRecorder(std::string file, ListFormat format, std::string list,
                               const ListSink& sink)
    : sink_(sink) {
  summary_.file = std::move(file);
  summary_.format = format;
  summary_.list = std::move(list);
}

void SourceRecorder::entry(WatchlistEntry&& entry, Place place) {
  if (entry.names.empty()) {
    skip(place, "a person without any name");
    return;
  }
  ensure_primary(entry.names);
  if (entry.list.empty()) entry.list = summary_.list;
  ++summary_.entries;
  summary_.names += entry.names.size();
  summary_.documents += entry.documents.size();
  if (sink_.entry) sink_.entry(std::move(entry));
}

void SourceRecorder::lost_document(LostDocument&& document) {
  if (document.list.empty()) document.list = summary_.list;
  ++summary_.lost_documents;
  if (sink_.lost_document) sink_.lost_document(std::move(document));
}

void SourceRecorder::list_terms(std::string_view list, const EntryTerms& terms) {
  attached();
  if (sink_.list_terms) sink_.list_terms(list, terms);
}

void SourceRecorder::skip(Place place, std::string_view reason) {
  report(summary_.skipped, summary_.skipped_count, place, reason);
}

void SourceRecorder::remark(Place place, std::string_view reason) {
  report(summary_.remarks, summary_.remark_count, place, reason);
}

}  // namespace darvaza::lists
