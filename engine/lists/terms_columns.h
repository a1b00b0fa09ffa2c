// The columns that say on what terms entries are shared.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "darvaza/entry_terms.h"
#include "lists/headed_table.h"
#include "lists/source_recorder.h"

namespace darvaza::lists {

/// Reads owner, focal_point, legal_basis, alert_category, instruction, visibility, releasable_to,
/// valid_from, valid_until, review_date and source_reference of a row. What cannot be read is
/// remarked, and never widens who may see the entry nor shortens how long it is searched.
class TermsColumns {
 public:
  explicit TermsColumns(std::span<const std::string> headings) : header_(headings) {}

  /// Whether this is the heading of one of them.
  static bool is_one(const std::string& heading);
  /// Whether the table has any of them.
  bool any() const;
  EntryTerms read(std::span<const std::string> fields, Place place, SourceRecorder& recorder) const;

 private:
  TableHeader header_;
};

}  // namespace darvaza::lists
