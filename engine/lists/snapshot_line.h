// One record of a list as one canonical line: what a signed release is made of.
//
//   person<TAB>id=QX.1<TAB>name=ROSTAMI,
//   Nader<TAB>weak=Nadir<TAB>born=1971-03-02<TAB>sex=M<TAB>nationality=IRN
//
// Fields stand in one fixed order and are left out when empty; within one, a record's own order is
// kept. Bytes below 0x20, 0x7F and the backslash are written as \xHH. The same record gives the
// same bytes, and a line that would be written otherwise is refused, so that two lists are equal
// exactly when their lines are. The name of the list is not part of a line: it stands once, at the
// head of the snapshot.
#pragma once

#include <string>
#include <string_view>
#include <variant>

#include "darvaza/error.h"
#include "darvaza/watchlist_entry.h"

namespace darvaza::lists {

/// The first line of a snapshot is this, a blank and the identifier of the list.
inline constexpr std::string_view kSnapshotMagic = "darvaza-snapshot 1";

/// No line is longer: what the readers of other formats allow a record, with every byte escaped.
inline constexpr std::size_t kMaxSnapshotLine = std::size_t{16} << 20;

using ListRecord = std::variant<WatchlistEntry, LostDocument>;

/// The line, without a line end. A record that the line could not give back in every field (a date
/// that does not exist, say) is an error, ErrorCode::input_refused: nothing is dropped.
Result<std::string> to_snapshot_line(const ListRecord& record);

/// The record of a line; its `list` is empty. ErrorCode::input_refused for everything that
/// to_snapshot_line does not write.
Result<ListRecord> parse_snapshot_line(std::string_view line);

/// Appends a field as a line has it, escapes and all.
void append_snapshot_field(std::string& line, std::string_view key, std::string_view value);

/// What a line is about, for telling changes: the part up to the second field
/// ("person<TAB>id=QX.1").
std::string_view snapshot_key(std::string_view line);

/// Identifiers of lists: 1 to 64 of a-z, 0-9, '-', '_' and '.', beginning with a letter or digit.
bool is_list_id(std::string_view text);

}  // namespace darvaza::lists
