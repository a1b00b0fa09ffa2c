// Which records of a set a question is about.
#pragma once

#include <cstddef>

#include "darvaza/screener.h"
#include "index/index_set.h"

namespace darvaza::screening {

/// Whether any record of a part was asked for.
inline bool is_searched(const index::IndexSet& set, std::size_t part,
                        const ScreeningOptions& options) {
  return !options.only_file || set.files()[*options.only_file].part == part;
}

/// Whether this one was: it is still listed, in a file that was asked for.
inline bool is_searched(const index::IndexSet& set, std::size_t part, index::EntryId entry,
                        const ScreeningOptions& options) {
  if (!set.parts()[part].is_current(entry)) return false;
  if (!options.only_file) return true;
  const index::FileInSet& file = set.files()[*options.only_file];
  return file.part == part && entry >= file.first && entry < file.end;
}

/// Whether the post that asks may see it.
inline bool is_visible(const index::Index& part, index::EntryId entry, const Post& post) {
  return !part.has_terms(entry) || may_see(post, part.terms(entry));
}

}  // namespace darvaza::screening
