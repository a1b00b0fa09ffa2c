// Text and numbers as a page shows them.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "eval/run.h"

namespace darvaza::eval::report {

/// Text for an element or a quoted attribute, in HTML and in XML: markup, quotes, ill-formed bytes
/// and characters that are not text are escaped; what would reorder or hide text (bidi controls,
/// zero-width characters that no language writes) is shown as "[U+202E]".
std::string escaped(std::string_view text);

/// A name of any script, escaped and kept from reordering what stands around it.
std::string name_text(std::string_view name);

/// 12345 as "12,345".
std::string count_text(std::uint64_t count);
/// 0.97214 as "97.2 %"; from 99 % on with two decimals, so that 99.9 and 99.99 % differ; "–" for
/// kNone.
std::string share_text(double share);
/// Three or four significant digits: "0.973", "12.4", "15,200"; "–" for kNone.
std::string number_text(double number);

/// Whether a figure is a share of cases, to be shown in per cent, by its name.
bool is_share(std::string_view figure_name);
/// A figure's value as its name asks for.
std::string value_text(std::string_view figure_name, double value);
/// 0.62 as "from 0.62 on"; what is hardly above 0, or below it, as "above 0" and "always".
std::string threshold_text(double threshold);
/// "95.0 to 98.6 %"; empty without an interval.
std::string interval_text(std::string_view figure_name, const Estimate& estimate);

}  // namespace darvaza::eval::report
