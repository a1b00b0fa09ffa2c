// What of a list was not read, told the same way by every command that reads lists.
#pragma once

#include <cstddef>
#include <limits>
#include <span>
#include <string_view>

#include <boost/json.hpp>

#include "darvaza/read_lists.h"

namespace darvaza::tool {

/// Reasons of each kind beyond this many a file are only counted, unless somebody asks for all.
inline constexpr std::size_t kShownReasons = 20;
/// Of those that are over a few: lists may keep any number.
inline constexpr std::size_t kShownOver = 3;
inline constexpr std::size_t kAllReasons = std::numeric_limits<std::size_t>::max();

/// Writes to standard error, for every source, "skipped: PLACE: reason" for records that could not
/// be used and "not read: PLACE: reason" for facts that could not be, although their records were
/// kept. `advice` says how to see more than `shown`.
void tell_unread(std::span<const SourceSummary> sources, std::size_t shown,
                 std::string_view advice = {});

/// Writes to standard error whose last day of validity is past: they are listed, and nobody is shown them.
void tell_over(std::span<const SourceSummary> sources, std::size_t shown, std::string_view advice = {});

/// [{"record": 7, "line": 9, "reason": "…"}, …]
boost::json::array reasons_json(std::span<const SkippedRecord> reasons);

}  // namespace darvaza::tool
