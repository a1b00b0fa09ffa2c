// Whether a release changes so much that somebody should have been asked.
#pragma once

#include <cstdint>
#include <vector>

#include "darvaza/error.h"
#include "releases/list_changes.h"
#include "releases/notes.h"
#include "releases/signed_note.h"

namespace darvaza::releases {

/// An update may remove 5 % of the entries and change 20 % of them, for each release that it
/// advances.
inline constexpr std::uint64_t kMaxRemovedPercent = 5;
inline constexpr std::uint64_t kMaxChangedPercent = 20;

/// Refused (rule sanity) when `changes` over `steps` releases are more than that, unless the
/// override keys of `root` signed one of `notes`.
Result<void> check_sanity(const ListChanges& changes, std::uint64_t steps, const RootNote& root,
                          const std::vector<const SignedText*>& notes);

}  // namespace darvaza::releases
