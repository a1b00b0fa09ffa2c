#include "input/source_report.h"

#include <algorithm>
#include <string>
#include <vector>

#include <fmt/core.h>

#include "output/exit_status.h"
#include "text/json_text.h"

namespace darvaza::tool {
namespace {

void tell(std::string_view what, const std::string& file, const std::vector<SkippedRecord>& reasons,
          std::uint64_t count, std::size_t most, std::string_view advice) {
  const std::size_t shown = std::min(most, reasons.size());
  for (std::size_t i = 0; i < shown; ++i) {
    const SkippedRecord& s = reasons[i];
    complain(fmt::format(
        "{}: {}", what,
        to_string(Error{ErrorCode::input_refused, s.reason, file, s.line, s.record, 0})));
  }
  if (shown < count) {
    complain(fmt::format("{}: {}: {} more{}{}", what, file, count - shown,
                         advice.empty() ? "" : "; ", advice));
  }
}

}  // namespace

void tell_unread(std::span<const SourceSummary> sources, std::size_t shown,
                 std::string_view advice) {
  for (const SourceSummary& s : sources) {
    if (s.entries + s.lost_documents + s.not_persons + s.attached + s.skipped_count == 0) {
      complain(s.file + ": holds no record");
    }
    tell("skipped", s.file, s.skipped, s.skipped_count, shown, advice);
    tell("not read", s.file, s.remarks, s.remark_count, shown, advice);
  }
}

void tell_over(std::span<const SourceSummary> sources, std::size_t shown, std::string_view advice) {
  for (const SourceSummary& s : sources) tell("over", s.file, s.over, s.over_count, shown, advice);
}

boost::json::array reasons_json(std::span<const SkippedRecord> reasons) {
  boost::json::array out;
  for (const SkippedRecord& s : reasons) {
    out.push_back({{"record", s.record}, {"line", s.line}, {"reason", text::json_text(s.reason)}});
  }
  return out;
}

}  // namespace darvaza::tool
