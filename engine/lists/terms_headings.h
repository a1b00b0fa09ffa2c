// The headings of columns that say on what terms entries are shared: of TermsColumns, which reads them, and of the tables
// beneath it, which are stricter with rows that have some.
#pragma once

#include <string_view>

namespace darvaza::lists {

inline constexpr std::string_view kTermsHeadings[] = {"owner",         "focal_point", "legal_basis", "alert_category", "instruction",     "visibility",  "visible_from",
                                                      "releasable_to", "valid_from",  "valid_until", "review_date",    "source_reference"};

}  // namespace darvaza::lists
