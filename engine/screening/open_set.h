// Files to a set, and what their sources say of its lists.
#pragma once

#include <filesystem>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "darvaza/error.h"
#include "darvaza/screening_result.h"
#include "index/index_set.h"

namespace darvaza::screening {

/// The files of a directory that is opened as an index: the first, or the other two.
inline constexpr std::string_view kIndexFile = "index.dvz", kBaseFile = "base.dvz", kChangesFile = "changes.dvz";

/// A directory stands for the index in it, or for one and that of what changed since; other paths stand for themselves. The way there is
/// followed once, so that both are of one generation (releases/post.h). A base has another name than a whole index: who opens that one
/// alone must not screen on an old list. Error: input_missing, and input_refused for a directory that can be read two ways.
Result<std::vector<std::filesystem::path>> files_of(std::span<const std::filesystem::path> paths);

/// Opens and verifies all files. Refuses one that holds only what changed in a list of which no
/// file before it holds the whole, or holds another release than the one that it changes, and one
/// that holds a whole list which a file before it holds, too.
Result<index::IndexSet> open_set(std::span<const std::filesystem::path> paths);

/// The lists of a set, in the order in which files name them, as the newest source says that says
/// of which release it is. Tables of terms are none.
std::vector<ListInUse> lists_of(const index::IndexSet& set);

/// Of all files, joined by '+'.
std::string digest_of(const index::IndexSet& set);

/// The sources of one index of all that a set holds: what the files say, without changes to
/// releases.
std::vector<std::string> sources_of_all(const index::IndexSet& set);

}  // namespace darvaza::screening
