// Dates and times as DTM segments give them.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "darvaza/partial_date.h"

namespace darvaza::manifests {

/// Which century a two-digit year belongs to: the rules of documents/mrz_date.h.
enum class YearRule {
  past,     ///< births: the latest year with these digits that is not after the reference year
  nearest,  ///< anything else: within 49 years before and 50 after the reference year
};

struct EdifactMoment {
  PartialDate date;
  std::string time;  ///< "15:40", empty when only a date is given
};

/// Reads DTM C507: `text` in the form that `format` (2379) names: 101 YYMMDD, 102 CCYYMMDD, 201
/// YYMMDDHHMM, 203 CCYYMMDDHHMM, 204 with seconds, 602 CCYY, 610 CCYYMM. Without a format, or where
/// the text contradicts it, the number of digits decides between the first five. Blanks inside are
/// dropped. Months and days of "00" or "XX" count as unknown. Nothing for anything else.
std::optional<EdifactMoment> parse_edifact_moment(std::string_view text, std::string_view format,
                                                  YearRule rule, int reference_year);

/// "2007-02-19T15:40", "2007-02-19" without a time.
std::string to_string(const EdifactMoment& moment);

}  // namespace darvaza::manifests
