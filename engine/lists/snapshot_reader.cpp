#include "lists/snapshot_reader.h"

#include <string>
#include <utility>

#include "lists/snapshot_line.h"
#include "lists/text_lines.h"

namespace darvaza::lists {
namespace {

Result<std::string> read_head(TextLines& lines, const std::string& file) {
  TextLine head;
  std::string_view id;
  if (lines.next(head) && head.text.size() > kSnapshotMagic.size()) {
    id = std::string_view(head.text).substr(kSnapshotMagic.size());
  }
  if (!head.text.starts_with(kSnapshotMagic) || !id.starts_with(' ') || !is_list_id(id.substr(1))) {
    return fail(ErrorCode::input_refused,
                "expected 'darvaza-snapshot 1' and the identifier of a list", file, 1);
  }
  return std::string(id.substr(1));
}

}  // namespace

Result<void> read_snapshot(std::istream& in, SourceRecorder& recorder) {
  TextLines lines(in, kMaxSnapshotLine);
  const auto list = read_head(lines, recorder.file());
  if (!list) return tl::unexpected(list.error());
  recorder.set_list(*list);
  std::string previous;
  TextLine line;
  for (std::uint64_t number = 1; lines.next(line); ++number) {
    auto record = parse_snapshot_line(line.text);
    if (!record || line.too_long) {
      return fail(ErrorCode::input_refused,
                  line.too_long ? "a line of more than 16 MiB" : record.error().message,
                  recorder.file(), line.line, number);
    }
    if (line.text <= previous) {
      return fail(ErrorCode::input_refused,
                  "lines must rise: this one is not greater than the one before it",
                  recorder.file(), line.line, number);
    }
    previous = line.text;
    if (auto* entry = std::get_if<WatchlistEntry>(&*record)) {
      recorder.entry(std::move(*entry), {number, line.line});
    } else {
      recorder.lost_document(std::move(std::get<LostDocument>(*record)));
    }
  }
  return {};
}

}  // namespace darvaza::lists
