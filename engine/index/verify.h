// Whether everything in an index refers to something that exists.
#pragma once

#include <string>

#include "index/section_file.h"

namespace darvaza::index {

/// Digests show that the bytes are those that were written; this shows that reading them stays inside
/// the file, whoever wrote them: every reference, count, enumeration and order that a reader relies on.
/// Returns what is wrong, or nothing. One pass over the file.
std::string find_inconsistency(const SectionFile& file);

}  // namespace darvaza::index
