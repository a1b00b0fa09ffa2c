// Which records of a set a question is about.
#pragma once

#include <cstddef>

#include "darvaza/screener.h"
#include "index/index_set.h"

namespace darvaza::screening {

/// Whether any record of a part was asked for.
inline bool is_searched(const index::IndexSet& set, std::size_t part, const ScreeningOptions& options) {
  return !options.only_file || set.files()[*options.only_file].part == part;
}

/// Whether this one was: it is still listed, in a file that was asked for, and the post may see it.
inline bool is_searched(const index::IndexSet& set, std::size_t part, index::EntryId entry, const ScreeningOptions& options) {
  const index::SetPart& of = set.parts()[part];
  if (!of.is_current(entry)) return false;
  if (options.only_file) {
    const index::FileInSet& file = set.files()[*options.only_file];
    if (file.part != part || entry < file.first || entry >= file.end) return false;
  }
  return !of.index->has_terms(entry) || may_see(options.post, of.index->terms(entry));
}

}  // namespace darvaza::screening
